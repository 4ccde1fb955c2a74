"""The hand-off slip in the language of receipt printers."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.slips.layout import PartKind, layout
from deskui.exchange.glyphs import with_glyphs
from deskui.exchange.slips.receipt_library import printers
from deskui.exchange.slips.text import part_lines

if TYPE_CHECKING:
    from deskui.domain.benefits.slip import BenefitSlip
    from deskui.domain.slips.content import SlipContent
    from deskui.domain.slips.layout import Part

_CODE_PAGES: Final = ("cp437", "cp850", "cp852", "cp858", "cp866", "cp1252")
"""Those that receipt printers have everywhere: letters of Europe and Cyrillic ones."""
_LARGE: Final = 2
"""How many times as wide and high the number of the case is."""


def slip_escpos(content: SlipContent | BenefitSlip, columns: int = 42) -> bytes:
    """The slip as it is sent to a printer that prints so many columns; it draws the Code 128 of the case itself.

    Raises: MissingExtra where the library for it is not installed.
    """
    printer = printers().Dummy()
    printer.hw("INIT")
    for part in layout(content):
        _put(printer, part, columns)
    printer.cut()
    sent: bytes = printer.output
    return sent


def _put(printer: Any, part: Part, columns: int) -> None:
    if part.kind is PartKind.CODE:
        _code(printer, part.text)
        return
    is_large = part.kind is PartKind.CASE
    is_strong = part.kind in (PartKind.STRONG, PartKind.CASE, PartKind.HEADING)
    printer.set(bold=is_strong, double_width=is_large, double_height=is_large, normal_textsize=not is_large)
    for line in part_lines(part, columns // _LARGE if is_large else columns):
        printer.text(f"{printable(line).rstrip()}\n")


def _code(printer: Any, code: str) -> None:
    """A Code 128 in its set B, which holds all of ASCII; the library says on stdout that it makes one."""
    printer.set(align="center", bold=False, normal_textsize=True)
    with redirect_stdout(io.StringIO()):
        printer.barcode(f"{{B{code}", "CODE128", height=80, width=2, pos="BELOW", function_type="B")
    printer.set(align="left")
    printer.text("\n")


def printable(text: str) -> str:
    """The text in letters that receipt printers have."""
    return with_glyphs(text, _is_printable)


@lru_cache(4096)
def _is_printable(sign: str) -> bool:
    if sign.isascii():
        return sign.isprintable()
    return sign.isprintable() and any(_has(page, sign) for page in _CODE_PAGES)


def _has(page: str, sign: str) -> bool:
    try:
        sign.encode(page)
    except UnicodeEncodeError:
        return False
    return True
