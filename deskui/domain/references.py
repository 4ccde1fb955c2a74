"""The numbers of a case as they are typed, and what is accepted of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.domain.payment_cards import is_payment_card
from deskui.domain.text import clean_line
from deskui.errors import BadInput

if TYPE_CHECKING:
    from deskui.domain.order import ReferenceKind

_LONGEST: Final = 80


@dataclass(frozen=True, slots=True)
class ReferenceTyped:
    """A number as typed; days as text, `order` the number of the order it stands behind."""

    kind: ReferenceKind
    number: str
    supplier: str = ""
    expected: str = ""
    received: str = ""
    order: str = ""


def checked_number(number: str) -> str:
    """A reference number as typed, cleaned.

    Raises: BadInput when it is empty, has no letter or digit to find it by, or is that of a payment card.
    """
    cleaned = clean_line(number, "The number", longest=_LONGEST, needed=True)
    if is_payment_card(cleaned):
        raise BadInput("That is a payment card number, which is never kept; type another number.", "The number")
    if not any(sign.isalnum() for sign in cleaned):
        raise BadInput("The number has no letter or digit; type it as it is printed.", "The number")
    return cleaned
