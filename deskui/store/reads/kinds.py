"""The kinds of case and of promise on the lists of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.kinds import KindOf, WorkKind
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from deskui.domain.ids import WorkKindId

_KIND = models.WorkKind


def all_kinds() -> tuple[WorkKind, ...]:
    """Every kind there ever was, as they came: one statement; there are a few dozen."""
    return tuple(_work_kind(row) for row in _all.dicts())


@compiled
def _all() -> Any:
    return _KIND.select().order_by(_KIND.id)


def of(what: KindOf) -> tuple[WorkKind, ...]:
    """Those of cases, or of promises."""
    return tuple(each for each in all_kinds() if each.of is what)


def kind(kind_id: WorkKindId) -> WorkKind:
    """One kind.

    Raises: NotFound when it is not on the list any more.
    """
    for each in all_kinds():
        if each.id == kind_id and not each.is_retired:
            return each
    raise NotFound("That kind is no longer on the list; go back to it.")


def _work_kind(row: dict[str, Any]) -> WorkKind:
    return WorkKind(
        id=row["id"],
        of=KindOf(row["of"]),
        title=row["title"],
        earlier=tuple(each for each in row["earlier"].split("\n") if each),
        is_retired=row["withdrawn_at"] is not None,
        version=row["version"],
    )
