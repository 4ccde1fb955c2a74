"""What others did to the cases somebody watches, since they last looked."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from peewee import fn

from deskui.domain.case import Priority
from deskui.domain.case_history import NEWSWORTHY, CaseEvent, CaseEventKind
from deskui.domain.case_work import News
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.case_history import change_events, standing_changes
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.domain.ids import CaseId, CaseWatchId, EmployeeId

_WATCH, _CHANGE, _CASE = models.CaseWatch, models.Change, models.Case
_MOST: Final = 500
"""So many changes of all watched cases are looked at, the newest."""

Events = dict[int, list[tuple[int, CaseEvent]]]


def of(watcher: EmployeeId) -> tuple[News, ...]:
    """What somebody has not seen yet, a line a case, the oldest first: one statement, more where they watch any."""
    watched = _watched.dicts(watcher)
    if not watched:
        return ()
    told = _events([row["about"] for row in watched], min(row["seen"] for row in watched), watcher)
    found: dict[int, News] = {}
    for row in watched:
        new = [(place, each) for place, each in told[row["about"]] if place > row["seen"]]
        if new and row["about"] not in found:
            found[row["about"]] = _news(row, new)
    return tuple(sorted(found.values(), key=lambda each: each.newest))


def seen(watch_id: CaseWatchId) -> tuple[EmployeeId, CaseId]:
    """Whose watch it is, and of which case.

    Raises: NotFound when it is not watched any more.
    """
    row = _watch.first_dict(watch_id)
    if row is None:
        raise NotFound("You do not watch that case any more.")
    return row["employee"], row["about"]


@compiled
def _watch(watch_id: Any) -> Any:
    return _standing().where(_WATCH.id == watch_id)


@compiled
def _watched(watcher: Any) -> Any:
    return _standing().where(_WATCH.employee == watcher).order_by(_WATCH.id)


def _standing() -> Any:
    own, left, whom = _CASE, _CASE.alias("left_case"), models.Customer
    shown = (left.id.alias("about"), left.number, left.subject, left.priority, left.customer, whom.name.alias("whom"))
    return (
        _WATCH.select(_WATCH.id, _WATCH.employee, _WATCH.seen, _WATCH.version, *shown)
        .join(own, on=(_WATCH.case == own.id))
        .join(left, on=(left.id == fn.COALESCE(own.merged_into, own.id)))
        .join(whom, on=(left.customer == whom.id))
        .where(_WATCH.withdrawn_at.is_null(), left.withdrawn_at.is_null(), whom.withdrawn_at.is_null())
    )


def _news(row: Mapping[str, Any], new: Sequence[tuple[int, CaseEvent]]) -> News:
    return News(
        id=row["id"],
        case_id=row["about"],
        case_number=row["number"],
        subject=row["subject"],
        priority=Priority(row["priority"]),
        customer_id=row["customer"],
        customer=row["whom"],
        events=tuple(each for _, each in new),
        newest=max(place for place, _ in new),
        version=row["version"],
    )


def _events(cases: Sequence[int], since: int, watcher: EmployeeId) -> defaultdict[int, list[tuple[int, CaseEvent]]]:
    """What happened to these cases and to those merged into them behind that journal entry, by others."""
    names = {row[0]: row[1] for row in _names.tuples()}
    found: defaultdict[int, list[tuple[int, CaseEvent]]] = defaultdict(list)
    members = {row[0]: (row[1], row[2]) for row in _members.tuples(list(cases))}
    raised = {row[0]: row[1] for row in _raised.tuples(list(members))}
    rows = _changed.dicts(list(members), list(raised) or None, since, _MOST)
    for row in reversed(rows):
        if row["employee"] == watcher:
            continue
        about, number = members[row["row"] if row["entity"] == "case" else raised[row["row"]]]
        for event in _told(row, number, names):
            if event.kind in NEWSWORTHY:
                found[about].append((row["journal"], event))
    return found


def _told(row: Mapping[str, Any], number: int, names: Mapping[int, str]) -> list[CaseEvent]:
    if row["entity"] == "case":
        return [] if row["before"] is None else change_events(row, number, names)
    after = json.loads(row["after"])
    about = (number, row["at"], row["employee"], names.get(row["employee"], ""))
    if row["before"] is None:
        words = {"after": names.get(after["receiver"], ""), "words": after["reason"]}
        return [CaseEvent(CaseEventKind.ESCALATED, *about, **words)]
    return [CaseEvent(CaseEventKind.ANSWERED, *about, after=after["answer"], words=after["words"])]


@compiled
def _names() -> Any:
    return models.Employee.select(models.Employee.id, models.Employee.name)


@compiled
def _members(case_ids: Any) -> Any:
    standing = fn.COALESCE(_CASE.merged_into, _CASE.id)
    return _CASE.select(_CASE.id, standing, _CASE.number).where(
        _CASE.id.in_(case_ids) | _CASE.merged_into.in_(case_ids)
    )


@compiled
def _raised(case_ids: Any) -> Any:
    raised = models.Escalation
    return raised.select(raised.id, raised.case).where(raised.case.in_(case_ids), raised.withdrawn_at.is_null())


@compiled
def _changed(case_ids: Any, escalation_ids: Any, since: Any, limit: Any) -> Any:
    of_cases = (_CHANGE.entity == "case") & _CHANGE.row.in_(case_ids)
    among = of_cases
    if escalation_ids is not None:
        among |= (_CHANGE.entity == "escalation") & _CHANGE.row.in_(escalation_ids)
    return standing_changes().where(among, _CHANGE.journal > since).limit(limit)
