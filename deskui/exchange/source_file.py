"""A text file that somebody hands over: what it is, how it is encoded, and its lines one at a time."""

from __future__ import annotations

import codecs
import io
import stat
from typing import TYPE_CHECKING, Final

from deskui.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

LONGEST_LINE: Final = 1_000_000
"""Characters of one line that are read into memory; longer lines are skipped and told."""
Line = tuple[int, str | None]
"""The number of a line, from 1, and its text with the line end; None when it is too long."""

_BLOCK: Final = 1 << 20
_SAMPLE: Final = 1 << 16
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_KINDS: Final = (
    (b"PK\x03\x04", "a spreadsheet or a zip file"),
    (b"PK\x05\x06", "a zip file"),
    (b"\xd0\xcf\x11\xe0", "an Excel file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"%PDF", "a PDF"),
)
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"
_FEW: Final = 8
_FEW_OF_TEXT: Final = 0.05
"""Control characters that stray into text: some bytes, or this share; more of them mean that it is no text."""


def inspect(path: Path) -> str:
    """The encoding of a text file: its byte order mark, else UTF-8 when all of it is, else Windows-1252.

    Reads the whole file once, in blocks, since one late byte decides. Raises: BadInput in one sentence for
    what is missing, empty, unreadable, no file, or no text.
    """
    try:
        _refuse_no_file(path)
        with path.open("rb") as file:
            return _encoding(path, file)
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror or error}.") from error
    except ValueError as error:  # a NUL in the name
        raise BadInput(f"{path} is not a file name; name another file.") from error


def _refuse_no_file(path: Path) -> None:
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BadInput(f"There is no file {path}; check the name.") from error
    if stat.S_ISDIR(found.st_mode):
        raise BadInput(f"{path} is a folder; name a file in it.")
    if not stat.S_ISREG(found.st_mode):
        raise BadInput(f"{path} is not an ordinary file; save it as one first.")
    if found.st_size == 0:
        raise BadInput(f"{path} is empty; export it again.")


def _encoding(path: Path, file: io.BufferedReader) -> str:
    sample = file.read(_SAMPLE)
    for sign, what in _OTHER_KINDS:
        if sample.startswith(sign):
            raise BadInput(f"{path} is {what}, not text; open it and save it as CSV.")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if sample.startswith(mark):
            if not sample[len(mark) :].strip():
                raise BadInput(f"{path} is empty; export it again.")
            return _checked(path, file, encoding)
    hidden = sum(map(sample.count, (bytes([byte]) for byte in _CONTROLS)))
    if hidden > max(_FEW, _FEW_OF_TEXT * len(sample)):
        raise BadInput(f"{path} is not text; export it as CSV or vCard.")
    if not sample.strip() and len(sample) < _SAMPLE:
        raise BadInput(f"{path} is empty; export it again.")
    return "utf-8" if _decodes(file, "utf-8") else "cp1252"


def _checked(path: Path, file: io.BufferedReader, encoding: str) -> str:
    """Raises: BadInput when the rest of the file is not what its byte order mark says."""
    if _decodes(file, encoding):
        return encoding
    if encoding == "utf-8-sig":
        return "cp1252"
    raise BadInput(f"{path} begins like {encoding.upper()} text but is damaged; save it again as UTF-8.")


def _decodes(file: io.BufferedReader, encoding: str) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        while block := file.read(_BLOCK):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


class SourceFile:
    """An open text file, read line by line in bounded memory; lines end at LF, CR or both."""

    def __init__(self, path: Path, encoding: str) -> None:
        self.path = path
        self.size = path.stat().st_size
        self._bytes = path.open("rb")
        # Windows-1252 leaves five bytes undefined: they become a mark rather than costing the file.
        errors = "replace" if encoding == "cp1252" else "strict"
        self._text = io.TextIOWrapper(self._bytes, encoding=encoding, errors=errors, newline="")
        self._number = 0

    def __enter__(self) -> SourceFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._text.close()

    def __iter__(self) -> Iterator[Line]:
        return self

    def __next__(self) -> Line:
        try:
            line = self._text.readline(LONGEST_LINE)
            if not line:
                raise StopIteration
            self._number += 1
            if len(line) < LONGEST_LINE or line.endswith(("\n", "\r")):
                return self._number, line.removeprefix("\ufeff") if self._number == 1 else line
            while line and not line.endswith(("\n", "\r")):
                line = self._text.readline(LONGEST_LINE)
        except (OSError, UnicodeError) as error:
            raise BadInput(f"{self.path} cannot be read beyond line {self._number}: {error}.") from error
        return self._number, None

    @property
    def position(self) -> int:
        """How many bytes have been read so far."""
        return self._bytes.tell()
