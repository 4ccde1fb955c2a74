"""How long nobody has touched the keys, by a clock that runs on while the machine sleeps."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def running_clock() -> float:
    """Seconds of a clock that nobody sets, and that runs through suspend where there is one."""
    which = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if which is None else time.clock_gettime(which)


class Idle:
    """Whether the desk was left alone for `minutes`; never, with none."""

    def __init__(self, minutes: int, clock: Callable[[], float] = running_clock) -> None:
        self.clock = clock
        self._after = minutes * 60
        self._touched = clock()

    @property
    def is_over(self) -> bool:
        """Whether it was left alone for too long; a clock that runs backwards counts as that."""
        return self._after > 0 and not 0 <= self.clock() - self._touched < self._after

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self.clock()
