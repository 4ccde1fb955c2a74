from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.references import ReferenceTyped
from deskui.domain.typed import CaseTyped
from deskui.domain.typed_numbers import numbers_in
from deskui.errors import BadInput

if TYPE_CHECKING:
    from tests.desk.counter import Counter


def test_a_payment_card_number_is_refused_as_a_reference_without_repeating_it(counter: Counter) -> None:
    desk = counter.desk
    customer = counter.customer()
    numbers = tuple(numbers_in("PO 4471, 4111 1111 1111 1111"))
    with pytest.raises(BadInput, match="payment card number, which is never kept") as refused:
        desk.cases.open(customer, CaseTyped("Missing parcel", references=numbers))
    assert "4111" not in str(refused.value)
    case = desk.cases.case(counter.case(customer))
    with pytest.raises(BadInput, match="payment card"):
        desk.references.add(case, ReferenceTyped(*numbers_in("5555-5555-5555-4444")[0]))
    assert desk.cases.case(case.id).references == ()
    ((kind, number),) = numbers_in("order 4111 1111 1111 1111")
    with pytest.raises(BadInput, match="payment card"):
        desk.references.add(case, ReferenceTyped(kind, number))
