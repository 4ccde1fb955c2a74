"""Whether what was ordered has come, and which of its numbers holds everything up; the day of now is given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from deskui.domain.order import ReferenceKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from deskui.domain.order import Reference


class Arrival(StrEnum):
    """Where the goods behind a number are."""

    HERE = "here"
    EXPECTED = "expected"
    LATE = "late"
    UNDATED = "no date"


@dataclass(frozen=True, slots=True)
class Supply:
    """What is on order in a case: how many numbers, how many of them have come, and what is waited for most."""

    numbers: int
    here: int
    weakest: Reference | None
    """None when all are here."""


def is_on_order(reference: Reference) -> bool:
    """Whether goods come under this number: every purchase order, and whatever has a supplier or a day."""
    is_dated = reference.expected is not None or reference.received is not None
    return is_dated or reference.kind is ReferenceKind.PO or reference.supplier != ""


def arrival(reference: Reference, today: date) -> Arrival | None:
    """Where the goods behind the number are; None when none come under it."""
    if not is_on_order(reference):
        return None
    if reference.received is not None:
        return Arrival.HERE
    if reference.expected is None:
        return Arrival.UNDATED
    return Arrival.LATE if reference.expected < today else Arrival.EXPECTED


def supply(references: Iterable[Reference], today: date) -> Supply | None:
    """What is on order under these numbers; None when nothing is."""
    ordered = [each for each in references if is_on_order(each)]
    if not ordered:
        return None
    return Supply(len(ordered), sum(each.received is not None for each in ordered), weakest(ordered, today))


def weakest(references: Iterable[Reference], today: date) -> Reference | None:
    """The number that holds everything up: the one late for longest, else one without a date, else the last to come.

    Of those alike the one that was written down first; None when nothing is waited for.
    """
    awaited = [each for each in references if arrival(each, today) not in (None, Arrival.HERE)]
    return min(awaited, key=lambda each: _weakness(each, today), default=None)


def _weakness(reference: Reference, today: date) -> tuple[int, int, int]:
    """How strong a link it is: the smallest breaks first."""
    expected = reference.expected
    if expected is None:
        return (1, 0, reference.id)
    return (0, expected.toordinal(), reference.id) if expected < today else (2, -expected.toordinal(), reference.id)
