"""When each part of the set-up was changed last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import fn

from deskui.domain.setup import Changed
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence


def last_changes(tables: Sequence[str]) -> dict[str, Changed]:
    """The last change of any row of each of these tables, where there was one: one statement."""
    return {entity: Changed(at, by or "") for entity, at, by in _last.tuples(*tables)}


@compiled
def _last(*tables: Any) -> Any:
    change, journal, who = models.Change, models.Journal, models.Employee
    newest = (
        change.select(change.entity, fn.MAX(change.journal).alias("entry"))
        .where(change.entity.in_(tables))
        .group_by(change.entity)
        .alias("newest")
    )
    return (
        journal.select(newest.c.entity, journal.at, who.name)
        .join(newest, on=(journal.id == newest.c.entry))
        .join_from(journal, who, "LEFT JOIN", on=(journal.employee == who.id))
    )


def articles_in_use() -> int:
    """How many articles the manual has: one statement."""
    return next(iter(_articles.tuples()))[0]  # type: ignore[no-any-return]


@compiled
def _articles() -> Any:
    article = models.Article
    return article.select(fn.COUNT(article.id)).where(article.withdrawn_at.is_null(), article.retired_at.is_null())
