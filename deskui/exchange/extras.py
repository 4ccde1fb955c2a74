"""What a customer's record can do without: days and amounts, left out and told when they cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from deskui.errors import BadInput
from deskui.exchange import cells
from deskui.exchange.names import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from deskui.exchange.locale_rules import LocaleRules

_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class Extras:
    """They as read; `doubts` has each one that could not be, as in IncomingCustomer."""

    since: date | None
    birthday: str
    spend_minor: int | None
    spend_currency: str
    doubts: tuple[str, ...]


def extras(values: Mapping[str, str], rules: LocaleRules) -> Extras:
    """Read them from the cells of a record by field."""
    doubts: list[str] = []

    def read(name: str, what: str, reader: Callable[[str], _Read]) -> _Read | None:
        cell = values.get(name, "")
        try:
            return reader(cell) if cell else None
        except BadInput:
            doubts.append(f"has {what} that cannot be read, {quoted(cell)}, and comes without it")
            return None

    since = read("since", "a first day as a customer", lambda cell: cells.day(cell, "Since", rules))
    born = read("birthday", "a birthday", lambda cell: cells.birthday(cell, "Birthday", rules))
    minor, currency = None, rules.currency
    if values.get("spend"):
        if values.get("currency"):
            currency = read("currency", "a currency of what was spent", _currency) or ""
        if currency:
            minor = read("spend", "an amount spent", lambda cell: cells.minor_units(cell, "Spend", currency, rules))
    return Extras(since, born or "", minor, "" if minor is None else currency, tuple(doubts))


def _currency(cell: str) -> str:
    """A currency's code as in ISO 4217. Raises: BadInput when it is none."""
    if not (len(cell) == 3 and cell.isascii() and cell.isalpha()):
        raise BadInput(f"Currency {quoted(cell)} is not a currency code such as EUR")
    return cell.upper()
