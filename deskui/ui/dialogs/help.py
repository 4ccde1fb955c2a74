"""What works here, and why something does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from deskui.commands import COMMANDS, Needs, Where, keys_of, shown
from deskui.ui.kit.sheet import BACK, Sheet, keys_line
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult

    from deskui.commands import Command


_SHORT = {
    Needs.NOTHING: "",
    Needs.CUSTOMER: "needs an open customer",
    Needs.CASE: "needs an open case",
    Needs.NOTE: "needs the cursor on a note",
    Needs.DUE: "needs the due list",
}


class Help(Sheet[None]):
    """The key table of this very moment."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,f1", "leave", show=False)]

    def __init__(
        self, why_not: Callable[[Command], str], overrides: Mapping[str, str], first: Where | None = None
    ) -> None:
        super().__init__("Keys")
        self._why_not, self._overrides, self._first = why_not, overrides, first
        self._parts = sorted(Where, key=lambda each: each is not first)

    def contents(self) -> ComposeResult:
        """The table, scrolling."""
        yield ItemList(framed=False, id="table")
        yield LineView(classes="foot")

    def on_mount(self) -> None:
        """Fill it."""
        table = self.query_one("#table", ItemList)
        table.fill(lambda _width: self._items())
        table.focus()
        self.query_one(".foot", LineView).show_lines([keys_line((BACK,))])

    def _items(self) -> list[Item]:
        lines: list[Line] = []
        for where in self._parts:
            lines += [BLANK] if lines else []
            lines.append(Line((Span(where.value, Role.TITLE),)))
            lines += [self._line(each) for each in COMMANDS if each.where is where and not self._means_another(each)]
        return [Item((each,)) for each in lines]

    def _means_another(self, command: Command) -> bool:
        """Whether all the keys of a command that does not work here do something else of this very screen."""
        if self._first is None or not self._why_not(command):
            return False
        here = (each for each in COMMANDS if each.where is self._first)
        taken = {key for each in here for key in keys_of(each, self._overrides)}
        return taken.issuperset(keys_of(command, self._overrides))

    def _line(self, command: Command) -> Line:
        keys = " ".join(shown(key) for key in keys_of(command, self._overrides))
        why = self._why_not(command)
        role = Role.FAINT if why else Role.TEXT
        return Line(
            (span(f"{keys:<22}", Role.FAINT if why else Role.KEY), span(command.help, role)),
            (quiet(_SHORT[command.needs]),) if why else (),
        )

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)
