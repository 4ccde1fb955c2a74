"""When each part of the set-up was changed last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from peewee import fn

from deskui.domain.setup import Changed
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

BEGINNING: Final = "shop.set_up"
"""The verb of the first start."""
_BEGINNINGS: Final = (BEGINNING, "shop.first_administrator")
"""And of the start after which there was an administrator, in a shop from before there were any."""
_COMINGS_AND_GOINGS: Final = ('{"present":false}', '{"present":true}')
"""What is written of somebody who is here or away, many times a day: nothing that is set up."""


def last_changes(tables: Sequence[str]) -> dict[tuple[str, str], Changed]:
    """The last change of each of these tables by each verb, what took one back among it: one statement.

    Whoever set the shop up is named by the person they put on the staff list then.
    """
    found = _last.tuples(*tables)
    return {
        (entity, verb): Changed(at, by or first or "", is_beginning=verb in _BEGINNINGS)
        for entity, verb, at, by, first in found
    }


@compiled
def _last(*tables: Any) -> Any:
    journal, first = models.Journal, models.Change.alias("first")
    who, began = models.Employee, models.Employee.alias("began")
    newest = _newest(tables)
    set_up = (first.journal == journal.id) & (first.entity == "employee") & (journal.verb == BEGINNING)
    return (
        journal.select(newest.c.entity, newest.c.verb, journal.at, who.name, began.name)
        .join(newest, on=(journal.id == newest.c.entry))
        .join_from(journal, who, "LEFT JOIN", on=(journal.employee == who.id))
        .join_from(journal, first, "LEFT JOIN", on=set_up)
        .join_from(first, began, "LEFT JOIN", on=(first.row == began.id))
    )


def _newest(tables: Sequence[Any]) -> Any:
    """The newest entry by table and verb; a counter-entry counts as one by the verb that it took back."""
    change, made, taken_back = models.Change, models.Journal.alias("made"), models.Journal.alias("taken_back")
    verb = fn.COALESCE(taken_back.verb, made.verb)
    return (
        change.select(change.entity, verb.alias("verb"), fn.MAX(change.journal).alias("entry"))
        .join(made, on=(change.journal == made.id))
        .join_from(made, taken_back, "LEFT JOIN", on=(made.undoes == taken_back.id))
        .where(change.entity.in_(tables), change.after.not_in(_COMINGS_AND_GOINGS))
        .group_by(change.entity, verb)
        .alias("newest")
    )


def articles_in_use() -> int:
    """How many articles the manual has: one statement."""
    return next(iter(_articles.tuples()))[0]  # type: ignore[no-any-return]


@compiled
def _articles() -> Any:
    article = models.Article
    return article.select(fn.COUNT(article.id)).where(article.withdrawn_at.is_null(), article.retired_at.is_null())
