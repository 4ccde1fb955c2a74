"""The manual: what the rules are, how things are done, and what is worth knowing of what is sold."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.manual.article import Edition, Handed, in_force
from deskui.domain.manual.file_text import typed_of
from deskui.domain.manual.found import Opened, Standing, standing_of
from deskui.domain.manual.typed import checked, checked_ties
from deskui.domain.moments import long_words
from deskui.domain.promises.promise import Basis
from deskui.domain.staff import Role
from deskui.domain.typed import StatementTyped
from deskui.errors import BadInput, Conflict, NotAllowed, NotFound
from deskui.store import manual_index
from deskui.store.reads import manual as reads
from deskui.store.writes import manual as writes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from deskui.desk.area import Post
    from deskui.desk.told import Told
    from deskui.domain.done import Done
    from deskui.domain.ids import ArticleId, ArticleVersionId, CaseId, CustomerId
    from deskui.domain.manual.article import Article, ArticleVersion, Tie
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

    def __init__(self, post: Post, told: Told) -> None:
        super().__init__(post)
        self._told = told

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

    def opened(self, article_id: ArticleId, version_id: ArticleVersionId | None = None) -> Opened:
        """An article to be read: in that version, else in the one in force, else in the one that is nearest to it.

        Raises: NotFound when it was taken back.
        """
        day = self.today()
        holds = reads.in_force_of([article_id], day).get(article_id)
        wanted = version_id or holds or _nearest(reads.versions(article_id), day)
        if wanted is None:
            raise NotFound("That article is no longer in the manual; go back to the list.")
        edition = reads.edition(wanted)
        return Opened(edition, standing_of(edition, holds, day), reads.ties(article_id), day)

    def to_hand_out(self, version_id: ArticleVersionId) -> Edition:
        """An article that a customer may be given.

        Raises: NotAllowed when it is for the staff alone, or does not hold today.
        """
        edition = reads.edition(version_id)
        opened = self.opened(edition.article.id, version_id)
        if not edition.version.may_quote:
            raise NotAllowed(f"“{edition.title}” is for the staff alone; customers are not given it.")
        if opened.standing is not Standing.IN_FORCE:
            raise NotAllowed(f"This version of “{edition.title}” does not hold today; open the one that does.")
        return edition

    def handed(self, version_id: ArticleVersionId) -> Handed:
        """An article as a customer is given it now; raises as `to_hand_out` does."""
        now = self.now()
        said_at = long_words(now, self.session.zone)
        return Handed(self.to_hand_out(version_id), self.session.shop, now, said_at)

    def about(self, products: Iterable[str], kinds: Iterable[str] = ()) -> tuple[Found, ...]:
        """What is in force today about these products and kinds of case, as a search would show it."""
        day = self.today()
        return manual_index.shown(self.store.database, reads.tied_to(products, kinds, day), day)

    def tell(
        self,
        customer_id: CustomerId,
        version_id: ArticleVersionId,
        passage: str,
        case_id: CaseId | None = None,
        operation: str | None = None,
    ) -> Done:
        """Write down that the customer was told a passage of an article, word for word.

        Raises: NotAllowed when customers may not be given it, BadInput for an empty passage.
        """
        edition = self.to_hand_out(version_id)
        typed = StatementTyped(edition.title, passage, basis=Basis.POLICY, case_id=case_id)
        return self._told.say(customer_id, typed, operation)

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

    def called(self, title: str) -> tuple[Article, ...]:
        """The articles of that very title, retired ones too."""
        return reads.called(title)

    def everything(self) -> Iterator[tuple[list[Edition], list[Tie]]]:
        """Every article in use, by when it was begun: the version that holds or is nearest, then those to come.

        With each, what it is tied to.
        """
        day, every = self.today(), reads.everything()
        tied = reads.ties_of(list(every))
        for article_id, editions in every.items():
            holds = in_force((each.version for each in editions), day)
            first = holds.id if holds is not None else _nearest((each.version for each in editions), day)
            later = [each for each in editions if each.version.valid_from > day and each.version.id != first]
            now = [each for each in editions if each.version.id == first]
            yield now + sorted(later, key=lambda each: each.version.order), tied[article_id]

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

        Raises: BadInput naming the field, also without a reason; Conflict when somebody else was faster, NotAllowed
        when it is retired.
        """
        columns, ties = checked(typed, self.today()), checked_ties(typed)
        if not columns["why"]:
            raise BadInput("Say why it is changed; it stands with the version.", "Why it is changed")

        def work(entry: Entry) -> tuple[int, None]:
            kept = reads.article(article_id)
            _must_be_in_use(kept)
            if kept.version != version:
                raise Conflict("Somebody else has changed this meanwhile; look at both and choose.", _theirs(kept))
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


def _theirs(kept: Article) -> dict[str, object]:
    """An article as the form holds it, in the version that was written last."""
    typed = asdict(typed_of(Edition(kept, reads.versions(kept.id)[0]), reads.ties(kept.id)))
    days = {"valid_from": ""}  # which day the next version begins is not theirs to say
    return {**typed, **days, "may_quote": "yes" if typed["may_quote"] else "no", "version": kept.version}


def _must_be_in_use(article: Article) -> None:
    if article.retired_at is not None:
        raise NotAllowed(f"“{article.title}” was retired; take it into use again first.")


def _nearest(versions: Iterable[ArticleVersion], day: date) -> ArticleVersionId | None:
    """Of versions that are not in force, the next to come, else the newest."""
    known = list(versions)
    coming = sorted((each for each in known if each.valid_from > day), key=lambda each: each.order)
    return (coming or known)[0].id if known else None
