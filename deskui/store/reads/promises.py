"""Promises with the entries behind them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from deskui.domain.promises.promise import Basis, EntryKind, Promise, PromiseEntry
from deskui.domain.promises.view import in_order, view
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime, tzinfo

    from deskui.domain.ids import CaseId, CustomerId, PromiseId
    from deskui.domain.promises.view import PromiseView

NEWEST = 50
"""Of a customer, so many of the newest promises are read beside all that are open."""

Known = tuple[Promise, tuple[PromiseEntry, ...]]
_PROMISE, _ENTRY, _EMPLOYEE, _OPEN = models.Promise, models.PromiseEntry, models.Employee, models.OpenPromise
_CASE = models.Case


def promise(promise_id: PromiseId | int) -> Known:
    """A promise and all that was ever entered behind it: two statements.

    Raises: NotFound when there is none.
    """
    found = with_entries([int(promise_id)])
    if not found:
        raise NotFound("There is no such promise; open the customer again.")
    return found[0]


def with_entries(promise_ids: Sequence[int]) -> list[Known]:
    """These promises and all that was ever entered behind each, by id: two statements."""
    return _known(_these.dicts(promise_ids))


def of_customer(
    customer_id: CustomerId, now: datetime, zone: tzinfo, case_ids: Sequence[CaseId] = ()
) -> tuple[PromiseView, ...]:
    """What is shown of a customer: all open promises, the newest others, all of the cases: two statements, or one."""
    known = _known(_shown.dicts(customer_id, list(case_ids) or None))
    return in_order(view(each, entries, now, zone) for each, entries in known)


@compiled
def _shown(customer_id: Any, case_ids: Any) -> Any:
    newest = (
        _PROMISE.select(_PROMISE.id)
        .where(_PROMISE.customer == customer_id)
        .order_by(_PROMISE.made_at.desc(), _PROMISE.id.desc())
        .limit(NEWEST)
    )
    # One union rather than several IN: for those, PostgreSQL would read the whole ledger.
    chosen = newest.select_from(newest.c.id) | _OPEN.select(_OPEN.promise).where(_OPEN.customer == customer_id)
    if case_ids is not None:
        chosen |= _PROMISE.select(_PROMISE.id).where(_PROMISE.case.in_(case_ids))
    return _made(_PROMISE.id.in_(chosen))


def of_cases(case_ids: Sequence[CaseId], now: datetime, zone: tzinfo) -> tuple[PromiseView, ...]:
    """The promises of a case and of those merged into it: two statements."""
    known = _known(_about.dicts(list(case_ids)))
    return in_order(view(each, entries, now, zone) for each, entries in known)


@compiled
def _these(promise_ids: Any) -> Any:
    return _made(_PROMISE.id.in_(promise_ids))


@compiled
def _about(case_ids: Any) -> Any:
    return _made(_PROMISE.case.in_(case_ids))


def _made(among: Any) -> Any:
    owner = models.Employee.alias("owner")
    return (
        _PROMISE.select(
            _PROMISE, _EMPLOYEE.name.alias("who"), owner.id.alias("owner_id"), owner.name.alias("owner_name")
        )
        .join(_EMPLOYEE, "LEFT JOIN", on=(_PROMISE.by == _EMPLOYEE.id))
        .join_from(_PROMISE, _CASE, "LEFT JOIN", on=(_PROMISE.case == _CASE.id))
        .join_from(_CASE, owner, "LEFT JOIN", on=(_CASE.owner == owner.id))
        .where(among)
        .order_by(_PROMISE.id)
    )


@compiled
def _behind(promise_ids: Any) -> Any:
    return (
        _ENTRY.select(_ENTRY, _EMPLOYEE.name.alias("who"))
        .join(_EMPLOYEE, "LEFT JOIN", on=(_ENTRY.by == _EMPLOYEE.id))
        .where(_ENTRY.promise.in_(promise_ids))
        .order_by(_ENTRY.at, _ENTRY.id)
    )


def _known(rows: list[dict[str, Any]]) -> list[Known]:
    found = [_promise(row) for row in rows]
    behind: defaultdict[int, list[PromiseEntry]] = defaultdict(list)
    for row in _behind.dicts([each.id for each in found]) if found else ():
        behind[row["promise"]].append(_entry(row))
    return [(each, tuple(behind[each.id])) for each in found]


def _promise(row: dict[str, Any]) -> Promise:
    return Promise(
        id=row["id"],
        customer_id=row["customer"],
        what=row["what"],
        kind=row["kind"],
        due=row["due"],
        earliest=row["earliest"],
        basis=Basis(row["basis"]),
        made_at=row["made_at"],
        made_by_id=row["by"],
        made_by=row["who"] or "",
        case_id=row["case"],
        conversation_id=row["conversation"],
        owner_id=row["owner_id"],
        owner=row["owner_name"] or "",
        advised=row["advised"],
    )


def _entry(row: dict[str, Any]) -> PromiseEntry:
    return PromiseEntry(
        id=row["id"],
        promise_id=row["promise"],
        kind=EntryKind(row["kind"]),
        at=row["at"],
        by_id=row["by"],
        by=row["who"] or "",
        due=row["due"],
        earliest=row["earliest"],
        reason=row["reason"],
        told=bool(row["told"]),
    )


def case_kinds(case_ids: Iterable[int]) -> dict[int, str]:
    """The kind of each of these cases."""
    return dict(_case_kinds.tuples(list(case_ids)))


@compiled
def _case_kinds(case_ids: Any) -> Any:
    case = models.Case
    return case.select(case.id, case.kind).where(case.id.in_(case_ids))
