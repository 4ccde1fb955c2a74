from __future__ import annotations

import pytest

from deskui.domain.order import ReferenceKind
from deskui.domain.payment_cards import is_payment_card
from deskui.domain.typed_numbers import numbers_in


@pytest.mark.parametrize(
    "number",
    [
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111\u20131111\u00a01111 1111",
        "4222222222222",
        "5555555555554444",
        "2221000000000009",
        "2720 9999 9999 9996",
        "3782 822463 10005",
        "30569309025904",
        "3530111333300000",
        "6011111111111117",
        "6304 0000 0000 0000",
    ],
)
def test_the_number_of_a_payment_card_is_known_however_it_is_grouped(number: str) -> None:
    assert is_payment_card(number)


@pytest.mark.parametrize(
    "number",
    [
        "",
        "4111 1111 1111 1112",  # no check digit
        "7992 7398 7130 0008",  # one, but no issuer's first digits
        "2220000000000000",
        "2721000000000004",
        "411111111111",
        "41111111111111111111",
        "A4111111111111111",
        "+49 170 1234567",
        "490154203237518x",
        "356938035643809",  # a telephone's serial number
    ],
)
def test_other_numbers_are_none(number: str) -> None:
    assert not is_payment_card(number)


def test_a_card_number_typed_in_groups_stays_one_number_to_be_refused() -> None:
    assert numbers_in("4111 1111 1111 1111") == [(ReferenceKind.OTHER, "4111 1111 1111 1111")]
    assert numbers_in("4111 7002") == [(ReferenceKind.OTHER, "4111"), (ReferenceKind.OTHER, "7002")]
