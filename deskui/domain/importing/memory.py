"""What is remembered of the records of an import, by their keys, until the next one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.domain.importing.merge import Person
    from deskui.domain.prepared import PreparedCustomer


@dataclass(frozen=True, slots=True)
class Last:
    """What was imported under a key before, in the row `id`; `order` for the key of an order."""

    id: int
    digest: str
    text: str
    customer: int
    order: int | None = None


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a key stands for from now on; `id` is the row it was remembered in before, None for a new key."""

    key: str
    digest: str
    text: str
    person: Person | None
    """Whom it is about; None for a customer who was withdrawn since."""
    id: int | None = None


def is_unchanged(row: PreparedCustomer, last: Mapping[str, Last]) -> bool:
    """Whether the record says what it said when it was last imported."""
    found = last.get(row.key)
    return found is not None and found.digest == row.digest
