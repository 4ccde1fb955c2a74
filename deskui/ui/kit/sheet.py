"""A framed sheet over the desk: what every dialog is."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from deskui.ui.lines import Line, Role, quiet, span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.widget import Widget

    from deskui.ui.shell import Shell
    from deskui.ui.widgets.item_list import ItemList

Answer = TypeVar("Answer")

INNER: Final = 70
"""Cells of a line in a sheet that has its full width."""
AROUND: Final = 9
"""Lines of the frame and the foot, and a little of the desk."""


class Sheet(ModalScreen[Answer]):
    """A dialog: a title in its frame, and what `contents` puts inside; low screens take the blank lines off it."""

    app: Shell
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]
    FRAME: ClassVar[type[Widget]] = Vertical
    """The container everything stands in."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """The frame with its title; stored text in it is data, never markup."""
        frame = self.FRAME(classes="sheet")
        frame.border_title = Content(span(self._title).text)
        with frame:
            yield from self.contents()

    @abstractmethod
    def contents(self) -> ComposeResult:
        """The widgets inside the frame, from the top."""

    def on_item_list_scrolled(self, message: ItemList.Scrolled) -> None:
        """Say at the lower edge of the frame how many lines of a list are out of sight."""
        parts = ((message.above, "above"), (message.below, "below"))
        words = " · ".join(f"{count} {where}" for count, where in parts if count)
        self.query_one(".sheet").border_subtitle = words

    def room(self, most: int) -> int:
        """Lines a list inside may take, `most` at most."""
        return max(1, min(most, self.app.size.height - AROUND))


def keys_line(pairs: Iterable[tuple[str, str]]) -> Line:
    """Keys and what each does, as they stand at the foot of every sheet."""
    return Line(tuple(part for key, does in pairs for part in (span(key, Role.KEY), quiet(f" {does}   "))))


BACK: Final = ("Esc", "back")
"""The way out of what is only looked at."""
