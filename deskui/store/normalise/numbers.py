"""Receipts, purchase orders, serials and customer numbers, comparable however they are written."""

from __future__ import annotations

from deskui.store.normalise.letters import fold


def number_key(value: str) -> str:
    """The letters and digits alone, upper case: "r-88 213" is "R88213"."""
    return fold(value).replace(" ", "").upper()


def number_digits(value: str) -> str | None:
    """The digits of a number that has letters too, so that "88213" finds "R-88213"; None for all others."""
    key = number_key(value)
    digits = "".join(filter(str.isdigit, key))
    return digits if digits and len(digits) < len(key) else None
