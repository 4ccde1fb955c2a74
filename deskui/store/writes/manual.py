"""The manual: articles added, given a next version, retired, and tied to what they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import fn

from deskui.domain.ids import ArticleId
from deskui.domain.manual.article import TiedTo
from deskui.domain.manual.ties import case_key, product_key
from deskui.store import models
from deskui.store.normalise.letters import words
from deskui.store.reads.rows import first_dict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.manual.article import Tie
    from deskui.store.entry import Entry


def add_article(entry: Entry, columns: dict[str, Any], ties: Iterable[Tie]) -> ArticleId:
    """Add an article with its first version, from the columns that `checked` makes."""
    said = dict(columns)
    called = {"kind": said.pop("kind"), "title": said["title"], "tags": said["tags"]}
    article = ArticleId(entry.insert(models.Article, **called, retired_at=None))
    _add_version(entry, article, said)
    for tie in ties:
        _add_tie(entry, article, tie)
    return article


def revise(entry: Entry, article: ArticleId, version: int, columns: dict[str, Any], ties: Iterable[Tie]) -> None:
    """Give an article that is still at `version` its next version, and the ties it has from now on."""
    said = dict(columns)
    called = {"kind": said.pop("kind"), "title": said["title"], "tags": said["tags"]}
    entry.update(models.Article, article, version, **called)
    _add_version(entry, article, said)
    tie_to(entry, article, ties)


def tie_to(entry: Entry, article: ArticleId, ties: Iterable[Tie]) -> None:
    """Tie an article to these and to nothing else; what it was tied to already stays as it is."""
    model = models.ArticleTie
    wanted = {(each.what.value, each.text): each for each in ties}
    query = model.select(model.id, model.version, model.what, model.text)
    for tie in query.where(model.article == article, model.withdrawn_at.is_null()).order_by(model.id):
        if wanted.pop((tie.what, tie.text), None) is None:
            entry.update(model, tie.id, tie.version, withdrawn_at=entry.at)
    for each in wanted.values():
        _add_tie(entry, article, each)


def touch(entry: Entry, article: ArticleId, version: int, **columns: Any) -> None:
    """Change an article itself that is still at `version`, but none of its versions."""
    entry.update(models.Article, article, version, **columns)


def _add_version(entry: Entry, article: ArticleId, columns: dict[str, Any]) -> None:
    model = models.ArticleVersion
    last = first_dict(model.select(fn.MAX(model.number).alias("last")).where(model.article == article)) or {}
    number = (last["last"] or 0) + 1  # numbers of what was taken back stay taken
    by = entry.actor.employee_id
    entry.insert(model, article=article, number=number, by=by, at=entry.at, **columns)


def tie_columns(tie: Tie) -> dict[str, str]:
    """The columns of a tie: of a product its first word is what it is found by, of a kind all of it."""
    said = words(tie.text)
    key = product_key(said) if tie.what is TiedTo.PRODUCT else case_key(said)
    word = key.partition(" ")[0] if tie.what is TiedTo.PRODUCT else key
    return {"what": tie.what.value, "text": tie.text, "key": key, "word": word}


def _add_tie(entry: Entry, article: ArticleId, tie: Tie) -> None:
    entry.insert(models.ArticleTie, article=article, **tie_columns(tie))
