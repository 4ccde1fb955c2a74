"""Each read answers with a known number of statements, and none of them reads a big table from end to end."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest

from deskui.domain.ids import CaseId, CustomerId, EmployeeId, HouseholdId, OrderId, ReferenceId, StepId
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads import (
    case_list,
    cases,
    conversations,
    follow_ups,
    hand_overs,
    journal,
    notes,
    orders,
    people,
    references,
    relationship,
    slips,
    staff,
    steps,
)
from tests.conftest import NOW
from tests.store.spying import full_scans, watched

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.store.store import Store

SHARI: Final = CustomerId(1)

READS: Final[dict[str, tuple[int, Callable[[], Any]]]] = {
    "customer": (1, lambda: people.customer(SHARI)),
    "customer by number": (1, lambda: people.customer_id_of("C-1001")),
    "contact points": (1, lambda: people.contact_points(SHARI)),
    "aliases": (1, lambda: people.aliases(SHARI)),
    "openings to rank": (1, lambda: people.openings_to_rank()),
    "orders": (3, lambda: orders.of_customer(SHARI)),
    "a part of the orders": (4, lambda: orders.of_customer(SHARI, limit=1)),
    "older orders": (3, lambda: orders.of_customer(SHARI, (1_795_000_000_000, 3))),
    "conversations": (1, lambda: conversations.of_customer(SHARI)),
    "a part of the conversations": (2, lambda: conversations.of_customer(SHARI, limit=1)),
    "older conversations": (1, lambda: conversations.of_customer(SHARI, (1_700_000_000_000, 3))),
    "slips of a case": (1, lambda: slips.of_cases([CaseId(1)])),
    "the last slip of a case": (1, lambda: slips.newest_of_cases([CaseId(1)])),
    "all that was said in a case": (1, lambda: conversations.of_cases([CaseId(1)], 100)),
    "all follow-ups of a case": (1, lambda: follow_ups.of_cases([CaseId(1)])),
    "all hand-overs of a case": (1, lambda: hand_overs.of_cases([CaseId(1)])),
    "the numbers of a case as they were taken": (1, lambda: cases.numbers_taken([CaseId(1)])),
    "a case by its number": (1, lambda: cases.with_number(1043)),
    "conversations of a case": (1, lambda: conversations.of_customer(SHARI, case_ids=[CaseId(1)])),
    "notes": (1, lambda: notes.of_customer(SHARI, EmployeeId(1))),
    "all notes": (1, lambda: notes.of_customer(SHARI, EmployeeId(1), all_private=True)),
    "cases": (2, lambda: case_list.of_customer(SHARI)),
    "a part of the cases": (4, lambda: case_list.of_customer(SHARI, limit=1)),
    "older cases": (2, lambda: case_list.of_customer(SHARI, (1_795_000_000_000, 3))),
    "place of a case": (3, lambda: case_list.place(SHARI, CaseId(3))),
    "case beside": (3, lambda: case_list.beside(SHARI, CaseId(1), -1)),
    "references": (1, lambda: references.of_cases([CaseId(1)])),
    "a part of the references": (2, lambda: references.of_cases([CaseId(1)], limit=1)),
    "one reference": (1, lambda: references.one(ReferenceId(1))),
    "what is on order": (2, lambda: references.supply([CaseId(1)], NOW.date())),
    "order behind a number": (1, lambda: references.order_behind(SHARI, "R88213")),
    "order": (3, lambda: orders.one(OrderId(1))),
    "case": (3, lambda: cases.case(CaseId(1))),
    "steps of a case": (1, lambda: steps.of_cases([CaseId(1)])),
    "place of a step": (1, lambda: steps.place(StepId(1))),
    "templates of steps": (1, lambda: steps.templates()),
    "versions of a template": (1, lambda: steps.versions(1)),
    "contacts": (1, lambda: relationship.contacts(SHARI)),
    "value": (1, lambda: relationship.value_of([SHARI])),
    "household": (2, lambda: relationship.household(HouseholdId(1))),
    "shop": (1, lambda: staff.shop()),
    "staff": (1, lambda: staff.employees()),
    "one of the staff": (1, lambda: staff.employee(EmployeeId(1))),
    "last entry": (1, lambda: journal.last_entry(EmployeeId(1), ["note.write"])),
}


@pytest.mark.parametrize("name", READS)
def test_a_read_takes_few_statements_and_no_full_scan(demo: Store, name: str) -> None:
    count, read = READS[name]
    with watched(demo.database) as ran:
        read()
    assert len(ran) == count, [sql for sql, _ in ran.statements]
    assert full_scans(demo.database, ran) == []


def test_the_check_of_plans_sees_a_full_scan(demo: Store) -> None:
    with watched(demo.database) as ran:
        list(models.Note.select().where(models.Note.text == "x"))
    assert len(full_scans(demo.database, ran)) == 1


@pytest.mark.parametrize("limit", [1, 7, 50])
def test_pages_put_together_are_the_whole_list(demo: Store, limit: int) -> None:
    who = CustomerId(models.Customer.get(models.Customer.name == "Ingrid Thorvaldsen").id)
    seen, after = [], None
    for _ in range(40 if limit == 1 else 400):
        page = conversations.of_customer(who, after, limit)
        seen += page.rows
        after = page.after
        if after is None:
            break
    wanted = models.Conversation.select(models.Conversation.id).where(models.Conversation.customer == who)
    in_order = [row.id for row in wanted.order_by(models.Conversation.at.desc(), models.Conversation.id.desc())]
    assert [talk.id for talk in seen] == in_order[: len(seen)]
    assert limit == 1 or len(seen) == len(in_order) > 2000


def test_only_the_first_page_counts_them_all(demo: Store) -> None:
    who = CustomerId(models.Customer.get(models.Customer.name == "Ingrid Thorvaldsen").id)
    first = conversations.of_customer(who)
    assert (len(first.rows), first.total) == (50, 2001)
    assert conversations.of_customer(who, first.after).total is None


def test_the_next_step_stands_until_another_is_written(demo: Store) -> None:
    talk = models.Conversation
    who = CustomerId(models.Customer.get(models.Customer.name == "Ingrid Thorvaldsen").id)
    case = CaseId(models.Case.get().id)
    ids = [
        row.id for row in talk.select(talk.id).where(talk.customer == who).order_by(talk.at.desc(), talk.id.desc())
    ]
    talk.update(next_step="", case=None).where(talk.customer == who).execute()

    def found(*case_ids: CaseId) -> tuple[str | None, int]:
        page = conversations.of_customer(who)
        with watched(demo.database) as ran:
            newest = conversations.next_step(who, page, case_ids)
        assert full_scans(demo.database, ran) == []
        return None if newest is None else newest.next_step, len(ran)

    assert found() == (None, 1)
    for place, words, about in ((900, "oldest", None), (800, "older", None), (700, "of the case", case)):
        talk.update(next_step=words, case=about).where(talk.id == ids[place]).execute()
    assert (found(), found(case)) == (("older", 1), ("of the case", 1))
    talk.update(next_step="new").where(talk.id == ids[3]).execute()
    assert found() == ("new", 0)
    few = conversations.of_customer(SHARI)
    with watched(demo.database) as ran:
        conversations.next_step(SHARI, few, [CaseId(10**6)])
    assert len(ran) == 0


def test_contacts_at_the_same_moment_are_neither_lost_nor_shown_twice(demo: Store) -> None:
    models.Conversation.update(at=NOW).where(models.Conversation.customer == SHARI).execute()
    seen, after = [], None
    while True:
        page = conversations.of_customer(SHARI, after, 4)
        seen += [talk.id for talk in page.rows]
        after = page.after
        if after is None:
            break
    assert len(seen) == len(set(seen)) == 18


def test_private_notes_are_for_their_author_and_for_supervisors(demo: Store) -> None:
    models.Note.update(visibility="private").where(models.Note.customer == SHARI).execute()
    by_paul = models.Note.select().where(models.Note.customer == SHARI, models.Note.author == 2).count()
    assert 0 < by_paul < 5
    assert len(notes.of_customer(SHARI, EmployeeId(2))) == by_paul
    assert notes.of_customer(SHARI, EmployeeId(1)) == ()
    assert notes.of_customer(SHARI, None) == ()
    assert len(notes.of_customer(SHARI, EmployeeId(1), all_private=True)) == 5


WITHDRAWN: Final[dict[str, tuple[Any, Callable[[], Any]]]] = {
    "contact points": (models.ContactPoint, lambda: people.contact_points(SHARI)),
    "aliases": (models.Alias, lambda: people.aliases(SHARI)),
    "orders": (models.Order, lambda: orders.of_customer(SHARI).rows),
    "order lines": (
        models.OrderLine,
        lambda: [line for each in orders.of_customer(SHARI).rows for line in each.lines],
    ),
    "references": (
        models.Reference,
        lambda: cases.case(CaseId(1)).references if case_list.of_customer(SHARI).rows else (),
    ),
    "conversations": (models.Conversation, lambda: conversations.of_customer(SHARI).rows),
    "contacts": (models.Conversation, lambda: relationship.contacts(SHARI).count),
    "notes": (models.Note, lambda: notes.of_customer(SHARI, None)),
    "cases": (models.Case, lambda: case_list.of_customer(SHARI).rows),
    "value": (models.Order, lambda: relationship.value_of([SHARI])[0]),
    "household": (models.Customer, lambda: relationship.household(HouseholdId(1))),
    "staff": (models.Employee, lambda: staff.employees()),
    "steps": (models.StepList, lambda: steps.of_cases([CaseId(1)])),
    "templates of steps": (models.StepTemplate, lambda: steps.templates()),
}


@pytest.mark.parametrize("name", WITHDRAWN)
def test_what_was_withdrawn_is_read_no_more(demo: Store, name: str) -> None:
    model, read = WITHDRAWN[name]
    assert read()
    model.update(withdrawn_at=NOW - timedelta(days=1)).execute()
    assert not read()


def test_a_withdrawn_customer_is_not_found_by_any_way(demo: Store) -> None:
    models.Customer.update(withdrawn_at=NOW).where(models.Customer.id == SHARI).execute()
    demo.index.refresh(SHARI)
    with pytest.raises(NotFound, match="no longer kept"):
        people.customer(SHARI)
    for typed in ("shari", "R-88213", "0142", "shari@example.org", "C-1001", "L-1182004"):
        assert SHARI not in [hit.customer_id for hit in demo.index.find(typed)], typed
    assert SHARI not in [hit.customer_id for hit in demo.index.recent()]


def test_a_withdrawn_case_is_not_found(demo: Store) -> None:
    models.Case.update(withdrawn_at=NOW).where(models.Case.id == 1).execute()
    with pytest.raises(NotFound, match="no longer kept"):
        cases.case(CaseId(1))
