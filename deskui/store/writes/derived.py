"""What is derived from the rows of a verb, kept exact in its own transaction, and made anew after bulk loads."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from peewee import fn

from deskui.domain.promises.standing import standing
from deskui.store import models
from deskui.store.lookup.statements import Statements
from deskui.store.manual.documents import Documents
from deskui.store.models.base import EPOCH, to_millis
from deskui.store.reads import products
from deskui.store.reads import promises as reads
from deskui.store.reads.hours import shop_clock
from deskui.store.reads.rows import tuples
from deskui.store.writes import alike, figures, outreach_facts, owed, precedents, review_queue, traits
from deskui.store.writes.bulk import insert_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peewee import Database

    from deskui.domain.working_hours.clock import WorkingClock
    from deskui.store.entry import Entry
    from deskui.store.reads.promises import Known
    from deskui.store.writes.alike import Cases

_CHUNK: Final = 2000
_CLOCK: Final = ('"hours"', '"zone"')
"""Columns of the shop, as the journal names them, that set its working clock."""
_A_DAY: Final = timedelta(days=1)
"""By so much a desk in another zone may be behind."""
_OPEN_COLUMNS: Final = ("promise", "customer", "case", "by", "owner", "due")


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
    cases = _together(entry)
    if cases:
        promise = models.Promise
        promises |= {row[0] for row in tuples(promise.select(promise.id).where(promise.case.in_(sorted(cases))))}
    if entry.merged:
        _follow(entry.merged)
    if buyers := entry.buyers | entry.merged | _buyers(touched):
        promises |= products.promises_linked(database, buyers)
        cases |= products.cases_linked(database, buyers)
    if articles := touched.get("article"):
        Documents(Statements(database)).refresh(articles, entry.at.date() - _A_DAY)
    traits.refresh(database, cases)
    review_queue.refresh(touched, entry)
    precedents.refresh(database, entry, cases)
    if promises:
        _promises_anew(database, sorted(promises), shop_clock())
    if customers := entry.merged | _customers(touched):
        owed.refresh(database, customers)
    outreach_facts.refresh(database, _known(entry, touched))
    shops = [each for each in entry.changes if each.entity == "shop" and each.before is not None]
    if any(column in change.after for change in shops for column in _CLOCK):
        models.Shop.update(recount_from=0).execute()  # another working clock makes other lengths of every promise


def rebuild(database: Database) -> None:
    """Make everything derived anew, inside the caller's transaction, after bulk loads."""
    owed.rebuild(database)
    outreach_facts.rebuild(database)
    traits.rebuild(database)
    precedents.rebuild(database)
    rebuild_promises(database)


def rebuild_promises(database: Database) -> None:
    """Make anew what is derived from promises, some thousand at a time."""
    models.OpenPromise.delete().execute()
    models.PromiseLike.delete().execute()
    models.PromiseFigure.delete().execute()
    promise, clock, last = models.Promise, shop_clock(), 0
    while True:
        query = promise.select(promise.id).where(promise.id > last).order_by(promise.id).limit(_CHUNK)
        ids = [row[0] for row in tuples(query)]
        if not ids:
            break
        _add_promises(database, ids, clock)
        last = ids[-1]
    models.Shop.update(recount_from=None).execute()


def _follow(merged: set[int]) -> None:
    """Have the open promises of these customers be whose the promises are now: nothing else of them changes."""
    derived, promise = models.OpenPromise, models.Promise
    whose = promise.select(promise.customer).where(promise.id == derived.promise)
    derived.update(customer=whose).where(derived.customer.in_(list(merged))).execute()


def _together(entry: Entry) -> set[int]:
    """The cases that were written to, and all that are or were merged with any of them."""
    written = {change.row for change in entry.changes if change.entity == "case"}
    for change in entry.changes:
        if change.entity == "case" and "merged_into" in change.after:
            sides = (json.loads(each).get("merged_into") for each in (change.before or "{}", change.after))
            written |= {each for each in sides if each is not None}
    if not written:
        return set()
    case = models.Case
    among = case.select(case.id).where(case.merged_into.in_(sorted(written)))
    return written | {row[0] for row in tuples(among)}


def _customers(touched: dict[str, set[int]]) -> set[int]:
    return _whose(models.Conversation, touched) | _whose(models.Case, touched)


def _known(entry: Entry, touched: dict[str, set[int]]) -> set[int]:
    """Of whom the rules of outreach may see something else now."""
    found = entry.merged | entry.newcomers | entry.buyers | touched.get("customer", set())
    for model in (models.Conversation, models.Order, models.OutreachTry):
        found |= _whose(model, touched)
    return found


def _buyers(touched: dict[str, set[int]]) -> set[int]:
    """Whose orders and numbers were written to."""
    found = _whose(models.Reference, touched) | _whose(models.Order, touched)
    if lines := touched.get("order_line"):
        order, line = models.Order, models.OrderLine
        query = order.select(order.customer).join(line).where(line.id.in_(list(lines)))
        found |= {row[0] for row in tuples(query)}
    return found


def _whose(model: Any, touched: dict[str, set[int]]) -> set[int]:
    rows = touched.get(str(model._meta.table_name))
    query = model.select(fn.DISTINCT(model.customer)).where(model.id.in_(list(rows or ())))
    return {row[0] for row in tuples(query)} if rows else set()


def _promises_anew(database: Database, ids: Sequence[int], clock: WorkingClock) -> None:
    models.OpenPromise.delete().where(models.OpenPromise.promise.in_(ids)).execute()
    models.PromiseLike.delete().where(models.PromiseLike.promise.in_(ids)).execute()
    models.PromiseFigure.delete().where(models.PromiseFigure.promise.in_(ids)).execute()
    _add_promises(database, ids, clock)


def _add_promises(database: Database, ids: Sequence[int], clock: WorkingClock) -> None:
    known = reads.with_entries(ids)
    cases = alike.cases_of(known)
    alike.add_lengths(database, known, cases, clock)
    figures.add_figures(database, known, cases)
    still = [row for each in known if (row := _open(each, cases)) is not None]
    insert_rows(database, models.OpenPromise, _OPEN_COLUMNS, still)


def _open(known: Known, cases: Cases) -> tuple[Any, ...] | None:
    promise, entries = known
    found = standing(promise, entries, EPOCH)
    if found.settled_at is not None:
        return None
    case = cases[promise.case_id]
    owner = case.owner or promise.made_by_id
    return (promise.id, promise.customer_id, case.id, promise.made_by_id, owner, to_millis(found.due))
