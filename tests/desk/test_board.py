"""The board: every number is what the rows say, at each level, and opens exactly those rows."""

from __future__ import annotations

from collections import Counter as Count
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from random import Random
from statistics import median
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deskui.desk.board import _cells
from deskui.domain.board.figures import FIGURES, NOT_COMPARED, figure, table
from deskui.domain.board.groups import Level, Scope
from deskui.domain.board.measures import ADVISED, Measure
from deskui.domain.board.period import Period, last_days
from deskui.domain.case import CaseStatus
from deskui.domain.conversation import Channel, Direction
from deskui.domain.feedback import About, FeedbackKind
from deskui.domain.goodwill.goodwill import GoodwillKind, GoodwillTyped
from deskui.domain.ids import CaseId, CustomerId, GoodwillId
from deskui.domain.typed import ConversationTyped, PromiseTyped
from deskui.domain.visit import VisitEnd
from deskui.errors import DeskError, NoRight
from deskui.store import models
from tests.desk.board_counts import Plain
from tests.desk.counter import DAY, HOUR
from tests.desk.histories import MINUTE, anything, derived_anew, derived_rows
from tests.desk.merges import merge, separate
from tests.store.spying import full_scans, watched

if TYPE_CHECKING:
    from deskui.desk.board import Board
    from tests.desk.counter import Counter


def today(counter: Counter) -> date:
    return counter.desk.session.today(counter.now)


def _close(counter: Counter, random: Random, whom: CustomerId) -> None:
    if (case := counter.desk.customers.view(whom).case) is not None:
        if case.status is CaseStatus.CLOSED:
            counter.desk.cases.reopen(case, "came again")
        else:
            counter.desk.cases.close(case, "found it", unfinished="no time")


def _give(counter: Counter, random: Random, whom: CustomerId) -> None:
    if (case := counter.desk.customers.view(whom).case) is not None:
        to = random.choice([one for one in counter.desk.shop.staff() if one.id != case.owner_id])
        counter.desk.duty.hand_over(case.id, to.id, "please")


def _together(counter: Counter, random: Random, whom: CustomerId) -> None:
    cases = counter.desk.customers.view(whom).cases
    if len(cases) > 1:
        counter.desk.links.merge(cases[0].id, cases[1].id)


def _leave(counter: Counter, random: Random, whom: CustomerId) -> None:
    counter.desk.visits.open(whom)
    counter.tick(random.choice((timedelta(seconds=5), 8 * MINUTE, 20 * MINUTE, 45 * MINUTE)))
    visit = counter.desk.visits.current()
    assert visit is not None
    counter.desk.visits.end(visit.id, random.choice(list(VisitEnd)))


def _call(counter: Counter, random: Random, whom: CustomerId) -> None:
    cases = [*(each.id for each in counter.desk.customers.view(whom).cases), None]
    way = random.choice((Direction.IN, Direction.IN, Direction.OUT))
    typed = ConversationTyped("about it", Channel.PHONE, way, case_id=random.choice(cases))
    counter.desk.conversations.log(whom, typed)


def _undo(counter: Counter, random: Random, whom: CustomerId) -> None:
    counter.undo()


def _give_in(counter: Counter, random: Random, whom: CustomerId) -> None:
    cases = [*(each.id for each in counter.desk.customers.view(whom).cases), None]
    kind, case = random.choice(list(GoodwillKind)), random.choice(cases)
    given = counter.desk.goodwill.give(whom, GoodwillTyped(kind, "after all that", "1", case_id=case))
    if random.random() < 0.3:
        counter.desk.goodwill.take_back(GoodwillId(given.subject), "a mistake")


OTHER_ACTS = (_give_in, _give_in, _close, _close, _give, _together, _leave, _leave, _call, _call, _call, _undo)


def live(counter: Counter, random: Random, people: list[CustomerId], steps: int) -> None:
    """So many things that happen to these customers, done by one or another of the staff."""
    for _ in range(steps):
        counter.desk.act_as(random.choice((counter.ada, counter.ben, counter.paul)))
        whom = random.choice(people)
        try:
            if random.random() < 0.5:
                anything(counter, random, whom)
            else:
                counter.tick(random.choice((MINUTE, 3 * HOUR, DAY)))
                random.choice(OTHER_ACTS)(counter, random, whom)
        except DeskError:
            continue
    counter.desk.act_as(counter.ada)


def shown(counter: Counter, period: Period) -> Count[Any]:
    """All that is counted, as the reads bring it."""
    found: Count[Any] = Count()
    for each in _cells(counter.desk.board._asked(period, Scope(), by_clerks=True, by_kinds=True)):
        found[each.is_before, each.clerk, each.kind, each.measure] += each.number
    return found


def held_against_the_rows(counter: Counter, period: Period) -> None:
    """Counts, charts, lengths and the rows behind each number are what the rows say."""
    plain = Plain(counter, period)
    board = counter.desk.board.read(period)
    assert shown(counter, period) == +plain.counted()
    days = {
        (day, measure): number
        for measure, row in board.charts.by_day.items()
        for day, number in zip(board.charts.days, row, strict=True)
        if number
    }
    assert days == dict(plain.by_day())
    lengths = plain.minutes()
    assert board.group.now.median == (median(lengths) if lengths else None)
    held_against_its_parts(counter, board)
    for group in (board.group, *board.kinds, *board.clerks):
        for each in table(group):
            rows = counter.desk.board.rows(each.figure, period, group.scope)
            assert len(rows) == each.number, (group.label, each.title)


def held_against_its_parts(counter: Counter, board: Board) -> None:
    """A level asked for alone, and a group asked for alone, have the numbers that they have among all."""
    read, period = counter.desk.board.read, board.period
    assert read(period, apart=()).group == board.group
    assert read(period, apart=[Level.KIND]).kinds == board.kinds
    assert read(period, apart=[Level.CLERK]).clerks == board.clerks
    for each in (*board.kinds, *board.clerks):
        alone = read(period, each.scope, apart=()).group
        assert (alone.now, alone.before) == (each.now, each.before), each.label


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_every_number_is_what_the_rows_say_whatever_happened(make_counter: Any, seed: int) -> None:
    counter, random = make_counter(), Random(seed)
    people = [counter.customer(name) for name in ("Shari Caldwell", "Delia Montrose", "Opal Freeman")]
    live(counter, random, people, 60)
    held_against_the_rows(counter, last_days(random.choice((7, 30)), today(counter)))
    merge(counter, people[0], people[1])
    live(counter, random, [people[0], people[2]], 15)
    held_against_the_rows(counter, last_days(14, today(counter)))
    assert derived_rows(counter) == derived_anew(counter)
    separate_if_they_can_be(counter, people[0])
    held_against_the_rows(counter, last_days(30, today(counter)))


def separate_if_they_can_be(counter: Counter, kept: CustomerId) -> None:
    """Nothing that belongs to both was written since, and nobody took the merge back."""
    if counter.desk.merging.merged_into(kept):
        with suppress(DeskError):
            separate(counter, kept)


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2026, 3, 8)])
def test_days_end_at_midnight_of_the_desk_also_when_the_clocks_change(counter: Counter, day: date) -> None:
    """The first of November and the eighth of March have 25 and 23 hours in Denver."""
    zone = counter.desk.session.zone
    whom = counter.customer()
    period = Period(day, day)
    start, end = period.start(zone), period.end(zone)
    assert end - start == timedelta(hours=25 if day.month == 11 else 23)
    second = timedelta(milliseconds=1)
    for at in (start - second, start, start + 90 * MINUTE, end - second, end):
        counter.now = at
        counter.desk.conversations.log(whom, ConversationTyped("came", Channel.COUNTER, Direction.IN))
    counter.now = end + DAY
    board = counter.desk.board.read(period)
    assert board.group.now.counts[Measure.THEY_US] == 3
    assert board.group.before.counts[Measure.THEY_US] == 1
    assert board.charts.line([Measure.THEY_US]) == (3,)
    assert sum(map(sum, board.charts.hours)) == 3
    assert (board.charts.hours[day.weekday()][0], board.charts.hours[day.weekday()][23]) == (1, 1)


def test_a_clerk_sees_their_own_numbers_and_nobody_elses(counter: Counter) -> None:
    whom, period = counter.customer(), last_days(7, today(counter))
    for who, times in ((counter.ben, 2), (counter.paul, 3)):
        counter.desk.act_as(who)
        for _ in range(times):
            counter.desk.conversations.log(whom, ConversationTyped("came", Channel.COUNTER, Direction.IN))
    counter.desk.act_as(counter.ben)
    board = counter.desk.board.read(period)
    assert [each.label for each in board.clerks] == ["Ben"]
    assert board.kinds == ()
    assert board.group.now.counts[Measure.THEY_US] == 2
    assert board.charts.line([Measure.THEY_US])[-1] == 2
    assert len(counter.desk.board.rows(figure("they"), period)) == 2
    others = (Scope(), Scope(Level.CLERK, clerk=counter.paul.id), Scope(Level.KIND, ("parcel",)))
    for scope in others:
        with pytest.raises(NoRight):
            counter.desk.board.read(period, scope)
        with pytest.raises(NoRight):
            counter.desk.board.rows(figure("they"), period, scope)
    counter.desk.act_as(counter.ada)
    assert {each.label for each in counter.desk.board.read(period).clerks} == {"Ben", "Paul"}


def test_one_kind_in_several_spellings_is_one_group(counter: Counter) -> None:
    whom, period = counter.customer(), last_days(7, today(counter))
    for kind in ("Parcel", "parcel", "parcel "):
        counter.case(whom, kind)
    (group,) = counter.desk.board.read(period).kinds
    assert group.label == "parcel"
    assert len(counter.desk.board.rows(figure("open"), period, group.scope)) == 3


def test_fewer_than_five_are_listed_and_not_compared(counter: Counter) -> None:
    whom, period = counter.customer(), last_days(7, today(counter))
    counter.now -= 7 * DAY
    log(counter, whom, 5)
    counter.now += 7 * DAY
    log(counter, whom, 4)
    assert told(counter, period, "they").change == NOT_COMPARED
    log(counter, whom, 2)
    assert (told(counter, period, "they").count, told(counter, period, "they").change) == ("6", "+1")


def log(counter: Counter, whom: CustomerId, times: int) -> None:
    for _ in range(times):
        counter.desk.conversations.log(whom, ConversationTyped("came", Channel.COUNTER, Direction.IN))


def told(counter: Counter, period: Period, name: str) -> Any:
    return next(each for each in table(counter.desk.board.read(period).group) if each.figure.id == name)


def test_what_was_advised_is_kept_with_the_promise(counter: Counter) -> None:
    whom = counter.customer()
    for _ in range(9):
        row = counter.desk.promises.make(
            whom, PromiseTyped(what="call back", due=counter.now + 9 * HOUR, kind="call")
        )
        counter.tick(2 * HOUR)
        counter.desk.promises.keep(row.subject)  # type: ignore[arg-type]
        counter.tick(DAY)
    counter.now = datetime(2026, 12, 7, 17, 0, tzinfo=UTC)
    advice = counter.desk.promises.advice("call")
    assert advice is not None
    advised = counter.desk.promises.advised_due(advice[0])
    for due in (advised - MINUTE, advised):
        counter.desk.promises.make(whom, PromiseTyped(what="call back", due=due, kind="call"))
    kept = [row.advised for row in models.Promise.select().order_by(models.Promise.id)]
    assert kept[:8] == [None] * 8
    assert kept[-2:] == [advised, advised]
    period = last_days(30, date(2026, 12, 10))
    counter.now += 3 * DAY
    counts = counter.desk.board.read(period).group.now.counts
    assert [counts[each] for each in ADVISED] == [2, 1]


def test_a_board_takes_a_known_number_of_statements_over_indexes(counter: Counter) -> None:
    whom, period = counter.customer(), last_days(7, today(counter))
    log(counter, whom, 3)
    case = counter.case(whom)
    counter.desk.promises.make(whom, PromiseTyped(what="call", due=counter.now + HOUR, case_id=CaseId(case)))
    with watched(counter.desk.store.database) as ran:
        counter.desk.board.read(period)
        of_board = len(ran.statements)
        for each in FIGURES:
            counter.desk.board.rows(each, period)
    assert of_board <= 19  # on a server two of them say what the transaction sees
    assert len(ran.statements) == of_board + len(FIGURES)
    # What was read by then, and the indexes of what is open now: all of it is wanted.
    fine = (
        "SCAN (subquery",
        "SCAN found",
        "INDEX case_still_open",
        "INDEX case_listed_open",
        "SCAN t1 USING INDEX reviewitem",
        "review_item",
    )
    scans = full_scans(counter.desk.store.database, ran)
    assert [each for each in scans if not any(one in each for one in fine)] == []


def test_goodwill_is_counted_by_what_it_was_and_by_whether_it_was_decided_alone(counter: Counter) -> None:
    whom, period = counter.customer(), last_days(7, today(counter))
    for kind in (GoodwillKind.WAIVE_FEE, GoodwillKind.WAIVE_FEE, GoodwillKind.CREDIT):
        counter.desk.goodwill.give(whom, GoodwillTyped(kind, "after all that", "1"))
    counter.undo()
    counts = counter.desk.board.read(period).group.now.counts
    assert (counts[Measure.WAIVED], counts[Measure.CREDITED], counts[Measure.ALONE]) == (2, 0, 2)
    rows = counter.desk.board.rows(figure("alone"), period)
    assert [each.note for each in rows] == ["waive fee, decided alone: after all that"] * 2


def test_a_case_that_took_a_second_contact_in_a_duplicate_of_it_was_not_solved_at_the_first(counter: Counter) -> None:
    whom, period = counter.customer(), last_days(7, today(counter))
    kept, duplicate, single = counter.case(whom), counter.case(whom), counter.case(whom)
    for case in (kept, duplicate, single):
        typed = ConversationTyped("where is it", Channel.PHONE, Direction.IN, case_id=case)
        counter.desk.conversations.log(whom, typed)
    counter.desk.links.merge(duplicate, kept)
    for case in (kept, single):
        shown = counter.desk.customers.view(whom, case).case
        assert shown is not None
        counter.desk.cases.close(shown, "found it", unfinished="no time")
    counts = counter.desk.board.read(period).group.now.counts
    assert (counts[Measure.CLOSED], counts[Measure.SOLVED_FIRST]) == (2, 1)
    assert [each.id for each in counter.desk.board.rows(figure("first"), period)] == [single]


def test_praise_and_coaching_are_counted_for_whose_work_it_was_and_never_quoted(counter: Counter) -> None:
    whom, period = counter.customer(), last_days(7, today(counter))
    counter.desk.act_as(counter.ben)
    talk = counter.desk.conversations.log(whom, ConversationTyped("came", Channel.COUNTER, Direction.IN)).subject
    counter.desk.act_as(counter.ada)
    for kind in (FeedbackKind.COMMEND, FeedbackKind.COACH, FeedbackKind.COACH):
        counter.desk.feedback.give(About.CONVERSATION, talk, kind, "kept it short")
    counter.undo()
    board = counter.desk.board.read(period)
    (ben,) = [each for each in board.clerks if each.label == "Ben"]
    assert (ben.now.counts[Measure.COMMENDED], ben.now.counts[Measure.COACHED]) == (1, 1)
    for name in ("commended", "coached"):
        (row,) = counter.desk.board.rows(figure(name), period, ben.scope)
        assert row.clerk == "Ben"
        assert "short" not in f"{row.what} {row.note}"
