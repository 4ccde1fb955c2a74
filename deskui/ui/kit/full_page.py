"""A page over the desk that is as high as the screen, and stays as it changes below it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from deskui.ui.kit.living_list import LivingList

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done

Answer = TypeVar("Answer")


class FullPage(LivingList[Answer]):
    """Something to page through, with keys at its foot that do something with it."""

    def wanted(self) -> int:
        """All there are."""
        return self.app.size.height

    def _fill(self, answer: Answer) -> None:
        """Its height is that of the screen, whatever there is to read."""
        self.list.fill(lambda width: self.rows(answer, width))

    def refill(self) -> None:
        """Show what was read last in another way, from its top."""
        if self.shown is not None:
            self._fill(self.shown)
            self.list.action_far(0)

    def save_soon(self, write: Callable[[], Path], what: str, trace: Callable[[Desk], Done]) -> None:
        """Save a file off the event loop, write down that it left the program, and say where it is."""

        async def go() -> None:
            place = await asyncio.to_thread(write)
            await self.app.write(trace)
            self.app.say(f"{what} saved as {place}")

        self.app.aside(go())
