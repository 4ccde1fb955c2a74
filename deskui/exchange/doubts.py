"""Rows that came in all the same and that somebody should look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from deskui.domain.importing.incoming import IncomingCustomer

MOST_LISTED: Final = 1_000
"""Rows that are listed; those beyond are only counted, so that memory stays bounded."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """One such row: its line, and what is doubtful, each to be read behind `line 7`."""

    line: int
    doubts: tuple[str, ...]


@dataclass(slots=True)
class Doubts:
    """All such rows of a file, and how many of its names were turned from `Last, First`."""

    count: int = 0
    listed: list[Doubtful] = field(default_factory=list)
    turned: int = 0
    first_turned: int = 0
    """The line of the first name that was turned."""

    def note(self, record: IncomingCustomer) -> None:
        """Count what is doubtful about a record."""
        if record.name_turned:
            self.turned += 1
            self.first_turned = self.first_turned or record.line
        if record.doubts:
            self.add(record.line, record.doubts)

    def add(self, line: int, doubts: tuple[str, ...]) -> None:
        """Count one row with what is doubtful about it."""
        self.count += 1
        if len(self.listed) < MOST_LISTED:
            self.listed.append(Doubtful(line, doubts))
