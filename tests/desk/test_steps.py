"""Checklists and guides through the desk: started, ticked, skipped, and in the way of closing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from deskui.desk.steps import GuideTyped
from deskui.desk.verb import Verb
from deskui.domain.case import CaseStatus
from deskui.domain.steps.step_list import ListKind, Stage, StepState
from deskui.domain.steps.template import TemplateTyped
from deskui.domain.typed import CaseTyped, ConversationTyped, WrapUpTyped
from deskui.errors import BadInput, Conflict, DatabaseTrouble, NotAllowed, NotFound
from deskui.store import journal, models
from deskui.store.writes import cases as case_writes
from tests.desk.counter import HOUR

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.case import Case
    from deskui.domain.ids import CaseId, CustomerId, StepTemplateId
    from deskui.domain.steps.step_list import Step, StepList
    from deskui.store.entry import Entry
    from tests.desk.counter import Counter

TAKE_IN: Final = TemplateTyped(ListKind.CHECKLIST, "Taking it in", "serial noted\ncharger\n", "repair", Stage.TAKE_IN)
HAND_OUT: Final = TemplateTyped(ListKind.CHECKLIST, "Before they leave", "it starts\nbag", "repair", Stage.HAND_OUT)
CLAIM: Final = TemplateTyped(ListKind.GUIDE, "how to claim", "1. form\n2. send it", for_customer=True)


@pytest.fixture
def repair(counter: Counter) -> CaseId:
    """A repair in a shop that has checklists for them, and a guide."""
    for each in (TAKE_IN, HAND_OUT, CLAIM):
        counter.desk.steps.add_template(each)
    return counter.case(counter.customer(), "Repair")


def lists(counter: Counter, case: CaseId) -> dict[str, StepList]:
    return {each.title: each for each in counter.desk.steps.of_case(case)}


def step(counter: Counter, case: CaseId, text: str) -> Step:
    return next(each for one in counter.desk.steps.of_case(case) for each in one.steps if each.text == text)


def states(counter: Counter, case: CaseId) -> list[tuple[str, str]]:
    return [(each.text, each.state.value) for one in counter.desk.steps.of_case(case) for each in one.steps]


def shown(counter: Counter, case: CaseId) -> Case:
    return counter.desk.cases.case(case)


def tick(counter: Counter, case: CaseId, *texts: str) -> None:
    for text in texts:
        counter.desk.steps.tick(step(counter, case, text))


def family(counter: Counter, title: str) -> int:
    return next(each.family for each in counter.desk.steps.templates() if each.title == title)


def test_a_case_of_the_kind_begins_with_its_take_in_list_in_one_entry(counter: Counter, repair: CaseId) -> None:
    started = lists(counter, repair)["Taking it in"]
    assert (started.kind, started.stage, started.started_by) == (ListKind.CHECKLIST, Stage.TAKE_IN, "Ada")
    assert states(counter, repair) == [("serial noted", "open"), ("charger", "open")]
    entries = counter.entries()
    counter.case(counter.customer("Opal Freeman"), "repair")
    assert counter.entries() == entries + 2  # the customer and the case
    other = counter.case(counter.customer("Nell Ng"), "parcel")
    assert counter.desk.steps.of_case(other) == ()


def test_the_view_of_a_customer_has_the_steps_of_its_case(counter: Counter, repair: CaseId) -> None:
    case = counter.desk.customers.view(shown(counter, repair).customer_id).case
    assert case is not None
    assert case.steps == counter.desk.steps.of_case(repair) != ()


def test_what_is_ready_gets_its_hand_out_list_once(counter: Counter, repair: CaseId) -> None:
    desk = counter.desk
    for status in (CaseStatus.READY, CaseStatus.OPEN, CaseStatus.READY):
        desk.cases.set_status(shown(counter, repair), status)
    assert [each.title for each in desk.steps.of_case(repair)] == ["Taking it in", "Before they leave"]


def test_a_step_is_ticked_and_opened_again_each_by_an_entry(counter: Counter, repair: CaseId) -> None:
    entries = counter.entries()
    tick(counter, repair, "charger")
    done = step(counter, repair, "charger")
    assert (done.state, done.by, done.at, done.by_customer) == (StepState.DONE, "Ada", counter.now, False)
    counter.desk.steps.untick(done)
    again = step(counter, repair, "charger")
    assert (again.state, again.by, again.at) == (StepState.OPEN, "", None)
    assert counter.entries() == entries + 2
    assert list(journal.broken_entries()) == []


def test_it_is_written_down_that_the_customer_did_it(counter: Counter, repair: CaseId) -> None:
    counter.desk.steps.start(repair, _template(counter, "how to claim"))
    counter.desk.steps.tick(step(counter, repair, "form"), by_customer=True)
    tick(counter, repair, "send it")
    guide = lists(counter, repair)["how to claim"]
    assert guide.for_customer
    assert [(each.text, each.by_customer, each.by) for each in guide.steps] == [
        ("form", True, "Ada"),
        ("send it", False, "Ada"),
    ]


def _template(counter: Counter, title: str) -> StepTemplateId:
    return next(each.id for each in counter.desk.steps.templates() if each.title == title)


def test_a_step_is_skipped_with_a_reason_only(counter: Counter, repair: CaseId) -> None:
    charger = step(counter, repair, "charger")
    for reason in ("", "  "):
        with pytest.raises(BadInput, match="The reason is empty"):
            counter.desk.steps.skip(charger, reason)
    counter.desk.steps.skip(charger, "left it at home")
    now = step(counter, repair, "charger")
    assert (now.state, now.reason, now.by) == (StepState.SKIPPED, "left it at home", "Ada")
    tick(counter, repair, "charger")
    assert (step(counter, repair, "charger").state, step(counter, repair, "charger").reason) == (StepState.DONE, "")


def test_two_at_one_step_the_second_is_told(counter: Counter, repair: CaseId) -> None:
    seen = step(counter, repair, "charger")
    counter.desk.steps.tick(seen)
    entries = counter.entries()
    with pytest.raises(Conflict, match="Somebody else has changed this meanwhile"):
        counter.desk.steps.skip(seen, "not here")
    assert (states(counter, repair)[1], counter.entries()) == (("charger", "done"), entries)


def test_the_same_tick_sent_twice_counts_once(counter: Counter, repair: CaseId) -> None:
    seen = step(counter, repair, "charger")
    first = counter.desk.steps.tick(seen, "the same key")
    second = counter.desk.steps.tick(seen, "the same key")
    assert (second.repeated, second.sequence) == (True, first.sequence)


def test_undo_puts_a_tick_back_and_a_start_away(counter: Counter, repair: CaseId) -> None:
    before = states(counter, repair)
    tick(counter, repair, "charger")
    counter.undo()
    assert states(counter, repair) == before
    counter.desk.steps.start(repair, _template(counter, "how to claim"))
    counter.undo()
    assert list(lists(counter, repair)) == ["Taking it in"]
    counter.undo()
    with pytest.raises(NotFound):
        shown(counter, repair)
    assert counter.desk.steps.of_case(repair) == ()


def test_a_list_is_not_taken_back_from_under_a_tick(counter: Counter, repair: CaseId) -> None:
    start = counter.desk.steps.start(repair, _template(counter, "how to claim"))
    tick(counter, repair, "form")
    with pytest.raises(Conflict, match="changed again since"):
        counter.desk.own_entries.undo(start)
    assert lists(counter, repair)["how to claim"].in_words == "1/2"


def test_a_case_is_not_taken_back_from_under_a_list_started_since(counter: Counter) -> None:
    counter.desk.steps.add_template(CLAIM)
    who = counter.customer()
    opened = counter.desk.cases.open(who, CaseTyped("Missing parcel"))
    counter.desk.steps.start(opened.subject, _template(counter, "how to claim"))  # type: ignore[arg-type]
    with pytest.raises(Conflict, match="Something has been written in that case since"):
        counter.desk.own_entries.undo(opened)


# --- closing -------------------------------------------------------------------------------------------------


def test_closing_with_open_steps_is_refused_and_names_them(counter: Counter, repair: CaseId) -> None:
    entries = counter.entries()
    with pytest.raises(BadInput, match="“serial noted”, “charger” and 2 more are open") as refused:
        counter.desk.cases.close(shown(counter, repair), "Works.")
    assert refused.value.field == "The reason"
    assert shown(counter, repair).status is CaseStatus.OPEN
    assert (counter.entries(), len(counter.desk.steps.of_case(repair))) == (entries, 1)


def test_with_a_reason_it_is_closed_and_both_are_kept(counter: Counter, repair: CaseId) -> None:
    counter.desk.cases.close(shown(counter, repair), "Sold it.", unfinished=" sold  as it is ")
    case = shown(counter, repair)
    assert (case.status, case.outcome, case.unfinished) == (CaseStatus.CLOSED, "Sold it.", "sold as it is")
    assert [each.title for each in case.steps] == ["Taking it in", "Before they leave"]
    counter.desk.cases.reopen(case, "Not solved.")
    assert shown(counter, repair).unfinished == ""
    with pytest.raises(BadInput):
        counter.desk.cases.close(shown(counter, repair), "Sold it.")


def test_a_hand_out_list_nobody_began_is_in_the_way_too(counter: Counter, repair: CaseId) -> None:
    tick(counter, repair, "serial noted", "charger")
    assert counter.desk.steps.before_closing(repair) == ("it starts", "bag")
    with pytest.raises(BadInput, match="“it starts” and “bag” are open"):
        counter.desk.cases.close(shown(counter, repair), "Works.")
    counter.desk.cases.set_status(shown(counter, repair), CaseStatus.READY)
    tick(counter, repair, "it starts")
    assert counter.desk.steps.before_closing(repair) == ("bag",)
    counter.desk.steps.skip(step(counter, repair, "bag"), "has her own")
    assert counter.desk.steps.before_closing(repair) == ()
    counter.desk.cases.close(shown(counter, repair), "Works.", unfinished="nobody reads this")
    assert (shown(counter, repair).status, shown(counter, repair).unfinished) == (CaseStatus.CLOSED, "")


def test_an_unfinished_guide_is_not_in_the_way(counter: Counter) -> None:
    case = counter.case(counter.customer())
    counter.desk.steps.attach(case, GuideTyped("how to claim", "form\nsend it"))
    counter.desk.cases.close(shown(counter, case), "Found.")
    assert shown(counter, case).status is CaseStatus.CLOSED


def test_a_step_opened_at_another_desk_meanwhile_is_seen(counter: Counter) -> None:
    counter.desk.steps.add_template(TAKE_IN)
    repair = counter.case(counter.customer(), "repair")
    tick(counter, repair, "serial noted", "charger")
    seen = shown(counter, repair)
    counter.desk.steps.untick(step(counter, repair, "charger"))
    with pytest.raises(BadInput, match="“charger” is open"):
        counter.desk.cases.close(seen, "Works.")


def _by_status(counter: Counter, case: Case) -> object:
    return counter.desk.cases.set_status(case, CaseStatus.CLOSED)


def _past_the_desk(counter: Counter, case: Case) -> object:
    def work(entry: Entry) -> tuple[int, CustomerId]:
        case_writes.change_case(entry, case.id, case.version, {"status": "closed", "closed_at": entry.at})
        return case.id, case.customer_id

    return counter.desk.cases.perform(Verb("case.shut"), None, work)


def _in_a_hand_over(counter: Counter, case: Case) -> object:
    def work(entry: Entry) -> tuple[int, CustomerId]:
        columns = {"owner": counter.ben.id, "status": "closed", "closed_at": entry.at, "outcome": "given away"}
        case_writes.change_case(entry, case.id, case.version, columns)
        return case.id, case.customer_id

    return counter.desk.duty.perform(Verb("case.give_away"), None, work)


CLOSINGS: Final[dict[str, Callable[[Counter, Case], object]]] = {
    "close": lambda counter, case: counter.desk.cases.close(case, "Done."),
    "blank reason": lambda counter, case: counter.desk.cases.close(case, "Done.", unfinished=" \t "),
    "status": _by_status,
    "a verb of its own": _past_the_desk,
    "hand-over": _in_a_hand_over,
}


@pytest.mark.parametrize("way", CLOSINGS)
def test_every_way_to_close_with_open_items_is_refused(counter: Counter, repair: CaseId, way: str) -> None:
    entries = counter.entries()
    with pytest.raises((BadInput, NotAllowed)):
        CLOSINGS[way](counter, shown(counter, repair))
    assert shown(counter, repair).status is CaseStatus.OPEN
    assert counter.entries() == entries


def test_a_wrap_up_and_a_hand_over_leave_it_open(counter: Counter, repair: CaseId) -> None:
    case = shown(counter, repair)
    talk = ConversationTyped("Picked it up", case_id=repair)
    counter.desk.wrap_up.finish(case.customer_id, WrapUpTyped(talk, next_step="close the case"))
    counter.desk.duty.hand_over(repair, counter.ben.id, "yours now")
    counter.desk.duty.hand_over_all(counter.ben.id, counter.paul.id, "all yours")
    assert (shown(counter, repair).status, shown(counter, repair).owner) == (CaseStatus.OPEN, "Paul")


def test_taking_back_a_tick_does_not_open_the_list_of_a_closed_case(counter: Counter) -> None:
    counter.desk.steps.add_template(TAKE_IN)
    repair = counter.case(counter.customer(), "repair")
    tick(counter, repair, "serial noted")
    ticked = counter.desk.steps.tick(step(counter, repair, "charger"))
    counter.desk.act_as(counter.ben)
    counter.desk.cases.close(shown(counter, repair), "Works.")
    counter.desk.act_as(counter.ada)
    number = shown(counter, repair).number
    with pytest.raises(NotAllowed, match=f"Case #{number} would stand closed with open checklist steps"):
        counter.desk.own_entries.undo(ticked)
    assert step(counter, repair, "charger").state is StepState.DONE


def test_taking_back_a_reopening_does_not_close_what_is_unfinished(counter: Counter) -> None:
    counter.desk.steps.add_template(TAKE_IN)
    repair = counter.case(counter.customer(), "repair")
    tick(counter, repair, "serial noted", "charger")
    counter.desk.cases.close(shown(counter, repair), "Works.")
    reopened = counter.desk.cases.reopen(shown(counter, repair), "Not solved.")
    counter.desk.act_as(counter.ben)
    counter.desk.steps.untick(step(counter, repair, "charger"))
    counter.desk.act_as(counter.ada)
    with pytest.raises(NotAllowed, match="would stand closed"):
        counter.desk.own_entries.undo(reopened)
    assert shown(counter, repair).status is CaseStatus.OPEN


def test_a_closing_with_a_reason_is_taken_back_whole(counter: Counter, repair: CaseId) -> None:
    before = shown(counter, repair)
    counter.desk.cases.close(before, "Sold it.", unfinished="sold as it is")
    counter.undo()
    after = shown(counter, repair)
    assert (after.status, after.unfinished, after.steps) == (before.status, "", before.steps)


def test_the_steps_of_a_closed_case_rest(counter: Counter, repair: CaseId) -> None:
    counter.desk.cases.close(shown(counter, repair), "Sold it.", unfinished="sold as it is")
    seen = step(counter, repair, "charger")
    number = shown(counter, repair).number
    for work in (
        lambda: counter.desk.steps.tick(seen),
        lambda: counter.desk.steps.untick(seen),
        lambda: counter.desk.steps.skip(seen, "no"),
        lambda: counter.desk.steps.start(repair, _template(counter, "how to claim")),
        lambda: counter.desk.steps.attach(repair, GuideTyped("own", "one")),
    ):
        with pytest.raises(NotAllowed, match=f"Case #{number} is closed"):
            work()


# --- templates -----------------------------------------------------------------------------------------------


def test_an_edit_is_a_new_version_and_a_started_list_keeps_its_own(counter: Counter, repair: CaseId) -> None:
    of = family(counter, "Taking it in")
    counter.tick(HOUR)
    changed = TemplateTyped(ListKind.CHECKLIST, "Taking in", "serial noted\npassword\n", "repair", Stage.TAKE_IN)
    counter.desk.steps.edit_template(of, 1, changed)
    assert [(each.number, each.lines) for each in counter.desk.steps.versions(of)] == [
        (2, ("serial noted", "password")),
        (1, ("serial noted", "charger")),
    ]
    started = lists(counter, repair)["Taking it in"]
    assert (started.family, started.number, states(counter, repair)[1][0]) == (of, 1, "charger")
    later = counter.case(counter.customer("Opal Freeman"), "repair")
    assert (lists(counter, later)["Taking in"].number, states(counter, later)[1][0]) == (2, "password")


def test_two_editing_one_template_the_second_is_shown_theirs(counter: Counter) -> None:
    counter.desk.steps.add_template(CLAIM)
    of = family(counter, "how to claim")
    counter.desk.steps.edit_template(of, 1, TemplateTyped(ListKind.GUIDE, "how to claim", "call first"))
    with pytest.raises(Conflict) as conflict:
        counter.desk.steps.edit_template(of, 1, TemplateTyped(ListKind.GUIDE, "claims", "write first"))
    assert (conflict.value.theirs["lines"], conflict.value.theirs["version"]) == ("call first", 2)
    counter.desk.steps.edit_template(of, 2, TemplateTyped(ListKind.GUIDE, "claims", "write first"))
    assert [each.number for each in counter.desk.steps.versions(of)] == [3, 2, 1]


def test_an_edit_taken_back_leaves_the_version_before_and_its_number_free_for_nobody(counter: Counter) -> None:
    counter.desk.steps.add_template(CLAIM)
    of = family(counter, "how to claim")
    counter.desk.steps.edit_template(of, 1, TemplateTyped(ListKind.GUIDE, "claims", "write"))
    counter.undo()
    assert [(each.title, each.number) for each in counter.desk.steps.templates()] == [("how to claim", 1)]
    counter.desk.steps.edit_template(of, 1, TemplateTyped(ListKind.GUIDE, "claims", "call"))
    assert [each.number for each in counter.desk.steps.versions(of)] == [3, 1]


def test_a_retired_template_is_offered_no_more_and_what_it_began_goes_on(counter: Counter, repair: CaseId) -> None:
    of = family(counter, "Taking it in")
    counter.desk.steps.retire_template(of)
    assert "Taking it in" not in [each.title for each in counter.desk.steps.templates()]
    assert lists(counter, counter.case(counter.customer("Opal Freeman"), "repair")) == {}
    tick(counter, repair, "charger")
    for again in (
        lambda: counter.desk.steps.retire_template(of),
        lambda: counter.desk.steps.edit_template(of, 1, TAKE_IN),
    ):
        with pytest.raises(NotAllowed, match="“Taking it in” was retired"):
            again()


def test_retiring_can_be_taken_back(counter: Counter) -> None:
    counter.desk.steps.add_template(CLAIM)
    counter.desk.steps.retire_template(family(counter, "how to claim"))
    assert counter.desk.steps.templates() == ()
    counter.undo()
    assert [each.title for each in counter.desk.steps.templates()] == ["how to claim"]


def test_a_list_is_not_started_twice_before_it_is_finished(counter: Counter, repair: CaseId) -> None:
    claim = _template(counter, "how to claim")
    counter.desk.steps.start(repair, claim)
    with pytest.raises(NotAllowed, match="“how to claim” is on this case already, 0/2 done"):
        counter.desk.steps.start(repair, claim)
    tick(counter, repair, "form", "send it")
    counter.desk.steps.start(repair, claim)
    assert [each.title for each in counter.desk.steps.of_case(repair)].count("how to claim") == 2


def test_steps_typed_for_one_case_may_be_kept_for_others(counter: Counter) -> None:
    case = counter.case(counter.customer())
    counter.desk.steps.attach(case, GuideTyped("move your files", "plug it in\ncopy", for_customer=True))
    assert counter.desk.steps.templates() == ()
    entries = counter.entries()
    counter.desk.steps.attach(case, GuideTyped("print a label", "1. site\n2. print", keep=True))
    assert counter.entries() == entries + 1
    (kept,) = counter.desk.steps.templates()
    assert (kept.kind, kept.title, kept.lines) == (ListKind.GUIDE, "print a label", ("site", "print"))
    assert [each.family for each in counter.desk.steps.of_case(case)] == [None, kept.family]
    counter.undo()
    assert (counter.desk.steps.templates(), len(counter.desk.steps.of_case(case))) == ((), 1)


@pytest.mark.parametrize(("title", "lines", "field"), [("", "one", "The title"), ("own", " \n", "Steps")])
def test_what_is_not_accepted_leaves_no_trace(counter: Counter, title: str, lines: str, field: str) -> None:
    case = counter.case(counter.customer())
    entries = counter.entries()
    with pytest.raises(BadInput) as refused:
        counter.desk.steps.attach(case, GuideTyped(title, lines, keep=True))
    assert refused.value.field == field
    assert (counter.entries(), counter.desk.steps.of_case(case)) == (entries, ())


# --- what the database itself refuses ------------------------------------------------------------------------

REWRITES: Final = (
    "DELETE FROM step",
    "DELETE FROM step_list",
    "DELETE FROM step_template",
    "UPDATE step SET text = 'nothing'",
    "UPDATE step SET position = position + 100",
    "UPDATE step SET step_list_id = 1",
    "UPDATE step SET id = id + 1000",
    "UPDATE step_list SET title = 'nothing'",
    "UPDATE step_list SET kind = 'guide'",
    "UPDATE step_list SET case_id = 1",
    "UPDATE step_template SET lines = 'nothing'",
    "UPDATE step_template SET number = 7",
)


@pytest.mark.parametrize("statement", REWRITES)
def test_no_step_is_taken_from_a_started_list_nor_any_text_changed(
    counter: Counter, repair: CaseId, statement: str
) -> None:
    before = counter.desk.steps.of_case(repair), counter.desk.steps.templates()
    with pytest.raises(DatabaseTrouble), counter.desk.store.transaction():
        counter.desk.store.database.execute_sql(statement)
    assert (counter.desk.steps.of_case(repair), counter.desk.steps.templates()) == before


@pytest.mark.embedded("REPLACE is of SQLite")
@pytest.mark.parametrize(
    "statement",
    [
        "REPLACE INTO step (id, step_list_id, position, text, state, by_customer, reason, version)"
        " VALUES (1, 1, 9, 'nothing', 'done', 0, '', 1)",
        "REPLACE INTO step (step_list_id, position, text, state, by_customer, reason, version)"
        " VALUES (1, 1, 'nothing', 'done', 0, '', 1)",
    ],
)
def test_nor_is_a_step_replaced(counter: Counter, repair: CaseId, statement: str) -> None:
    before = states(counter, repair)
    with pytest.raises(DatabaseTrouble), counter.desk.store.transaction():
        counter.desk.store.database.execute_sql(statement)
    assert states(counter, repair) == before


@pytest.mark.server
@pytest.mark.parametrize("table", ["step", "step_list", "step_template"])
def test_nor_is_a_table_emptied(counter: Counter, repair: CaseId, table: str) -> None:
    before = states(counter, repair)
    with pytest.raises(DatabaseTrouble), counter.desk.store.transaction():
        counter.desk.store.database.execute_sql(f"TRUNCATE {table} CASCADE")
    assert states(counter, repair) == before


def test_hostile_steps_are_kept_as_they_are(counter: Counter) -> None:
    case = counter.case(counter.customer())
    text = "[@click=app.quit] [/] {0} %s '; DROP TABLE step; --"
    counter.desk.steps.attach(case, GuideTyped("[red]own", text))
    assert [(each.title, each.steps[0].text) for each in counter.desk.steps.of_case(case)] == [("[red]own", text)]
    assert models.Step.select().count() == 1
