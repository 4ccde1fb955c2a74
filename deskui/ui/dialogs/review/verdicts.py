"""Judging the item on screen: written at once, or asked about first; the next one comes meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import uuid4

from deskui.domain.feedback import About
from deskui.domain.review.item import Subject
from deskui.errors import Conflict, DeskError, NotFound
from deskui.ui.dialogs.review import verdict_forms as forms
from deskui.ui.dialogs.review.line_up import LineUp, Waiting
from deskui.ui.dialogs.review.reassigning import open_reassign
from deskui.ui.dialogs.review.redacting import ask_redaction
from deskui.ui.kit.full_page import FullPage
from deskui.ui.lines import Role, span

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.review.item import Item, Looked
    from deskui.ui.dialogs.review.line_up import Key
    from deskui.ui.kit.form_spec import FormSpec

    Say = Callable[[Desk, Item, str], Done]

_VERDICTS: Final = frozenset(
    f"review.{each}" for each in ("approve", "redact", "ask_to_fix", "make_private", "confirm", "commend", "coach")
)
_FINAL: Final = "review.redact"
"""What cannot be taken back."""
_WITHOUT: Final = ("narrow", "turn_kind", "review_rules")
"""What needs no item."""
_ABOUT: Final = {Subject.NOTE: "on", Subject.CONVERSATION: "with", Subject.GOODWILL: "for"}
_MOST: Final = 28
"""Letters of a fact that are named when it is confirmed."""


class Judging(FullPage[Waiting]):
    """A page that shows the item of a line-up, with the verdicts on it."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.line_up = LineUp()
        self.saving = False
        self._judged: dict[int, Key] = {}

    @property
    def has_judged(self) -> bool:
        """Whether there is a verdict that can be taken back."""
        return bool(self._judged)

    def show_next(self) -> None:
        """The next item, from its top."""
        self.line_up.advance()
        self.show_current()
        self.list.action_far(0)

    def show_current(self) -> None:
        """What is on screen now."""
        if self.shown is not None:
            self._fill(self.shown)

    def action_run(self, name: str) -> None:
        """A key of the registry was pressed."""
        if self.line_up.current is None and name not in _WITHOUT:
            self.say("Nothing is on screen to be judged.", Role.WARN)
        else:
            getattr(self, f"do_{name}")()

    # --- what was done -----------------------------------------------------------------------------------

    def hears(self, done: Done) -> bool:
        """Go on after a verdict that a form gave; after one that was taken back its item comes, which is all then."""
        looked = self.line_up.current
        if done.verb in _VERDICTS and done.subject not in self._judged and looked is not None:
            if done.verb != _FINAL:
                self._judged[done.subject] = looked.item.key
            self.line_up.leaves(looked.item.key)
            self.show_next()
        elif done.verb == "undo" and (key := self._judged.pop(done.subject, None)) is not None:
            self._bring_back(key)
            return True
        return False

    def _bring_back(self, key: Key) -> None:
        async def go() -> None:
            looked = await self.app.counter.answer(lambda desk: desk.reviewing.again(*key))
            if looked is not None:
                self.line_up.current = looked
            self.read()

        self.app.guarded(go())

    def _judge(self, say: Say, said: Callable[[Item], str]) -> None:
        """Write it, and show the next one meanwhile, where it is there already."""
        looked = self.line_up.current
        if looked is None or self.saving:
            return
        self.saving = True
        self.line_up.leaves(looked.item.key)
        if was_ready := bool(self.line_up.ahead):
            self.show_next()
        self.app.guarded(self._write(looked, say, said(looked.item), was_ready))

    async def _write(self, looked: Looked, say: Say, said: str, was_ready: bool) -> None:
        key = str(uuid4())
        try:
            done = await self.app.write(lambda desk: say(desk, looked.item, key))
            self._judged[done.subject] = looked.item.key
            if not was_ready:
                self.show_next()
            self.app.say_done(said, done)
        except (Conflict, NotFound) as error:
            self.say(error.sentence, Role.WARN)
            if not was_ready:
                self.show_next()
            self.read()
        except DeskError:
            self.line_up.put_back(looked)
            self.show_current()
            raise
        finally:
            self.saving = False

    # --- at once -----------------------------------------------------------------------------------------

    def do_approve(self) -> None:
        """It may stay."""
        looked = self.line_up.current
        if looked is not None and looked.item.is_to_confirm:
            self.do_confirm()
        else:
            self._judge(
                lambda desk, item, key: desk.verdicts.approve(item, key), lambda item: f"Approved {_of(item)}"
            )

    def do_make_private(self) -> None:
        """Only its author and supervisors read it."""
        self._judge(
            lambda desk, item, key: desk.verdicts.make_private(item, key),
            lambda item: f"Private to its author and supervisors now: {_of(item)}",
        )

    def do_confirm(self) -> None:
        """It is true as of today."""
        self._judge(lambda desk, item, key: desk.verdicts.confirm(item, key), _confirmed)

    # --- asked about first -------------------------------------------------------------------------------

    def _with_form(self, make: Callable[[Item], FormSpec]) -> None:
        if self.line_up.current is not None:
            self.app.open_form(make(self.line_up.current.item))

    def do_ask_to_fix(self) -> None:
        """Its author is to put it right."""
        self._with_form(forms.fix_form)

    def do_redact(self) -> None:
        """Words of it, or all of it, go for good; from what is half typed here as well."""
        if self.line_up.current is not None:
            ask_redaction(self.app, self.line_up.current.item, settles=True)

    def do_commend(self) -> None:
        """Well done."""
        self._with_form(forms.commend_form)

    def do_coach(self) -> None:
        """What could be better."""
        self._with_form(forms.coach_form)

    def do_reassign(self) -> None:
        """Give the case it is about to somebody else."""
        if self.line_up.current is not None:
            item = self.line_up.current.item
            open_reassign(self, About(item.subject.value), item.row, item.case_number)


def _of(item: Item) -> str:
    """`Ben's note on Harold Prewitt`."""
    if item.subject is Subject.STATEMENT:
        return f"what {item.author or 'somebody'} told {item.customer}"
    whose, about = (f"{item.author}'s " if item.author else ""), _ABOUT[item.subject]
    return f"{whose}{item.subject.value} {about} {item.customer}"


def _confirmed(item: Item) -> str:
    words = span(item.text).text
    return f"Confirmed as of today: {words if len(words) <= _MOST else f'{words[:_MOST].rstrip()}…'}"
