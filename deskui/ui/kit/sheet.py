"""A framed sheet over the desk: what every dialog is."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from deskui.ui.lines import Line, Role, quiet, span
from deskui.ui.openers import named
from deskui.ui.panels.fitting import cells, joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.geometry import Size

    from deskui.ui.screens.desk import DeskScreen
    from deskui.ui.shell import Shell
    from deskui.ui.widgets.framed_list import FramedList

Answer = TypeVar("Answer")

INNER: Final = 70
"""Cells of a line in a sheet that has its full width."""
AROUND: Final = 9
"""Lines of the frame and the foot, and a little of the desk."""
_LOW: Final = 30
"""Screens of fewer lines take the blank lines off a sheet."""
_HIGH: Final = 40
"""From so many lines on, who is open and what we owe them stay in view above a sheet."""
_FEWEST: Final = 16
"""Lines of a list that is worth moving down for that."""


_GAP: Final = 3
"""Cells behind a key and what it does."""


def is_low(size: Size) -> bool:
    """Whether a screen of that size has no room for blank lines."""
    return size.height < _LOW


class Sheet(ModalScreen[Answer]):
    """A dialog: a title in its frame, and what `contents` puts inside; low screens take the blank lines off it."""

    app: Shell
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "keys", show=False),
        Binding("slash", "find", show=False),
        Binding("f9", "manual", show=False),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (_LOW, "-high")]

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """The frame with its title; stored text in it is data, never markup."""
        self.set_class(is_low(self.app.size), "-low")  # at once: the toolkit says so only after the first frame
        frame = Vertical(classes="sheet")
        frame.border_title = Content(span(self._title).text)
        with frame:
            yield from self.contents()

    def on_mount(self) -> None:
        """Stand where it should."""
        self.fit()

    def on_resize(self) -> None:
        """Stand where it should on a screen of another size."""
        self.fit()

    @abstractmethod
    def contents(self) -> ComposeResult:
        """The widgets inside the frame, from the top."""

    def action_keys(self) -> None:
        """Show the keys of forms, and what works once this is closed."""
        named("help:show_keys_of_forms")(self.app)

    def action_manual(self) -> None:
        """Read the manual, also while something is written down; Esc comes back to it."""
        named("manual.manual_page:open_manual")(self)

    def action_find(self) -> None:
        """Look somebody up, from anywhere: a scanner sends this key before a code. Half-typed text is kept."""
        if self.app.session is not None and self.app.session.employee is not None:  # else the first start is asked
            self.app.to_the_desk(self.left_for)

    def left_for(self, desk: DeskScreen) -> None:
        """On the desk again, to look somebody up."""
        desk.run_command("find")

    def wanted(self) -> int:
        """Lines it takes; a list is content with few."""
        return _FEWEST

    def fit(self) -> None:
        """Stand below who is open and what we owe them, as far down as it must and can."""
        frame = self.query_one(".sheet")
        frame.styles.max_height = self.most
        frame.styles.offset = (0, (self.top + 1) // 2)  # from the middle of the screen to that of what is left of it

    @property
    def top(self) -> int:
        """Lines at the top of the screen that it leaves in view."""
        height = self.app.size.height
        below = next((each for each in reversed(self.app.screen_stack) if not isinstance(each, ModalScreen)), None)
        kept = getattr(below, "kept_in_view", 0) if height >= _HIGH else 0
        return max(0, min(kept, height - self.wanted()))

    @property
    def most(self) -> int:
        """Lines it may take, with its frame."""
        return self.app.size.height - self.top

    @property
    def around(self) -> int:
        """Lines of its frame."""
        return 2 if is_low(self.app.size) else 4

    def on_framed_list_scrolled(self, message: FramedList.Scrolled) -> None:
        """Say at the lower edge of the frame how many lines of a list are out of sight."""
        more = "and more " if message.below else "more "
        below = f"{message.below or ''} {more if message.has_more else ''}below".lstrip()
        parts = (f"{message.above} above" * bool(message.above), below * bool(message.below or message.has_more))
        words = " · ".join(each for each in parts if each)
        self.query_one(".sheet").border_subtitle = words

    def room(self, most: int) -> int:
        """Lines a list inside may take, `most` at most."""
        return max(1, min(most, self.most - AROUND))


def keys_line(pairs: Iterable[tuple[str, str]]) -> Line:
    """Keys and what each does, as they stand at the foot of every sheet."""
    said = [(span(key, Role.KEY), quiet(f" {does}")) for key, does in pairs]
    return Line(joined(said, " " * _GAP))


def keys_lines(pairs: Iterable[tuple[str, str]], width: int) -> tuple[Line, ...]:
    """The same in as many lines of that width as they need."""
    lines: list[list[tuple[str, str]]] = [[]]
    for pair in pairs:
        if lines[-1] and cells(keys_line((*lines[-1], pair)).spans) > width:
            lines.append([])
        lines[-1].append(pair)
    return tuple(keys_line(each) for each in lines)


BACK: Final = ("Esc", "back")
"""The way out of what is only looked at."""
