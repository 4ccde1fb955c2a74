"""The call list where there is more than a day can take: it goes on until everybody had their call."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import pytest

from deskui.domain.benefits.benefit import BenefitKind, Worth
from deskui.domain.benefits.typed import BenefitTyped, TypeTyped
from deskui.domain.ids import BenefitId, CustomerId
from deskui.domain.outreach.call_list import CallTyped, Outcome
from deskui.domain.outreach.rule import RuleKind
from deskui.domain.profile import Profile
from deskui.domain.typed import PromiseTyped
from deskui.store.reads import outreach, outreach_rules
from tests.desk.counter import DAY, HOUR
from tests.desk.test_outreach import known, names, rule

if TYPE_CHECKING:
    from deskui.domain.ids import BenefitTypeId
    from tests.desk.counter import Counter

COUPON = TypeTyped("10% off", BenefitKind.COUPON, Worth(1000), valid_days=60, by_clerk=True)
PERK = TypeTyped("free delivery", BenefitKind.PERK, Worth(), valid_days=60, by_clerk=True)


def made(counter: Counter, typed: TypeTyped = COUPON) -> BenefitTypeId:
    return counter.desk.benefit_types.add(typed).subject  # type: ignore[return-value]


def give(counter: Counter, who: CustomerId, of: BenefitTypeId, days: int) -> BenefitId:
    ends = counter.now.date() + timedelta(days=days)
    return BenefitId(counter.desk.benefits.give(who, BenefitTyped(of, expires=ends)).subject)


def told_apart(counter: Counter, count: int) -> list[CustomerId]:
    """So many customers who were met long enough ago to be called."""
    people = [known(counter, f"Customer {row:03}") for row in range(count)]
    counter.tick(4 * DAY)
    return people


def test_everybody_whose_coupon_runs_out_is_called_a_few_each_day(counter: Counter) -> None:
    rule(counter, RuleKind.BENEFIT, days="20", cap="3")
    of, people = made(counter), told_apart(counter, 31)
    for who in people:
        give(counter, who, of, 20)
    called: list[CustomerId] = []
    for _ in range(11):
        for call in counter.desk.outreach.list().calls:
            counter.desk.outreach.log(call, CallTyped())
            called.append(call.customer_id)
        counter.tick(DAY)
    assert sorted(called) == people


def test_a_tier_is_found_behind_any_number_of_others(counter: Counter) -> None:
    rule(counter, RuleKind.BENEFIT, days="20", cap="1", tiers="premier")
    of = made(counter)
    people = [*(known(counter, f"Customer {row}") for row in range(12)), known(counter, "Vera Pye", tier="Premier")]
    counter.tick(4 * DAY)
    for who in people:
        give(counter, who, of, 9)
    assert names(counter) == ["Vera Pye"]


@pytest.mark.parametrize("kind", [RuleKind.BENEFIT, RuleKind.KEPT, RuleKind.CLOSED])
def test_who_has_much_of_it_hides_nobody(counter: Counter, kind: RuleKind) -> None:
    rule(counter, kind, days="9" if kind is not RuleKind.CLOSED else "1", cap="2")
    of, (much, little) = made(counter), told_apart(counter, 2)
    for who in [much] * 20 + [little]:
        counter.tick(timedelta(minutes=1))
        desk = counter.desk
        match kind:
            case RuleKind.BENEFIT:
                give(counter, who, of, 9)
            case RuleKind.KEPT:
                promise = PromiseTyped(what="the taps", due=counter.now + HOUR)
                desk.promises.keep(desk.promises.make(who, promise).subject)  # type: ignore[arg-type]
            case _:
                desk.cases.close(desk.cases.case(counter.case(who)), "Found.")
    counter.tick(4 * DAY)
    assert names(counter) == ["Customer 000", "Customer 001"]


def test_birthdays_that_are_no_days_hide_nobody(counter: Counter) -> None:
    rule(counter, RuleKind.BIRTHDAY, days="20", cap="2")
    for row, typed in enumerate(["11/28", "11.28", "11-31", "11-2x", "1 Dec"] * 2):
        known(counter, f"Customer {row}", birthday=typed)
    known(counter, "Vera Pye", birthday="12-02")
    counter.tick(4 * DAY)
    assert names(counter) == ["Vera Pye"]


class Person(NamedTuple):
    """A customer, and the first day on which they may be called again."""

    id: CustomerId
    tier: str
    may_call: str
    rests: date
    asked: bool


def expected(counter: Counter, people: list[Person], tiers: str, days: int) -> list[CustomerId]:
    """Whom to call, from all the benefits of everybody, one after the other."""
    today, found = counter.now.date(), []
    for one in people:
        if one.may_call == "no" or one.asked or one.rests > today or (tiers and one.tier not in tiers.split(", ")):
            continue
        left = [
            (each.benefit.expires, each.benefit.id)
            for each in counter.desk.benefits.of_customer(one.id)
            if each.stands and each.benefit.expires and each.benefit.expires <= today + timedelta(days=days)
        ]
        if left:
            found.append((min(left), one.id))
    return [who for _, who in sorted(found)]


@pytest.mark.parametrize("seed", range(8))
def test_whatever_was_given_and_to_whom_those_are_found_whom_looking_at_everybody_finds(
    counter: Counter, seed: int
) -> None:
    rng, desk = Random(seed), counter.desk
    tiers, days = rng.choice(["", "gold", "gold, premier"]), rng.choice([5, 14, 40])
    family = rule(counter, RuleKind.BENEFIT, days=str(days), tiers=tiers, cap="200")
    types = [made(counter), made(counter, PERK)]
    people: list[Person] = []
    for row in range(14):
        tier, may_call = rng.choice(["", "gold", "premier"]), rng.choice(["", "", "yes", "no"])
        who = CustomerId(desk.customers.create(Profile(f"Customer {row}", tier=tier, may_call=may_call)).subject)
        people.append(Person(who, tier, may_call, date.min, False))
    counter.tick(4 * DAY)
    for _ in range(40):
        who = rng.choice(people[: rng.randrange(1, len(people))]).id
        given = give(counter, who, rng.choice(types), rng.choice([1, 2, 3, 9, 9, 9, 16, 50]))
        match rng.randrange(5):
            case 0 if desk.benefits.one(given).benefit.kind is BenefitKind.COUPON:
                desk.benefits.redeem(who, given)
            case 1:
                desk.benefits.reissue(given)
            case 2:
                counter.undo()
    counter.tick(rng.randrange(4) * DAY)
    for call in desk.outreach.list().calls[: rng.randrange(4)]:
        outcome = rng.choice([Outcome.MESSAGE, Outcome.REACHED, Outcome.NO_CALLS])
        desk.outreach.log(call, CallTyped(outcome))
        (at,) = (at for at, each in enumerate(people) if each.id == call.customer_id)
        rests = counter.now.date() + timedelta(days={Outcome.MESSAGE: 3, Outcome.REACHED: 7}.get(outcome, 0))
        people[at] = people[at]._replace(rests=rests, asked=outcome is not Outcome.MESSAGE)
    counter.tick(rng.randrange(5) * DAY)
    (kept,) = (each for each in outreach_rules.rules() if each.family == family)
    whole = expected(counter, people, tiers, days)
    for limit in (1, 2, 3, 5, 50):
        hits = outreach.found_by(kept, desk.outreach.rules.moment(), limit)
        assert [each.customer_id for each in hits] == whole[:limit]
