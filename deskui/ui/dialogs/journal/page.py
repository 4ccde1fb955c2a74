"""The journal, with a line above it in which is typed what is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from deskui.errors import DeskError
from deskui.ui.counter import Latest, soon
from deskui.ui.dialogs.review.redacting import redact_of_entry
from deskui.ui.kit.own_keys import OwnKeys
from deskui.ui.kit.reading import Reading
from deskui.ui.kit.sheet import BACK, keys_line
from deskui.ui.lines import Item, Line, Role, quiet, wrapped
from deskui.ui.panels.journal import entry_lines, journal_items
from deskui.ui.widgets.line_view import LineView
from deskui.ui.widgets.paged_list import PagedList
from deskui.ui.widgets.typing import LineInput

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from textual import events
    from textual.app import ComposeResult

    from deskui.desk.desk import Desk
    from deskui.domain.journal.asked import JournalAsked
    from deskui.domain.journal.lines import JournalLine
    from deskui.domain.pages import Page
    from deskui.ui.screens.desk import DeskScreen
    from deskui.ui.widgets.item_list import ItemList

HINT = "ada today · C-1043 · last week · 1 nov - 20 nov · looked"


def show_journal(desk: DeskScreen) -> None:
    """Show the journal: of the customer on screen, else of everybody."""
    view = None if desk.at_home else desk.view
    desk.app.push_screen(JournalPage("" if view is None else view.customer.number))


class JournalPage(OwnKeys):
    """Entries, newest first; Enter reads one with all it wrote."""

    HERE = "journal"
    KEYS = (("Enter", "read it"), ("/", "look for something"), ("*", "redact"))
    MORE = (
        "What is looked for is a colleague, a customer by name or number, what was done (note, looked, setup), or "
        "days: today, mon, 19 nov, last week, 1 nov - 20 nov. All of it has to fit."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", show=False),
        Binding("asterisk", "redact", show=False),
        Binding("escape,q", "leave", show=False),
        Binding("ctrl+j", "to_list", show=False),
    ]

    def __init__(self, typed: str) -> None:
        super().__init__("Journal")
        self._begins = typed
        self._reads = Latest()

    def wanted(self) -> int:
        """All the lines there are."""
        return self.app.size.height

    def contents(self) -> ComposeResult:
        """What is looked for, how it was taken, the entries, and the keys."""
        yield LineInput(self._begins, id="filter", placeholder=HINT)
        yield LineView(id="taken")
        yield PagedList(id="choices", classes="paged", framed=False)
        yield LineView(classes="foot")

    def on_mount(self) -> None:
        """Read the newest."""
        self.query_one("#choices", PagedList).styles.height = self.room(self.app.size.height)
        self.query_one(".foot", LineView).show_lines([keys_line((*self.KEYS, ("?", "keys"), BACK))])
        self.entries.focus()
        self.read()

    def on_resize(self) -> None:
        """Take as many lines as there are now."""
        super().on_resize()
        self.entries.styles.height = self.room(self.app.size.height)

    @property
    def entries(self) -> PagedList[JournalLine]:
        """The entries on screen."""
        return self.query_one("#choices", PagedList)

    @property
    def line(self) -> LineInput:
        """Where it is typed what is looked for."""
        return self.query_one("#filter", LineInput)

    @property
    def busy(self) -> bool:
        """Whether entries are on their way, and keys meant for them; what is typed further waits for none."""
        return self._reads.pending and not self.line.has_focus

    def read(self) -> None:
        """Ask for what is typed, beside the lane on which customers are looked up, and not once more is typed."""
        typed, came = self.line.value, self._reads.only(self._came)

        def ask(desk: Desk) -> tuple[JournalAsked, Page[JournalLine]] | None:
            if not came.counts:
                return None
            asked = desk.journal.asked(typed)
            return asked, desk.journal.page(asked)

        soon(self.app.counter.report(ask), came)

    def _came(self, done: Future[tuple[JournalAsked, Page[JournalLine]] | None]) -> None:
        if not self.is_running:
            return
        if (error := done.exception()) is not None:
            if not isinstance(error, DeskError):
                raise error
            self._say(error.sentence, Role.WARN)
            self.entries.show(())
            return
        if (found := done.result()) is None:
            return
        asked, first = found
        self._say(" · ".join(asked.said) or "everything", Role.QUIET)
        self._show(asked, first)

    def _show(self, asked: JournalAsked, first: Page[JournalLine]) -> None:
        self.entries.begin(
            first,
            lambda desk, after, limit: desk.journal.page(asked, after, limit),
            lambda rows, width: journal_items(rows, self.app.scene(), width, is_one=asked.is_about_one),
            keep=False,
            aside=True,
        )

    def _say(self, sentence: str, role: Role) -> None:
        view = self.query_one("#taken", LineView)
        view.show_lines([*wrapped(sentence, view.size.width or 70, role, most=1)] or [Line((quiet(""),))])

    def say(self, sentence: str, role: Role = Role.GOOD) -> None:
        """Say something above the entries."""
        self._say(sentence, role)

    def on_input_changed(self) -> None:
        """Look for what is typed by now."""
        self.read()

    def on_input_submitted(self) -> None:
        """Enter goes to the entries."""
        self.action_to_list()

    def on_key(self, event: events.Key) -> None:
        """Steer the list from the line above it."""
        if self.line.has_focus and event.key in ("down", "up"):
            event.stop()
            self.entries.action_move(1 if event.key == "down" else -1)

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        """Enter: read the entry."""
        number = message.key

        async def go() -> None:
            entry = await self.app.counter.answer(lambda desk: desk.journal.entry(int(str(number))))
            scene = self.app.scene()
            page = EntryPage(
                f"Entry {entry.line.number:,}",
                lambda width: [Item((each,)) for each in entry_lines(entry, scene, width)],
                lambda: self._redact(entry.line.number),
            )
            self.app.push_screen(page)

        self.app.guarded(go())

    def action_redact(self) -> None:
        """Take words out of what the entry under the cursor wrote, for good."""
        if isinstance(self.entries.key, int):
            self._redact(self.entries.key)

    def _redact(self, number: int) -> None:
        def gone() -> None:
            if isinstance(self.app.screen, EntryPage):
                self.app.screen.dismiss(None)  # it shows what was there
            self.read()

        redact_of_entry(self, number, gone)

    def action_find(self) -> None:
        """Type what is looked for, in the place of what was."""
        self.line.focus()
        self.line.select_all()

    def action_to_list(self) -> None:
        """From the line to the entries."""
        self.entries.focus()

    def action_leave(self) -> None:
        """First away from what is typed, then out of the journal."""
        if self.line.has_focus:
            self.entries.focus()
        else:
            self.dismiss(None)


class EntryPage(Reading):
    """One entry with all it wrote, of which words can be taken out."""

    KEYS = (("*", "redact"),)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("asterisk", "redact", show=False)]

    def __init__(self, title: str, source: Callable[[int], list[Item]], redact: Callable[[], None]) -> None:
        super().__init__(title, source)
        self._redact = redact

    def action_redact(self) -> None:
        """Take words out of what it wrote, for good."""
        self._redact()
