"""A customer at a glance, beside the list of those found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.review.item import Subject
from deskui.ui.lines import BLANK, Line, Role, Span
from deskui.ui.panels.case import case_items, case_title
from deskui.ui.panels.conversations import conversations, left_behind
from deskui.ui.panels.header import header, hung
from deskui.ui.panels.history import history
from deskui.ui.panels.notes import notes
from deskui.ui.panels.promised import open_promises

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.pages import CustomerView
    from deskui.ui.lines import Item
    from deskui.ui.panels.scene import Scene


def preview(view: CustomerView, scene: Scene, width: int) -> list[Line]:
    """The header one thing a line, then the newest of each panel."""
    lines: list[Line] = []
    for each in header(view, scene, width - 1, 12, stacked=True):
        lines += [Line(part) for part in (each.spans, each.tail) if part]
    if view.case is not None:
        lines += _part("".join(each.text for each in case_title(view).spans[1:]), case_items(view, scene, width)[:1])
    promised = [each for each in view.promises if each.is_open]
    lines += _part("Promises", open_promises(promised[:3], scene, width)) if promised else []
    talks = view.conversations.rows[:2]
    lines += _part(
        "Last said",
        conversations(
            talks, scene, width, most=2, left=left_behind(view, scene), asked=view.asked(Subject.CONVERSATION)
        ),
    )
    lines += _part("Notes", notes(view.notes[:4], scene, width, view.asked(Subject.NOTE)))
    lines += _part("Bought", history(view.orders.rows[:4], scene, width))
    return hung(lines)


def _part(title: str, items: Iterable[Item]) -> list[Line]:
    return [BLANK, Line((Span(title, Role.TITLE),)), *(line for item in items for line in item.lines)]
