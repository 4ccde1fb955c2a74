"""What is derived from the rows of a verb, kept exact in its own transaction, and made anew after bulk loads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from peewee import fn

from deskui.domain.promise_standing import Outcome, standing
from deskui.store import models
from deskui.store.models.base import EPOCH, to_millis
from deskui.store.normalise.letters import fold
from deskui.store.reads import promises as reads
from deskui.store.reads.day import shop_clock
from deskui.store.reads.rows import tuples
from deskui.store.writes import owed
from deskui.store.writes.bulk import insert_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peewee import Database

    from deskui.domain.working_clock import WorkingClock
    from deskui.store.entry import Entry
    from deskui.store.reads.promises import Known

    Cases = dict[int | None, tuple[str, int | None]]

_CHUNK: Final = 2000
_LIKE_COLUMNS: Final = ("promise", "kind", "case_kind", "draw", "made", "took", "ended")
_OPEN_COLUMNS: Final = ("promise", "customer", "case", "by", "owner", "due")
_WORD: Final = 0xFFFFFFFF


def refresh(database: Database, entry: Entry) -> None:
    """Bring what hangs on the rows that a verb wrote up to date; does nothing when nothing does."""
    touched: dict[str, set[int]] = {}
    promises: set[int] = set()
    for change in entry.changes:
        touched.setdefault(change.entity, set()).add(change.row)
        if change.entity == "promise":
            promises.add(change.row)
        elif change.entity == "promise_entry":
            promises.add(json.loads(change.after)["promise"])
    if cases := touched.get("case"):
        promise = models.Promise
        promises |= {row[0] for row in tuples(promise.select(promise.id).where(promise.case.in_(list(cases))))}
    if promises:
        _promises_anew(database, sorted(promises), shop_clock())
    if customers := _customers(touched):
        owed.refresh(database, customers)
    if any(change.entity == "shop" and '"hours"' in change.after for change in entry.changes):
        models.Shop.update(recount_from=0).execute()  # another working clock makes other lengths of every promise


def rebuild(database: Database) -> None:
    """Make everything derived anew, inside the caller's transaction, after bulk loads."""
    owed.rebuild(database)
    rebuild_promises(database)


def rebuild_promises(database: Database) -> None:
    """Make anew what is derived from promises, some thousand at a time."""
    models.OpenPromise.delete().execute()
    models.PromiseLike.delete().execute()
    promise, clock, last = models.Promise, shop_clock(), 0
    while True:
        query = promise.select(promise.id).where(promise.id > last).order_by(promise.id).limit(_CHUNK)
        ids = [row[0] for row in tuples(query)]
        if not ids:
            break
        _add_promises(database, ids, clock)
        last = ids[-1]
    models.Shop.update(recount_from=None).execute()


def lengths_anew(database: Database, known: Sequence[Known], clock: WorkingClock) -> None:
    """Count how long these promises took by another clock."""
    ids = [promise.id for promise, _ in known]
    models.PromiseLike.delete().where(models.PromiseLike.promise.in_(ids)).execute()
    _add_lengths(database, known, _cases(known), clock)


def draw_of(promise_id: int) -> int:
    """The id scrambled to 32 bits, so that the first rows by it are an even sample of all.

    Source: the finaliser of MurmurHash3 (A. Appleby, public domain); it maps no two ids to one number.
    """
    word = promise_id & _WORD
    word = ((word ^ word >> 16) * 0x85EBCA6B) & _WORD
    word = ((word ^ word >> 13) * 0xC2B2AE35) & _WORD
    return word ^ word >> 16


def _customers(touched: dict[str, set[int]]) -> set[int]:
    found: set[int] = set()
    for model in (models.Conversation, models.Case):
        if rows := touched.get(str(model._meta.table_name)):
            query = model.select(fn.DISTINCT(model.customer)).where(model.id.in_(list(rows)))
            found |= {row[0] for row in tuples(query)}
    return found


def _promises_anew(database: Database, ids: Sequence[int], clock: WorkingClock) -> None:
    models.OpenPromise.delete().where(models.OpenPromise.promise.in_(ids)).execute()
    models.PromiseLike.delete().where(models.PromiseLike.promise.in_(ids)).execute()
    _add_promises(database, ids, clock)


def _add_promises(database: Database, ids: Sequence[int], clock: WorkingClock) -> None:
    known = reads.with_entries(ids)
    cases = _cases(known)
    _add_lengths(database, known, cases, clock)
    still = [row for each in known if (row := _open(each, cases)) is not None]
    insert_rows(database, models.OpenPromise, _OPEN_COLUMNS, still)


def _add_lengths(database: Database, known: Sequence[Known], cases: Cases, clock: WorkingClock) -> None:
    like = [row for each in known if (row := _like(each, cases, clock)) is not None]
    insert_rows(database, models.PromiseLike, _LIKE_COLUMNS, like)


def _cases(known: Sequence[Known]) -> Cases:
    """Kind and owner of the cases of these promises; those without one are of no kind."""
    case, ids = models.Case, {promise.case_id for promise, _ in known if promise.case_id is not None}
    query = case.select(case.id, case.kind, case.owner).where(case.id.in_(list(ids)))
    return {None: ("", None), **{row: (kind, owner) for row, kind, owner in tuples(query)}}


def _like(known: Known, cases: Cases, clock: WorkingClock) -> tuple[Any, ...] | None:
    promise, entries = known
    found = standing(promise, entries, EPOCH)
    if found.outcome is Outcome.TAKEN_BACK:
        return None
    made, took, ended = clock.minutes(promise.made_at), None, None
    if found.settled_at is not None:
        length = max(0, clock.minutes(found.settled_at) - made)
        is_kept = found.outcome not in (Outcome.RELEASED, Outcome.SUPERSEDED)
        took, ended = (length, None) if is_kept else (None, length)
    return (promise.id, fold(promise.kind), fold(cases[promise.case_id][0]), draw_of(promise.id), made, took, ended)


def _open(known: Known, cases: Cases) -> tuple[Any, ...] | None:
    promise, entries = known
    found = standing(promise, entries, EPOCH)
    if found.settled_at is not None:
        return None
    owner = cases[promise.case_id][1] or promise.made_by_id
    return (promise.id, promise.customer_id, promise.case_id, promise.made_by_id, owner, to_millis(found.due))
