"""The story of a case: read on the screen, saved as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from deskui.domain.story.page import story_page
from deskui.domain.story.story import for_customer
from deskui.exchange.saved_files import save_new
from deskui.ui.kit.full_page import FullPage
from deskui.ui.panels.story import story_items

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.desk.desk import Desk
    from deskui.domain.ids import CaseId
    from deskui.domain.story.story import Story
    from deskui.ui.lines import Item
    from deskui.ui.screens.desk import DeskScreen


def show_story(desk: DeskScreen) -> None:
    """Read the case on screen as one page."""
    case = desk.case
    desk.app.push_screen(StorySheet(case.id, case.number))


class StorySheet(FullPage["Story"]):
    """The story of one case; it goes on while it is read."""

    KEYS = (("v", "their copy / ours"), ("f", "PDF"), ("w", "web page"), ("t", "text"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "turn", show=False),
        Binding("f", "pdf", show=False),
        Binding("w", "html", show=False),
        Binding("t", "text", show=False),
        Binding("O", "leave", show=False),
    ]

    def __init__(self, case_id: CaseId, number: int) -> None:
        super().__init__(f"Story of case #{number}")
        self._case_id, self._number = case_id, number
        self._is_theirs = False

    def question(self, desk: Desk) -> Story:
        """All that is known of the case."""
        return desk.stories.of_case(self._case_id)

    def rows(self, answer: Story, width: int) -> list[Item]:
        """The page, or the customer's copy of it."""
        return story_items(story_page(self._chosen(answer)), width)

    def _chosen(self, story: Story) -> Story:
        return for_customer(story) if self._is_theirs else story

    def action_turn(self) -> None:
        """What the customer may read of it, or all of it again."""
        self._is_theirs = not self._is_theirs
        self.refill()

    def action_pdf(self) -> None:
        """Save what is shown as a PDF."""
        from deskui.exchange.stories.pdf import story_pdf

        region = self.app.scene().region
        self._save(".pdf", lambda story: story_pdf(story, region))

    def action_html(self) -> None:
        """Save what is shown as a web page."""
        from deskui.exchange.stories.html import story_html

        self._save(".html", lambda story: story_html(story).encode())

    def action_text(self) -> None:
        """Save what is shown as text."""
        from deskui.exchange.stories.text import story_text

        self._save(".txt", lambda story: story_text(story).encode())

    def _save(self, suffix: str, written: Callable[[Story], bytes]) -> None:
        if self.shown is None:
            return
        story, folder = self._chosen(self.shown), self.app.files
        stem = f"story-{self._number}{'-customer' if self._is_theirs else ''}"
        copy = "the customer's story" if self._is_theirs else "story"
        what, case = f"{copy} of case #{self._number}, {suffix.removeprefix('.')}", self._case_id
        self.save_soon(
            lambda: save_new(folder, stem, suffix, written(story)),
            "Story",
            lambda desk: desk.looks.exported(what, case),
        )
