"""A conversation, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.review.item import Subject
from deskui.ui.kit.reading import Reading
from deskui.ui.lines import BLANK, Item
from deskui.ui.panels.conversations import conversations, left_behind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.domain.conversation import Conversation
    from deskui.domain.review.item import FixRequest
    from deskui.ui.panels.conversations import Left
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.desk import DeskScreen


def show_conversation(desk: DeskScreen, row: object) -> None:
    """All of the conversation with that id."""
    desk.app.push_screen(
        conversation_page(
            desk.pane.talk(row),
            desk.app.scene(),
            left_behind(desk.shown, desk.app.scene()),
            desk.shown.asked(Subject.CONVERSATION),
        )
    )


def conversation_page(
    talk: Conversation, scene: Scene, left: Left, asked: Mapping[int, FixRequest] | None = None
) -> Reading:
    """All that was said in one contact, and what it left behind."""

    def source(width: int) -> list[Item]:
        lines = conversations([talk], scene, width, most=10_000, left=left, asked=asked)[0].lines
        return [Item((each,)) for each in (lines[0], BLANK, *lines[1:])]

    return Reading("Conversation", source)
