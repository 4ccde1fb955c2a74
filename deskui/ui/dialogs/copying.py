"""A number for another program: put on the clipboard of the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.text import without_hidden
from deskui.ui.lines import Role

if TYPE_CHECKING:
    from deskui.ui.screens.desk import DeskScreen


def copy_number(desk: DeskScreen) -> None:
    """Copy the number of the row under the cursor, else that of the case on screen, and say which it was.

    The terminal is asked by OSC 52, which reaches the clipboard of this machine through SSH too.
    """
    number = " ".join(without_hidden(number_in_view(desk)).split())
    if not number:
        desk.say("No number is in view here; put the cursor on an order, or open a case.", Role.WARN)
        return
    desk.app.copy_to_clipboard(number)
    desk.say(f"Sent to the terminal's clipboard: {number}")


def number_in_view(desk: DeskScreen) -> str:
    """The number of the row under the cursor, else of the case on screen; empty where there is neither."""
    if (order := desk.row_id("order")) is not None:
        return desk.pane.order(order).number
    case = desk.shown.case
    if (reference := desk.row_id("reference")) is not None and case is not None:
        return next((each.number for each in case.references if each.id == reference), "")
    if (other := desk.row_id("case")) is not None:
        return next((f"#{each.number}" for each in desk.shown.cases if each.id == other), "")
    return "" if case is None else f"#{case.number}"
