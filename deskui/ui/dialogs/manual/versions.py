"""All an article ever said: its versions, and what changed from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from deskui.ui.kit.full_page import FullPage
from deskui.ui.panels.article_versions import version_items

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.ids import ArticleId, ArticleVersionId
    from deskui.domain.manual.article import ArticleVersion
    from deskui.ui.lines import Item
    from deskui.ui.widgets.item_list import ItemList


class VersionsPage(FullPage["tuple[ArticleVersion, ...]"]):
    """The versions of one article, newest first; Enter reads one."""

    KEYS: ClassVar[Sequence[tuple[str, str]]] = (("Enter", "read this version"),)

    def __init__(self, article_id: ArticleId, title: str, chosen: Callable[[ArticleVersionId], None]) -> None:
        super().__init__(f"Versions of {title}")
        self._article_id, self._when_chosen = article_id, chosen

    def question(self, desk: Desk) -> tuple[ArticleVersion, ...]:
        """All of them."""
        return desk.manual.versions(self._article_id)

    def rows(self, answer: tuple[ArticleVersion, ...], width: int) -> list[Item]:
        """Each with what changed in it."""
        return version_items(answer, self.app.scene(), width)

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        """Read the version under the cursor."""
        key = message.key
        self.dismiss(None)
        if isinstance(key, tuple):
            self._when_chosen(key[1])
