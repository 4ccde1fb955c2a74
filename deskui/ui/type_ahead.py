"""Keys typed faster than a form opens: kept in order, and given to the form they were meant for."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Final

from textual import events
from textual.app import App
from textual.message import Message

if TYPE_CHECKING:
    from textual.dom import DOMNode

LONGEST_WAIT: Final = 10.0
"""Seconds after which keys are let through all the same: nothing may hold the keyboard for good."""
_ECHOES: Final = 2
"""How often the way up is walked again before the next key: what a key sets off sends messages of its own."""
_STEP: Final = 0.005
_PASTED: Final = 200
"""Letters without anything else between them that nobody types, and no scanner sends."""


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
        self._echoes = 0
        self._last_key = 0.0
        self._hold: asyncio.TimerHandle | None = None

    async def on_event(self, event: events.Event) -> None:
        """Hold a key back while the one before is still being dealt with."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._in_hand or self._ahead:
            self._ahead.append(event)
        elif self._fetching:
            self._ahead.append(event)
            self._let_go()
        else:
            await self._deal_with(event)

    async def _deal_with(self, event: events.Key | events.Paste) -> None:
        self._in_hand, self._echoes = True, _ECHOES
        self._last_key = asyncio.get_running_loop().time()
        target = self.focused or self.screen
        await super().on_event(event)
        self._follow(target, asyncio.get_running_loop().time() + LONGEST_WAIT)

    def _follow(self, target: DOMNode, until: float) -> None:
        """Send the message that follows the key; let go when the widget it went to is gone."""
        if not target.post_message(Handled()):
            self._let_go()
            return
        loop = asyncio.get_running_loop()

        def look() -> None:
            if target.is_running and loop.time() < until:
                self._hold = loop.call_later(_STEP, look)
            else:
                self._let_go()

        if self._hold is not None:
            self._hold.cancel()
        self._hold = loop.call_later(_STEP, look)

    def on_handled(self) -> None:
        """The key in hand has gone all the way up; so must what it set off, when more keys are waiting."""
        if self._ahead and self._echoes and self._screen_stack:
            self._echoes -= 1
            self._follow(self.focused or self.screen, asyncio.get_running_loop().time() + LONGEST_WAIT)
        else:
            self._let_go()

    def _let_go(self) -> None:
        """The key in hand has been dealt with; take the next one when the screen is ready for it."""
        if self._hold is not None:
            self._hold.cancel()
            self._hold = None
        self._in_hand = False
        if self._ahead:
            self._in_hand = True
            self.call_later(self._next, asyncio.get_running_loop().time() + LONGEST_WAIT)

    async def _next(self, until: float) -> None:
        loop = asyncio.get_running_loop()
        if not self._screen_stack:
            self._ahead.clear()
            self._in_hand = False
        elif not self.ready_for_keys and loop.time() < until:
            loop.call_later(_STEP, lambda: self.call_later(self._next, until))
        elif self._ahead:
            await self._deal_with(self._take())
        else:
            self._in_hand = False

    def forget_keys(self) -> None:
        """Drop the keys that wait: what they were meant for did not come."""
        self._ahead.clear()

    def quiet_for(self) -> float:
        """Seconds since the last key."""
        return asyncio.get_running_loop().time() - self._last_key

    def _take(self) -> events.Key | events.Paste:
        """The next key; a long run of letters as one paste, as from a terminal that does not mark pastes."""
        letters = []
        for event in self._ahead:
            if not (isinstance(event, events.Key) and event.is_printable and event.character):
                break
            letters.append(event.character)
        if len(letters) < _PASTED:
            return self._ahead.popleft()
        for _ in letters:
            self._ahead.popleft()
        return events.Paste("".join(letters))

    @property
    def ready_for_keys(self) -> bool:
        """Whether the screen on top is there, has its focus, and is not busy saving."""
        screen = self.screen
        settled = screen.is_current and screen.is_mounted and (screen.focused is not None or not screen.focus_chain)
        return settled and not self._fetching

    @property
    def _fetching(self) -> bool:
        """Whether a dialog or a customer is on the way that the next key is meant for."""
        if not self._screen_stack:
            return False
        return self._opening > 0 or not self.screen.is_mounted or getattr(self.screen, "busy", False)
