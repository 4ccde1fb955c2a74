"""The review queue: one item after the other, a key for each verdict."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from deskui.commands import COMMANDS, IN_REVIEW, Command, Needs, Where, command
from deskui.domain.review.item import EVERYTHING, Kind, Narrowed
from deskui.ui.dialogs.help import Help
from deskui.ui.dialogs.review.narrowing import narrow, narrowed_words
from deskui.ui.dialogs.review.rules import change_rules
from deskui.ui.dialogs.review.verdicts import Judging
from deskui.ui.lines import BLANK, Item, Role
from deskui.ui.openers import bindings
from deskui.ui.panels.review import counts_lines, nothing_waits, rest_lines, review_items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.review.item import Item as Reviewed
    from deskui.ui.dialogs.review.line_up import Waiting
    from deskui.ui.screens.desk import DeskScreen

_ALSO: Final = frozenset({"undo", "keys", "find", "manual", "review"})
"""What works here besides, as in other dialogs."""


def show_review(desk: DeskScreen) -> None:
    """What waits for the supervisor who is acting."""
    session = desk.app.session
    if session is None or not session.is_supervisor:
        desk.say("Only a supervisor reviews what is written; one has to sign in here.", Role.WARN)
        return
    desk.app.push_screen(ReviewQueue())


_WIDTH: Final = 150
"""Cells that it takes, as its style says."""
_SCRAPS: Final = 40
"""Fewer cells of the desk beside it say nothing."""


def works_here(wanted: Command) -> bool:
    """Whether a command works in the review: its own, and what is said about anybody's work."""
    return wanted.needs is Needs.REVIEW or wanted.id in IN_REVIEW


class ReviewQueue(Judging):
    """One item at a time with its customer's context beside it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(each for each in COMMANDS if works_here(each)),
        Binding("question_mark", "keys", show=False),
        Binding("f3", "leave", show=False),
    ]

    covers_customer: ClassVar = True
    """What is done here is about others than whoever is on the desk below."""

    def __init__(self) -> None:
        super().__init__("Review")
        self._narrowed, self._author = EVERYTHING, ""
        self._taken: Waiting | None = None

    def fit(self) -> None:
        """Take the whole width where it would leave only scraps of the desk beside it."""
        super().fit()
        self.set_class(self.app.size.width < _WIDTH + _SCRAPS, "-nearly-full")

    # --- reading -----------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether a verdict is being written, or nothing is there yet to be judged; keys wait for both."""
        return self.saving or self.shown is None or (self.line_up.current is None and self._reads.pending)

    def question(self, desk: Desk) -> Waiting:
        """What comes behind the one on screen, claimed for whoever is acting."""
        return self.line_up.read(desk, self._narrowed)

    def _fill(self, answer: Waiting) -> None:
        """Take what was read, once, and show the item."""
        if answer is not self._taken:
            self._taken = answer
            self.line_up.take(answer)
            if answer.again:
                self.say("All else is done; what you skipped comes again", Role.QUIET)
        super()._fill(answer)
        self.offer_again()

    def rows(self, answer: Waiting, width: int) -> list[Item]:
        """How many wait, then the item."""
        words = narrowed_words(self._narrowed, self._author)
        head = rest_lines if self._narrowed.rest else counts_lines
        top = Item((*head(answer.counts, words, width), BLANK))
        if self.line_up.current is None:
            return [top, *nothing_waits(answer.counts, words, self.app.key("narrow"), width)]
        return [top, *review_items(self.line_up.current, self.app.scene(), width)]

    def on_changed(self, done: Done) -> None:
        """After a verdict the next item comes, after taking one back that item."""
        if not self.hears(done):
            self.read()

    def action_leave(self) -> None:
        """Give back what nobody has judged."""
        self._let_go()
        super().action_leave()

    def on_unmount(self) -> None:
        """However it was left: what nobody has judged is free again."""
        self._let_go()

    def _let_go(self) -> None:
        with suppress(RuntimeError):  # the program is being left, and the desk is closed already
            self.app.counter.ask(lambda desk: desk.reviewing.let_go())

    # --- which keys --------------------------------------------------------------------------------------

    def offered(self) -> Sequence[tuple[str, str]]:
        """Those of what can be done with the item on screen, and with the queue."""
        looked = self.line_up.current
        about_it = () if looked is None else _about(looked.item)
        undo = ("undo",) if self.has_judged else ()
        turn = ("turn_kind",) if looked is not None or self._narrowed.kind is not None else ()
        names = (*about_it, *undo, "narrow", *turn, "review_rules", "keys")
        return [(self.app.key(each), _TITLES.get(each, command(each).title)) for each in names]

    def why_not(self, wanted: Command) -> str:
        """Why a command does not work here, or nothing when it does."""
        return "" if wanted.fixed or works_here(wanted) or wanted.id in _ALSO else "later"

    def action_keys(self) -> None:
        """Show what works here first."""
        self.app.push_screen(Help(self.why_not, self.app.overrides, Where.REVIEW, later="once this is closed"))

    # --- which items -------------------------------------------------------------------------------------

    def do_skip(self) -> None:
        """The next one; this one comes again at the end."""
        if self.line_up.current is None:
            return
        key = self.line_up.current.item.key
        self.line_up.passed[key] += 1
        self.line_up.leaves(key)
        self.app.counter.ask(lambda desk: desk.reviewing.let_go([key]))
        self.say("Skipped; it comes again at the end", Role.QUIET)
        self.show_next()
        self.read()

    def do_narrow(self) -> None:
        """Only some of it."""
        narrow(self, self._narrowed, self._narrow_to)

    def do_turn_kind(self) -> None:
        """One kind after the other, then all of them again."""
        kinds = (None, *Kind)
        at = kinds.index(self._narrowed.kind)
        self._narrow_to(replace(self._narrowed, kind=kinds[(at + 1) % len(kinds)]), self._author)

    def do_review_rules(self) -> None:
        """The words, and how much is looked at."""
        change_rules(self)

    def _narrow_to(self, narrowed: Narrowed, author: str) -> None:
        self._narrowed, self._author = narrowed, author
        self.line_up.begin_again()
        self.hush()
        self._let_go()
        self.read()


def _about(item: Reviewed) -> tuple[str, ...]:
    """What can be said of an item; a fact to confirm is approved by confirming it."""
    said = () if item.is_to_confirm else ("approve",)
    fact = ("confirm",) if item.is_fact else ()
    private = ("make_private",) if item.can_be_private else ()
    to_author = ("commend", "coach") if item.author_id is not None else ()
    fix = ("ask_to_fix",) if item.author_id is not None else ()
    case = ("reassign",) if item.case_number is not None else ()
    return (*said, *fact, *private, *fix, "redact", *to_author, *case, "skip")


_ASKS: Final = ("ask_to_fix", "redact", "commend", "coach", "reassign", "narrow", "review_rules")
_TITLES: Final = {each: f"{command(each).title}…" for each in _ASKS}
"""What asks for more before anything is done says so; the others are done at once."""
