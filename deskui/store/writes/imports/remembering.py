"""The values as imported, so that the next import of the same file knows what changed in it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.store import models
from deskui.store.entry import RowChange, as_json
from deskui.store.models.base import to_millis
from deskui.store.writes.bulk import insert_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.importing.incoming import Refused, Tally
    from deskui.store.entry import Entry
    from deskui.store.store import Store

_COLUMNS = ("source", "key", "digest", "payload", "customer", "order", "imported_at")

NewRow = tuple[str, str, str, int | None, int | None]
"""Key, digest, text, customer and order of what was not imported before."""
Again = tuple[int, str, str]
"""Row, new digest and new text of what was."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the records of one transaction; `wrote` is false when everything is as it was."""

    tally: Tally
    refused: tuple[Refused, ...] = ()
    wrote: bool = False


def remember(store: Store, entry: Entry, source: str, new: Sequence[NewRow], again: Sequence[Again]) -> None:
    """Keep the values as imported, and their digests in the journal."""
    at = to_millis(entry.at)
    if new:
        insert_rows(store.database, models.Imported, _COLUMNS, ((source, *row, at) for row in new))
    table = models.Imported
    for row, digest, text in again:
        table.update(digest=digest, payload=text, imported_at=at).where(table.id == row).execute()
    digests = [row[1] for row in new] + [digest for _, digest, _ in again]
    told = as_json({"source": source, "digests": digests})
    entry.changes.append(RowChange("imported", 0, None, told, secrets.token_hex(8)))
