"""The ledger of promises at the desk: one verb each, nothing rewritten, and what to promise told from the past."""

from __future__ import annotations

from datetime import time, timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest
from peewee import PeeweeException

from deskui.domain.hours import Span
from deskui.domain.promise_standing import Outcome, standing
from deskui.domain.typed import PromiseTyped, StatementTyped
from deskui.errors import BadInput, Conflict, NotAllowed, NotFound
from deskui.store import journal, models
from deskui.store.reads import advice, day
from deskui.store.reads import promises as reads
from deskui.store.writes import derived
from tests.desk.counter import DAY, HOUR
from tests.store.spying import watched

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.done import Done
    from deskui.domain.ids import PromiseId
    from tests.desk.counter import Counter

    Verb = Callable[[Counter, PromiseId, str | None], Done]

VERBS: dict[str, Verb] = {
    "promise.move": lambda at, row, key: at.desk.promises.move(row, at.now + 9 * DAY, "hub is late", True, key),
    "promise.keep": lambda at, row, key: at.desk.promises.keep(row, key),
    "promise.release": lambda at, row, key: at.desk.promises.release(row, "went elsewhere", key),
    "promise.supersede": lambda at, row, key: at.desk.promises.supersede(row, PromiseTyped("mail it fri 5pm"), key),
}


def _promise(counter: Counter, line: str = "call back tomorrow noon", **more: object) -> PromiseId:
    whom = counter.customer()
    return counter.desk.promises.make(whom, PromiseTyped(line, **more)).subject  # type: ignore[arg-type,return-value]


def _rows() -> list[object]:
    return [list(table.select().order_by(table.id).tuples()) for table in (models.Promise, models.PromiseEntry)]


def test_a_promise_is_made_from_one_line_and_shown_with_who_made_it(counter: Counter) -> None:
    whom = counter.customer()
    counter.desk.promises.make(whom, PromiseTyped("call back tomorrow noon", kind="call back"))
    (shown,) = counter.desk.customers.view(whom).promises
    assert (shown.promise.what, shown.promise.made_by) == ("call back", "Ada")
    assert f"{shown.due:%d %H:%M}" == "24 19:00"
    assert shown.standing.outcome is Outcome.OPEN


def test_a_moved_promise_says_what_was_said_first(counter: Counter) -> None:
    row = _promise(counter)
    counter.desk.promises.move(row, counter.now + 2 * DAY, "hub is late", True)
    counter.desk.promises.move(row, counter.now + 3 * DAY, "still late", False)
    shown = counter.desk.promises.one(row)
    assert shown.first_said == "first said Tue 12:00, moved 2x"
    assert [(each.reason, each.told) for each in shown.entries] == [("hub is late", True), ("still late", False)]
    counter.tick(3 * DAY + HOUR)
    assert counter.desk.promises.one(row).standing.outcome is Outcome.BROKEN
    counter.desk.promises.keep(row)
    kept = counter.desk.promises.one(row).standing
    assert (kept.outcome, kept.kept_first_date) == (Outcome.KEPT_LATE, False)


@pytest.mark.parametrize("table", ["promise", "promise_entry", "statement"])
@pytest.mark.parametrize("statement", ["UPDATE {0} SET kind = 'x'", "DELETE FROM {0}", "REPLACE INTO {0} SELECT * FROM {0}"])
def test_plain_sql_cannot_rewrite_what_was_said(counter: Counter, table: str, statement: str) -> None:
    row = _promise(counter)
    counter.desk.promises.keep(row)
    counter.desk.told.say(counter.desk.promises.one(row).promise.customer_id, StatementTyped("hub", "Mon"))
    with pytest.raises(PeeweeException, match="append-only"):
        counter.desk.store.database.execute_sql(statement.format(table))


@pytest.mark.parametrize("verb", VERBS)
def test_one_verb_one_transaction_one_entry_and_not_twice(counter: Counter, verb: str) -> None:
    row = _promise(counter)
    entries = counter.entries()
    with watched(counter.desk.store.database) as ran:
        first = VERBS[verb](counter, row, "one key")
    assert [each for each in ran.sent if each.startswith(("BEGIN", "COMMIT"))] == ["BEGIN IMMEDIATE", "COMMIT"]
    assert counter.entries() == entries + 1
    after = _rows()
    again = VERBS[verb](counter, row, "one key")
    assert (again.repeated, again.subject, first.verb) == (True, first.subject, verb)
    assert (_rows(), counter.entries()) == (after, entries + 1)
    assert list(journal.broken_entries()) == []


@pytest.mark.parametrize("verb", VERBS)
def test_taking_back_adds_an_entry_and_leaves_all_others(counter: Counter, verb: str) -> None:
    row = _promise(counter)
    whom = counter.desk.promises.one(row).promise.customer_id
    shown, due = counter.desk.promises.of_customer(whom), counter.desk.due.list()
    VERBS[verb](counter, row, None)
    before = _rows()
    counter.undo()
    after = _rows()
    assert [new[: len(old)] for old, new in zip(before, after, strict=True)] == before  # type: ignore[index,arg-type]
    assert models.PromiseEntry.select().where(models.PromiseEntry.kind == "taken back").count() >= 1
    assert (counter.desk.promises.of_customer(whom), counter.desk.due.list()) == (shown, due)


def test_a_promise_taken_back_is_shown_and_counted_nowhere(counter: Counter) -> None:
    row = _promise(counter)
    whom = counter.desk.promises.one(row).promise.customer_id
    counter.undo()
    assert counter.desk.promises.of_customer(whom) == counter.desk.due.list() == ()
    assert counter.desk.promises.one(row).standing.outcome is Outcome.TAKEN_BACK
    assert models.PromiseLike.select().count() == 0
    with pytest.raises(NotAllowed, match="taken back"):
        counter.desk.promises.keep(row)


def test_what_was_entered_on_since_is_not_taken_back(counter: Counter) -> None:
    row = _promise(counter)
    made = counter.desk.own_entries.last().done
    moved = VERBS["promise.move"](counter, row, None)
    counter.desk.promises.keep(row)
    for done in (made, moved):
        with pytest.raises(Conflict, match="More was entered"):
            counter.desk.own_entries.undo(done)


def test_an_entry_never_counts_as_older_than_what_it_follows(counter: Counter) -> None:
    row = _promise(counter)
    VERBS["promise.move"](counter, row, None)
    counter.tick(-2 * HOUR)
    counter.undo()
    assert counter.desk.promises.one(row).entries == ()


@pytest.mark.parametrize(
    "typed",
    [
        PromiseTyped(),
        PromiseTyped("call back"),
        PromiseTyped("tomorrow noon"),
        PromiseTyped("call back yesterday"),
        PromiseTyped(what="call back"),
        PromiseTyped("call\x1b back tomorrow noon"),
        PromiseTyped("call back tomorrow noon", kind="x" * 201),
    ],
)
def test_what_is_not_understood_leaves_nothing(counter: Counter, typed: PromiseTyped) -> None:
    whom = counter.customer()
    entries = counter.entries()
    with pytest.raises(BadInput) as refused:
        counter.desk.promises.make(whom, typed)
    assert refused.value.sentence
    assert (models.Promise.select().count(), counter.entries()) == (0, entries)


def test_refusals_of_entries_say_why(counter: Counter) -> None:
    row = _promise(counter)
    ledger = counter.desk.promises
    with pytest.raises(NotAllowed, match="reason"):
        ledger.move(row, counter.now + DAY, " ", True)
    with pytest.raises(BadInput, match="has passed"):
        ledger.move(row, counter.now - DAY, "late", True)
    with pytest.raises(BadInput, match="reason"):
        ledger.release(row, "")
    with pytest.raises(NotFound):
        ledger.keep(row + 9)  # type: ignore[arg-type]
    ledger.keep(row)
    with pytest.raises(NotAllowed, match="kept already"):
        ledger.keep(row)


def test_what_has_become_of_a_promise_does_not_hang_on_the_order_of_rows(counter: Counter) -> None:
    rng = Random(7)
    row = _promise(counter)
    outcomes = []
    for verb in ("promise.move", "undo", "promise.move", "promise.keep", "undo", "undo", "promise.release", "undo"):
        counter.tick(HOUR)
        counter.undo() if verb == "undo" else VERBS[verb](counter, row, None)
        promise, behind = reads.promise(row)
        found = standing(promise, behind, counter.now)
        outcomes.append(found.outcome)
        for _ in range(5):
            assert standing(promise, rng.sample(behind, len(behind)), counter.now) == found
    assert [each for each in outcomes if each is not Outcome.OPEN] == [Outcome.KEPT_EARLY, Outcome.RELEASED]


def _many(counter: Counter, kind: str, working_hours: list[int], *, case: object = None) -> list[PromiseId]:
    """Promises made on Monday morning, kept after so many working hours each."""
    whom = counter.customer(f"Of {kind}")
    made = []
    start = counter.now
    for _ in working_hours:
        typed = PromiseTyped(what="x", due=counter.now + 200 * DAY, kind=kind, case_id=case)  # type: ignore[arg-type]
        made.append(counter.desk.promises.make(whom, typed).subject)
    for row, hours in sorted(zip(made, working_hours, strict=True), key=lambda each: each[1]):
        counter.now = counter.desk.promises.hours().add(start, timedelta(hours=hours))
        counter.desk.promises.keep(row)  # type: ignore[arg-type]
    return made  # type: ignore[return-value]


def test_advice_is_the_time_nine_in_ten_met_in_working_hours(counter: Counter) -> None:
    _many(counter, "Parts", list(range(1, 11)))
    advised = counter.desk.promises.advice("parts")
    assert advised is not None
    found, group = advised
    assert (found.within, found.halfway, found.finished, found.still_open, group) == (9.0, 5.0, 10, 0, "parts")
    due = counter.desk.promises.advised_due(found)
    hours = counter.desk.promises.hours()
    assert timedelta(hours=9) <= hours.between(counter.now, due) < timedelta(hours=9, minutes=15)
    assert due.minute % 15 == due.second == 0
    share = counter.desk.promises.chance("parts", "", counter.desk.promises.hours().add(counter.now, 3 * HOUR))
    assert share == (pytest.approx(0.3), "parts")


def test_too_few_of_a_kind_are_told_from_the_next_wider_group_by_its_name(counter: Counter) -> None:
    assert counter.desk.promises.advice("parts") is None
    whom = counter.customer()
    case = counter.case(whom, "Repair")
    _many(counter, "parts", [2] * 7, case=case)
    assert counter.desk.promises.advice("parts", "repair") is None
    _many(counter, "parts", [4] * 3)
    advised = counter.desk.promises.advice("parts", "repair")
    assert advised is not None
    assert (advised[1], advised[0].within) == ("parts", 4.0)
    _many(counter, "parts", [2], case=case)
    assert counter.desk.promises.advice("PARTS", "repair")[1] == "PARTS, repair"  # type: ignore[index]
    assert counter.desk.promises.advice("hub answer", "repair")[1] == "all promises"  # type: ignore[index]


def test_open_and_released_promises_count_as_not_done_yet_and_mistakes_not_at_all(counter: Counter) -> None:
    _many(counter, "parts", [1] * 8)
    whom = counter.customer("Open")
    rows = [
        counter.desk.promises.make(whom, PromiseTyped(what="x", due=counter.now + 90 * DAY, kind="parts")).subject
        for _ in range(3)
    ]
    counter.undo()
    counter.now = counter.desk.promises.hours().add(counter.now, 5 * HOUR)
    counter.desk.promises.release(rows[0], "no need")  # type: ignore[arg-type]
    counter.tick(10 * DAY)
    (like,) = (
        models.PromiseLike.select(models.PromiseLike.ended).where(models.PromiseLike.promise == rows[0]).tuples()
    )
    assert like == (300,)
    advised = counter.desk.promises.advice("parts")
    assert advised is None or (advised[0].finished, advised[0].still_open) == (8, 2)
    group = advice.group(advice.wider("parts", "")[0], day.shop_clock().minutes(counter.now))
    assert (len(group.finished), sorted(group.still_open)[0]) == (8, 5.0)
    assert len(group.still_open) == 2


def test_other_working_hours_count_all_lengths_anew(counter: Counter) -> None:
    _many(counter, "parts", [9] * 8)
    week = ((Span(time(9), time(12)),),) * 6 + ((),)
    counter.desk.duty.set_hours(week)
    before = sorted(row[0] for row in models.PromiseLike.select(models.PromiseLike.took).tuples())
    assert before == [180] * 8
    with counter.desk.store.transaction():
        derived.rebuild(counter.desk.store.database)
    assert sorted(row[0] for row in models.PromiseLike.select(models.PromiseLike.took).tuples()) == before
