"""Writes to the ledger of promises: rows are only ever added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.ids import PromiseEntryId, PromiseId
from deskui.domain.promises.promise import EntryKind
from deskui.domain.promises.standing import check_entry, live_entries
from deskui.errors import Conflict
from deskui.store import models
from deskui.store.reads import promises as reads

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.ids import CustomerId
    from deskui.store.entry import Entry


def add_promise(entry: Entry, customer_id: CustomerId, columns: dict[str, Any]) -> PromiseId:
    """Add a promise by the person acting."""
    by = entry.actor.employee_id
    return PromiseId(entry.insert(models.Promise, customer=customer_id, made_at=entry.at, by=by, **columns))


def add_entry(
    entry: Entry,
    promise_id: PromiseId | int,
    kind: EntryKind,
    *,
    due: datetime | None = None,
    earliest: datetime | None = None,
    reason: str = "",
    told: bool = False,
) -> CustomerId:
    """Enter what happened to a promise and return whose it is.

    Raises: NotFound when there is no such promise, NotAllowed as `check_entry` does.
    """
    promise, behind = reads.promise(promise_id)
    check_entry(promise, behind, kind, due=due, earliest=earliest, reason=reason)
    # The clocks of two desks differ: an entry never counts as older than what it was entered behind.
    at = max([entry.at, promise.made_at, *(each.at for each in behind)])
    entry.insert(
        models.PromiseEntry,
        promise=promise.id,
        kind=kind.value,
        at=at,
        by=entry.actor.employee_id,
        due=due,
        earliest=earliest,
        reason=reason,
        told=told,
    )
    return promise.customer_id


def take_back_entry(entry: Entry, row: PromiseEntryId | int, promise_id: PromiseId | int) -> None:
    """Enter that the latest entry was made by mistake.

    Raises: Conflict when it is not the latest that counts.
    """
    promise, behind = reads.promise(promise_id)
    live = live_entries(promise, behind)
    if not live or live[-1].id != row:
        raise _changed()
    add_entry(entry, promise_id, EntryKind.TAKEN_BACK)


def take_back_promise(entry: Entry, promise_id: PromiseId | int) -> None:
    """Enter that a promise was made by mistake.

    Raises: Conflict when something was entered behind it, or it was taken back already.
    """
    promise, behind = reads.promise(promise_id)
    if live_entries(promise, behind):
        raise _changed()
    add_entry(entry, promise_id, EntryKind.TAKEN_BACK)


def _changed() -> Conflict:
    return Conflict("More was entered on that promise since, so it cannot be taken back; enter what is true now.", {})
