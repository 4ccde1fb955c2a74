"""A line whose signs nobody sees: a PIN while it is typed."""

from __future__ import annotations

from typing import Final

from textual.message import Message

from deskui.domain.signing.pins import LONGEST, SHORTEST
from deskui.ui.widgets.typing import LineInput

DIGITS: Final = f"{SHORTEST} to {LONGEST} digits"


class SecretInput(LineInput):
    """Takes digits alone, shows a dot for each, and lets nothing of it be copied or cut."""

    class NoDigits(Message):
        """Something else was typed or pasted; none of it was taken."""

        sentence = f"A PIN is {DIGITS}; nothing else is taken here."

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, longest=LONGEST, placeholder=DIGITS)
        self.password = True
        self.restrict = "[0-9]*"

    def restricted(self) -> None:
        """Say so, where the terminal would ring."""
        self.post_message(self.NoDigits())

    def action_copy(self) -> None:
        """Nothing goes to the clipboard of the terminal."""

    def action_cut(self) -> None:
        """Nothing goes to the clipboard of the terminal."""
