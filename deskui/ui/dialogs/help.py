"""What works here, and why something does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from deskui.commands import ALSO, COMMANDS, FOR_SUPERVISORS, Needs, Where, keys_of
from deskui.commands.printed import printed_key, printed_keys
from deskui.ui.kit.sheet import BACK, Sheet, keys_line
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cells
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult

    from deskui.commands import Command
    from deskui.ui.shell import Shell


_SHORT = {
    Needs.NOTHING: "",
    Needs.CUSTOMER: "needs an open customer",
    Needs.CASE: "needs an open case",
    Needs.ORDER: "needs the cursor on an order",
    Needs.NUMBER: "needs the cursor on a number",
    Needs.DROPPABLE: "needs the cursor on a note or number",
}
_NOT_THEIRS: Final = "a supervisor does that"
_THERE = {
    Where.DUE: "there these keys do this instead; {due} goes there",
    Where.BOARD: "there these keys do this instead; {board} goes there",
    Where.CALLS: "there these keys do this instead; {calls} goes there",
    Where.REVIEW: "there these keys do this instead; {review} goes there",
    Where.FORM: "while something is written down",
}
"""What is said beside the title of a part whose keys mean something else elsewhere."""
_GO_THERE: Final = ("due", "calls", "board", "review")

_KEYS: Final = 20
"""Cells of the column of keys, as wide as the longest of them."""
_INDENT: Final = Span(" " * _KEYS)


def show_keys_of_forms(app: Shell) -> None:
    """Over a dialog: what works in a form first; all else waits until it is closed."""
    app.push_screen(Help(_works_in_a_form, app.overrides, Where.FORM, later="once this is closed"))


def _works_in_a_form(each: Command) -> str:
    return "" if each.where is Where.FORM else "later"


class Help(Sheet[None]):
    """The key table of this very moment."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,f1", "leave", show=False)]

    def __init__(
        self,
        why_not: Callable[[Command], str],
        overrides: Mapping[str, str],
        first: Where | None = None,
        later: str = "",
    ) -> None:
        super().__init__("Keys")
        self._later = later
        self._why_not, self._overrides, self._first = why_not, overrides, first
        self._parts = sorted(Where, key=lambda each: each is not first)

    def contents(self) -> ComposeResult:
        """The table, scrolling."""
        yield ItemList(framed=False, id="table")
        yield LineView(classes="foot")

    def on_mount(self) -> None:
        """Fill it."""
        table = self.query_one("#table", ItemList)
        table.fill(self._items)
        table.focus()
        self.query_one(".foot", LineView).show_lines([keys_line((BACK,))])

    def _items(self, width: int) -> list[Item]:
        lines: list[Line] = []
        for where in self._parts:
            lines += [BLANK] if lines else []
            lines.append(self._heading(where))
            for each in self._listed(where):
                lines += self._lines(each, width)
        return [Item((each,)) for each in lines]

    def _listed(self, where: Where) -> list[Command]:
        """The commands of a part; what works in the part that is shown first, too, is listed behind its own."""
        also = ALSO.get(self._first, frozenset()) if self._first else frozenset[str]()
        own = [each for each in COMMANDS if each.where is where and each.id not in also]
        shared = [each for each in COMMANDS if each.id in also] if where is self._first else []
        return [each for each in (*own, *shared) if not self._means_another(each)]

    def _heading(self, where: Where) -> Line:
        there = "" if where is self._first else _THERE.get(where, "")
        words = there.format(**{each: printed_key(each, self._overrides) for each in _GO_THERE})
        return Line((Span(where.value, Role.TITLE), quiet(f"  {words}" if words else "")))

    def _means_another(self, command: Command) -> bool:
        """Whether all the keys of a command that does not work here do something else of this very screen."""
        if self._first is None or not self._why_not(command):
            return False
        here = (each for each in COMMANDS if each.where is self._first)
        taken = {key for each in here for key in keys_of(each, self._overrides)}
        return taken.issuperset(keys_of(command, self._overrides))

    def _lines(self, command: Command, width: int) -> tuple[Line, ...]:
        """The keys and what they do, in as many lines as it needs, and at the right why it does not work here."""
        is_not_theirs = command.id in FOR_SUPERVISORS and not self._is_supervisor
        works = not self._why_not(command) and not is_not_theirs
        why = _NOT_THEIRS if is_not_theirs else "" if works else self._later or _SHORT.get(command.needs, "")
        first, *rest = wrapped(command.help, width - _KEYS, Role.TEXT if works else Role.QUIET)
        keys = span(f"{printed_keys(command, self._overrides):<{_KEYS}}", Role.KEY if works else Role.QUIET)
        lines = [Line((keys, *first.spans)), *(Line((_INDENT, *each.spans)) for each in rest)]
        if why and cells(lines[-1].spans) + len(why) + 2 > width:
            lines.append(Line((_INDENT,)))
        return (*lines[:-1], Line(lines[-1].spans, (quiet(why),) if why else ()))

    @property
    def _is_supervisor(self) -> bool:
        return self.app.session is None or self.app.session.is_supervisor

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)
