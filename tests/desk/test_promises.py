"""The ledger of promises at the desk: one verb each, nothing rewritten, and what to promise told from the past."""

from __future__ import annotations

from datetime import time, timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest
from peewee import PeeweeException

from deskui.desk.desk import Desk
from deskui.desk.verb import Verb
from deskui.domain.due_time.reading import NoTimeSaid
from deskui.domain.promises.advisor import Advice
from deskui.domain.promises.promise import EntryKind
from deskui.domain.promises.standing import Outcome, standing
from deskui.domain.typed import ConversationTyped, PromiseTyped, StatementTyped, WrapUpTyped
from deskui.domain.working_hours.hours import Span
from deskui.errors import BadInput, Conflict, NotAllowed, NotFound
from deskui.store import journal, models
from deskui.store.reads import advice
from deskui.store.reads import promises as reads
from deskui.store.reads.hours import shop_clock
from deskui.store.writes import derived
from tests import postgres
from tests.desk.counter import DAY, HOUR
from tests.store.spying import watched
from tests.usual_kinds import USUAL_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId, CustomerId, PromiseId
    from deskui.store.entry import Entry
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
@pytest.mark.parametrize("statement", ["UPDATE {0} SET kind = 'x'", "DELETE FROM {0}", postgres.PAST_TRIGGERS])
def test_plain_sql_cannot_rewrite_what_was_said(counter: Counter, table: str, statement: str) -> None:
    row = _promise(counter)
    counter.desk.promises.keep(row)
    counter.desk.told.say(counter.desk.promises.one(row).promise.customer_id, StatementTyped("hub", "Mon"))
    with pytest.raises(PeeweeException, match="append-only"):
        counter.desk.store.database.execute_sql(statement.format(table))


@pytest.mark.embedded("PostgreSQL has no REPLACE")
def test_a_promise_with_a_key_of_its_source_cannot_be_replaced_by_that(counter: Counter) -> None:
    _promise(counter)
    columns = "customer_id, what, kind, due, basis, made_at"
    again = f"INTO promise ({columns}, source_key) SELECT {columns}, 'key 1' FROM promise WHERE id = 1"
    counter.desk.store.database.execute_sql(f"INSERT {again}")
    with pytest.raises(PeeweeException, match="append-only"):
        counter.desk.store.database.execute_sql(f"INSERT OR REPLACE {again}")


@pytest.mark.parametrize("verb", VERBS)
def test_one_verb_one_transaction_one_entry_and_not_twice(counter: Counter, verb: str) -> None:
    row = _promise(counter)
    entries = counter.entries()
    with watched(counter.desk.store.database) as ran:
        first = VERBS[verb](counter, row, "one key")
    assert ran.transactions == ["BEGIN to write", "COMMIT"]
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
    counter.tick(HOUR)
    VERBS["promise.move"](counter, row, None)
    counter.tick(-HOUR / 2)
    counter.undo()
    shown = counter.desk.promises.one(row)
    assert (shown.entries, shown.standing.outcome) == ((), Outcome.OPEN)


def test_an_entry_never_counts_as_older_than_its_promise(counter: Counter) -> None:
    row, made = _promise(counter), counter.now
    counter.tick(-HOUR)
    counter.desk.promises.keep(row)
    assert counter.desk.promises.one(row).standing.settled_at == made


def test_a_promise_that_another_replaces_says_by_what(counter: Counter) -> None:
    row = _promise(counter)
    counter.desk.promises.supersede(row, PromiseTyped("mail it fri 5pm"))
    (entry,) = counter.desk.promises.one(row).entries
    assert (entry.kind, entry.reason) == (EntryKind.SUPERSEDED, "mail it")


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
    with pytest.raises(BadInput, match="reason"):
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
    group = advice.group(advice.wider("parts", "")[0], shop_clock().minutes(counter.now))
    assert (len(group.finished), sorted(group.still_open)[0]) == (8, 5.0)
    assert len(group.still_open) == 2


def test_a_promise_that_another_replaces_counts_as_not_done_yet(counter: Counter) -> None:
    _many(counter, "parts", [1] * 8)
    row = _promise(counter, "parts here fri 5pm", kind="parts")
    counter.desk.promises.supersede(row, PromiseTyped("parts here next fri 5pm"))
    group = advice.group(advice.wider("parts", "")[0], shop_clock().minutes(counter.now))
    assert (len(group.finished), len(group.still_open)) == (8, 2)


def test_the_advised_time_is_a_full_quarter_hour_unless_we_are_closed_by_then(counter: Counter) -> None:
    counter.desk.duty.set_hours(((Span(time(9), time(17, 50)),),) * 6 + ((),))
    zone, due = counter.desk.session.zone, counter.desk.promises.advised_due
    said = [f"{due(Advice(within, within, 8, 0, 0.9)).astimezone(zone):%a %H:%M}" for within in (1.0, 7.1)]
    assert said == ["Mon 11:45", "Mon 17:48"]


def test_kinds_are_those_used_here_most_used_first_then_the_usual_ones(counter: Counter) -> None:
    ledger = counter.desk.promises
    assert ledger.kinds() == USUAL_KINDS
    for kind, times in (("Glasses", 2), ("parts", 3), ("PARTS", 1), ("call back", 1)):
        for _ in range(times):
            _promise(counter, kind=kind)
    assert ledger.kinds()[:3] == ("parts", "Glasses", "call back")
    assert sorted(map(str.casefold, ledger.kinds())) == sorted([*USUAL_KINDS, "glasses"])


def test_a_kind_that_a_colleague_promised_is_known_a_while_later(counter: Counter) -> None:
    ledger, whom = counter.desk.promises, counter.customer()
    assert ledger.kinds() == USUAL_KINDS
    other = Desk(counter.desk.store, lambda: counter.now)
    other.post.session = counter.desk.session
    other.promises.make(whom, PromiseTyped("sharpen tomorrow noon", kind="sharpening"))
    counter.tick(HOUR)
    assert ledger.reading(whom, "sharpening of knives").kind == "sharpening"


def test_the_kind_is_read_from_the_words_unless_one_is_said(counter: Counter) -> None:
    ledger, whom = counter.desk.promises, counter.customer()
    assert ledger.reading(whom, "deliver the parts fri 5pm").kind == "parts"
    assert ledger.reading(whom, "deliver the parts fri 5pm", "delivery").kind == "delivery"
    made = ledger.one(ledger.make(whom, PromiseTyped("call him back tomorrow noon")).subject)  # type: ignore[arg-type]
    assert (made.promise.kind, made.promise.what) == ("call back", "call him back")
    other = ledger.supersede(made.promise.id, PromiseTyped("ring fri noon"))
    assert ledger.one(other.subject).promise.kind == "call back"  # type: ignore[arg-type]


def test_what_is_read_is_what_is_made(counter: Counter) -> None:
    ledger, whom = counter.desk.promises, counter.customer()
    _many(counter, "parts", list(range(1, 11)))
    for line in ("parts here fri 9-12", "parts here", "parts here in 2 h", "call back sun 10:00"):
        read = ledger.reading(whom, line)
        made = ledger.one(ledger.make(whom, PromiseTyped(line)).subject).promise  # type: ignore[arg-type]
        assert (made.what, made.due, made.earliest, made.kind) == (read.what, read.due, read.earliest, read.kind)
    for line in ("", "parts fri noon mon", "tomorrow noon", "parts 5"):
        read = ledger.reading(whom, line)
        assert read.refusal is not None
        with pytest.raises(BadInput) as refused:
            ledger.make(whom, PromiseTyped(line))
        assert line == "" or refused.value.sentence == read.refusal.sentence


def test_without_a_time_the_advised_one_is_promised_and_without_advice_nothing(counter: Counter) -> None:
    ledger, whom = counter.desk.promises, counter.customer()
    read = ledger.reading(whom, "parts here")
    assert isinstance(read.refusal, NoTimeSaid)
    with pytest.raises(BadInput, match="No due time is understood"):
        ledger.make(whom, PromiseTyped("parts here"))
    _many(counter, "parts", list(range(1, 11)))
    read = ledger.reading(whom, "parts here")
    assert (read.is_advised, read.due, read.group, read.chance) == (True, read.advised, "parts", None)
    assert read.offer == f"parts here {read.said.partition(' (')[0]}"
    assert not isinstance(ledger.reading(whom, "parts here soon").refusal, NoTimeSaid)
    made = ledger.one(ledger.make(whom, PromiseTyped("parts here")).subject)  # type: ignore[arg-type]
    assert made.due == read.advised


def test_the_chance_is_told_only_of_a_tighter_time_than_advised(counter: Counter) -> None:
    ledger, whom = counter.desk.promises, counter.customer()
    _many(counter, "parts", list(range(1, 11)))
    advised = ledger.reading(whom, "parts here")
    assert advised.advised is not None
    at, zone = advised.advised, counter.desk.session.zone
    for minutes, tight in ((0, False), (60, False), (-60, True), (-5 * 60, True)):
        local = (at + timedelta(minutes=minutes)).astimezone(zone)
        read = ledger.reading(whom, f"parts here {local:%Y-%m-%d %H:%M}")
        assert (read.chance is not None) is tight
        assert read.chance is None or read.chance < 0.9
    assert ledger.reading(whom, "parts here in 1 min").chance == 0.0


def test_advice_comes_from_the_kind_of_the_case_where_enough_are_known(counter: Counter) -> None:
    whom = counter.customer()
    case = counter.case(whom, "repair")
    _many(counter, "parts", [2] * 8, case=case)
    _many(counter, "parts", [6] * 8)
    ledger = counter.desk.promises
    assert ledger.reading(whom, "parts", case_id=case).group == "parts, repair"
    assert ledger.reading(whom, "parts").group == "parts"
    assert ledger.reading(whom, "books", case_id=case).group == "all promises"
    wrapped = WrapUpTyped(ConversationTyped("asked", case_id=case), promise=PromiseTyped("parts here"))
    expected = ledger.reading(whom, "parts here", case_id=case).due
    counter.desk.wrap_up.finish(whom, wrapped)
    assert expected in {each.due for each in ledger.of_case(case)}


def _bought(counter: Counter, kind: str, *names: str, number: str = "R-1") -> tuple[CustomerId, CaseId]:
    """A customer with a case of that kind about an order of these."""
    whom = counter.customer(f"Buyer of {number}")
    case = counter.case(whom, kind)
    counter.order(whom, number, *names)
    counter.number(whom, number.lower(), case=case)
    return whom, case


def test_advice_comes_from_the_narrowest_group_with_eight_finished_and_names_it(counter: Counter) -> None:
    ledger = counter.desk.promises
    whom, repair = _bought(counter, "repair", "Dishwasher")
    _, claim = _bought(counter, "claim", "dishwasher", number="R-2")
    _, other = _bought(counter, "repair", "Kettle", number="R-3")

    def group() -> str:
        return ledger.reading(whom, "x", "parts", repair).group

    assert group() == ""
    _many(counter, "call back", [1] * 8)
    assert group() == "all promises"
    _many(counter, "parts", [2] * 8)
    assert group() == "parts"
    _many(counter, "parts", [3] * 8, case=other)
    assert group() == "parts, repair"
    _many(counter, "parts", [4] * 8, case=claim)
    assert group() == "parts of Dishwasher"
    _many(counter, "parts", [5] * 7, case=repair)
    assert group() == "parts of Dishwasher"
    _many(counter, "parts", [5], case=repair)
    read = ledger.reading(whom, "x", "parts", repair)
    assert read.advice is not None
    assert (read.group, read.advice.finished, read.advice.within) == ("parts of Dishwasher, repair", 8, 5.0)
    assert ledger.reading(whom, "x", "parts").group == "parts"
    made = ledger.one(ledger.make(whom, PromiseTyped("x", kind="parts", case_id=repair)).subject)  # type: ignore[arg-type]
    assert made.due == read.due


def test_of_several_lines_the_one_that_the_words_name_tells(counter: Counter) -> None:
    ledger = counter.desk.promises
    whom, case = _bought(counter, "repair", "Dishwasher", "Range hood", "Parts")
    _, others = _bought(counter, "claim", "Dishwasher", number="R-2")
    _many(counter, "parts", [4] * 8, case=others)
    assert ledger.reading(whom, "parts of the dishwasher", case_id=case).group == "parts of Dishwasher"
    assert ledger.reading(whom, "parts of the range hood", case_id=case).group == "parts"
    assert ledger.reading(whom, "the parts", case_id=case).group == "parts"


def test_a_kind_of_case_that_is_the_kind_of_promise_is_not_said_twice(counter: Counter) -> None:
    whom, case = _bought(counter, "Delivery", "Dishwasher")
    _many(counter, "delivery", [4] * 8, case=case)
    assert counter.desk.promises.reading(whom, "delivery", case_id=case).group == "delivery of Dishwasher"


def test_the_number_of_another_customers_order_says_nothing(counter: Counter) -> None:
    whom = counter.customer()
    case = counter.case(whom, "repair")
    counter.order(counter.customer("Somebody else"), "R-1", "Dishwasher")
    counter.number(whom, "R-1", case=case)
    _many(counter, "parts", [4] * 8, case=case)
    assert counter.desk.promises.reading(whom, "parts", case_id=case).group == "parts, repair"


def test_a_promise_is_of_the_product_as_soon_as_its_order_is_known(counter: Counter) -> None:
    whom = counter.customer()
    case = counter.case(whom, "repair")
    counter.number(whom, "r 88213", case=case)
    _many(counter, "parts", [4] * 8, case=case)
    order = counter.order(whom, "R-88213", "Dishwasher")
    assert counter.desk.promises.reading(whom, "parts", case_id=case).group == "parts of Dishwasher, repair"
    _rename_lines(counter, order, "Kettle")
    assert counter.desk.promises.reading(whom, "parts", case_id=case).group == "parts of Kettle, repair"


def _rename_lines(counter: Counter, order: int, name: str) -> None:
    def work(entry: Entry) -> tuple[int, None]:
        for line in models.OrderLine.select().where(models.OrderLine.order == order):
            entry.update(models.OrderLine, line.id, line.version, name=name)
        return order, None

    counter.desk.customers.perform(Verb("order.change"), None, work)


def test_advice_is_never_older_than_the_last_entry(counter: Counter) -> None:
    ledger, whom = counter.desk.promises, counter.customer()
    _many(counter, "parts", [2] * 8)
    before = ledger.reading(whom, "parts").advice
    _many(counter, "parts", [7] * 8)
    after = ledger.reading(whom, "parts").advice
    assert before is not None
    assert after is not None
    assert (before.finished, before.within, after.finished, after.within) == (8, 2.0, 16, 7.0)


def test_advice_changes_with_the_clock_alone_as_those_open_grow_older(counter: Counter) -> None:
    ledger, whom = counter.desk.promises, counter.customer()
    _many(counter, "parts", [2] * 8)
    ledger.make(whom, PromiseTyped(what="x", due=counter.now + 90 * DAY, kind="parts"))
    assert ledger.reading(whom, "parts").advice is not None
    counter.tick(3 * HOUR)
    assert ledger.reading(whom, "parts").advice is None


def test_a_closed_hour_is_read_with_the_next_opening(counter: Counter) -> None:
    read = counter.desk.promises.reading(counter.customer(), "call back sun 10:00")
    assert read.offered is not None
    assert (f"{read.offered:%d %H:%M}", read.offer) == ("30 16:00", "call back Mon 30 Nov 09:00")
    assert read.said.endswith("we are closed then; next open Mon 30 Nov 09:00")


def test_a_look_reads_the_same_however_often_with_few_statements(counter: Counter) -> None:
    whom = counter.customer()
    _many(counter, "parts", list(range(1, 11)))
    first = counter.desk.promises.reading(whom, "parts here fri noon")
    with watched(counter.desk.store.database) as ran:
        assert counter.desk.promises.reading(whom, "parts here fri noon") == first
    assert len(ran.sent) <= 8
    assert not any("promise_like" in each for each in ran.sent)


def test_a_promise_corrects_what_was_told_otherwise_and_undo_takes_both_back(counter: Counter) -> None:
    whom, ledger = counter.customer(), counter.desk.promises
    monday = ledger.reading(whom, "x next mon noon").due
    counter.desk.told.say(whom, StatementTyped("Hub answer", "hub answers by Mon", monday))
    assert ledger.reading(whom, "other thing fri noon").earlier is None
    assert ledger.reading(whom, "hub answer next mon noon").earlier is None
    read = ledger.reading(whom, "hub answer fri 5pm")
    assert read.earlier is not None
    assert read.earlier.text == "hub answers by Mon"
    entries = counter.entries()
    ledger.make(whom, PromiseTyped("hub answer fri 5pm"))
    assert counter.entries() == entries + 1
    (now,) = counter.desk.told.standing(whom)
    assert (now.topic, now.text, now.date) == ("Hub answer", "hub answer Fri 27 Nov 17:00", read.due)
    assert now.corrects == read.earlier.id
    counter.undo()
    (back,) = counter.desk.told.standing(whom)
    assert back.text == "hub answers by Mon"
    assert ledger.of_customer(whom) == ()


@pytest.mark.parametrize("told", [True, False])
def test_a_move_corrects_what_was_told_when_they_know_of_it(counter: Counter, told: bool) -> None:
    whom, ledger = counter.customer(), counter.desk.promises
    row = ledger.make(whom, PromiseTyped("hub answer tomorrow noon")).subject
    counter.desk.told.say(whom, StatementTyped("hub answer", "tomorrow noon", ledger.one(row).due))  # type: ignore[arg-type]
    read = ledger.reading_of_move(whom, "hub answer", "fri 9-12")
    assert read.due is not None
    assert read.earlier is not None
    ledger.move(row, read.due.at, "hub is late", told, earliest=read.due.earliest)  # type: ignore[arg-type]
    (stands,) = counter.desk.told.standing(whom)
    assert (stands.text == "hub answer Fri 27 Nov 09:00-12:00") is told
    counter.undo()
    (stands,) = counter.desk.told.standing(whom)
    assert stands.text == "tomorrow noon"


def test_a_move_is_read_as_a_time_alone(counter: Counter) -> None:
    ledger, whom = counter.desk.promises, counter.customer()
    assert "leave 'call back' out" in str(ledger.reading_of_move(whom, "x", "call back fri 5pm").refusal)
    assert ledger.reading_of_move(whom, "x", "sun 10:00").offer == "Mon 30 Nov 09:00"
    assert ledger.reading_of_move(whom, "x", "whenever").due is None


def test_other_working_hours_count_all_lengths_anew(counter: Counter) -> None:
    _many(counter, "parts", [9] * 8)
    week = ((Span(time(9), time(12)),),) * 6 + ((),)
    counter.desk.duty.set_hours(week)
    before = sorted(row[0] for row in models.PromiseLike.select(models.PromiseLike.took).tuples())
    assert before == [180] * 8
    with counter.desk.store.transaction():
        derived.rebuild(counter.desk.store.database)
    assert sorted(row[0] for row in models.PromiseLike.select(models.PromiseLike.took).tuples()) == before
