"""The manual: what is in force on a day, what an article said in each version, and what it is tied to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import fn

from deskui.domain.manual.article import Article, ArticleKind, ArticleVersion, Edition, Tie, TiedTo
from deskui.domain.manual.ties import case_key, fits_product, product_key
from deskui.domain.staff import Role
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.normalise.letters import words
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from deskui.domain.ids import ArticleId, ArticleVersionId

_ARTICLE, _VERSION, _TIE = models.Article, models.ArticleVersion, models.ArticleTie
_SOME = 1000
_GONE = "That article is no longer in the manual; go back to the list."


def article(article_id: ArticleId) -> Article:
    """An article, retired or not.

    Raises: NotFound when it was taken back.
    """
    row = _article.first_dict(article_id)
    if row is None:
        raise NotFound(_GONE)
    return _read_article(row)


@compiled
def _article(article_id: Any) -> Any:
    return _articles().where(_ARTICLE.id == article_id)


def _articles() -> Any:
    model = _ARTICLE
    columns = (model.kind, model.title.alias("now"), model.tags.alias("now_tags"), model.retired_at)
    query = model.select(model.id.alias("article"), *columns, model.version.alias("changes"))
    return query.where(model.withdrawn_at.is_null())


def versions(article_id: ArticleId) -> tuple[ArticleVersion, ...]:
    """Every version of an article, newest first."""
    return tuple(_read_version(row) for row in _all_versions.dicts(article_id))


@compiled
def _all_versions(article_id: Any) -> Any:
    return _editions().where(_VERSION.article == article_id).order_by(-_VERSION.number)


def edition(version_id: ArticleVersionId) -> Edition:
    """An article as it was in one version.

    Raises: NotFound when either was taken back.
    """
    row = _one.first_dict(version_id)
    if row is None:
        raise NotFound(_GONE)
    return _edition(row)


@compiled
def _one(version_id: Any) -> Any:
    return _editions().where(_VERSION.id == version_id)


def called(title: str) -> tuple[Article, ...]:
    """The articles of that very title, retired ones too."""
    return tuple(_read_article(row) for row in _called.dicts(title))


@compiled
def _called(title: Any) -> Any:
    return _articles().where(_ARTICLE.title == title).order_by(_ARTICLE.id)


def everything() -> dict[ArticleId, list[Edition]]:
    """All versions of all articles in use, newest first: the whole manual."""
    found: dict[ArticleId, list[Edition]] = {}
    for row in _everything.dicts():
        found.setdefault(row["article"], []).append(_edition(row))
    return found


@compiled
def _everything() -> Any:
    return _editions().where(_ARTICLE.retired_at.is_null()).order_by(_VERSION.article, -_VERSION.number)


def version_in_force(article_id: ArticleId, day: date) -> Edition | None:
    """What an article says on a day; None when it says nothing then, or is retired."""
    row = _in_force_of.first_dict(article_id, day)
    return None if row is None else _edition(row)


@compiled
def _in_force_of(article_id: Any, day: Any) -> Any:
    return _in_force(day).where(_ARTICLE.id == article_id)


def in_force_of(article_ids: Sequence[ArticleId], day: date) -> dict[ArticleId, ArticleVersionId]:
    """Which version of each of these articles is in force on a day: one statement."""
    return {row["article"]: row["id"] for row in _ids_in_force.dicts(article_ids, day)}


@compiled
def _ids_in_force(article_ids: Any, day: Any) -> Any:
    return _standing(_kept(_VERSION.select(_VERSION.id, _VERSION.article)), day).where(
        _VERSION.article.in_(article_ids)
    )


def policies_in_force(day: date) -> tuple[Edition, ...]:
    """The policies of a day, by title: one statement."""
    return tuple(_edition(row) for row in _policies.dicts(day))


@compiled
def _policies(day: Any) -> Any:
    return _in_force(day).where(_ARTICLE.kind == ArticleKind.POLICY.value).order_by(fn.LOWER(_ARTICLE.title))


def tied_to(
    products: Iterable[str], kinds: Iterable[str], day: date, benefits: Iterable[str] = ()
) -> tuple[Edition, ...]:
    """What is in force on a day of all that is tied to names of products, kinds of case or benefit, by title.

    One statement; a tie to a product fits when all of its words are in the name, in singular or plural.
    """
    sold = [frozenset(product_key(words(name)).split()) for name in products]
    cases, perks = ([case_key(words(each)) for each in group] for group in (kinds, benefits))
    found: dict[int, Edition] = {}
    for row in _tied.dicts(sorted(frozenset().union(*sold)), cases, perks, day):
        if row["what"] != TiedTo.PRODUCT or fits_product(row["key"], sold):
            found.setdefault(row["article"], _edition(row))
    return tuple(found.values())


@compiled
def _tied(product_words: Any, cases: Any, benefits: Any, day: Any) -> Any:
    fits = (
        ((_TIE.what == TiedTo.PRODUCT.value) & _TIE.word.in_(product_words))
        | ((_TIE.what == TiedTo.CASE.value) & _TIE.word.in_(cases))
        | ((_TIE.what == TiedTo.BENEFIT.value) & _TIE.word.in_(benefits))
    )
    query = _in_force(day, _TIE.what, _TIE.key).join_from(_ARTICLE, _TIE, on=(_TIE.article == _ARTICLE.id))
    return query.where(fits, _TIE.withdrawn_at.is_null()).order_by(fn.LOWER(_ARTICLE.title), _ARTICLE.id)


def ties(article_id: ArticleId) -> tuple[Tie, ...]:
    """What an article is tied to, in the order in which it was typed."""
    return tuple(Tie(TiedTo(row["what"]), row["text"]) for row in _ties.dicts([article_id]))


def ties_of(article_ids: Sequence[ArticleId]) -> dict[ArticleId, list[Tie]]:
    """What articles are tied to: one statement for each thousand."""
    found: dict[ArticleId, list[Tie]] = {each: [] for each in article_ids}
    for start in range(0, len(article_ids), _SOME):
        _add_ties(found, article_ids[start : start + _SOME])
    return found


def _add_ties(found: dict[ArticleId, list[Tie]], article_ids: Sequence[ArticleId]) -> None:
    for row in _ties.dicts(article_ids):
        found[row["article"]].append(Tie(TiedTo(row["what"]), row["text"]))


@compiled
def _ties(article_ids: Any) -> Any:
    columns = (_TIE.article, _TIE.what, _TIE.text)
    return _TIE.select(*columns).where(_TIE.article.in_(article_ids), _TIE.withdrawn_at.is_null()).order_by(_TIE.id)


def editions(version_ids: Sequence[ArticleVersionId]) -> dict[ArticleVersionId, Edition]:
    """Articles in these versions: one statement."""
    return {row["id"]: _edition(row) for row in _some.dicts(version_ids)}


@compiled
def _some(version_ids: Any) -> Any:
    return _editions().where(_VERSION.id.in_(version_ids))


def _in_force(day: Any, *more: Any) -> Any:
    return _standing(_editions(*more), day)


def _standing(query: Any, day: Any) -> Any:
    """Of versions those in force on a day; see `ArticleVersion.order`."""
    other = _VERSION.alias("other")
    later = (other.valid_from > _VERSION.valid_from) | (
        (other.valid_from == _VERSION.valid_from) & (other.number > _VERSION.number)
    )
    stronger = other.select(other.id).where(
        other.article == _VERSION.article, other.withdrawn_at.is_null(), *_covers(other, day), later
    )
    return query.where(*_covers(_VERSION, day), _ARTICLE.retired_at.is_null(), ~fn.EXISTS(stronger))


def _covers(version: Any, day: Any) -> tuple[Any, Any]:
    return version.valid_from <= day, version.valid_until.is_null() | (version.valid_until >= day)


def _editions(*more: Any) -> Any:
    """Versions with their articles and who wrote them."""
    who = models.Employee
    called = (_ARTICLE.kind, _ARTICLE.title.alias("now"), _ARTICLE.tags.alias("now_tags"), _ARTICLE.retired_at)
    query = _VERSION.select(_VERSION, *called, _ARTICLE.version.alias("changes"), who.name.alias("who"), *more)
    return _kept(query).switch(_VERSION).join(who, "LEFT JOIN", on=(_VERSION.by == who.id))


def _kept(query: Any) -> Any:
    """With the article of each version, and without what was taken back."""
    stands = (_VERSION.withdrawn_at.is_null(), _ARTICLE.withdrawn_at.is_null())
    return query.join(_ARTICLE, on=(_VERSION.article == _ARTICLE.id)).where(*stands)


def _edition(row: dict[str, Any]) -> Edition:
    return Edition(_read_article(row), _read_version(row))


def _read_article(row: dict[str, Any]) -> Article:
    return Article(
        id=row["article"],
        kind=ArticleKind(row["kind"]),
        title=row["now"],
        tags=_listed(row["now_tags"]),
        retired_at=row["retired_at"],
        version=row["changes"],
    )


def _read_version(row: dict[str, Any]) -> ArticleVersion:
    return ArticleVersion(
        id=row["id"],
        article_id=row["article"],
        number=row["number"],
        title=row["title"],
        tags=_listed(row["tags"]),
        text=row["text"],
        valid_from=row["valid_from"],
        valid_until=row["valid_until"],
        may_quote=row["may_quote"],
        decides=Role(row["decides"]) if row["decides"] else None,
        about=_listed(row["about"]),
        why=row["why"],
        by=row["who"] or "",
        at=row["at"],
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split(", ")) if text else ()
