"""Whether each row still holds what was last written into it by a verb."""

from __future__ import annotations

import json
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.checked import Check, Checked
from deskui.store.entry import as_json
from deskui.store.ledgers import written_by_nobody
from deskui.store.models import MODELS, Change, MovedRow
from deskui.store.models.base import Table
from deskui.store.reads.rows import dicts, tuples

if TYPE_CHECKING:
    from collections.abc import Iterator

_BATCH: Final = 500
_MOST: Final = 20
_BY_NAME: Final = {str(model._meta.table_name): model for model in MODELS if issubclass(model, Table)}


def check_rows() -> Checked:
    """Compare the columns of every row with the newest change of each that the journal keeps.

    Rows that came in by an import are looked at from their first change on: only how many they were is kept of those.
    What only verbs write has to be what one wrote.
    """
    count, wrong = 0, [f"Row {row} of {entity} was written by nobody." for entity, row in written_by_nobody()]
    entities = sorted(str(row[0]) for row in tuples(Change.select(Change.entity).distinct()))
    for entity in entities:
        if (model := _BY_NAME.get(entity)) is None:
            continue
        expected = _expected(entity)
        while batch := dict(islice(expected, _BATCH)):
            count += len(batch)
            wrong += [f"Row {row} of {entity} {fault}." for row, fault in _faults(model, entity, batch)]
    more = (f"So it is with {len(wrong) - _MOST:,} more rows.",) if len(wrong) > _MOST else ()
    return Checked(Check.ROWS, f"{count:,} rows", (*wrong[:_MOST], *more))


def _expected(entity: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each row of a table with the columns it should hold, folded from its changes."""
    changes = Change.select(Change.row, Change.after).where(Change.entity == entity)
    rows = changes.order_by(Change.row, Change.id).tuples().iterator()
    for row, group in groupby(rows, key=lambda each: each[0]):
        columns: dict[str, Any] = {}
        for _, after in group:
            columns |= json.loads(after)
        yield row, columns


def _faults(model: type[Table], entity: str, batch: dict[int, dict[str, Any]]) -> Iterator[tuple[int, str]]:
    found = {row["id"]: row for row in dicts(model.select().where(model.id.in_(list(batch))))}
    went = MovedRow.select(MovedRow.row).where(MovedRow.entity == entity, MovedRow.row.in_(list(batch)))
    moved = {row[0] for row in tuples(went)}
    for row, columns in batch.items():
        if row not in found:
            yield row, "is gone, though nothing is ever deleted"
            continue
        names = columns.keys() & found[row].keys() - ({"customer"} if row in moved else set())
        holds = json.loads(as_json({name: found[row][name] for name in names}))
        if other := sorted(name for name in names if holds[name] != columns[name]):
            yield row, f"holds another {', '.join(other)} than was written"
