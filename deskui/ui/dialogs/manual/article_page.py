"""One article of the manual: read, told to the customer, handed out, changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final
from uuid import uuid4

from textual.binding import Binding, BindingType

from deskui.domain.manual.blocks import passage
from deskui.exchange.manual.markdown import article_blocks
from deskui.ui.dialogs.manual.article_form import edit_form, may_write, writes_manual
from deskui.ui.dialogs.manual.handing_out import print_article, save_pdf, save_text
from deskui.ui.dialogs.manual.versions import VersionsPage
from deskui.ui.kit.full_page import FullPage
from deskui.ui.lines import Role, span
from deskui.ui.panels.article import article_items
from deskui.ui.panels.fitting import cut
from deskui.ui.shell import TAKES_BACK

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.ids import ArticleId, ArticleVersionId
    from deskui.domain.manual.found import Opened
    from deskui.ui.dialogs.manual.in_view import InView
    from deskui.ui.lines import Item

_BEGINS: Final = 48
"""So many cells of a passage are repeated once it was told."""


class ArticlePage(FullPage["Opened"]):
    """An article in the version in force, or in the one that was asked for; the cursor goes from block to block."""

    KEYS: ClassVar[Sequence[tuple[str, str]]] = (
        ("y", "tell this passage"),
        ("Y", "all of it"),
        ("p", "print"),
        ("f", "PDF"),
        ("t", "text"),
        ("v", "versions"),
        ("e", "change"),
        ("d", "retire or use again"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "tell", show=False),
        Binding("Y", "tell_all", show=False),
        Binding("p", "print", show=False),
        Binding("f", "pdf", show=False),
        Binding("t", "text", show=False),
        Binding("v", "versions", show=False),
        Binding("e", "edit", show=False),
        Binding("d", "retire", show=False),
    ]

    def __init__(
        self, article_id: ArticleId, title: str, about: InView, version_id: ArticleVersionId | None = None
    ) -> None:
        super().__init__("Manual")
        self._article_id, self._about = article_id, about
        self._version_id = version_id

    def offered(self) -> Sequence[tuple[str, str]]:
        """Changing it is offered to those who may."""
        return self.KEYS if writes_manual(self) else tuple(each for each in self.KEYS if each[0] not in ("e", "d"))

    def question(self, desk: Desk) -> Opened:
        """The article as it is now."""
        opened = desk.manual.opened(self._article_id, self._version_id)
        article_blocks(opened.edition.version.text)  # read here, off the event loop, and remembered
        return opened

    def rows(self, answer: Opened, width: int) -> list[Item]:
        """What it is, and its text."""
        blocks = article_blocks(answer.edition.version.text)
        return article_items(answer.edition, answer.standing, answer.ties, blocks, width, answer.day)

    # --- for the customer --------------------------------------------------------------------------------

    def action_tell(self) -> None:
        """Write down that the customer in view was told the passage under the cursor."""
        if self.shown is None or not isinstance(self.list.key, tuple):
            return
        blocks = article_blocks(self.shown.edition.version.text)
        if said := passage(blocks, self.list.key[1]):
            self._say_told(said)
        else:
            self.say("Nothing stands under this heading; point at a passage.", Role.WARN)

    def action_tell_all(self) -> None:
        """Write down that the customer in view was told all of it."""
        if self.shown is not None:
            self._say_told("\n".join(each.text for each in article_blocks(self.shown.edition.version.text)))

    def _say_told(self, told: str) -> None:
        who, case, shown, key = self._about.customer, self._about.case, self.shown, str(uuid4())
        assert shown is not None, "there is something to tell"
        if who is None:
            self.say("Nobody is in view to be told; open a customer first.", Role.WARN)
            return
        lines = (" ".join(each.split()) for each in told.split("\n"))
        begins = cut(span(" · ".join(each for each in lines if each)), _BEGINS)
        version_id, case_id = shown.edition.version.id, None if case is None else case.id
        self.app.write_soon(
            lambda desk: desk.manual.tell(who.id, version_id, told, case_id, key),
            f"{span(who.name).text} was told: “{begins.text}”",
            back=TAKES_BACK,
        )

    def action_print(self) -> None:
        """Print it on the printer of this desk."""
        if self.shown is not None:
            print_article(self.app, self.shown.edition.version.id)

    def action_pdf(self) -> None:
        """Save it as a PDF."""
        if self.shown is not None:
            save_pdf(self.app, self.shown.edition.version.id)

    def action_text(self) -> None:
        """Save it as text."""
        if self.shown is not None:
            save_text(self.app, self.shown.edition.version.id)

    # --- writing -----------------------------------------------------------------------------------------

    def action_edit(self) -> None:
        """Write its next version."""
        if self.shown is not None and may_write(self):
            self._version_id = None
            self.app.open_form(edit_form(self.shown))

    def action_versions(self) -> None:
        """All it ever said, and what changed when."""
        if self.shown is not None:
            self.app.push_screen(VersionsPage(self._article_id, self.shown.edition.title, self._show_version))

    def _show_version(self, version_id: ArticleVersionId) -> None:
        self._version_id = version_id
        self.read()

    def action_retire(self) -> None:
        """Take it out of use, or into use again."""
        if self.shown is None or not may_write(self):
            return
        article, key = self.shown.edition.article, str(uuid4())
        work: Callable[[Desk], Done]
        if article.retired_at is None:
            work, said = (lambda desk: desk.manual.retire(article.id, article.version, key)), "Retired"
        else:
            work, said = (lambda desk: desk.manual.restore(article.id, article.version, key)), "In use again"
        self.app.write_soon(work, f"{said}: {span(article.title).text}", back=TAKES_BACK)
