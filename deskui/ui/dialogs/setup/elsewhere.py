"""What is only looked at among the set-up: this desk itself, and PINs, which everybody sets themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.ui.kit.reading import Reading
from deskui.ui.lines import BLANK, Item, Line, Role, quiet, span, wrapped

if TYPE_CHECKING:
    from deskui.domain.staff import Employee
    from deskui.ui.shell import Shell

_DESK: Final = (
    "Changed in the settings file of this machine: desk is its name, [printer] where slips are printed, and "
    "lock_after the minutes without a key after which it locks itself. They hold from the next start on."
)
_PINS: Final = "Everybody sets their own in the staff list, with p; deskui pin helps who forgot theirs."
_NAMED: Final = 10


def show_this_desk(app: Shell) -> None:
    """What is set on this machine, and where."""
    name = "" if app.session is None else app.session.desk
    printer = app.printer.words if app.printer.is_set else "none"

    def lines(width: int) -> list[Item]:
        said = [
            Line((quiet(f"{what:<{_NAMED}}"), span(words))) for what, words in (("name", name), ("slips", printer))
        ]
        return [Item((*said, BLANK, *wrapped(_DESK, width, Role.QUIET)))]

    app.push_screen(Reading("This desk", lines))


def show_pins(app: Shell) -> None:
    """Who has a PIN."""

    async def ask() -> None:
        people = await app.counter.answer(lambda desk: desk.shop.staff())
        known = await app.counter.answer(lambda desk: desk.signing.with_pin())
        items = [_pin_item(each, has_one=each.id in known) for each in people]
        app.push_screen(Reading("PINs", lambda width: [*items, Item((BLANK, *wrapped(_PINS, width, Role.QUIET)))]))

    app.guarded(ask())


def _pin_item(who: Employee, *, has_one: bool) -> Item:
    said = span("✓ has a PIN", Role.GOOD) if has_one else quiet("○ none")
    return Item((Line((span(who.name), quiet(f"  {who.role.value}")), (said,)),), ("employee", who.id))
