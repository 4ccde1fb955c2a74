"""How long each promise took, and what it is like, for the advisor: derived, made anew with what it derives from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from peewee import fn

from deskui.domain.promises.standing import Outcome, standing
from deskui.store import models
from deskui.store.models.base import EPOCH
from deskui.store.normalise.letters import fold
from deskui.store.reads import products
from deskui.store.reads.rows import tuples
from deskui.store.writes.bulk import insert_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peewee import Database

    from deskui.domain.working_hours.clock import WorkingClock
    from deskui.store.reads.products import Ordered
    from deskui.store.reads.promises import Known

    Cases = dict[int | None, "CaseBehind"]

_COLUMNS: Final = ("promise", "kind", "case_kind", "product", "draw", "made", "took", "ended")
_WORD: Final = 0xFFFFFFFF


def lengths_anew(database: Database, known: Sequence[Known], clock: WorkingClock) -> None:
    """Count how long these promises took by another clock."""
    ids = [promise.id for promise, _ in known]
    models.PromiseLike.delete().where(models.PromiseLike.promise.in_(ids)).execute()
    add_lengths(database, known, cases_of(known), clock)


def add_lengths(database: Database, known: Sequence[Known], cases: Cases, clock: WorkingClock) -> None:
    """Add how long these promises took, which are of these cases; those taken back are left out."""
    sold = products.ordered(database, {case.id for case in cases.values() if case.id is not None})
    rows = [row for each in known if (row := _like(each, cases, sold, clock)) is not None]
    insert_rows(database, models.PromiseLike, _COLUMNS, rows)


class CaseBehind(NamedTuple):
    """The case that a promise counts with, which may be another than it was made in; its kind and whose it is."""

    id: int | None
    kind: str
    owner: int | None


def cases_of(known: Sequence[Known]) -> Cases:
    """What is behind the cases of these promises, of merged ones the case that is left; without one, nothing."""
    case, ids = models.Case, {promise.case_id for promise, _ in known if promise.case_id is not None}
    left = case.alias("left_case")
    query = (
        case.select(case.id, left.id, left.kind, left.owner)
        .join(left, on=(left.id == fn.COALESCE(case.merged_into, case.id)))
        .where(case.id.in_(list(ids)))
    )
    return {None: CaseBehind(None, "", None), **{row[0]: CaseBehind(*row[1:]) for row in tuples(query)}}


def draw_of(promise_id: int) -> int:
    """The id scrambled to 32 bits, so that the first rows by it are an even sample of all.

    Source: the finaliser of MurmurHash3 (A. Appleby, public domain); it maps no two ids to one number.
    """
    word = promise_id & _WORD
    word = ((word ^ word >> 16) * 0x85EBCA6B) & _WORD
    word = ((word ^ word >> 13) * 0xC2B2AE35) & _WORD
    return word ^ word >> 16


def _like(known: Known, cases: Cases, sold: Ordered, clock: WorkingClock) -> tuple[Any, ...] | None:
    promise, entries = known
    found = standing(promise, entries, EPOCH)
    if found.outcome is Outcome.TAKEN_BACK:
        return None
    made, took, ended = clock.minutes(promise.made_at), None, None
    if found.settled_at is not None:
        length = max(0, clock.minutes(found.settled_at) - made)
        is_kept = found.outcome not in (Outcome.RELEASED, Outcome.SUPERSEDED)
        took, ended = (length, None) if is_kept else (None, length)
    kind, case_kind = fold(promise.kind), fold(cases[promise.case_id].kind)
    product = products.about(sold, cases[promise.case_id].id, promise.kind, promise.what)
    key = None if product is None else product.key
    return (promise.id, kind, case_kind, key, draw_of(promise.id), made, took, ended)
