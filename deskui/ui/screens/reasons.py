"""What has to be on the desk for a command to work, and what to do when it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.commands import COMMANDS, Needs

if TYPE_CHECKING:
    from collections.abc import Callable

_REASONS: Final = {
    Needs.CUSTOMER: "Open a customer first: type a few letters of the name.",
    Needs.CASE: "No case is open here; {case} opens one.",
    Needs.ORDER: "Put the cursor on an order first: {panel_1} goes to the history.",
    Needs.NUMBER: "Put the cursor on a number of the case first: {panel_4} goes to the case.",
    Needs.DROPPABLE: "Put the cursor on a note or number first: {panel_3} goes to the notes, {panel_4} to the case.",
    Needs.DUE: "That works in the due list; {due} goes there.",
    Needs.CALLS: "That works in the call list; {calls} goes there.",
    Needs.BOARD: "That works on the board; {board} goes there.",
    Needs.REVIEW: "That works in the review; {review} goes there.",
}
_ON_ROW: Final = {
    "note": (Needs.DROPPABLE,),
    "order": (Needs.ORDER,),
    "reference": (Needs.NUMBER, Needs.DROPPABLE),
}
"""What the cursor on a row of a kind lets work."""


def reason(needs: Needs, key: Callable[[str], str]) -> str:
    """Why a command that needs this does not work where it is not, with the keys that lead there."""
    return _REASONS[needs].format_map({each.id: key(each.id) for each in COMMANDS})


def on_row(kind: str) -> tuple[Needs, ...]:
    """What the cursor on a row of that kind lets work."""
    return _ON_ROW.get(kind, ())
