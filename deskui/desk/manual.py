"""The manual: what the rules are, how things are done, and what is worth knowing of what is sold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.manual.typed import checked, checked_ties
from deskui.domain.staff import Role
from deskui.errors import NotAllowed
from deskui.store import manual_index
from deskui.store.reads import manual as reads
from deskui.store.writes import manual as writes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from deskui.domain.done import Done
    from deskui.domain.ids import ArticleId, ArticleVersionId
    from deskui.domain.manual.article import Article, ArticleVersion, Edition, Tie
    from deskui.domain.manual.found import Found
    from deskui.domain.manual.typed import ArticleTyped
    from deskui.store.entry import Entry


MANUAL_ADD: Final = verb("manual.add", "new article", "article.title", Role.SUPERVISOR)
MANUAL_REVISE: Final = verb("manual.revise", "article changed", "article.title", Role.SUPERVISOR)
MANUAL_RETIRE: Final = verb("manual.retire", "article retired", "article.title", Role.SUPERVISOR)
MANUAL_RESTORE: Final = verb("manual.restore", "article used again", "article.title", Role.SUPERVISOR)
MANUAL_TIE: Final = verb("manual.tie", "ties of an article", "article.title", Role.SUPERVISOR)


class Manual(Area):
    """Articles: each change is a version that stays, and the day says which is in force."""

    def today(self) -> date:
        """The day it is at this desk, by which the manual is read."""
        return self.session.today(self.now())

    def find(self, text: str, limit: int = 30, *, every: bool = False) -> tuple[Found, ...]:
        """Articles and guides of steps for what was typed, best first; without words, what was written last.

        `every` brings what is over or retired as well.
        """
        found = manual_index.find(self.store.database, text, self.today(), limit, every=every)
        return (*found, *manual_index.step_guides(text))

    def article(self, article_id: ArticleId) -> Article:
        """An article, retired or not.

        Raises: NotFound when it was taken back.
        """
        return reads.article(article_id)

    def in_force(self, article_id: ArticleId, day: date | None = None) -> Edition | None:
        """What an article says today or on another day; None when it says nothing then."""
        return reads.version_in_force(article_id, day or self.today())

    def edition(self, version_id: ArticleVersionId) -> Edition:
        """An article as it was in one version.

        Raises: NotFound when either was taken back.
        """
        return reads.edition(version_id)

    def versions(self, article_id: ArticleId) -> tuple[ArticleVersion, ...]:
        """All an article ever said or will say, newest first."""
        return reads.versions(article_id)

    def ties(self, article_id: ArticleId) -> tuple[Tie, ...]:
        """What an article is tied to."""
        return reads.ties(article_id)

    def policies(self, day: date | None = None) -> tuple[Edition, ...]:
        """The policies in force today or on another day, by title."""
        return reads.policies_in_force(day or self.today())

    def tied_to(
        self, products: Iterable[str], kinds: Iterable[str] = (), benefits: Iterable[str] = ()
    ) -> tuple[Edition, ...]:
        """What is in force today about products of these names, kinds of case and of benefit."""
        return reads.tied_to(products, kinds, self.today(), benefits)

    def add(self, typed: ArticleTyped, operation: str | None = None) -> Done:
        """Write a new article.

        Raises: BadInput naming the field that is not accepted.
        """
        columns, ties = checked(typed, self.today()), checked_ties(typed)
        return self.perform(MANUAL_ADD, operation, lambda entry: (writes.add_article(entry, columns, ties), None))

    def revise(self, article_id: ArticleId, version: int, typed: ArticleTyped, operation: str | None = None) -> Done:
        """Give an article its next version; what it said before stays readable.

        Raises: BadInput naming the field, Conflict when somebody else was faster, NotAllowed when it is retired.
        """
        columns, ties = checked(typed, self.today()), checked_ties(typed)

        def work(entry: Entry) -> tuple[int, None]:
            _must_be_in_use(reads.article(article_id))
            writes.revise(entry, article_id, version, columns, ties)
            return article_id, None

        return self.perform(MANUAL_REVISE, operation, work)

    def tie(self, article_id: ArticleId, version: int, typed: ArticleTyped, operation: str | None = None) -> Done:
        """Say what an article belongs to, of what is typed the ties alone; raises as `revise` does."""
        ties = checked_ties(typed)

        def work(entry: Entry) -> tuple[int, None]:
            kept = reads.article(article_id)
            _must_be_in_use(kept)
            writes.touch(entry, article_id, version, title=kept.title)
            writes.tie_to(entry, article_id, ties)
            return article_id, None

        return self.perform(MANUAL_TIE, operation, work)

    def retire(self, article_id: ArticleId, version: int, operation: str | None = None) -> Done:
        """Take an article out of use; it stays readable for who asks for what was.

        Raises: NotAllowed when it was retired already, Conflict when somebody else was faster.
        """

        def work(entry: Entry) -> tuple[int, None]:
            _must_be_in_use(reads.article(article_id))
            writes.touch(entry, article_id, version, retired_at=entry.at)
            return article_id, None

        return self.perform(MANUAL_RETIRE, operation, work)

    def restore(self, article_id: ArticleId, version: int, operation: str | None = None) -> Done:
        """Take a retired article into use again.

        Raises: NotAllowed when it is in use, Conflict when somebody else was faster.
        """

        def work(entry: Entry) -> tuple[int, None]:
            if reads.article(article_id).retired_at is None:
                raise NotAllowed("That article is in use already.")
            writes.touch(entry, article_id, version, retired_at=None)
            return article_id, None

        return self.perform(MANUAL_RESTORE, operation, work)


def _must_be_in_use(article: Article) -> None:
    if article.retired_at is not None:
        raise NotAllowed(f"“{article.title}” was retired; take it into use again first.")
