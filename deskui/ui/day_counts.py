"""How much is due: asked for when nobody types, and told to every screen that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.errors import DeskError
from deskui.ui.counter import later

if TYPE_CHECKING:
    from concurrent.futures import Future

    from deskui.desk.desk import Desk
    from deskui.domain.due.due_list import Counts
    from deskui.ui.shell import Shell

QUIET: Final = 0.25
"""Seconds without a key before the counts are asked for."""
EVERY: Final = 5.0
"""Seconds until they are asked for again: they change by the clock, and by what others write."""


@dataclass(frozen=True, slots=True)
class Day:
    """The counts of the due list, and how much waits for the person acting to answer, acknowledge or mend it."""

    counts: Counts
    handed: int
    escalated: int = 0
    to_approve: int = 0
    answered: int = 0
    to_fix: int = 0
    said: int = 0
    """What was said about one's work, and is not seen."""
    news: int = 0
    """Watched cases to which others did something."""
    to_review: int = 0
    """What waits in the review for the supervisor acting, counted up to MOST."""


class DayCounts:
    """The counts of the status line, for the person acting and for the desk.

    A screen shows them by composing `StatusLine(id="status")`, which hears of every change by itself. They are asked
    for at the start, after every write of this program and every few seconds, but never while keys are being typed.
    """

    def __init__(self, app: Shell) -> None:
        self.day: Day | None = None
        self._app = app
        self._waits = self._again = False

    def start(self) -> None:
        """From now on, ask whenever the counts may be others."""
        self._app.changed.subscribe(self._app, self.ask)
        self._app.set_interval(EVERY, self.ask)

    def ask(self, _done: object = None) -> None:
        """Ask as soon as the desk is open and no key has come for a moment; once more after an answer on its way."""
        if self._waits:
            self._again = True
        elif self._app.session is not None:
            self._waits = True
            self._after_keys()

    def _after_keys(self) -> None:
        if (left := QUIET - self._app.quiet_for()) > 0:
            self._app.set_timer(left, self._after_keys)
            return
        self._again = False
        later(self._app.counter.ask(_day), self._answered)

    def _answered(self, done: Future[Day]) -> None:
        """Tell the screens; while the database refuses, the counts stay as they were."""
        self._waits, error = False, done.exception()
        if error is not None and not isinstance(error, DeskError):
            self._app.report(error)
        elif error is None and done.result() != self.day:
            self.day = done.result()
            self._app.status_changed.publish(None)
        if self._again:
            self.ask()


def _day(desk: Desk) -> Day:
    desk.signing.look_again()
    return Day(
        desk.due.counts(),
        handed=len(desk.duty.waiting()),
        escalated=len(desk.escalations.waiting()),
        to_approve=len(desk.approvals.for_me()),
        answered=len(desk.approvals.answers()),
        to_fix=len(desk.reviewing.to_fix()),
        said=len(desk.feedback.news()),
        news=len(desk.watching.news()),
        to_review=desk.reviewing.to_review(),
    )
