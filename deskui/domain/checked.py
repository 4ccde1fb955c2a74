"""What looking a database over has found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Check(StrEnum):
    """What is looked at, in this order."""

    FILE = "file"
    SCHEMA = "schema"
    JOURNAL = "journal"
    CONTENTS = "contents"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Checked:
    """One of them: how much was looked at in words, and what is wrong in sentences, the worst first.

    `noticed` is what is as it was written, and yet worth a look.
    """

    check: Check
    seen: str
    wrong: tuple[str, ...] = ()
    noticed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """An entry of the journal by its number, and its digest or how that begins."""

    number: int
    digest: str

    def __str__(self) -> str:
        return f"{self.number}:{self.digest[:16]}"


@dataclass(frozen=True, slots=True)
class Named:
    """An entry of the journal by what tells it from the others."""

    number: int
    at: datetime
    employee: str
    verb: str
