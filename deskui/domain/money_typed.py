"""Amounts as people type them at the counter: `40`, `40.50`, `$40`, `1,250.00`, `12,5 €`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from deskui.domain.money import Money, exponent
from deskui.errors import BadInput

MOST: Final = 10**12
"""Minor units: what is more than this was a slip of the finger."""

_SIGNS: Final = "$€£¥₹₩₽₺₫₱฿"


def money_typed(typed: str, currency: str, what: str = "The amount") -> Money:
    """The amount that is meant, more than nothing, in the shop's currency; never rounded.

    A dot or comma is the decimal mark when it stands once with no more digits behind it than the currency has and
    not exactly three of them; groups of three are thousands.

    Raises: BadInput naming `what` for anything that is no such amount, or could be two.
    """
    bare = " ".join(typed.split())
    for sign in (currency.upper(), currency.lower(), *_SIGNS):
        bare = bare.removeprefix(sign).removesuffix(sign).strip()
    if not bare:
        raise BadInput(f"{what} is missing; write it such as {_example(currency)}.", what)
    amount = _decimal(bare, exponent(currency))
    if amount is None:
        raise BadInput(f"{what} cannot be read; write it such as {_example(currency)}.", what)
    minor = int(amount.scaleb(exponent(currency)))
    if not 0 < minor <= MOST:
        raise BadInput(f"{what} has to be more than nothing, and of a size that a shop has.", what)
    return Money(currency.upper(), minor)


def _decimal(bare: str, places: int) -> Decimal | None:
    if not bare.isascii() or len(bare) > 20:
        return None
    found = re.fullmatch(r"(\d+)(?:([.,])(\d+))?", bare)
    if found is not None:
        whole, mark, part = found.groups()
        if mark is None or (len(part) <= places and (len(part) != 3 or places == 3)):
            return Decimal(f"{whole}.{part or 0}")
    for group, mark in ((",", "."), (".", ","), (" ", "."), (" ", ","), ("'", ".")):
        pattern = rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?:{re.escape(mark)}(\d{{1,{max(places, 1)}}}))?"
        found = re.fullmatch(pattern, bare)
        if found is not None and (found[1] is None or places) and (places != 3 or found[1] is not None):
            return Decimal(bare.replace(group, "").replace(mark, "."))
    return None


def _example(currency: str) -> str:
    places = exponent(currency)
    return "40" if not places else f"40.{'5'.ljust(places, '0')}"
