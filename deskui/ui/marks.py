"""The last gate before the terminal: control and bidi characters in painted text become visible marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

from deskui.domain.visible import visible

if TYPE_CHECKING:
    from textual.color import Color


class Marks(LineFilter):
    """Replaces what could steer the terminal in every widget's output, whoever painted it.

    Line views are spared: their spans are made visible where they are made.
    """

    for_widgets_only = True

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments, harmless; those that carry control codes of the toolkit itself are left alone."""
        if all(segment.text.isprintable() for segment in segments):
            return segments
        return [
            segment
            if segment.control or segment.text.isprintable()
            else Segment(visible(segment.text), segment.style)
            for segment in segments
        ]
