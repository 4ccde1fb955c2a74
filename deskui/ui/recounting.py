"""Lengths of promises in other working hours: counted anew in the quiet between what the counter asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.errors import DeskError
from deskui.ui.counter import later

if TYPE_CHECKING:
    from concurrent.futures import Future

    from deskui.domain.done import Done
    from deskui.ui.shell import Shell

_QUIET: Final = 0.5
"""Seconds without a key before the next step, so that nobody who types waits for more than one."""
_PAUSE: Final = 0.01
_AGAIN: Final = 5.0
"""Seconds until the next try where the database was busy."""


class Recounting:
    """Goes on until all is counted, and takes up what an earlier start left; one step is all the lane ever holds."""

    def __init__(self, app: Shell) -> None:
        self._app = app
        self._under_way = False

    def hear(self, done: Done) -> None:
        """Begin when the hours of the desk were changed."""
        if done.verb == "shop.hours":
            self.go_on()

    def go_on(self) -> None:
        """Count what is still to be counted."""
        if not self._under_way:
            self._under_way = True
            self._step()

    def _step(self) -> None:
        if self._app.quiet_for() < _QUIET:
            self._app.set_timer(_QUIET, self._step)
        else:
            later(self._app.counter.ask(lambda desk: desk.duty.recount()), self._stepped)

    def _stepped(self, done: Future[int]) -> None:
        error = done.exception()
        if isinstance(error, DeskError):
            self._app.set_timer(_AGAIN, self._step)
        elif error is not None:
            self._app.report(error)
        elif done.result() < 100:
            self._app.set_timer(_PAUSE, self._step)
        else:
            self._under_way = False
