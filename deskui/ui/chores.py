"""What is done in the quiet between what the counter asks, step by step, and taken up again at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.scrubbed import Scrubbed
from deskui.errors import DeskError
from deskui.ui.counter import later
from deskui.ui.lines import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from concurrent.futures import Future

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.ui.shell import Shell

_QUIET: Final = 0.5
"""Seconds without a key before the next step, so that nobody who types waits for more than one."""
_PAUSE: Final = 0.01
_AGAIN: Final = 5.0
"""Seconds until the next try where the database was busy."""
WAITS: Final = "Somebody else is reading: until they end, the files of the database still hold what was redacted."


class Chore:
    """Goes on until all of it is done; one step is all that anybody ever waits for.

    A step returns whether there is more to do. `behind` has it done on the other connection.
    """

    def __init__(
        self, app: Shell, after: Collection[str], step: Callable[[Desk], bool], *, behind: bool = False
    ) -> None:
        self._app, self._after, self._do = app, after, step
        self._ask = app.counter.behind if behind else app.counter.ask
        self._under_way = self._is_wanted_again = False

    def hear(self, done: Done) -> None:
        """Begin after one of the verbs that leave something to do."""
        if done.verb in self._after:
            self.go_on()

    def go_on(self) -> None:
        """Do what is still to be done."""
        self._is_wanted_again = self._under_way
        if not self._under_way:
            self._under_way = True
            self._step()

    def _step(self) -> None:
        if self._app.quiet_for() < _QUIET:
            self._app.set_timer(_QUIET, self._step)
        else:
            later(self._ask(self._do), self._stepped)

    def _stepped(self, done: Future[bool]) -> None:
        error = done.exception()
        if isinstance(error, DeskError):
            self._app.set_timer(_AGAIN, self._step)
        elif error is not None:
            self._app.report(error)
        elif done.result() or self._is_wanted_again:
            self._is_wanted_again = False
            self._app.set_timer(_PAUSE, self._step)
        else:
            self._under_way = False


class Chores:
    """All of them."""

    def __init__(self, app: Shell) -> None:
        self._app = app
        self.recounting = Chore(app, ("shop.hours",), lambda desk: desk.duty.recount() < 100)
        self.sorting = Chore(app, ("review.rules", "undo"), lambda desk: desk.reviewing.sort())
        self.scrubbing = Scrubber(app)

    def hear(self, done: Done) -> None:
        """Begin what a verb has left to do."""
        for each in (self.recounting, self.sorting, self.scrubbing):
            each.hear(done)

    def go_on(self) -> None:
        """Take up what an earlier start left."""
        for each in (self.recounting, self.sorting, self.scrubbing):
            each.go_on()


class Scrubber(Chore):
    """Has what was redacted go from the files as well; while somebody else reads, it waits, and says so once."""

    def __init__(self, app: Shell) -> None:
        super().__init__(app, ("review.redact",), lambda desk: self._scrub(desk), behind=True)
        self._waits = self._has_said = False

    def _scrub(self, desk: Desk) -> bool:
        found = desk.scrubbing.step()
        self._waits = found is Scrubbed.WAITS
        return found is Scrubbed.SOME

    def _stepped(self, done: Future[bool]) -> None:
        if done.exception() is not None or not self._waits:
            self._has_said = False
            super()._stepped(done)
            return
        if not self._has_said:
            self._has_said = True
            self._app.say(WAITS, Role.WARN)
        self._app.set_timer(_AGAIN, self._step)
