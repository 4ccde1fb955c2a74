"""The pages of the PDF library, with a foot on each; imported only where that is installed."""

from __future__ import annotations

from typing import Final

from fpdf import FPDF

_FOOT: Final = -12
"""Millimetres from the lower edge."""


class Pages(FPDF):
    """Pages that say at their foot what they are, and which of how many."""

    foot = ""

    def footer(self) -> None:
        """Called by the library at the end of every page."""
        self.set_y(_FOOT)
        with self.local_context(text_color=90):
            self.set_font_size(8)
            self.cell(self.epw * 0.8, 5, self.foot)
            self.cell(0, 5, f"{self.page_no()} / {{nb}}", align="R")
