"""What may still be decided: against a slow oracle over many currencies, histories and changes of clocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskui.domain.goodwill.allowance import (
    Allowance,
    Left,
    Question,
    Spent,
    allowance,
    allowance_words,
    furthest_back,
    verdict_words,
)
from deskui.domain.goodwill.goodwill import GoodwillKind
from deskui.domain.goodwill.limits import Bound, Bounds, Limit, Period, Reach, bounds_for, check_setting
from deskui.domain.ids import CustomerId, EmployeeId, LimitId
from deskui.domain.staff import Employee, Role
from deskui.errors import BadInput

ZONES = ("America/Denver", "Europe/Berlin", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Apia", "UTC")
CURRENCIES = ("USD", "EUR", "JPY", "KWD")
ME, OTHER = EmployeeId(1), EmployeeId(2)
NOW = datetime(2026, 11, 23, 17, 42, tzinfo=UTC)

moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 2, 1)).map(lambda at: at.replace(tzinfo=UTC))
kinds = st.sampled_from(list(GoodwillKind))
whos = st.sampled_from([ME, OTHER])
customers = st.sampled_from([CustomerId(1), CustomerId(2)])
minors = st.integers(1, 10**12)
pieces = st.lists(st.integers(1, 10**11), min_size=1, max_size=8)
bounds = st.builds(Bound, st.sampled_from(Reach), st.integers(0, 10**12), st.sampled_from(Period), st.none() | kinds)


@st.composite
def histories(draw: st.DrawFn) -> tuple[Question, list[Spent]]:
    now = draw(moments)
    zone = ZoneInfo(draw(st.sampled_from(ZONES)))
    asked = Question(ME, draw(customers), draw(kinds), draw(st.sampled_from(CURRENCIES)), now, zone)
    near = st.integers(-60 * 24 * 40, 60 * 24 * 2).map(lambda minutes: now + timedelta(minutes=minutes))
    acts = st.builds(Spent, minors, st.sampled_from(CURRENCIES), kinds, customers, whos, near)
    return asked, draw(st.lists(acts, max_size=12))


def _period_of(day: date, period: Period) -> tuple[int, ...]:
    if period is Period.DAY:
        return (day.year, day.month, day.day)
    return tuple(day.isocalendar())[:2] if period is Period.WEEK else (day.year, day.month)


def _slow(bound: Bound, asked: Question, acts: list[Spent]) -> int:
    """What is left, day by day and act by act."""
    left = bound.minor
    today = asked.now.astimezone(asked.zone).date()
    for act in acts:
        same_money = act.currency == asked.currency
        same_kind = bound.kind is None or bound.kind is act.kind
        then = act.at.astimezone(asked.zone).date()
        in_period = _period_of(then, bound.period) >= _period_of(today, bound.period)
        whose = {
            Reach.ACT: act.charged_to == ME and act.customer_id == asked.customer_id,
            Reach.CUSTOMER: act.customer_id == asked.customer_id,
            Reach.CLERK: act.charged_to == ME,
        }[bound.reach]
        if same_money and same_kind and in_period and whose:
            left -= act.minor
    return max(left, 0)


@settings(deadline=None, max_examples=300)
@given(histories(), st.lists(bounds, min_size=1, max_size=5))
def test_it_leaves_what_the_slow_way_leaves(history: tuple[Question, list[Spent]], held: list[Bound]) -> None:
    asked, acts = history
    found = allowance(asked, Role.CLERK, held, acts)
    assert [each.minor for each in found.left] == [_slow(bound, asked, acts) for bound in held]
    assert found.minor == min(_slow(bound, asked, acts) for bound in held)
    assert found.allows(found.minor) is (found.minor > 0)
    assert not found.allows(found.minor + 1)


@settings(deadline=None, max_examples=100)
@given(
    histories(), st.lists(bounds, min_size=1, max_size=5), st.lists(st.integers(1, 10**11), min_size=1, max_size=8)
)
def test_however_an_amount_is_split_no_more_is_given_than_was_left(
    history: tuple[Question, list[Spent]], held: list[Bound], amounts: list[int]
) -> None:
    asked, acts = history
    held = [replace(each, kind=None) for each in held]
    at_first = allowance(asked, Role.CLERK, held, acts).minor
    given_away = 0
    for minor in amounts:
        if allowance(asked, Role.CLERK, held, acts).allows(minor):
            acts = [*acts, Spent(minor, asked.currency, asked.kind, asked.customer_id, ME, asked.now)]
            given_away += minor
    assert at_first is not None
    assert given_away <= at_first


@settings(deadline=None, max_examples=100)
@given(histories(), st.lists(bounds, min_size=1, max_size=5), st.integers(0, 60 * 24 * 30))
def test_a_clock_that_is_set_back_never_leaves_more(
    history: tuple[Question, list[Spent]], held: list[Bound], minutes: int
) -> None:
    asked, acts = history
    earlier = replace(asked, now=asked.now - timedelta(minutes=minutes))
    assert (allowance(earlier, Role.CLERK, held, acts).minor or 0) <= (
        allowance(asked, Role.CLERK, held, acts).minor or 0
    )


@settings(deadline=None, max_examples=100)
@given(moments, st.sampled_from(ZONES), st.sampled_from(Period))
def test_a_period_begins_with_its_first_day_and_the_furthest_of_all_covers_them(
    now: datetime, name: str, period: Period
) -> None:
    zone = ZoneInfo(name)
    start = period.start(now, zone)
    before = (start - timedelta(seconds=1)).astimezone(zone).date()
    first = start.astimezone(zone).date()
    assert start <= now
    assert _period_of(first, period) == _period_of(now.astimezone(zone).date(), period)
    assert _period_of(before, period) < _period_of(first, period)
    assert furthest_back(now, zone) <= start


@pytest.mark.parametrize("per_act", [0, 4000])
def test_where_nothing_is_left_not_even_what_costs_nothing_is_decided_alone(per_act: int) -> None:
    bound = Bound(Reach.ACT, per_act, Period.DAY)
    asked = _asked(GoodwillKind.EXCEPTION)
    spent = [Spent(4000, "USD", GoodwillKind.CREDIT, CustomerId(1), ME, NOW)]
    found = allowance(asked, Role.CLERK, [bound], spent)
    assert not found.allows(0)
    assert verdict_words(found, 0, _say) == "nothing is left for you: a supervisor decides"
    assert "Nothing is left for you" in allowance_words(found, _say)
    assert allowance(asked, Role.CLERK, [bound], []).allows(0) is (per_act > 0)


def _asked(kind: GoodwillKind = GoodwillKind.WAIVE_FEE) -> Question:
    return Question(ME, CustomerId(1), kind, "USD", NOW, ZoneInfo("America/Denver"))


def _say(minor: int) -> str:
    return f"${minor / 100:.2f}"


@pytest.mark.parametrize(
    ("minor", "words"),
    [
        (4000, "within your limit"),
        (4001, "over your limit of $40.00: a supervisor decides"),
    ],
)
def test_it_says_who_decides(minor: int, words: str) -> None:
    found = allowance(_asked(), Role.CLERK, Bounds(4000, None, Period.MONTH, 15000).of(None), ())
    assert verdict_words(found, minor, _say) == words


def test_it_says_what_may_be_given_before_it_is_needed() -> None:
    held = Bounds(4000, None, Period.MONTH, 15000, Period.WEEK).of(None)
    act = Spent(6500, "USD", GoodwillKind.CREDIT, CustomerId(2), ME, NOW - timedelta(hours=1))
    found = allowance(_asked(), Role.CLERK, held, [act])
    assert allowance_words(found, _say) == "You may waive up to $40.00; $85.00 left this week."


def test_without_any_limit_a_clerk_decides_nothing_and_an_administrator_everything() -> None:
    clerk = allowance(_asked(), Role.CLERK, None, ())
    assert not clerk.allows(0)
    assert allowance_words(clerk, _say) == "No limit is set for a clerk: a supervisor decides, or sets one with L."
    assert not allowance(_asked(), Role.SUPERVISOR, None, ()).allows(1)
    assert allowance(_asked(), Role.ADMINISTRATOR, None, ()).allows(10**12)
    assert allowance(_asked(), Role.CLERK, None, (), alone=True).allows(10**12)


def test_a_sum_that_is_used_up_is_said() -> None:
    left = (Left(Bound(Reach.CUSTOMER, 5000, Period.MONTH), 0),)
    words = allowance_words(Allowance(GoodwillKind.CREDIT, False, left), _say)
    assert words == "Nothing is left for you to credit for this customer this month: a supervisor decides."


# --- whose limits hold --------------------------------------------------------------------------------------


def _person(role: Role, number: int = 1, company: str = "") -> Employee:
    return Employee(EmployeeId(number), f"P{number}", role, "", "", "", True, (), 1, company=company)


def _limit(
    role: Role | None,
    bounds: Bounds,
    kind: GoodwillKind | None = None,
    employee: int | None = None,
    currency: str = "USD",
) -> Limit:
    whose = None if employee is None else EmployeeId(employee)
    return Limit(LimitId(1), role, whose, "", kind, bounds, "USD", NOW, "")


def test_a_persons_limit_replaces_that_of_the_role() -> None:
    of_role, own = _limit(Role.CLERK, Bounds(4000)), _limit(None, Bounds(9000), employee=1)
    found = bounds_for(_person(Role.CLERK), GoodwillKind.CREDIT, [of_role, own], "USD")
    assert found == Bounds(9000).of(None)
    assert bounds_for(_person(Role.EXPEDITER, 2), GoodwillKind.CREDIT, [of_role, own], "USD") == Bounds(4000).of(None)


def test_the_bounds_of_a_kind_hold_beside_those_of_any_kind() -> None:
    known = [_limit(Role.CLERK, Bounds(4000)), _limit(Role.CLERK, Bounds(9000), GoodwillKind.UPGRADE)]
    found = bounds_for(_person(Role.CLERK), GoodwillKind.UPGRADE, known, "USD")
    assert found == (*Bounds(4000).of(None), *Bounds(9000).of(GoodwillKind.UPGRADE))
    assert bounds_for(_person(Role.CLERK), GoodwillKind.CREDIT, known[1:], "USD") is None


def test_a_limit_in_another_currency_is_none() -> None:
    assert bounds_for(_person(Role.CLERK), GoodwillKind.CREDIT, [_limit(Role.CLERK, Bounds(4000))], "EUR") is None


@pytest.mark.parametrize(
    ("me", "role", "person"),
    [
        (Role.SUPERVISOR, Role.SUPERVISOR, None),
        (Role.SUPERVISOR, Role.ADMINISTRATOR, None),
        (Role.SUPERVISOR, None, _person(Role.SUPERVISOR, 2)),
        (Role.SUPERVISOR, None, _person(Role.SUPERVISOR, 1)),
        (Role.ADMINISTRATOR, None, _person(Role.ADMINISTRATOR, 1)),
        (Role.ADMINISTRATOR, Role.ADMINISTRATOR, None),
        (Role.ADMINISTRATOR, Role.CONTACT, None),
        (Role.ADMINISTRATOR, None, _person(Role.CLERK, 2, "Zed & Sons")),
        (Role.ADMINISTRATOR, None, None),
        (Role.CLERK, Role.CLERK, None),
        (Role.CLERK, None, _person(Role.CLERK, 2)),
    ],
)
def test_nobody_sets_a_limit_for_themselves_or_for_those_beside_or_above(
    me: Role, role: Role | None, person: Employee | None
) -> None:
    with pytest.raises(BadInput):
        check_setting(_person(me), role, person)


@pytest.mark.parametrize(
    ("me", "role", "person"),
    [
        (Role.SUPERVISOR, Role.CLERK, None),
        (Role.SUPERVISOR, None, _person(Role.EXPEDITER, 2)),
        (Role.ADMINISTRATOR, Role.SUPERVISOR, None),
        (Role.ADMINISTRATOR, None, _person(Role.ADMINISTRATOR, 2)),
    ],
)
def test_limits_are_set_from_above(me: Role, role: Role | None, person: Employee | None) -> None:
    check_setting(_person(me), role, person)
