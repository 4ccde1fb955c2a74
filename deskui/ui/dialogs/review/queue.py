"""The review queue: one item after the other, a key for each verdict."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final
from uuid import uuid4

from textual.binding import Binding, BindingType

from deskui.domain.review.item import EVERYTHING, Kind, Looked, Narrowed
from deskui.errors import Conflict, DeskError, NotFound
from deskui.ui.dialogs.review import forms
from deskui.ui.kit.full_page import FullPage
from deskui.ui.lines import BLANK, Item, Role
from deskui.ui.panels.review import counts_line, nothing_waits, review_items

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.review.item import Counts, Subject
    from deskui.domain.review.item import Item as Reviewed
    from deskui.ui.kit.form_spec import FormSpec
    from deskui.ui.screens.desk import DeskScreen

    Key = tuple[Subject, int]
    Say = Callable[[Desk, Reviewed, str], Done]

_AHEAD: Final = 2
"""So many are read and claimed beside the one on screen: the next one is there before it is asked for."""
_VERDICTS: Final = frozenset(
    f"review.{each}" for each in ("approve", "redact", "ask_to_fix", "make_private", "confirm", "commend", "coach")
)


def show_review(desk: DeskScreen) -> None:
    """What waits for the supervisor who is acting."""
    session = desk.app.session
    if session is None or not session.is_supervisor:
        desk.say("Only a supervisor reviews what is written; one has to sign in here.", Role.WARN)
        return
    desk.app.push_screen(ReviewQueue())


@dataclass(frozen=True, slots=True)
class Waiting:
    """What was read: items to come, and how many wait."""

    items: tuple[Looked, ...]
    counts: Counts
    since: int
    """How many had left the screen by then."""


class ReviewQueue(FullPage[Waiting]):
    """One item at a time with its customer's context beside it."""

    KEYS = (
        *(("a", "approve"), ("f", "fix"), ("x", "redact"), ("p", "private"), ("y", "confirm")),
        *(("+", "commend"), ("-", "coach"), ("R", "reassign"), ("s", "skip"), ("u", "undo")),
        *(("i", "narrow"), ("t", "kind"), ("r", "rules")),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "approve", show=False),
        Binding("f", "fix", show=False),
        Binding("x", "redact", show=False),
        Binding("p", "private", show=False),
        Binding("y", "confirm", show=False),
        Binding("plus", "commend", show=False),
        Binding("minus", "coach", show=False),
        Binding("R", "reassign", show=False),
        Binding("s", "skip", show=False),
        Binding("i", "narrow", show=False),
        Binding("t", "turn_kind", show=False),
        Binding("r", "rules", show=False),
        Binding("f3", "leave", show=False),
    ]

    def __init__(self) -> None:
        super().__init__("Review")
        self._current: Looked | None = None
        self._ahead: list[Looked] = []
        self._passed: list[Key] = []
        self._judged: dict[int, Key] = {}
        self._narrowed, self._only = EVERYTHING, ""
        self._taken: Waiting | None = None
        self._saving = False
        self._left: list[Key] = []
        """What was on screen and is not any more, in that order: answers to earlier questions may still hold it."""

    # --- reading -----------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether a verdict is being written, or nothing is there yet to be judged; keys wait for both."""
        return self._saving or self.shown is None or (self._current is None and self._reads.pending)

    def question(self, desk: Desk) -> Waiting:
        """What comes behind the one on screen, claimed for whoever is acting."""
        since = len(self._left)
        keep = [] if self._current is None else [self._current.item.key]
        found = desk.reviewing.next(self._narrowed, [*self._passed, *keep], _AHEAD)
        if not found and not keep and self._passed:
            self._passed.clear()  # what was skipped comes at the end
            found = desk.reviewing.next(self._narrowed, (), _AHEAD)
        return Waiting(found, desk.reviewing.counts(), since)

    def _fill(self, answer: Waiting) -> None:
        """Take what was read, once, and show the item."""
        if answer is not self._taken:
            self._taken = answer
            gone = {*self._left[answer.since :], *([] if self._current is None else [self._current.item.key])}
            self._ahead = [each for each in answer.items if each.item.key not in gone]
            if self._current is None and self._ahead:
                self._current = self._ahead.pop(0)
        super()._fill(answer)

    def rows(self, answer: Waiting, width: int) -> list[Item]:
        """How many wait, then the item."""
        top = Item((counts_line(answer.counts, self._only), BLANK))
        if self._current is None:
            return [top, *nothing_waits(self._only, width)]
        return [top, *review_items(self._current, self.app.scene(), width)]

    def on_changed(self, done: Done) -> None:
        """After a verdict the next item comes, after taking one back that item."""
        if done.verb in _VERDICTS and done.subject not in self._judged and self._current is not None:
            self._judged[done.subject] = self._current.item.key
            self._left.append(self._current.item.key)
            self._advance()
        elif done.verb == "undo" and (key := self._judged.pop(done.subject, None)) is not None:
            self._bring_back(key)
            return
        self.read()

    def _advance(self) -> None:
        self._current = self._ahead.pop(0) if self._ahead else None
        if self.shown is not None:
            self._fill(self.shown)
            self.list.action_far(0)

    def _bring_back(self, key: Key) -> None:
        async def go() -> None:
            looked = await self.app.counter.answer(lambda desk: desk.reviewing.again(*key))
            if looked is not None:
                self._current = looked
            self.read()

        self.app.guarded(go())

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

    # --- verdicts ----------------------------------------------------------------------------------------

    def _judge(self, say: Say, said: str) -> None:
        """Write it, and show the next one meanwhile, where it is there already."""
        looked = self._current
        if looked is None or self._saving:
            return
        item, key = looked.item, str(uuid4())
        self._saving = True
        self._left.append(item.key)
        if was_ready := bool(self._ahead):
            self._advance()

        async def go() -> None:
            try:
                done = await self.app.write(lambda desk: say(desk, item, key))
                self._judged[done.subject] = item.key
                if not was_ready:
                    self._advance()
                self.app.say_done(said)
            except (Conflict, NotFound) as error:
                self.say(error.sentence, Role.WARN)
                if not was_ready:
                    self._advance()
                self.read()
            except DeskError:
                self._put_back(looked)
                raise
            finally:
                self._saving = False

        self.app.guarded(go())

    def _put_back(self, looked: Looked) -> None:
        """It was refused: it is still there to be judged."""
        if self._current is not None and self._current is not looked:
            self._ahead.insert(0, self._current)
        self._current = looked
        if self.shown is not None:
            self._fill(self.shown)

    def _with_form(self, make: Callable[[Reviewed], FormSpec]) -> None:
        if self._current is not None:
            self.app.open_form(make(self._current.item))

    def action_approve(self) -> None:
        """It may stay."""
        self._judge(lambda desk, item, key: desk.verdicts.approve(item, key), "Approved")

    def action_private(self) -> None:
        """Only its author and supervisors read it."""
        self._judge(lambda desk, item, key: desk.verdicts.make_private(item, key), "Made private")

    def action_confirm(self) -> None:
        """It is true as of today."""
        self._judge(lambda desk, item, key: desk.verdicts.confirm(item, key), "Confirmed as of today")

    def action_fix(self) -> None:
        """Its author is to put it right."""
        self._with_form(forms.fix_form)

    def action_redact(self) -> None:
        """Words of it, or all of it, go for good."""
        if self._current is not None:
            item, drafts = self._current.item, self.app.drafts

            def then(_done: Done) -> None:
                self.app.run_worker(lambda: drafts.forget_text(item.text), thread=True)

            self.app.open_form(forms.redact_form(item), then)

    def action_commend(self) -> None:
        """Well done."""
        self._with_form(forms.commend_form)

    def action_coach(self) -> None:
        """What could be better."""
        self._with_form(forms.coach_form)

    def action_reassign(self) -> None:
        """Give the case it is about to somebody else."""
        if self._current is not None:
            forms.reassign(self, self._current.item)

    def action_skip(self) -> None:
        """The next one; this one comes again at the end."""
        if self._current is None:
            return
        key = self._current.item.key
        self._passed.append(key)
        self._left.append(key)
        self.app.counter.ask(lambda desk: desk.reviewing.let_go([key]))
        self._advance()
        self.read()

    # --- which -------------------------------------------------------------------------------------------

    def action_narrow(self) -> None:
        """Only some of it."""
        forms.narrow(self, self._narrowed, self._narrow_to)

    def action_turn_kind(self) -> None:
        """One kind after the other, then all of them again."""
        kinds = (None, *Kind)
        at = kinds.index(self._narrowed.kind)
        kind = kinds[(at + 1) % len(kinds)]
        self._narrow_to(Narrowed(kind=kind), "" if kind is None else kind.value)

    def action_rules(self) -> None:
        """The words, and how much is looked at."""
        forms.change_rules(self)

    def _narrow_to(self, narrowed: Narrowed, words: str) -> None:
        self._narrowed, self._only = narrowed, words
        self._current, self._ahead, self._passed = None, [], []
        self._let_go()
        self.read()
