"""Taking one's last entry back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from textual.screen import ModalScreen

from deskui.ui.format import moment_words
from deskui.ui.kit.question import Confirm

if TYPE_CHECKING:
    from deskui.domain.customer import Customer
    from deskui.domain.pages import CustomerView
    from deskui.ui.shell import Shell, Within


def take_back(screen: Within) -> None:
    """Show the last entry of the person acting, and take it back when they say so."""
    app, key = screen.app, str(uuid4())

    async def ask() -> None:
        entry = await app.counter.answer(lambda each: each.own_entries.offer())
        scene = app.scene()
        whose = f" on {entry.customer}" if entry.customer else ""
        words = [f"Take back: {entry.title}{whose}, {moment_words(entry.at, scene.now, scene.zone)}?"]
        shown = _shown(app)
        if shown is not None and entry.customer and entry.done.customer_id != shown.id:
            words.insert(0, f"That was for {entry.customer}, not for {shown.name}.")
        if entry.passed:
            words.insert(0, entry.passed)
        said = f"Taken back: {entry.title}{whose}"

        def answered(yes: bool | None) -> None:
            if yes:
                app.write_soon(lambda each: each.own_entries.undo(entry.done, key), said)

        app.push_screen(Confirm(words, "take it back"), answered)

    app.guarded(ask())


def _shown(app: Shell) -> Customer | None:
    """The customer on screen, if one is."""
    if any(getattr(each, "covers_customer", False) for each in app.screen_stack):
        return None
    whole = next(each for each in reversed(app.screen_stack) if not isinstance(each, ModalScreen))
    view: CustomerView | None = None if getattr(whole, "at_home", True) else getattr(whole, "view", None)
    return None if view is None else view.customer
