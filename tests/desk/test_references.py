"""Numbers of a case: behind their orders, with what is on order, the same wherever the customer has them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from deskui.domain.order import ReferenceKind
from deskui.domain.references import ReferenceTyped
from deskui.domain.typed import CaseTyped
from deskui.errors import BadInput, Conflict, NotFound

if TYPE_CHECKING:
    from deskui.domain.case import Case
    from deskui.domain.ids import CustomerId
    from deskui.domain.order import Reference
    from tests.desk.counter import Counter

PO, RECEIPT = ReferenceKind.PO, ReferenceKind.RECEIPT


def opened(counter: Counter, customer: CustomerId, *numbers: tuple[ReferenceKind, str]) -> Case:
    done = counter.desk.cases.open(customer, CaseTyped("Kitchen", "order", references=numbers))
    return counter.desk.cases.case(done.subject)  # type: ignore[arg-type]


def again(counter: Counter, case: Case) -> Case:
    return counter.desk.cases.case(case.id)


def only(case: Case) -> Reference:
    (found,) = case.references
    return found


def test_what_is_typed_of_a_number_is_kept(counter: Counter) -> None:
    case = opened(counter, counter.customer())
    typed = ReferenceTyped(PO, "PO 5120", "Alder Cabinets", "fri", "yesterday")
    counter.desk.references.add(case, typed)
    kept = only(again(counter, case))
    assert (kept.number, kept.supplier, kept.kind) == ("PO 5120", "Alder Cabinets", PO)
    assert (kept.expected, kept.received) == (date(2026, 11, 27), date(2026, 11, 22))


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (ReferenceTyped(PO, "PO 1", expected="soonish"), "Expected"),
        (ReferenceTyped(PO, "PO 1", received="tomorrow"), "Received"),
        (ReferenceTyped(PO, "PO 1", "x" * 201), "Supplier"),
        (ReferenceTyped(PO, "PO 1", order="R-404"), "Order"),
        (ReferenceTyped(PO, " - "), "The number"),
        (ReferenceTyped(PO, "po-5120"), "The number"),
    ],
)
def test_what_is_not_accepted_names_its_field_and_changes_nothing(
    counter: Counter, typed: ReferenceTyped, field: str
) -> None:
    case = opened(counter, counter.customer(), (PO, "PO 5120"))
    entries = counter.entries()
    with pytest.raises(BadInput) as refused:
        counter.desk.references.add(case, typed)
    assert refused.value.field == field
    assert (counter.entries(), again(counter, case)) == (entries, case)


def test_a_number_stands_behind_the_order_that_has_it(counter: Counter) -> None:
    customer = counter.customer()
    order = counter.order(customer, "R-86014", "Wall cabinet")
    case = opened(counter, customer, (RECEIPT, "r 86014"))
    assert (only(case).order_id, only(case).order) == (order, "R-86014")


def test_an_order_of_somebody_else_has_nothing_to_do_with_it(counter: Counter) -> None:
    counter.order(counter.customer("Curtis Montrose"), "R-86014", "Wall cabinet")
    case = opened(counter, counter.customer(), (RECEIPT, "R-86014"))
    assert only(case).order_id is None


def test_several_purchase_orders_stand_behind_one_order(counter: Counter) -> None:
    customer = counter.customer()
    order = counter.order(customer, "R-86014", "Wall cabinet")
    case = opened(counter, customer)
    for number in ("PO 5120", "PO 5121"):
        counter.desk.references.add(case, ReferenceTyped(PO, number, order="r86014"))
    bought = counter.desk.customers.view(customer).orders.rows[0]
    assert [each.number for each in bought.references] == ["R-86014", "PO 5120", "PO 5121"]
    assert {each.order_id for each in again(counter, case).references} == {order}


def test_an_order_lists_a_number_once_though_a_case_has_it_too(counter: Counter) -> None:
    customer = counter.customer()
    counter.order(customer, "R-86014", "Wall cabinet")
    opened(counter, customer, (RECEIPT, "R-86014"))
    opened(counter, customer, (RECEIPT, "r86014"))
    bought = counter.desk.customers.view(customer).orders.rows[0]
    assert [each.number for each in bought.references] == ["R-86014"]


def test_what_is_known_of_a_number_is_the_same_in_every_case(counter: Counter) -> None:
    customer = counter.customer()
    first = opened(counter, customer, (PO, "PO 5120"))
    counter.desk.references.edit(only(first).id, 1, ReferenceTyped(PO, "PO 5120", "Alder", "2026-12-01"))
    second = opened(counter, customer, (PO, "po-5120"))
    assert (only(second).supplier, only(second).expected) == ("Alder", date(2026, 12, 1))
    counter.desk.references.receive(only(second).id)
    assert only(again(counter, first)).received == date(2026, 11, 23)
    counter.undo()
    assert only(again(counter, first)).received is only(again(counter, second)).received is None
    other = opened(counter, counter.customer("Curtis Montrose"), (PO, "PO 5120"))
    assert (only(other).supplier, only(other).expected) == ("", None)


def test_a_number_is_received_once(counter: Counter) -> None:
    case = opened(counter, counter.customer(), (PO, "PO 5120"))
    counter.desk.references.receive(only(case).id)
    with pytest.raises(BadInput, match="PO 5120 was received today already; Enter changes that"):
        counter.desk.references.receive(only(case).id)


def test_the_second_of_two_editors_is_asked(counter: Counter) -> None:
    case = opened(counter, counter.customer(), (PO, "PO 5120"))
    number = only(case)
    counter.desk.references.edit(number.id, number.version, ReferenceTyped(PO, "PO 5120", "Alder"))
    with pytest.raises(Conflict):
        counter.desk.references.edit(number.id, number.version, ReferenceTyped(PO, "PO 5120", "Front & Oak"))
    with pytest.raises(Conflict):
        counter.desk.references.remove(number.id, number.version)
    assert only(again(counter, case)).supplier == "Alder"


def test_a_changed_number_is_found_by_the_new_one_alone(counter: Counter) -> None:
    case = opened(counter, counter.customer(), (PO, "PO 5120"))
    counter.desk.references.edit(only(case).id, 1, ReferenceTyped(RECEIPT, "R-86014"))
    assert [hit.case_id for hit in counter.desk.lookup.find("r86014")] == [case.id]
    assert counter.desk.lookup.find("po5120") == []


def test_a_number_taken_away_is_gone_until_that_is_undone(counter: Counter) -> None:
    case = opened(counter, counter.customer(), (PO, "PO 5120"))
    number = only(case)
    counter.desk.references.remove(number.id, number.version)
    assert again(counter, case).references == ()
    assert counter.desk.lookup.find("po5120") == []
    with pytest.raises(NotFound, match="no longer kept"):
        counter.desk.references.one(number.id)
    counter.undo()
    assert only(again(counter, case)).number == "PO 5120"


def test_a_number_typed_twice_for_a_new_case_is_kept_once(counter: Counter) -> None:
    case = opened(counter, counter.customer(), (PO, "PO 5120"), (PO, "po 5120"))
    assert [each.number for each in case.references] == ["po 5120"]


def test_the_case_says_what_holds_it_up_and_the_clock_makes_it_late(counter: Counter) -> None:
    case = opened(counter, counter.customer(), (PO, "PO 1"), (PO, "PO 2"), (RECEIPT, "R-3"))
    first, second, _ = case.references
    counter.desk.references.edit(first.id, 1, ReferenceTyped(PO, "PO 1", expected="tomorrow"))
    counter.desk.references.edit(second.id, 1, ReferenceTyped(PO, "PO 2", expected="in 2 weeks"))

    def waits_for() -> str:
        supply = again(counter, case).supply
        assert supply is not None
        assert (supply.numbers, supply.here) == (2, 0)
        return "" if supply.weakest is None else supply.weakest.number

    assert waits_for() == "PO 2"
    counter.now = counter.now.replace(day=25)
    assert waits_for() == "PO 1"
