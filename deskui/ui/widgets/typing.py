"""One-line text fields: what is pasted is kept whole as far as it fits, and said when it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widgets import Input

from deskui.domain.text import LONGEST_LINE
from deskui.domain.visible import visible
from deskui.ui.lines import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.geometry import Region

    from deskui.ui.shell import Shell


class LineInput(Input):
    """An input that joins pasted lines and cuts what is too long, with a message instead of silence."""

    class Cut(Message):
        """More was pasted than fits."""

        def __init__(self, kept: int, pasted: int) -> None:
            super().__init__()
            self.kept = kept
            self.pasted = pasted

        @property
        def sentence(self) -> str:
            """What to say about it."""
            return f"Only {self.kept:,} of {self.pasted:,} pasted characters fit here."

    virtual_size = Reactive(Size(0, 0), layout=False)
    """As in any widget, but what is typed never changes the layout of the screen."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        longest: int = LONGEST_LINE,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(
            value,
            placeholder=placeholder,
            max_length=longest,
            select_on_focus=False,
            compact=True,
            id=id,
            classes=classes,
        )

    def _on_paste(self, event: events.Paste) -> None:
        """Take all lines, joined by blanks, without what cannot be seen, up to what fits."""
        event.stop()
        event.prevent_default()
        line = " ".join(visible(part) for part in event.text[:100_000].split())
        selected = len(self.selected_text)
        room = max(0, (self.max_length or LONGEST_LINE) - len(self.value) + selected)
        self.replace(line[:room], *self.selection)
        if len(line) > room or len(event.text) > 100_000:
            self.post_message(self.Cut(room, len(event.text)))


_SIGN: Final = " / "
"""As wide as the padding that the low screen gives the box."""


class LookupInput(LineInput):
    """The lookup box: every keystroke and every Enter is handled inside the key itself.

    A message of its own would come a frame later, and codes scanned back to back would be merged.
    """

    app: Shell
    BINDINGS = [Binding("enter,ctrl+j", "submit", show=False), Binding("ctrl+u", "clear", show=False)]

    def __init__(self, typed: Callable[[str], None], entered: Callable[[], None], *, id: str) -> None:
        super().__init__(placeholder=PLACEHOLDER, id=id)
        self._typed = typed
        self._entered = entered
        self.border_title = Content("/ Lookup")

    def validate_value(self, value: str) -> str:
        """The key that leads here is no part of what is looked for, wherever it was pressed."""
        return value.lstrip("/")

    def watch_value(self, value: str) -> None:
        """Look up what is there now."""
        if self.is_mounted:
            self._typed(value)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Where there is no room for a frame with a title, its key stands quietly before what is typed."""
        strips = super().render_lines(crop)
        if self.size.height != self.outer_size.height or crop.x or crop.y or not strips:
            return strips
        before = next(iter(strips[0]))
        sign = Segment(_SIGN, self._sign_style(before.style))
        return [Strip.join([Strip([sign], len(_SIGN)), strips[0].crop(len(_SIGN))]), *strips[1:]]

    def _sign_style(self, ground: Style | None) -> Style | None:
        """Quiet on the ground of the box, which has no colour where the terminal is to have none."""
        if ground is None or ground.bgcolor is None or self.app.no_color:
            return ground
        quiet: Style = self.app.tones.plain[Role.QUIET]
        return ground + Style(color=quiet.color)

    async def action_submit(self) -> None:
        """Open what was found."""
        self._entered()

    def action_clear(self) -> None:
        """Empty the box."""
        self.value = ""


PLACEHOLDER = 'name · phone · last four · receipt / PO / case / code · "likes: hot wheels"'
