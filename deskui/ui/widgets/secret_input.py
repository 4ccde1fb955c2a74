"""A line whose signs nobody sees: a PIN while it is typed."""

from __future__ import annotations

from deskui.domain.signing.pins import LONGEST
from deskui.ui.widgets.typing import LineInput


class SecretInput(LineInput):
    """Shows a dot for each sign, and lets nothing of it be copied or cut."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, longest=LONGEST)
        self.password = True

    def action_copy(self) -> None:
        """Nothing goes to the clipboard of the terminal."""

    def action_cut(self) -> None:
        """Nothing goes to the clipboard of the terminal."""
