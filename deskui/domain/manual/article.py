"""Articles of the manual: each edit is a version that stays, and on any day one of them is in force."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from deskui.domain.ids import ArticleId, ArticleVersionId
    from deskui.domain.staff import Role


class ArticleKind(StrEnum):
    """What an article is."""

    POLICY = "policy"
    """What the shop does and does not do, and who decides."""
    GUIDE = "guide"
    """How something is done."""
    PRODUCT_NOTE = "product note"
    """What is worth knowing about something that is sold."""
    TIP = "tip"
    """What may be worth saying to the customer."""


class TiedTo(StrEnum):
    """What an article can be tied to."""

    PRODUCT = "product"
    """What is sold, by words of its name."""
    CASE = "case"
    """A kind of case."""
    BENEFIT = "benefit"
    """A kind of benefit."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article under the title it has now; `tags` are other words by which it is found."""

    id: ArticleId
    kind: ArticleKind
    title: str
    tags: tuple[str, ...]
    retired_at: datetime | None
    version: int
    """Counts its changes, for who changes it at the same time."""


@dataclass(frozen=True, slots=True)
class ArticleVersion:
    """What an article says from one day on; what was written in it stays as it is."""

    id: ArticleVersionId
    article_id: ArticleId
    number: int
    title: str
    tags: tuple[str, ...]
    text: str
    """In Markdown."""
    valid_from: date
    valid_until: date | None
    """The last day; None for no end."""
    may_quote: bool
    """Whether customers may be given it; else it is for the staff alone."""
    decides: Role | None
    """Of a policy, the lowest role that decides by it; None where it says nothing of that."""
    about: tuple[str, ...]
    """Of a policy, the kinds of goodwill it is about."""
    why: str
    """Why it was changed."""
    by: str
    at: datetime

    def covers(self, day: date) -> bool:
        """Whether the day is within its days."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    @property
    def order(self) -> tuple[date, int]:
        """Of versions that cover a day, the one with the highest order is in force."""
        return self.valid_from, self.number


@dataclass(frozen=True, slots=True)
class Edition:
    """An article in one of its versions."""

    article: Article
    version: ArticleVersion

    @property
    def title(self) -> str:
        """What it is called now."""
        return self.article.title


@dataclass(frozen=True, slots=True)
class Handed:
    """An article as a customer is given it: by which shop, and when in words."""

    edition: Edition
    shop: str
    at: datetime
    said_at: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Something an article belongs to, as it was typed."""

    what: TiedTo
    text: str


def in_force(versions: Iterable[ArticleVersion], day: date) -> ArticleVersion | None:
    """The version in force on a day: of those that cover it the one that begins last, then the newest."""
    return max((each for each in versions if each.covers(day)), key=lambda each: each.order, default=None)
