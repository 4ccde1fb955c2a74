"""Saying something about a colleague's work, from where it is seen: the row under the cursor, else the case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.feedback import About, FeedbackKind
from deskui.ui.dialogs.review.reassigning import open_reassign
from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import Field
from deskui.ui.kit.form_spec import FormSpec
from deskui.ui.lines import BLANK, Role, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.ui.screens.desk import DeskScreen

_ROWS: Final = {
    "note": About.NOTE,
    "conversation": About.CONVERSATION,
    "promise": About.PROMISE,
    "goodwill": About.GOODWILL,
}
"""What is under the cursor, by the kind of its row."""
_WIDTH: Final = 70


def commend(desk: DeskScreen) -> None:
    """Praise whoever's work it is."""
    _say(desk, FeedbackKind.COMMEND)


def coach(desk: DeskScreen) -> None:
    """Say to whoever's work it is what could be better."""
    _say(desk, FeedbackKind.COACH)


def reassign(desk: DeskScreen) -> None:
    """Give the case on screen to somebody else, and say why to whoever had it."""
    if _may(desk):
        open_reassign(desk, About.CASE, desk.case.id, desk.case.number)


def _say(desk: DeskScreen, kind: FeedbackKind) -> None:
    found = _under(desk)
    if not _may(desk):
        return
    if found is None:
        desk.say("Put the cursor on a note, conversation or promise first, or open a case.", Role.WARN)
        return
    about, row = found

    async def ask() -> None:
        whose = await desk.app.counter.answer(lambda each: each.feedback.whose(about, row))
        desk.app.open_form(_form(kind, about, row, whose.name))

    desk.app.guarded(ask())


def _may(desk: DeskScreen) -> bool:
    is_supervisor = desk.app.session is not None and desk.app.session.is_supervisor
    if not is_supervisor:
        desk.say("Only a supervisor says something about a colleague's work here.", Role.WARN)
    return is_supervisor


def _under(desk: DeskScreen) -> tuple[About, int] | None:
    about = _ROWS.get(desk.row_kind)
    if about is not None:
        return about, desk.row_id(desk.row_kind)
    case = desk.shown.case
    return None if case is None else (About.CASE, case.id)


def _form(kind: FeedbackKind, about: About, row: int, whose: str) -> FormSpec:
    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.feedback.give(about, row, kind, typed["comment"], operation)

    words = f"About the {about.value}. Only the two of you read this, and {whose} can answer."
    return FormSpec(
        f"{kind.value.capitalize()}: {whose}",
        (Field("comment", "Comment", also=("The comment",)),),
        work,
        DraftOf(f"{kind.value}:{about.value}:{row}"),
        about=(*wrapped(words, _WIDTH, Role.QUIET), BLANK),
        said=f"Said to {whose}; it stands in their due list",
        enter_saves=True,
    )
