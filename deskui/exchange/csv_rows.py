"""Rows of a CSV file, where one broken row costs only itself."""

from __future__ import annotations

import csv
import re
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.domain.importing.incoming import Refused
from deskui.errors import BadInput
from deskui.exchange.source_file import LONGEST_LINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.exchange.source_file import Line

DELIMITERS: Final = ",;\t|"
MOST_LINES: Final = 2_000
"""Lines that one quoted cell may span; beyond, its quote is taken for one that was never closed."""

_QUOTED: Final = re.compile('"[^"]*"?')
_SEPARATOR_LINE: Final = re.compile(r'^"?sep=(.)"?\s*$', re.IGNORECASE)
_NEVER_CLOSED: Final = "a quote is opened and never closed"
_TOO_LONG: Final = f"the line is longer than {LONGEST_LINE:,} characters"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it begins on, and its cells."""

    line: int
    cells: tuple[str, ...]


class _Broken(Exception):  # it steers, it is no error
    """The record cannot be finished."""


class CsvRows:
    """The header of a CSV file, and its rows in order; broken ones come as Refused.

    A quoted cell that swallows the rows behind it is noticed by its length, by what follows its closing quote,
    or by the number of cells: then its first line alone is refused and reading goes on with the next.
    """

    def __init__(self, lines: Iterator[Line], name: str) -> None:
        csv.field_size_limit(2 * LONGEST_LINE)
        self._lines = lines
        self._pending: deque[Line] = deque()
        self._taken: list[tuple[int, str]] = []
        self._size = 0
        self.header: tuple[str, ...] = ()
        self.delimiter = self._find_delimiter(name)
        self.header = self._find_header(name)

    def _find_delimiter(self, name: str) -> str:
        """The most frequent delimiter outside quotes in the header line; `sep=;` is Excel's own way to say it."""
        for number, text in self._lines:
            if text is None:
                raise BadInput(
                    f"Line {number} of {name} is longer than {LONGEST_LINE:,} characters; export it as CSV."
                )
            if number == 1 and (told := _SEPARATOR_LINE.match(text)):
                return told[1]
            if text.strip():
                self._pending.append((number, text))
                bare = _QUOTED.sub("", text)
                return max(DELIMITERS, key=bare.count)
        raise BadInput(f"{name} holds only blank lines; export it again.")

    def _find_header(self, name: str) -> tuple[str, ...]:
        for row in self:
            if isinstance(row, Refused):
                raise BadInput(f"The header of {name} cannot be read: {row.reason}.")
            return tuple(cell.replace("\ufeff", "").strip() for cell in row.cells)
        raise BadInput(f"{name} holds only blank lines; export it again.")

    def __iter__(self) -> Iterator[Row | Refused]:
        reader = self._reader()
        while True:
            self._taken, self._size = [], 0
            try:
                cells = next(reader)
            except StopIteration:
                return
            except (csv.Error, _Broken):
                found = self._recover()
                reader = self._reader()
            else:
                found = self._accept(cells)
            if found is not None:
                yield found

    def _reader(self) -> Iterator[list[str]]:
        return csv.reader(self._feed(), delimiter=self.delimiter, strict=True)

    def _feed(self) -> Iterator[str]:
        """Lines for the CSV parser, remembering those of the record in progress."""
        while True:
            line = self._pending.popleft() if self._pending else next(self._lines, None)
            if line is None:
                return
            number, text = line
            self._size += len(text or "")
            if text is None or (self._taken and (self._size > LONGEST_LINE or len(self._taken) >= MOST_LINES)):
                self._pending.appendleft(line)
                raise _Broken
            self._taken.append((number, text))
            yield text

    def _accept(self, cells: list[str]) -> Row | Refused | None:
        """The record as a row; None when it is blank."""
        width = len(self.header)
        if len(self._taken) > 1 and width and len(cells) != width:
            return self._recover()
        if not any(cell and not cell.isspace() for cell in cells):
            return None
        line = self._taken[0][0]
        if width and len(cells) > width:
            if any(cells[width:]):
                reason = f"the row has {len(cells)} cells, the header {width}; a quote may be missing"
                return Refused(line, reason, (tuple(cells),))
            cells = cells[:width]
        return Row(line, tuple(cells))

    def _recover(self) -> Row | Refused | None:
        """Refuse the first line of the record in progress and put the others back."""
        if not self._taken:
            number, _ = self._pending.popleft()
            return Refused(number, _TOO_LONG)
        number, text = self._taken[0]
        self._pending.extendleft(reversed(self._taken[1:]))
        self._taken = self._taken[:1]
        # Sloppy quoting such as "Al" Green is fine as long as the quote is closed on its own line.
        rows = list(csv.reader([text, "end"], delimiter=self.delimiter))
        if len(rows) == 2 and '"' in text:  # the line and the mark behind it
            return self._accept(rows[0])
        return Refused(number, _NEVER_CLOSED, ((text.rstrip("\r\n"),),))
