"""What was said about my work, and what I said about that of others: between the two, and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import uuid4

from textual.binding import Binding, BindingType

from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import text
from deskui.ui.kit.form_spec import FormSpec
from deskui.ui.kit.living_list import LivingList
from deskui.ui.lines import BLANK, Item, Role, wrapped
from deskui.ui.panels.feedback import feedback_items

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.feedback import Feedback
    from deskui.domain.ids import FeedbackId
    from deskui.ui.screens.desk import DeskScreen

_WIDTH = 70


def show_feedback(desk: DeskScreen, at: FeedbackId | None = None) -> None:
    """All of it, the newest first, with the cursor on that one."""
    desk.app.push_screen(FeedbackList(at))


class FeedbackList(LivingList["tuple[Feedback, ...]"]):
    """Praise, coaching and reassigned cases; it can be answered, and is seen by x."""

    KEYS = (("Enter", "answer"), ("x", "seen"), ("o", "open customer"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "seen", show=False),
        Binding("o", "open_customer", show=False),
        Binding("U", "leave", show=False),
    ]

    def __init__(self, at: FeedbackId | None = None) -> None:
        super().__init__("Feedback", None if at is None else ("feedback", at))

    def offered(self) -> Sequence[tuple[str, str]]:
        """Nothing can be done where nothing was said; only what is new can be seen."""
        found, me = self._chosen(), self.app.scene().me
        is_new = found is not None and me is not None and found.is_news_for(me.id)
        return [pair for pair in self.KEYS if found is not None and (is_new or pair[1] != "seen")]

    def came(self, before: tuple[Feedback, ...] | None, at: object) -> None:
        """The cursor is where it was; the keys may be others."""
        super().came(before, at)
        self.offer_again()

    def on_item_list_moved(self) -> None:
        """Other keys work on other rows."""
        self.offer_again()

    def question(self, desk: Desk) -> tuple[Feedback, ...]:
        """To me and by me."""
        return desk.feedback.mine()

    def rows(self, answer: tuple[Feedback, ...], width: int) -> list[Item]:
        """With what was said back."""
        return feedback_items(answer, self.app.scene(), width)

    def _chosen(self) -> Feedback | None:
        key = self.list.key if self.shown else None
        return next((each for each in self.shown or () if ("feedback", each.id) == key), None)

    def on_item_list_chosen(self) -> None:
        """Enter: say something back."""
        if (found := self._chosen()) is not None:
            self.app.open_form(_answer_form(found))

    def action_seen(self) -> None:
        """Take note of what is new."""
        found, me, key = self._chosen(), self.app.scene().me, str(uuid4())
        if found is None or me is None or not found.is_news_for(me.id):
            self.say("That is seen already." if found is not None else "There is nothing here.", Role.WARN)
            return
        self.app.write_soon(lambda desk: desk.feedback.seen(found.id, key), "Seen")

    def action_open_customer(self) -> None:
        """Go to whom it is about."""
        if (found := self._chosen()) is not None:
            whose, case = found.customer_id, found.case_id
            lists = (getattr(each, "NAME", "") for each in self.app.screen_stack)
            back = str(next(filter(None, lists), ""))
            self.app.to_the_desk(lambda desk: desk.open_customer(whose, case, came_from=back, reading=True))


def _answer_form(found: Feedback) -> FormSpec:
    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.feedback.answer(found.id, typed["text"], operation)

    return FormSpec(
        "Say something back",
        (text("text", "Answer", rows=5),),
        work,
        DraftOf(f"feedback:{found.id}"),
        about=(*wrapped(f"{found.by}: {found.comment}", _WIDTH, Role.QUIET, most=5), BLANK),
        said="Answered",
    )
