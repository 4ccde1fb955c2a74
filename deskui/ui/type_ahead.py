"""Keys typed faster than a form opens: kept in order, and given to the form they were meant for."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Final

from textual import events
from textual.app import App
from textual.message import Message

LONGEST_HOLD: Final = 0.1
"""Seconds after which a key counts as handled although nothing said so: its widget may be gone."""
LONGEST_OPENING: Final = 2.0
"""Seconds a screen may take to open before keys are let through all the same."""
_STEP: Final = 0.004


class Handled(Message, bubble=True):
    """Follows a key on its way up; when it arrives at the app, the key has been dealt with."""


class TypeAhead(App[int]):
    """An app that deals with one key at a time, as terminals did.

    The toolkit gives every key at once to what has the focus at that moment, so that the letters typed
    right behind a command would land in the old place, or be taken for commands.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[events.Key | events.Paste] = deque()
        self._in_hand = False
        self._opening = 0
        self._hold: asyncio.TimerHandle | None = None

    async def on_event(self, event: events.Event) -> None:
        """Hold a key back while the one before is still being dealt with."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._in_hand or self._ahead:
            self._ahead.append(event)
        else:
            await self._deal_with(event)

    async def _deal_with(self, event: events.Key | events.Paste) -> None:
        self._in_hand = True
        target = self.focused or self.screen
        await super().on_event(event)
        if self._hold is not None:
            self._hold.cancel()
        self._hold = asyncio.get_running_loop().call_later(LONGEST_HOLD, self._let_go)
        if not target.post_message(Handled()):
            self._let_go()

    def on_handled(self) -> None:
        """The key in hand has gone all the way up."""
        self._let_go()

    def _let_go(self) -> None:
        """The key in hand has been dealt with; take the next one when the screen is ready for it."""
        if self._hold is not None:
            self._hold.cancel()
            self._hold = None
        self._in_hand = False
        if self._ahead:
            self._in_hand = True
            self.call_later(self._next, asyncio.get_running_loop().time() + LONGEST_OPENING)

    async def _next(self, until: float) -> None:
        loop = asyncio.get_running_loop()
        if not self.ready_for_keys and loop.time() < until:
            loop.call_later(_STEP, lambda: self.call_later(self._next, until))
        elif self._ahead:
            await self._deal_with(self._ahead.popleft())
        else:
            self._in_hand = False

    @property
    def ready_for_keys(self) -> bool:
        """Whether the screen on top is there, has its focus, and is not busy saving."""
        screen = self.screen
        settled = screen.is_current and screen.is_mounted and (screen.focused is not None or not screen.focus_chain)
        return settled and self._opening == 0 and not getattr(screen, "busy", False)
