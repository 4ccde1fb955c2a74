"""Tables in which each row is one that a verb wrote: what counts for money, for rights, or for the history itself."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Final

from peewee import fn

from deskui.store import models
from deskui.store.entry import RowChange, as_json
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.store.models.base import Table

LEDGERS: Final[tuple[type[Table], ...]] = (
    *(models.Goodwill, models.GoodwillEntry, models.GoodwillLimit, models.Approval, models.ApprovalAnswer),
    *(models.BenefitEntry, models.Verdict, models.Erasure, models.Pin, models.SignInAttempt),
)
SAMPLE: Final = "demo.fill"
"""The verb that fills a sample shop, past all others."""
_LOADED: Final = "loaded"


def loaded() -> RowChange:
    """What the first entry of a sample shop says: up to which row each ledger was filled past all verbs."""
    until = {_name(model): model.select(fn.MAX(model._meta.fields["id"])).scalar() or 0 for model in LEDGERS}
    return RowChange(_LOADED, 0, None, as_json(until), secrets.token_hex(8))


def written_by_nobody() -> Iterator[tuple[str, int]]:
    """The table and number of each row in a ledger that no entry of the journal added."""
    until = _loaded()
    if until is None:
        return  # a sample shop of an earlier version, of which nobody knows how far it was filled
    for model in LEDGERS:
        change, key = models.Change.alias(), model._meta.fields["id"]
        wrote = (change.entity == _name(model)) & (change.row == key) & change.before.is_null()
        rows = model.select(key).where(
            key > until.get(_name(model), 0), ~fn.EXISTS(change.select(change.id).where(wrote))
        )
        for (row,) in tuples(rows.order_by(key)):
            yield _name(model), row


def _loaded() -> dict[str, int] | None:
    first, change = models.Journal, models.Change
    head = next(iter(tuples(first.select(first.id, first.verb).order_by(first.id).limit(1))), None)
    if head is None or head[1] == SAMPLE:
        return {} if head is None else None
    said = change.select(change.after).where(change.journal == head[0], change.entity == _LOADED)
    return next((dict(json.loads(after)) for (after,) in tuples(said)), {})


def _name(model: type[Table]) -> str:
    return str(model._meta.table_name)
