"""Taking back one's own entries: never over what became of them since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.desk.limits import LimitTyped
from deskui.domain.conversation import Channel
from deskui.domain.customer import ContactKind
from deskui.domain.done import Done
from deskui.domain.goodwill.goodwill import Footing, GoodwillKind, GoodwillTyped
from deskui.domain.ids import ApprovalId, CustomerId
from deskui.domain.manual.typed import ArticleTyped
from deskui.domain.points import PointTyped
from deskui.domain.profile import Profile
from deskui.domain.shop import ShopTyped
from deskui.domain.staff import Role
from deskui.domain.typed import ConversationTyped, FollowUpTyped, NoteTyped, PromiseTyped, StatementTyped
from deskui.errors import Conflict, NotAllowed, NotFound, NothingToUndo
from tests.desk.goodwill import Shop

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.ids import CaseId
    from deskui.domain.note import Note
    from tests.desk.counter import Counter


def _noted(counter: Counter) -> tuple[CustomerId, Note, Done]:
    """A customer with a note of Ada's, and the entry that wrote it."""
    whom = counter.customer()
    done = counter.desk.notes.write(whom, NoteTyped("kites"))
    return whom, counter.desk.customers.view(whom).notes[0], done


def test_what_was_withdrawn_since_is_not_taken_back(counter: Counter) -> None:
    whom, note, done = _noted(counter)
    counter.desk.notes.withdraw(whom, note.id, note.version)
    with pytest.raises(Conflict, match="changed again since"):
        counter.desk.own_entries.undo(done)


def test_what_a_colleague_has_changed_since_is_not_taken_away(counter: Counter) -> None:
    whom, note, done = _noted(counter)
    counter.desk.act_as(counter.ben)
    counter.desk.notes.edit(whom, note.id, note.version, NoteTyped("kites, but no string"))
    counter.desk.act_as(counter.ada)
    with pytest.raises(Conflict, match="changed again since"):
        counter.desk.own_entries.undo(done)
    assert [each.text for each in counter.desk.customers.view(whom).notes] == ["kites, but no string"]


SINCE: dict[str, Callable[[Counter, CustomerId, CaseId], object]] = {
    "a promise": lambda counter, whom, case: counter.desk.promises.make(
        whom, PromiseTyped("call back tomorrow 17:00", case_id=case)
    ),
    "something told": lambda counter, whom, case: counter.desk.told.say(
        whom, StatementTyped("hub", "Monday", case_id=case)
    ),
    "a contact": lambda counter, whom, case: counter.desk.conversations.log(
        whom, ConversationTyped("asked again", Channel.PHONE, case_id=case)
    ),
    "a follow-up": lambda counter, whom, case: counter.desk.follow_ups.add(
        whom, FollowUpTyped("ask the hub", counter.day("fri"), case_id=case)
    ),
}


@pytest.mark.parametrize("since", SINCE)
def test_neither_customer_nor_case_is_taken_away_with_what_a_colleague_wrote_there(
    counter: Counter, since: str
) -> None:
    whom = counter.customer()
    customer = counter.desk.own_entries.last().done
    row = counter.case(whom)
    case = counter.desk.own_entries.last().done
    counter.desk.act_as(counter.ben)
    SINCE[since](counter, whom, row)
    counter.desk.act_as(counter.ada)
    with pytest.raises(Conflict, match="in that case since"):
        counter.desk.own_entries.undo(case)
    with pytest.raises(Conflict, match="about that customer since"):
        counter.desk.own_entries.undo(customer)
    assert counter.desk.customers.view(whom).case is not None
    counter.desk.act_as(counter.ben)
    counter.undo()
    counter.desk.act_as(counter.ada)
    counter.desk.own_entries.undo(case)
    counter.desk.own_entries.undo(customer)
    with pytest.raises(NotFound):
        counter.desk.customers.view(whom)


def test_a_customer_added_with_ways_to_reach_them_is_taken_back_whole(counter: Counter) -> None:
    phone = PointTyped(ContactKind.PHONE, "303 555 0142")
    whom = counter.desk.customers.create(Profile("Shari"), (phone,)).subject
    counter.undo()
    with pytest.raises(NotFound):
        counter.desk.customers.view(CustomerId(whom))


def _forged(done: Done) -> Done:
    """The same number under the name of something that any clerk may take back."""
    return Done(0, None, "note.write", done.sequence)


def test_a_clerk_takes_back_nothing_of_an_administrator_under_another_name(counter: Counter) -> None:
    limits = counter.desk.limits
    limits.set(LimitTyped(Role.CLERK, per_act="40", per_clerk="100"))
    lower = limits.set(LimitTyped(Role.CLERK, per_act="5", per_clerk="100"), seen=limits.in_force()[0].id)
    pin = counter.desk.signing.set_pin(counter.ada.id, "581730")
    counter.desk.act_as(counter.ben)
    for done in (lower, pin):
        with pytest.raises(NotAllowed, match="Somebody else did that"):
            counter.desk.own_entries.undo(_forged(done))
    assert counter.desk.signing.with_pin() == {counter.ada.id}
    assert [each.bounds.per_act for each in limits.in_force()] == [500]


def test_only_whoever_did_it_takes_it_back(counter: Counter) -> None:
    whom, _, done = _noted(counter)
    counter.desk.act_as(counter.ben)
    with pytest.raises(NotAllowed, match="Somebody else did that"):
        counter.desk.own_entries.undo(done)
    counter.desk.act_as(counter.ada)
    counter.desk.own_entries.undo(Done(0, None, "", done.sequence))
    assert counter.desk.customers.view(whom).notes == ()
    with pytest.raises(Conflict, match="taken back already"):
        counter.desk.own_entries.undo(done)


def test_what_has_no_undo_is_not_taken_back_by_its_number(counter: Counter) -> None:
    whom, _, done = _noted(counter)
    taken_back = counter.desk.own_entries.undo(done)
    opened = counter.desk.visits.open(whom)
    pin = counter.desk.signing.set_pin(counter.ada.id, "581730")
    for each in (taken_back, opened, pin, Done(0, None, "note.write", 99_999)):
        with pytest.raises(NothingToUndo):
            counter.desk.own_entries.undo(_forged(each))
    assert counter.desk.signing.with_pin() == {counter.ada.id}
    assert counter.desk.visits.current() is not None


def test_the_currency_is_not_taken_back_from_under_money(counter: Counter) -> None:
    whom, details = counter.customer(), counter.desk.shop_details
    edited = details.edit(details.kept().version, ShopTyped("Alder", "America/Denver", "DE", "EUR"))
    given = counter.desk.goodwill.give(whom, GoodwillTyped(GoodwillKind.CREDIT, "late", "9"))
    with pytest.raises(Conflict, match="Money is kept in EUR by now"):
        counter.desk.own_entries.undo(edited)
    assert details.kept().details.currency == "EUR"
    assert given.subject


def test_a_policy_is_not_taken_back_from_under_what_was_asked_by_it(counter: Counter) -> None:
    whom, manual = counter.customer(), counter.desk.manual
    added = manual.add(ArticleTyped("policy", "Late parcels", "We pay.", why="new"))
    revised = manual.revise(added.subject, 1, ArticleTyped("policy", "Late parcels", "Half.", why="dear"))  # type: ignore[arg-type]
    newest = manual.versions(added.subject)[0].id  # type: ignore[arg-type]
    counter.desk.act_as(counter.ben)
    by_policy = GoodwillTyped(GoodwillKind.CREDIT, "late", "99", policy_version=newest, footing=Footing.RESTS)
    asked = counter.desk.approvals.ask(whom, by_policy)
    counter.desk.act_as(counter.ada)
    with pytest.raises(Conflict, match="by that article since"):
        counter.desk.own_entries.undo(revised)
    counter.desk.act_as(counter.ben)
    counter.undo()
    counter.desk.act_as(counter.ada)
    counter.desk.own_entries.undo(revised)
    assert [each.text for each in manual.versions(added.subject)] == ["We pay."]  # type: ignore[arg-type]
    assert asked.subject


def test_what_cannot_be_taken_back_is_passed_over_for_good_and_nothing_is_written_by_asking(counter: Counter) -> None:
    whom, note, _ = _noted(counter)
    counter.desk.notes.edit(whom, note.id, note.version, NoteTyped("kites and string"))
    late = GoodwillTyped(GoodwillKind.WAIVE_FEE, "late", "9")
    for _ in range(2):
        asked = counter.desk.approvals.ask(whom, late)
        counter.desk.act_as(counter.ben)
        Shop.change(counter.ben, role=Role.SUPERVISOR.value)
        counter.desk.approvals.refuse(ApprovalId(asked.subject), "no")
        counter.desk.act_as(counter.ada)
    entries = counter.entries()
    offered = counter.desk.own_entries.offer()
    assert offered.title == "note change (kites and string)"
    assert offered.passed == "Passed over: request (late): Ben has answered that already: refused. And 1 before that."
    assert counter.entries() == entries
    assert [each.text for each in counter.desk.customers.view(whom).notes] == ["kites and string"]
    counter.desk.own_entries.undo(offered.done)
    assert counter.desk.own_entries.offer().title == "note (kites)"


def test_with_all_of_mine_passed_over_it_is_said_why(counter: Counter) -> None:
    whom, note, _ = _noted(counter)
    counter.desk.act_as(counter.ben)
    counter.desk.notes.edit(whom, note.id, note.version, NoteTyped("kites, but no string"))
    counter.desk.notes.write(whom, NoteTyped("of his own"))
    counter.undo()
    mine = counter.desk.own_entries.offer()
    assert (mine.title, mine.passed) == ("note change (kites, but no string)", "")
    counter.desk.act_as(counter.ada)
    with pytest.raises(NothingToUndo, match=r"^Nothing to take back: customer|note .* since"):
        counter.desk.own_entries.offer()
