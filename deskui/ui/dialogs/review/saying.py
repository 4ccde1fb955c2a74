"""Saying something about a colleague's work, from where it is seen: the row under the cursor, else the case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.feedback import About, FeedbackKind
from deskui.ui.dialogs.review.forms import open_reassign
from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import Field, choice
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.lines import BLANK, Role, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.ui.screens.desk import DeskScreen

_ROWS: Final = {
    "note": About.NOTE,
    "conversation": About.CONVERSATION,
    "promise": About.PROMISE,
    "goodwill": About.GOODWILL,
}
"""What is under the cursor, by the kind of its row."""
_WIDTH: Final = 70
_WAYS: Final = ((FeedbackKind.COMMEND.value, "commend"), (FeedbackKind.COACH.value, "coach"))


def say_about(desk: DeskScreen) -> None:
    """Commend or coach whoever's work it is."""
    found = _under(desk)
    if not _may(desk):
        return
    if found is None:
        desk.say("Put the cursor on a note, conversation or promise first, or open a case.", Role.WARN)
        return
    desk.app.open_form(_form(*found))


def reassign(desk: DeskScreen) -> None:
    """Give the case on screen to somebody else, and say why to whoever had it."""
    if _may(desk):
        open_reassign(desk, About.CASE, desk.case.id, desk.case.number)


def _may(desk: DeskScreen) -> bool:
    is_supervisor = desk.app.session is not None and desk.app.session.is_supervisor
    if not is_supervisor:
        desk.say("Only a supervisor says something about a colleague's work here.", Role.WARN)
    return is_supervisor


def _under(desk: DeskScreen) -> tuple[About, int, str] | None:
    about = _ROWS.get(desk.row_kind)
    if about is not None:
        return about, desk.row_id(desk.row_kind), f"That {about.value}"
    case = desk.shown.case
    return None if case is None else (About.CASE, case.id, f"Case #{case.number}")


def _form(about: About, row: int, what: str) -> FormSpec:
    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        kind = FeedbackKind(typed["kind"])
        done = desk.feedback.give(about, row, kind, typed["comment"], operation)
        return Saved(done, "Said; it stands in their due list")

    words = f"{what}: only whoever's work it is reads this, and you; they can answer."
    return FormSpec(
        "Say something about it",
        (choice("kind", "You", _WAYS), Field("comment", "Comment", also=("The comment",))),
        work,
        DraftOf(f"say:{about.value}:{row}"),
        about=(*wrapped(words, _WIDTH, Role.QUIET), BLANK),
        focus="comment",
    )
