"""Text of several lines: what is pasted is kept as far as it fits, and said when it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import TextArea

from deskui.domain.text import LONGEST_TEXT, without_hidden
from deskui.ui.widgets.typing import LineInput

if TYPE_CHECKING:
    from textual import events


class TextBox(TextArea):
    """A text field that cuts what is too long when it is pasted, with a message instead of a refusal later."""

    def __init__(self, value: str, *, id: str) -> None:
        super().__init__(value, id=id, show_line_numbers=False, soft_wrap=True, tab_behavior="focus")

    async def _on_paste(self, event: events.Paste) -> None:
        """Take what fits, without characters that cannot be seen."""
        room = max(0, LONGEST_TEXT - len(self.text) + len(self.selected_text))
        fits = without_hidden(event.text[: room * 2])[:room]
        if len(event.text) > max(room, len(fits)):
            self.post_message(LineInput.Cut(len(fits), len(event.text)))
        event.text = fits
        await super()._on_paste(event)
        event.prevent_default()
