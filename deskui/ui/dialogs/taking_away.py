"""Taking away what the cursor is on; undo brings it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.ui.dialogs.cases.reference import drop_reference
from deskui.ui.dialogs.notes import drop_note

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.ui.screens.desk import DeskScreen

_BY_KIND: Final[dict[str, Callable[[DeskScreen], None]]] = {"note": drop_note, "reference": drop_reference}


def take_away(desk: DeskScreen) -> None:
    """Take the row under the cursor away, by what it is."""
    _BY_KIND[desk.row_kind](desk)
