"""What was said about somebody's work, in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.feedback import FeedbackKind
from deskui.ui.format import moment_words
from deskui.ui.lines import Item, Line, Role, quiet, span, strong, wrapped
from deskui.ui.panels.fitting import flowing, given

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deskui.domain.feedback import Feedback
    from deskui.ui.panels.scene import Scene

NOTHING: Final = "Nothing was said about your work yet, and you have said nothing to others."
_ROLES: Final = {FeedbackKind.COMMEND: Role.GOOD, FeedbackKind.COACH: Role.ACCENT, FeedbackKind.REASSIGN: Role.WARN}
_MARKS: Final = {FeedbackKind.COMMEND: "+", FeedbackKind.COACH: "-", FeedbackKind.REASSIGN: ">"}


def feedback_items(said: Sequence[Feedback], scene: Scene, width: int) -> list[Item]:
    """What was said to whoever looks, then what they said: each with what it is about, and what was said back."""
    me = None if scene.me is None else scene.me.id
    parts = {
        "Said to you": [each for each in said if each.whose_id == me],
        "Said by you": [each for each in said if each.whose_id != me],
    }
    rows = [
        row
        for title, part in parts.items()
        if part
        for row in (_heading(title, len(part)), *(_item(each, scene, width) for each in part))
    ]
    return rows or [Item(wrapped(NOTHING, width, Role.QUIET))]


def _heading(title: str, count: int) -> Item:
    return Item((Line((span(title, Role.TITLE), quiet(f"  {count:,}"))),))


def _item(said: Feedback, scene: Scene, width: int) -> Item:
    by, to = scene.called(said.by_id, said.by), scene.called(said.whose_id, said.whose)
    back = None if scene.me is None else said.new_answer(scene.me.id)
    is_new = scene.me is not None and said.is_news_for(scene.me.id)
    what = f"case #{said.case_number}" if said.about.value == "case" else said.about.value
    head = flowing(
        (
            span(f"{_MARKS[said.kind]} {said.kind.value}", _ROLES[said.kind]),
            strong(f"{given(back.by)} answered" if back is not None else "new" if is_new else ""),
            quiet(moment_words(said.at, scene.now, scene.zone)),
            span(f"{by} to {to}"),
            quiet(f"{what}, {said.customer}"),
        ),
        width,
    )
    about = wrapped(f"“{said.work}”", width, Role.QUIET, indent=2, most=1) if said.work else ()
    comment = wrapped(said.comment, width, indent=2)
    return Item((*head, *about, *comment, *_answers(said, scene, width), Line()), ("feedback", said.id))


def _answers(said: Feedback, scene: Scene, width: int) -> Iterator[Line]:
    """What was said back; what whoever is looking has not seen yet stands out."""
    for each in said.answers:
        is_new = scene.me is not None and each.seen_at is None and each.by_id != scene.me.id
        words = f"{scene.called(each.by_id, each.by)}: {each.text}"
        yield from wrapped(words, width, Role.STRONG if is_new else Role.QUIET, indent=4)
