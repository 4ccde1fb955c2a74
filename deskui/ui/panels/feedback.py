"""What was said about somebody's work, in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.feedback import FeedbackKind
from deskui.ui.format import moment_words
from deskui.ui.lines import Item, Line, Role, quiet, span, strong, wrapped
from deskui.ui.panels.fitting import flowing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.feedback import Feedback
    from deskui.ui.panels.scene import Scene

NOTHING: Final = "Nothing was said about your work yet, and you have said nothing to others."
_ROLES: Final = {FeedbackKind.COMMEND: Role.GOOD, FeedbackKind.COACH: Role.ACCENT, FeedbackKind.REASSIGN: Role.WARN}
_MARKS: Final = {FeedbackKind.COMMEND: "+", FeedbackKind.COACH: "-", FeedbackKind.REASSIGN: ">"}


def feedback_items(said: Sequence[Feedback], scene: Scene, width: int) -> list[Item]:
    """Each with what it is about, the comment, and what was said back."""
    return [_item(each, scene, width) for each in said] or [Item(wrapped(NOTHING, width, Role.QUIET))]


def _item(said: Feedback, scene: Scene, width: int) -> Item:
    by, to = scene.called(said.by_id, said.by), scene.called(said.whose_id, said.whose)
    is_new = scene.me is not None and said.is_news_for(scene.me.id)
    what = f"case #{said.case_number}" if said.about.value == "case" else said.about.value
    head = flowing(
        (
            span(f"{_MARKS[said.kind]} {said.kind.value}", _ROLES[said.kind]),
            strong("new" if is_new else ""),
            quiet(moment_words(said.at, scene.now, scene.zone)),
            span(f"{by} to {to}"),
            quiet(f"{what}, {said.customer}"),
        ),
        width,
    )
    answers = [
        line
        for each in said.answers
        for line in wrapped(f"{scene.called(each.by_id, each.by)}: {each.text}", width, Role.QUIET, indent=4)
    ]
    return Item((*head, *wrapped(said.comment, width, indent=2), *answers, Line()), ("feedback", said.id))
