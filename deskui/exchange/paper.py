"""Pages of a PDF in one free font: headings, running text, fields, and a foot on every page."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from deskui.exchange.codes import modules
from deskui.exchange.extra_libraries import needs_extra
from deskui.exchange.glyphs import with_glyphs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

FONT: Final = Path(__file__).with_name("fonts") / "DejaVuSans.ttf"
LETTER_REGIONS: Final = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE"})
"""Where paper is not A4."""
_FAMILY: Final = "DejaVu"
_MARGIN: Final = 13.0
_BOLD: Final = 0.25
"""Millimetres by which the strokes of strong text are drawn wider: one font is enough."""


class Paper:
    """A document being written from the top; all lengths are in millimetres, sizes of letters in points.

    Raises: MissingExtra when it is made where the library for it is not installed.
    """

    def __init__(self, title: str, foot: str, at: datetime, page: str | tuple[float, float] = "a4") -> None:
        with needs_extra("pdf", "A PDF"):
            from deskui.exchange.paper_pages import Pages
        # It tells of every letter that a font lacks; there is none left, and the screen is no place to tell it.
        logging.getLogger("fpdf").setLevel(logging.ERROR)
        logging.getLogger("fontTools").setLevel(logging.ERROR)
        self._pdf = pdf = cast("Any", Pages(format=page))
        pdf.add_font(_FAMILY, "", FONT)
        self._has = pdf.fonts[_FAMILY.lower()].cmap
        pdf.foot = self._shown(foot)
        pdf.set_font(_FAMILY, size=10)
        pdf.set_margin(_MARGIN)
        pdf.c_margin = 0
        pdf.set_auto_page_break(True, margin=_MARGIN + 3)
        pdf.set_title(self._shown(title))
        pdf.set_creation_date(at)
        pdf.add_page()
        self._taken, self._corner_ends = 0.0, (0, 0.0)

    @property
    def width(self) -> float:
        """From margin to margin."""
        return float(self._pdf.epw)

    def text(
        self, text: str, *, size: float = 10, strong: bool = False, indent: float = 0, grey: bool = False
    ) -> None:
        """A text of any length in lines of the width that is left, and the next one below it."""
        self._write(text, size, strong=strong, left=indent, grey=grey)

    def row(self, columns: Sequence[tuple[str, float]], *, size: float = 10) -> None:
        """Texts side by side, each in a column of that width; the last one has the rest of it, and may be long."""
        *front, (text, _) = columns
        top, left, below = self._room_for(size), 0.0, 0.0
        page = self.page()
        for words, width in front:
            self._pdf.set_y(top)
            self._write(words, size, left=left, width=width, grey=True)
            left, below = left + width, max(below, self.at())
        self._pdf.set_y(top)
        self._write(text, size, left=left)
        if self.page() == page:
            self._pdf.set_y(max(below, self.at()))

    def gap(self, height: float = 3) -> None:
        """Room between what does not belong together."""
        self._pdf.ln(height)

    def rule(self) -> None:
        """A line from margin to margin."""
        y = self._pdf.get_y() + 1
        self._pdf.set_draw_color(150)
        self._pdf.line(_MARGIN, y, _MARGIN + self.width, y)
        self._pdf.set_y(y + 1.5)

    def bar(self, top: float, left: float) -> None:
        """A grey bar from `top` down to where the page is written, beside what stands apart."""
        if self._pdf.get_y() > top:
            self._pdf.set_fill_color(120)
            self._pdf.rect(_MARGIN + left, top + 0.5, 0.8, self._pdf.get_y() - top - 1, style="F")

    def corner(self, code: str, size: float = 26) -> None:
        """The QR code of a case in the right corner; what is written next stands beside it, until `below_corner`."""
        rows = modules(code)
        module = size / len(rows)
        left, top = _MARGIN + self.width - size, self.at()
        self._pdf.set_fill_color(0)
        for y, row in enumerate(rows):
            for x, is_dark in enumerate(row):
                if is_dark:
                    # A little larger than the module, so that no hairline shows between two of them.
                    self._pdf.rect(left + x * module, top + y * module, module + 0.02, module + 0.02, style="F")
        self._taken, self._corner_ends = size + 4, (self.page(), top + size)

    def below_corner(self) -> None:
        """From here on, lines have the whole width again."""
        self._taken = 0.0
        page, end = self._corner_ends
        if self.page() == page:
            self._pdf.set_y(max(self.at(), end))

    def at(self) -> float:
        """How far down the page is written."""
        return float(self._pdf.get_y())

    def page(self) -> int:
        """Which page is written."""
        return int(self._pdf.page)

    def keep_together(self, height: float) -> None:
        """Go on at the next page unless that much room is left on this one."""
        self._room_for(10, height)

    def bytes(self) -> bytes:
        """The finished document."""
        return bytes(self._pdf.output())

    def _room_for(self, size: float, height: float = 0) -> float:
        if self._pdf.will_page_break(max(height, _line(size))):
            self._pdf.add_page()
        return float(self._pdf.get_y())

    def _write(
        self,
        text: str,
        size: float,
        *,
        strong: bool = False,
        left: float = 0,
        width: float = 0,
        grey: bool = False,
    ) -> None:
        from fpdf.enums import TextMode, WrapMode

        pdf = self._pdf
        pdf.set_x(_MARGIN + left)
        mode = TextMode.FILL_STROKE if strong else TextMode.FILL
        shade = 90 if grey else 0
        with pdf.local_context(text_mode=mode, line_width=_BOLD * size / 12, text_color=shade, draw_color=shade):
            pdf.set_font_size(size)
            pdf.multi_cell(
                width or self.width - left - self._taken,
                _line(size),
                self._shown(text),
                align="L",
                wrapmode=WrapMode.WORD,
                new_x="LMARGIN",
                new_y="NEXT",
            )

    def _shown(self, text: str) -> str:
        """The text in letters that the font has; its lines stay lines."""
        return "\n".join(with_glyphs(line, lambda sign: ord(sign) in self._has) for line in text.split("\n"))


def _line(size: float) -> float:
    """The height of a line of letters of that size."""
    return size * 0.48
