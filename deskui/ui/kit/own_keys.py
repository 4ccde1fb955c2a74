"""A sheet that says which keys work in it, and of those of the desk why they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from deskui.commands import ANYWHERE, COMMANDS, Where, command, keys_of
from deskui.commands.printed import printed_key
from deskui.ui.kit.reading import Reading
from deskui.ui.kit.sheet import BACK, Sheet
from deskui.ui.lines import BLANK, Item, Line, Role, quiet, span, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

_OF_THE_DESK: Final = frozenset({Where.FIND, Where.MOVE, Where.WRITE, Where.CASE, Where.DESK})
_MOVING: Final = (("Up Down j k", "row before, next row"), ("PgUp PgDn", "a page"), ("Home End", "the whole way"))
_WIDE: Final = 14
"""Cells of the column of keys."""


class OwnKeys(Sheet[None]):
    """To be named before the kind of sheet that it is; what is bound there goes on working."""

    HERE: ClassVar[str] = ""
    """The command that comes here."""
    KEYS: ClassVar[Sequence[tuple[str, str]]] = ()
    """Its keys and what each does, but Esc."""
    MORE: ClassVar[str] = ""
    """What else there is to say beside them."""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark", "keys", show=False)]

    def on_mount(self) -> None:
        """Take the keys of the desk that mean nothing here."""
        for each in COMMANDS:
            if each.where in _OF_THE_DESK and each.id not in ANYWHERE and not each.fixed:
                for key in keys_of(each, self.app.overrides):
                    if key not in self._bindings.key_to_bindings:
                        self._bindings.bind(key, f"elsewhere('{each.id}')", show=False)

    if TYPE_CHECKING:  # each kind of sheet says it in a line of its own

        def say(self, sentence: str, role: Role = Role.GOOD) -> None:
            """Say something."""

    def action_elsewhere(self, name: str) -> None:
        """Say why a key of the desk does nothing."""
        if name == self.HERE:
            self.say(f"This is the {self._title.lower()} already; ? shows its keys.", Role.WARN)
            return
        wanted = command(name)
        key = printed_key(name, self.app.overrides)
        self.say(f"{key} ({wanted.title}) works on the desk; Esc goes back there.", Role.WARN)

    def action_keys(self) -> None:
        """Show the keys that work here."""
        pairs = (*self.KEYS, *_MOVING, ("?  F1", "these keys"), ("F9", "manual"), BACK)

        def items(width: int) -> list[Item]:
            rows = [Line((span(f"{key:<{_WIDE}}", Role.KEY), quiet(does))) for key, does in pairs]
            more = (BLANK, *wrapped(self.MORE, width, Role.QUIET)) if self.MORE else ()
            return [Item((each,)) for each in (*rows, *more)]

        self.app.push_screen(Reading(f"Keys: {self._title.lower()}", items))
