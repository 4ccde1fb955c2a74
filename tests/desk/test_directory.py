"""The staff directory: people of other firms, whom to call about a case, and one call about several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.order import ReferenceKind
from deskui.domain.profile import Profile
from deskui.domain.staff import EmployeeTyped, Role
from deskui.domain.typed import CaseTyped, FollowUpTyped
from deskui.errors import BadInput, Conflict, NotAllowed, NotFound
from deskui.store import models
from deskui.store.reads import calling as reads
from deskui.store.reads import staff
from tests.store.spying import full_scans, watched

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.directory import Matter
    from deskui.domain.ids import CaseId
    from deskui.domain.staff import Employee
    from tests.desk.counter import Counter

TOMASZ = EmployeeTyped(
    "Tomasz Wróbel", Role.EXPEDITER, "212", company="Hudson", hours="mon-fri 8-12 13-17", zone="new york",
    skills="cabinets, doors", email="tomasz@example.org", holidays="25 dec",
)  # fmt: skip


def outsider(counter: Counter, typed: EmployeeTyped = TOMASZ) -> Employee:
    return counter.desk.directory.person(counter.desk.directory.add(typed).subject)  # type: ignore[arg-type]


def case_with(counter: Counter, *numbers: str) -> CaseId:
    typed = CaseTyped("Kitchen", "order", references=tuple((ReferenceKind.PO, each) for each in numbers))
    return counter.desk.cases.open(counter.customer(), typed).subject  # type: ignore[return-value]


def matters(counter: Counter, case: CaseId, *numbers: str) -> list[Matter]:
    """The case as a whole, or those numbers of it."""
    known = counter.desk.directory.matters_of_case(case)
    return [each for each in known if each.number in numbers] if numbers else [known[0]]


def calling(counter: Counter, case: CaseId) -> list[tuple[str, tuple[str, ...]]]:
    kept = counter.desk.directory.of_case(counter.desk.cases.case(case))
    return [(each.reach.employee.name, each.numbers) for each in kept.contacts]


def test_somebody_of_another_firm_is_in_the_directory_and_on_no_list_of_our_own(counter: Counter) -> None:
    tomasz = outsider(counter)
    assert tomasz.is_outside
    assert (tomasz.zone, tomasz.skills, tomasz.holidays) == (
        "America/New_York", ("cabinets", "doors"), '["2026-12-25"]'
    )  # fmt: skip
    assert [each.employee.name for each in counter.desk.directory.everybody()] == [
        "Ada", "Ben", "Paul", "Tomasz Wróbel"
    ]  # fmt: skip
    assert [each.name for each in counter.desk.shop.staff()] == ["Ada", "Ben", "Paul"]
    roster = counter.desk.duty.roster()
    assert [duty.employee.name for duty, _ in roster.staff] == ["Ada", "Ben", "Paul"]
    with pytest.raises(NotFound):
        counter.desk.shop.resume("Desk 1", "Tomasz Wróbel")
    counter.undo()
    assert [each.name for each in staff.directory()] == ["Ada", "Ben", "Paul"]


WORK_FOR_OTHERS: dict[str, Callable[[Counter, Employee, CaseId], object]] = {
    "owns a case": lambda counter, who, _: counter.case(counter.customer(), owner=who),
    "is handed a case": lambda counter, who, case: counter.desk.duty.hand_over(case, who.id, ""),
    "is handed all cases": lambda counter, who, _: counter.desk.duty.hand_over_all(counter.ada.id, who.id, ""),
    "has a follow-up": lambda counter, who, _: counter.desk.follow_ups.add(
        counter.customer(), FollowUpTyped("ask", counter.day("fri"), who.id)
    ),
    "acts": lambda counter, who, _: counter.desk.act_as(who),
    "is asked for by a new customer": lambda counter, who, _: counter.desk.customers.create(
        Profile("Zed", asks_for=str(who.id))
    ),
    "is asked for by a customer": lambda counter, who, _: counter.desk.customers.prefer_clerk(
        counter.customer(), 1, who.id
    ),
}


@pytest.mark.parametrize("work", WORK_FOR_OTHERS)
def test_nobody_of_another_firm_acts_owns_or_does_our_work(counter: Counter, work: str) -> None:
    tomasz, case = outsider(counter), counter.case(counter.customer())
    with pytest.raises(NotAllowed, match="Tomasz Wróbel works for Hudson"):
        WORK_FOR_OTHERS[work](counter, tomasz, case)
    assert counter.desk.session.employee == counter.ada
    assert counter.desk.cases.case(case).owner == "Ada"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "The name"),
        ({"company": ""}, "Company"),
        ({"company": "", "role": Role.CLERK}, "Company"),
        ({"role": Role.CLERK}, "Role"),
        ({"email": "no address"}, "The e-mail"),
        ({"zone": "Atlantis"}, "Time zone"),
        ({"hours": "mon-fri"}, "Hours"),
        ({"holidays": "someday"}, "Holidays"),
        ({"deputies": "Zed"}, "Deputies"),
        ({"skills": "nul\0"}, "The skills"),
        ({"name": "tomasz wróbel", "company": "HUDSON"}, "Name"),
    ],
)
def test_what_is_not_accepted_is_refused_in_one_sentence_and_nothing_is_kept(
    counter: Counter, changed: dict[str, str], field: str
) -> None:
    outsider(counter)
    entries = counter.entries()
    typed = {name: getattr(TOMASZ, name) for name in EmployeeTyped.__slots__}
    with pytest.raises(BadInput) as refused:
        counter.desk.directory.add(EmployeeTyped(**{**typed, "name": "Another", **changed}))
    assert refused.value.field == field
    assert counter.entries() == entries


def test_namesakes_of_different_firms_are_kept_apart(counter: Counter) -> None:
    outsider(counter, EmployeeTyped("Paul", Role.CONTACT, company="Hudson"))
    outsider(counter, EmployeeTyped("Paul", Role.CONTACT, company="Alder Freight"))
    assert [each.company for each in staff.directory() if each.name == "Paul"] == ["", "Hudson", "Alder Freight"]


def test_all_fields_of_somebody_can_be_edited_and_put_back(counter: Counter) -> None:
    tomasz = outsider(counter)
    after = EmployeeTyped("Tomasz W.", Role.CONTACT, "9", company="Hudson & Sons", deputies="paul,  Ben")
    counter.desk.directory.edit(tomasz, after)
    edited = next(each for each in counter.desk.directory.everybody() if each.employee.id == tomasz.id)
    who = edited.employee
    assert (who.name, who.role, who.company) == ("Tomasz W.", Role.CONTACT, "Hudson & Sons")
    assert (who.hours, who.zone) == ("", "")
    assert [each.employee.name for each in edited.deputies] == ["Paul", "Ben"]
    with pytest.raises(Conflict):
        counter.desk.directory.edit(tomasz, TOMASZ)
    counter.undo()
    back = next(each for each in counter.desk.directory.everybody() if each.employee.id == tomasz.id)
    assert (back.employee.name, back.employee.hours, back.deputies) == (tomasz.name, tomasz.hours, ())


def test_a_change_of_deputies_alone_is_seen_by_whoever_edits_at_the_same_time(counter: Counter) -> None:
    for after in ("Paul, Ben", "Ben"):
        seen = counter.desk.directory.person(counter.ada.id)
        counter.desk.directory.edit(seen, EmployeeTyped("Ada", Role.ADMINISTRATOR, deputies=after))
        with pytest.raises(Conflict):
            counter.desk.directory.edit(seen, EmployeeTyped("Ada", Role.ADMINISTRATOR))
    assert staff.deputies() == {counter.ada.id: (counter.ben.id,)}
    counter.undo()
    assert staff.deputies() == {counter.ada.id: (counter.paul.id, counter.ben.id)}
    with pytest.raises(BadInput, match="Nobody stands in for themselves"):
        counter.desk.directory.edit(
            counter.desk.directory.person(counter.ada.id), EmployeeTyped("Ada", deputies="ada")
        )


def test_nobody_changes_between_our_own_staff_and_another_firm(counter: Counter) -> None:
    tomasz = outsider(counter)
    with pytest.raises(BadInput, match="which firm"):
        counter.desk.directory.edit(tomasz, EmployeeTyped("Tomasz", Role.EXPEDITER))
    with pytest.raises(BadInput, match="no other firm"):
        counter.desk.directory.edit(counter.ben, EmployeeTyped("Ben", Role.EXPEDITER, company="Hudson"))
    with pytest.raises(BadInput, match="no other firm"):
        counter.desk.shop.hire(EmployeeTyped("Bob", Role.EXPEDITER, company="Hudson"))


def test_whoever_edits_themselves_goes_on_as_they_are_now(counter: Counter) -> None:
    counter.desk.directory.edit(counter.ada, EmployeeTyped("Ada L.", Role.ADMINISTRATOR, "4402"))
    assert counter.desk.session.employee == counter.desk.directory.person(counter.ada.id)
    counter.desk.duty.switch(counter.desk.session.employee, False)  # type: ignore[arg-type]


def test_the_manager_is_that_of_my_branch_or_the_only_one(counter: Counter) -> None:
    def manages(who: Employee, branch: str) -> None:
        person = counter.desk.directory.person(who.id)
        counter.desk.directory.edit(person, EmployeeTyped(who.name, who.role, branch=branch, is_manager=True))

    assert counter.desk.directory.manager() is None
    manages(counter.ben, "North")
    assert counter.desk.directory.manager() == counter.desk.directory.person(counter.ben.id)
    manages(counter.paul, "")
    assert counter.desk.directory.manager() == counter.desk.directory.person(counter.paul.id)
    manages(counter.paul, "South")
    assert counter.desk.directory.manager() is None
    assert counter.desk.directory.card(counter.ben)[0] == "Ben"


def test_one_person_covers_a_whole_case_another_some_of_its_numbers(counter: Counter) -> None:
    tomasz, case = outsider(counter), case_with(counter, "PO 1", "PO 2", "PO 3")
    desk = counter.desk
    assert desk.directory.contact_of(case) is None
    desk.directory.call_about(tomasz.id, matters(counter, case, "PO 1", "PO 3"))
    assert calling(counter, case) == [("Tomasz Wróbel", ("PO 1", "PO 3"))]
    desk.directory.call_about(counter.ben.id, matters(counter, case))
    assert calling(counter, case) == [("Ben", ()), ("Tomasz Wróbel", ("PO 1", "PO 3"))]
    person = desk.directory.contact_of(case)
    assert person is not None
    assert (person.name, person.availability) == ("Ben", "open now, closes 18:00")
    desk.directory.call_about(tomasz.id, (), matters(counter, case, "PO 1"))
    assert calling(counter, case) == [("Ben", ()), ("Tomasz Wróbel", ("PO 3",))]
    for before in ([("Ben", ()), ("Tomasz Wróbel", ("PO 1", "PO 3"))], [("Tomasz Wróbel", ("PO 1", "PO 3"))], []):
        counter.undo()
        assert calling(counter, case) == before
    with pytest.raises(NotAllowed, match="so already"):
        desk.directory.call_about(tomasz.id, ())


def test_two_who_choose_at_the_same_time_do_not_overwrite_each_other(counter: Counter) -> None:
    tomasz, case = outsider(counter), case_with(counter, "PO 1")
    seen = matters(counter, case, "PO 1")
    counter.desk.directory.call_about(counter.ben.id, seen)
    entries = counter.entries()
    with pytest.raises(Conflict):
        counter.desk.directory.call_about(tomasz.id, [*matters(counter, case), *seen])
    assert counter.entries() == entries
    assert calling(counter, case) == [("Ben", ("PO 1",))]


def two_cases(counter: Counter) -> tuple[Employee, CaseId, CaseId]:
    """Tomasz is called about two numbers of one customer's case, and all of another's."""
    tomasz, first = outsider(counter), case_with(counter, "PO 1", "PO 2", "PO 3")
    second = counter.case(counter.customer("Greg"))
    counter.desk.directory.call_about(tomasz.id, matters(counter, first, "PO 1", "PO 2"))
    counter.desk.directory.call_about(tomasz.id, matters(counter, second))
    return tomasz, first, second


def test_one_call_is_kept_once_and_read_in_every_case_it_was_about(counter: Counter) -> None:
    tomasz, first, second = two_cases(counter)
    about = counter.desk.directory.matters_of(tomasz.id)
    assert [(each.customer, each.number) for each in about] == [
        ("Shari Caldwell", "PO 1"), ("Shari Caldwell", "PO 2"), ("Greg", "")
    ]  # fmt: skip
    entries = counter.entries()
    call = counter.desk.directory.log_inquiry(tomasz.id, about, "two of four have come")
    assert (counter.entries(), call.customer_id) == (entries + 1, None)
    for case in (first, second):
        (read,) = reads.inquiries([case])
        assert (read.contact, read.by, read.reached, read.summary, read.at) == (
            "Tomasz Wróbel", "Ada", True, "two of four have come", counter.now
        )  # fmt: skip
    kept, covered = counter.desk.directory.inquiry(read.id)
    assert kept == read
    assert [(each.case_id, each.number or "") for each in covered] == [(first, "PO 1"), (first, "PO 2"), (second, "")]
    counter.undo()
    assert reads.inquiries([first]) == reads.inquiries([second]) == ()
    with pytest.raises(NotFound, match="taken it back"):
        counter.desk.directory.inquiry(read.id)


def test_a_call_to_a_contact_person_is_no_contact_with_the_customer(counter: Counter) -> None:
    tomasz, first, _ = two_cases(counter)
    view = counter.desk.customers.view(counter.desk.cases.case(first).customer_id)
    counter.desk.directory.log_inquiry(tomasz.id, counter.desk.directory.matters_of(tomasz.id), "coming")
    after = counter.desk.customers.view(view.customer.id)
    assert (after.balance, after.conversations, after.known) == (view.balance, view.conversations, view.known)
    assert after.calling is not None
    assert [each.summary for each in after.calling.inquiries] == ["coming"]


def test_a_call_needs_an_answer_if_anybody_answered_and_something_it_was_about(counter: Counter) -> None:
    tomasz, first, _ = two_cases(counter)
    about, entries = counter.desk.directory.matters_of(tomasz.id), counter.entries()
    for wrong in ((about, " "), ((), "coming"), (about, "esc\x1b")):
        with pytest.raises(BadInput):
            counter.desk.directory.log_inquiry(tomasz.id, *wrong)
    assert counter.entries() == entries
    counter.desk.directory.log_inquiry(tomasz.id, about, "", reached=False)
    assert not reads.inquiries([first])[0].reached


def test_nothing_is_taken_away_from_under_a_call(counter: Counter) -> None:
    tomasz = outsider(counter)
    added = counter.desk.own_entries.last().done
    case = case_with(counter, "PO 1")
    opened = counter.desk.own_entries.last().done
    counter.desk.directory.log_inquiry(tomasz.id, matters(counter, case, "PO 1"), "coming")
    for done in (added, opened):
        with pytest.raises(Conflict, match="cannot be taken back"):
            counter.desk.own_entries.undo(done)


def test_somebody_of_another_firm_is_removed_once_nobody_is_to_call_them(counter: Counter) -> None:
    tomasz, first, second = two_cases(counter)
    with pytest.raises(NotAllowed, match="whom we call about case #"):
        counter.desk.directory.remove(tomasz)
    with pytest.raises(NotAllowed, match="our own staff"):
        counter.desk.directory.remove(counter.ben)
    counter.desk.directory.log_inquiry(tomasz.id, counter.desk.directory.matters_of(tomasz.id), "coming")
    for case in (first, second):
        counter.desk.directory.call_about(tomasz.id, (), counter.desk.directory.matters_of_case(case))
    counter.desk.directory.remove(tomasz)
    assert [each.name for each in staff.directory()] == ["Ada", "Ben", "Paul"]
    assert reads.inquiries([first])[0].contact == "Tomasz Wróbel"
    counter.undo()
    assert staff.directory()[-1].name == "Tomasz Wróbel"


def test_closed_cases_are_not_asked_about(counter: Counter) -> None:
    tomasz, first, second = two_cases(counter)
    counter.desk.cases.close(counter.desk.cases.case(first), "Done.")
    assert [each.case_id for each in counter.desk.directory.matters_of(tomasz.id)] == [second]


def test_a_zone_that_this_machine_does_not_know_is_taken_for_the_shops(counter: Counter) -> None:
    tomasz = outsider(counter)
    models.Employee.update(zone="Mars/Olympus").where(models.Employee.id == tomasz.id).execute()
    found = next(each for each in counter.desk.directory.everybody() if each.employee.id == tomasz.id)
    assert str(found.hours.zone) == "America/Denver"


def test_whom_to_call_is_read_in_few_statements_over_indexes(counter: Counter) -> None:
    _, first, second = two_cases(counter)
    database = counter.desk.store.database
    case = counter.desk.cases.case(second)
    asked: dict[int, Callable[[], object]] = {
        1: lambda: reads.of_numbers([first]),
        3: lambda: counter.desk.directory.matters_of_case(first),
        5: lambda: counter.desk.directory.of_case(case),
    }
    for count, read in asked.items():
        with watched(database) as ran:
            read()
        assert len(ran) == count
        assert full_scans(database, ran) == []
    with watched(database) as ran:
        counter.desk.directory.matters_of(counter.ben.id)
        reads.inquiries([first])
    assert full_scans(database, ran) == []
