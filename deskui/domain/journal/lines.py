"""Entries of the journal, as a supervisor reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from deskui.domain.ids import CustomerId, EmployeeId


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One entry: who did what about whom, where and when; `undone_by` is the entry that took it back."""

    number: int
    at: datetime
    desk: str
    employee_id: EmployeeId | None
    employee: str
    verb: str
    subject: int
    customer_id: CustomerId | None
    customer: str
    customer_number: str
    undoes: int | None
    undone_by: int | None
    digest: str
    undone_verb: str = ""
    """What the entry was that this one took back."""
    words: str = ""
    """What its subject is called now; empty where it has no words of its own."""


@dataclass(frozen=True, slots=True)
class Written:
    """One row that an entry wrote: its columns before (None: it was new) and after, in words.

    `which` tells it from others of its table, where that does not change with it, such as whose limit it is.
    """

    table: str
    row: int
    before: Mapping[str, str] | None
    after: Mapping[str, str]
    hidden: tuple[str, ...] = ()
    """Columns that only those they belong to may read."""
    which: str = ""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One entry with all that it wrote."""

    line: JournalLine
    written: tuple[Written, ...]
