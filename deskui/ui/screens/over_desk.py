"""What the screens over the desk have in common: a list with something beside it, and keys that lead elsewhere."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.reactive import Reactive

from deskui.commands import COMMANDS, Command, command, keys_of
from deskui.errors import DeskError
from deskui.ui import day_counts
from deskui.ui.counter import soon
from deskui.ui.dialogs.help import Help
from deskui.ui.lines import Role
from deskui.ui.screens.commanding import Commanding
from deskui.ui.widgets.bars import KeyBar, StatusLine
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from concurrent.futures import Future

    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from deskui.commands import Where
    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId, CustomerId
    from deskui.ui.lines import Line
    from deskui.ui.screens.desk import DeskScreen

Answer = TypeVar("Answer")


class OverDesk(Commanding, Generic[Answer]):
    """Status, whose list it is, the list with what is beside it, and keys; Esc goes back to the desk as it was."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-normal"), (150, "-wide"), (200, "-vast")]
    NAME: ClassVar[str]
    """The command that comes here; here it goes back."""
    WHERE: ClassVar[Where]
    """What keys of its own stand below in the help."""
    OFFERED: ClassVar[Sequence[tuple[str, str]]]
    """The keys in the last line, and what they are called here where that is not their usual name."""
    ELSEWHERE: ClassVar[str] = "Enter opens the customer first."
    """What leads to the commands that do not work here."""

    def __init__(self, desk: DeskScreen) -> None:
        super().__init__()
        self._desk = desk
        self._asked = self._waited_for = self._came = 0
        self._is_other_list = True
        self._as_shown: object = None
        self._offered: list[Command] = []

    @abstractmethod
    def works(self, wanted: Command) -> bool:
        """Whether a command works here."""

    @abstractmethod
    def beside(self) -> Widget:
        """The list, and what is beside it."""

    @abstractmethod
    def question(self, desk: Desk) -> Answer:
        """Read the list; runs on a lane."""

    @abstractmethod
    def paint(self, answer: Answer, *, is_other: bool, waits: bool) -> None:
        """Show what was read: another list than before, or the same one again."""

    def compose(self) -> ComposeResult:
        """One below the other."""
        yield StatusLine(id="status")
        yield LineView(id="whose")
        yield self.beside()
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Read the list, and again after every write."""
        self.app.changed.subscribe(self, self.on_changed)
        self.read()
        self.clock()
        self.set_interval(day_counts.EVERY, self.tick)
        self.offer()

    def offer(self) -> None:
        """Show the keys, as they work on the row under the cursor."""
        there = self.titles()
        wanted = [(command(name), there.get(name) or title) for name, title in self.OFFERED]
        offered = [replace(each, title=title or each.title) for each, title in wanted if self.is_offered(each)]
        if offered != self._offered:
            self._offered = offered
            self.query_one(KeyBar).offer(offered[:-2], offered[-2:], self.app.overrides)

    def titles(self) -> Mapping[str, str]:
        """What keys are called on the row under the cursor, where that is not what they are called here."""
        return {}

    def is_offered(self, wanted: Command) -> bool:
        """Whether a key that is shown here works for the person acting."""
        return True

    # --- reading and painting ----------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether the list is being read after a key; the next key is meant for what it will show."""
        return self._came < self._waited_for

    def tick(self) -> None:
        """Keep the clock right, and in a quiet moment the list: hours pass, and others write too."""
        self.clock()
        if self.app.quiet_for() > 1 and not self.busy:
            self.read(waits=False)

    def clock(self) -> None:
        """Show what time it is."""
        self.query_one(StatusLine).tell(self.app.session, self.app.scene())

    def on_changed(self, done: Done) -> None:
        """Read again what a write may have changed."""
        self.read()

    def read(self, *, waits: bool = True) -> None:
        """Ask for the list as it is now; `waits` when keys are meant for the answer."""
        self._asked += 1
        ticket = self._asked
        if waits:
            self._waited_for = ticket
        self.ask(lambda done: self._read(ticket, done, waits))

    def ask(self, then: Callable[[Future[Answer]], None]) -> None:
        """Have the question answered, and then do something with the answer."""
        soon(self.app.counter.ask(self.question), then)

    def _read(self, ticket: int, done: Future[Answer], waits: bool) -> None:
        if ticket != self._asked or not self.is_running:
            return
        self._came = ticket
        if (error := done.exception()) is not None:
            if waits or not isinstance(error, DeskError):
                self.app.report(error)
            return
        as_shown = self.as_shown(done.result())
        if waits or as_shown != self._as_shown:
            self._as_shown = as_shown
            is_other, self._is_other_list = self._is_other_list, False
            self.paint(done.result(), is_other=is_other, waits=waits)

    def as_shown(self, answer: Answer) -> object:
        """What an answer is told from the one before by: the same is not painted again."""
        return answer

    def say_whose(self, line: Line) -> None:
        """Say above the list whose it is."""
        self.query_one("#whose", LineView).show_lines([line])

    def read_other(self) -> None:
        """Read another list than the one shown, from its top."""
        self._is_other_list = True
        self.read()

    def on_resize(self) -> None:
        """Say and show what there is room for now."""
        if self._came:
            self.call_after_refresh(self.read)

    # --- what keys do ------------------------------------------------------------------------------------

    def why_not(self, wanted: Command) -> str:
        """Why a command does not work here, or nothing when it does."""
        return "" if self.works(wanted) else f"{wanted.title.capitalize()}: {self.ELSEWHERE}"

    def opened_on(self) -> DeskScreen:
        """What is opened from here belongs to the desk below."""
        return self._desk

    def do_due(self) -> None:
        """To the due list."""
        self.go_to("due")

    def do_calls(self) -> None:
        """To the call list."""
        self.go_to("calls")

    def do_board(self) -> None:
        """To the board."""
        self.go_to("board")

    def do_find(self) -> None:
        """Look somebody up, on the desk."""
        self.go_to("find")

    def do_new_customer(self) -> None:
        """Add a customer, on the desk."""
        self.go_to("new_customer")

    def do_home(self) -> None:
        """Back to the desk."""
        self.leave()

    def do_refresh(self) -> None:
        """Read everything again."""
        self.read()
        self.say("Read again")

    def do_keys(self) -> None:
        """Show what works here first."""
        self.app.push_screen(Help(self.why_not, self.app.overrides, self.WHERE))

    def go_to(self, name: str) -> None:
        """Do something on the desk; the key that comes here goes back."""
        self.leave()
        if name != self.NAME:
            self._desk.run_command(name)

    def open_customer(
        self,
        customer_id: CustomerId,
        case_id: CaseId | None = None,
        then: Callable[[DeskScreen], None] | None = None,
        *,
        reading: bool = False,
    ) -> None:
        """Open a customer on the desk, and perhaps a case, and do something there; Esc there comes back here.

        `reading` is whether that is only to read what is about them.
        """
        self.leave()
        self._desk.open_customer(
            customer_id,
            case_id,
            came_from=lambda desk: desk.back_to(lambda now: now.run_command(self.NAME)),
            then=then,
            reading=reading,
        )

    def on_key(self, event: events.Key) -> None:
        """A key that does nothing here says why."""
        found = [each for each in COMMANDS if event.key in keys_of(each, self.app.overrides)]
        if found and not any(each.fixed or self.works(each) for each in found):
            self.say(self.why_not(found[0]), Role.WARN)

    def key_escape(self) -> None:
        """Esc is always back."""
        self.leave()

    def leave(self) -> None:
        """Go back to the desk as it was."""
        self.dismiss(None)
