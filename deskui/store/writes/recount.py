"""Promises in other working hours, or of an earlier program: counted anew bit by bit, and nobody waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from peewee import fn

from deskui.store import models
from deskui.store.reads import promises as reads
from deskui.store.reads.hours import shop_clock
from deskui.store.reads.rows import tuples
from deskui.store.writes import alike, figures

if TYPE_CHECKING:
    from peewee import Database

STEP: Final = 200
"""So many promises are counted in one transaction: about as long as one frame or two, the longest anybody waits."""


def step(database: Database) -> int:
    """Count some more promises in the hours as they are now, inside the caller's transaction.

    Returns how much is done, in per cent. Whoever counts holds the row of the shop, so that two desks share the work.
    """
    shop, promise = models.Shop, models.Promise
    shop.update(recount_from=shop.recount_from).execute()
    start = shop.select(shop.recount_from).order_by(shop.id).scalar()
    if start is None:
        return 100
    query = promise.select(promise.id).where(promise.id > start).order_by(promise.id).limit(STEP)
    ids = [row[0] for row in tuples(query)]
    known = reads.with_entries(ids)
    alike.lengths_anew(database, known, shop_clock())
    figures.figures_anew(database, known, alike.cases_of(known))
    shop.update(recount_from=ids[-1] if len(ids) == STEP else None).execute()
    return done()


def done() -> int:
    """How much of all promises is counted in the hours as they are now, in per cent."""
    shop, promise = models.Shop, models.Promise
    start = shop.select(shop.recount_from).order_by(shop.id).scalar()
    if start is None:
        return 100
    last = promise.select(fn.MAX(promise.id)).scalar() or 1
    return min(99, 100 * int(start) // int(last))
