"""Which days the board looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from deskui.domain.board.period import PRESETS, typed_period
from deskui.errors import BadInput
from deskui.ui.kit.sheet import BACK, INNER, Sheet, keys_line
from deskui.ui.lines import BLANK, Item, Line, Role, quiet, span, wrapped
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.line_view import LineView
from deskui.ui.widgets.typing import LineInput

if TYPE_CHECKING:
    from datetime import date

    from textual import events
    from textual.app import ComposeResult

    from deskui.ui.screens.board import BoardScreen

_OFFERED: Final = (*(f"{days} days" for days in PRESETS), "this month", "last month")
_NAME: Final = 14


def choose_period(screen: BoardScreen) -> None:
    """Choose one of those offered, or type another."""

    def chosen(asked: str | None) -> None:
        if asked is not None:
            screen.show_period(asked)

    screen.app.push_screen(PeriodSheet(screen.place.asked, screen.app.scene().today), chosen)


class PeriodSheet(Sheet["str | None"]):
    """Type a period, or Enter takes the one under the cursor; what is typed is read back as it is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+j", "take", show=False),
    ]

    def __init__(self, asked: str, today: date) -> None:
        super().__init__("Which days")
        self._asked, self._today = asked, today

    def contents(self) -> ComposeResult:
        """Where to type, what is offered, what is understood, and the keys."""
        yield LineInput(id="filter", placeholder="1 nov - 20 nov, 45 days, 2026-11-01 - 2026-11-20")
        yield ItemList(framed=False, id="choices")
        yield LineView(id="understood", classes="foot")
        yield LineView(id="foot", classes="foot")

    def on_mount(self) -> None:
        """Show what is offered, and type."""
        choices = self.query_one("#choices", ItemList)
        choices.styles.height = len(_OFFERED)
        choices.show([Item((self._line(each),), each) for each in _OFFERED])
        choices.point_at(self._asked)
        choices.led = True
        self.query_one("#understood").styles.height = 2
        self.query_one("#filter").focus()
        keys = (("Up Down", "move"), ("Enter", "show it"), BACK)
        self.query_one("#foot", LineView).show_lines([keys_line(keys)])

    def _line(self, asked: str) -> Line:
        period = typed_period(asked, self._today)
        return Line((span(f"{asked:<{_NAME}}", Role.STRONG), quiet(f"{period.words}, before: {period.before.words}")))

    def on_input_changed(self, message: LineInput.Changed) -> None:
        """Say which days are meant."""
        if not message.value.strip():
            self._say("")
            return
        try:
            period = typed_period(message.value, self._today)
        except BadInput as error:
            self._say(error.sentence, Role.WARN)
        else:
            self._say(f"{period.words}, {period.days} days; before: {period.before.words}")

    def _say(self, words: str, role: Role = Role.QUIET) -> None:
        view = self.query_one("#understood", LineView)
        view.show_lines(wrapped(words, view.size.width or INNER, role, most=2) if words else [BLANK])

    def on_input_submitted(self) -> None:
        """Enter takes what was typed, else the one under the cursor."""
        self.action_take()

    def action_take(self) -> None:
        """Take it, unless it is no period: that stands there already."""
        typed = self.query_one("#filter", LineInput).value.strip()
        asked = typed or self.query_one("#choices", ItemList).key
        try:
            typed_period(str(asked), self._today)
        except BadInput as error:
            self._say(error.sentence, Role.BAD)
        else:
            self.dismiss(str(asked))

    def on_key(self, event: events.Key) -> None:
        """Steer the list from the line above it."""
        if event.key in ("down", "up"):
            event.stop()
            self.query_one("#choices", ItemList).action_move(1 if event.key == "down" else -1)

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
