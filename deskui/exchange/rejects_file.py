"""The rows that were not accepted, in a file beside the import: line, reason, the row."""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from deskui.domain.text import storable
from deskui.errors import BadInput
from deskui.exchange.cells import shielded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.importing.incoming import Refused

FIRST: Final = ("line", "reason")
"""The two columns before those of the row."""


def rejects_path(file: Path) -> Path:
    """Where the rejects of an import go: beside the file, or here when its folder cannot be written."""
    name = f"{file.name}.rejects.csv"
    return file.with_name(name) if os.access(file.absolute().parent, os.W_OK) else Path(name)


class RejectsFile:
    """Written as rows are refused, readable by its owner only; not there at all when nothing is."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.header: Sequence[str] = ()
        self._file: IO[str] | None = None

    @property
    def written(self) -> bool:
        """Whether there is such a file of this import."""
        return self._file is not None

    def start(self) -> None:
        """Take away the rejects of an earlier import of the same file, which would mislead.

        Raises: BadInput when something else of that name is in the way.
        """
        if not os.path.lexists(self.path):
            return
        try:
            if self.path.is_symlink() or not self._is_ours():
                raise BadInput(f"{self.path} is in the way of the rows that cannot be read; move it away.")
            self.path.unlink()
        except OSError as error:
            raise BadInput(f"{self.path} cannot be replaced: {error.strerror or error}; move it away.") from error

    def _is_ours(self) -> bool:
        mark = ",".join(FIRST)
        with self.path.open(encoding="utf-8", errors="replace") as file:
            return file.readline(len(mark) + 1).rstrip("\r\n,") == mark

    def add(self, refused: Refused) -> None:
        """Write the rows of one refusal. Raises: BadInput when the file cannot be written."""
        try:
            file = self._opened()
            lines = csv.writer(file, lineterminator="\n")
            for row in refused.rows or ((),):
                lines.writerow(map(_writable, (str(refused.line), refused.reason, *row)))
        except OSError as error:
            raise BadInput(f"{self.path} cannot be written: {error.strerror or error}.") from error

    def close(self) -> None:
        """Finish the file."""
        if self._file is not None:
            self._file.close()

    def _opened(self) -> IO[str]:
        if self._file is None:
            # A link of that name is never followed: what is behind it is not ours to overwrite.
            flags = os.O_CREAT | os.O_WRONLY | os.O_EXCL
            self._file = os.fdopen(os.open(self.path, flags, 0o600), "w", encoding="utf-8", newline="")
            csv.writer(self._file, lineterminator="\n").writerow(map(_writable, (*FIRST, *self.header)))
        return self._file


def _writable(cell: str) -> str:
    return shielded(cell if storable(cell) else cell.replace("\0", "").encode("utf-8", "replace").decode())
