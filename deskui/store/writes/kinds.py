"""The kinds of case and of promise on the lists of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.ids import WorkKindId
from deskui.store import models

if TYPE_CHECKING:
    from deskui.domain.kinds import KindOf
    from deskui.store.entry import Entry


def add_kind(entry: Entry, of: KindOf, title: str) -> WorkKindId:
    """Put a kind on the list."""
    return WorkKindId(entry.insert(models.WorkKind, of=of.value, title=title, created_at=entry.at))


def change_kind(entry: Entry, kind_id: WorkKindId, version: int, columns: dict[str, Any]) -> None:
    """Change the named columns of a kind that is still at `version`."""
    entry.update(models.WorkKind, kind_id, version, **columns)
