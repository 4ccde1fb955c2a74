"""The visit at this desk, from the customer being opened until they are wrapped up or left."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from deskui.commands import COMMANDS, keys_of
from deskui.commands.printed import shown
from deskui.domain.visit import VisitEnd
from deskui.ui.counter import later
from deskui.ui.format import count_words
from deskui.ui.kit.form import Form
from deskui.ui.kit.question import Question, Way
from deskui.ui.lines import Role
from deskui.ui.panels.status import stopwatch_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from datetime import datetime

    from deskui.desk.desk import Desk
    from deskui.domain.customer import Customer
    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId
    from deskui.domain.visit import Visit
    from deskui.ui.screens.desk import DeskScreen
    from deskui.ui.shell import Shell

JUST_MET: Final = timedelta(minutes=10)
"""A contact logged so lately is the one with whoever stands here still, and nothing is asked."""
GLANCE: Final = timedelta(seconds=10)
"""Who was looked at for less than this was not served, and nothing is asked."""
_SOON: Final = 0.05
_DESK_WORK: Final = ("feedback.", "review.", "approval.", "case.acknowledge", "case.seen")
"""How the verbs begin by which somebody does the desk's own work about a customer who need not be there."""
_NEITHER: Final = "undo"


class Visiting:
    """Who stands at the desk, and since when; whoever leaves them with nothing logged is asked once."""

    def __init__(self, app: Shell, to_the_desk: Callable[[Callable[[DeskScreen], None]], None]) -> None:
        self.visit: Visit | None = None
        self._app, self._to_the_desk = app, to_the_desk
        self._whom: Customer | None = None
        self._met: datetime | None = None
        self._looks = 0
        self._was_asked = self._has_written = False
        self._is_desk_work = self._is_served = False

    def start(self, opening: Future[Desk]) -> None:
        """Follow the writes, and close what a crash left open before anything else is asked of the desk."""
        self._app.changed.subscribe(self._app, self._hear)
        self.sweep(opening)

    def sweep(self, opening: Future[Desk] | None = None) -> None:
        """Close what a crash left open; whoever signs in later does it then."""
        left = self._app.counter.ask(lambda desk: desk.visits.close_abandoned() if desk.session.employee else 0)
        later(left, lambda done: None if opening and opening.exception() else self._say_closed(done))

    def begin(self, customer: Customer, met: datetime | None, *, reading: bool = False) -> None:
        """The customer, last `met` then, is in front of us from now on; a visit of somebody else is over.

        `reading` is whether they were only opened to read what is about them; nobody is asked to log that.
        """
        if self._whom is None or self._whom.id != customer.id:
            self.visit = None
            self._is_desk_work, self._is_served = reading, False
        elif not reading:
            self._is_desk_work = False
        self._whom, self._met = customer, met

        def write(desk: Desk) -> Visit | None:
            desk.visits.open(customer.id)
            return desk.visits.current()

        self._look(write)

    def taken_over(self) -> None:
        """Another clerk goes on with the customer in front of us."""
        if (whom := self._whom) is not None:
            self._look(lambda desk: _take_over(desk, whom.id))

    def becomes(self, before: CustomerId, now: Customer) -> None:
        """Whoever is in front of us was merged into another: their visit goes on with that one."""
        if self._whom is not None and self._whom.id == before:
            self._whom = now
            self._look(lambda desk: desk.visits.current())

    def leave(self, then: Callable[[], object], to: CustomerId | None = None, doing: str = "leave") -> None:
        """Go on with `then`, which leaves the customer for another or for nobody; ask first where that is due.

        `doing` is what `then` does, in a word.
        """
        whom, visit = self._whom, self.visit
        lasts = timedelta() if visit is None else visit.length(self._app.clock())
        is_logged = self._met is not None and self._app.clock() - self._met < JUST_MET
        is_brief = lasts < GLANCE or (self._is_desk_work and not self._is_served)
        if whom is None or whom.id == to or self._was_asked or is_brief or is_logged:
            then()
            return
        self._was_asked = True
        with self._app._context():  # the answer is for the app: the screen the key was pressed on may be gone
            self._app.push_screen(self._question(whom, lasts, doing), lambda answer: self._answered(answer, then, to))

    def end(self) -> None:
        """Nobody is in front of us any more: their visit, where it still goes on, ends without a word."""
        if (whom := self._whom) is not None:
            self._whom = None
            self._put(None)
            self._look(lambda desk: _end(desk, whom.id))

    def close(self) -> None:
        """Hand the end of the visit in, without waiting for it; the counter finishes it when it closes."""
        if (whom := self._whom) is not None:
            self._whom = None
            with suppress(RuntimeError):  # the counter is closed already
                self._app.counter.ask(lambda desk: _end(desk, whom.id))

    def _question(self, whom: Customer, lasts: timedelta, doing: str) -> Question[str]:
        find = keys_of(next(each for each in COMMANDS if each.id == "find"), self._app.overrides)
        ways = (
            Way(("c",), "c", "log it now", "log"),
            Way(("enter", "ctrl+j"), "Enter", f"{doing}, nothing to log", "leave"),
            Way(("escape",), "Esc", "stay", "stay"),
            Way(find, shown(find[0]), "look up", "find"),
        )
        what = "No contact" if self._has_written else "Nothing"
        asked = [f"{what} is logged for {whom.name} (visit {stopwatch_words(lasts)})."]
        if any(isinstance(each, Form) for each in self._app.screen_stack):
            asked.append("What you have typed is kept.")
        return Question(asked, ways)

    def _answered(self, answer: str | None, then: Callable[[], object], to: CustomerId | None) -> None:
        """Once a contact is logged it goes on to whoever was chosen; a scan meanwhile goes to the lookup instead."""
        if answer == "log":
            self._to_the_desk(lambda desk: desk.log_contact(None if to is None else then))
        elif answer == "find":
            self._to_the_desk(lambda desk: desk.leave_customer())
        elif answer == "leave":
            then()

    def _hear(self, done: Done) -> None:
        """A write of this program may have wrapped the customer up, or have taken that back."""
        if self._whom is not None and done.customer_id in (None, self._whom.id):
            self._has_written = self._has_written or done.customer_id is not None
            self._tell_apart(done)
            self._look(lambda desk: desk.visits.current())

    def _tell_apart(self, done: Done) -> None:
        """Whether that was the desk's own work, or something done for the customer."""
        if done.verb.startswith(_DESK_WORK):
            self._is_desk_work = True
        elif done.customer_id is not None and done.verb != _NEITHER:
            self._is_served = True

    def _look(self, question: Callable[[Desk], Visit | None]) -> None:
        """Ask for the visit that goes on; only what was asked last counts."""
        self._looks += 1
        ticket = self._looks

        def looked(done: Future[Visit | None]) -> None:
            if (error := done.exception()) is not None:
                self._app.report(error)
            elif ticket == self._looks:
                self._put(done.result())

        later(self._app.counter.ask(question), looked)

    def _put(self, visit: Visit | None) -> None:
        if visit is not None and (self._whom is None or visit.customer_id != self._whom.id):
            visit = None
        if visit is None or self.visit is None or visit.id != self.visit.id:
            self._was_asked = self._has_written = False
        self.visit = visit
        self._app.status_changed.publish(None)

    def _say_closed(self, done: Future[int]) -> None:
        """Say how many visits were closed, when there is a last line to say it in."""
        if not self._app.screen_stack:
            return  # the program is left
        if not self._app.screen.is_mounted:
            self._app.set_timer(_SOON, lambda: self._say_closed(done))
            return
        error = done.exception()
        if error is not None:
            self._app.report(error)
        elif count := done.result():
            is_closed = "is closed" if count == 1 else "are closed"
            self._app.say(f"{count_words(count, 'visit')} left open when the program stopped {is_closed}", Role.GOOD)


def _take_over(desk: Desk, customer_id: CustomerId) -> Visit | None:
    desk.visits.take_over(customer_id)
    return desk.visits.current()


def _end(desk: Desk, customer_id: CustomerId) -> None:
    visit = desk.visits.current()
    if visit is not None and visit.customer_id == customer_id:
        desk.visits.end(visit.id, VisitEnd.LEFT)
