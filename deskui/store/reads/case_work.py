"""Who watches a case, which others belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import fn

from deskui.domain.case import CaseStatus
from deskui.domain.case_work import CaseLink, LinkKind, Watcher
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.ids import CaseId, CaseLinkId, EmployeeId

_WATCH, _LINK = models.CaseWatch, models.CaseLink


def watchers(case_ids: Sequence[CaseId]) -> tuple[Watcher, ...]:
    """Who watches a case or one merged into it, by name, everybody once: one statement."""
    found: dict[int, Watcher] = {}
    for row in _watchers.dicts(list(case_ids)):
        found.setdefault(row["employee"], Watcher(row["id"], row["employee"], row["who"]))
    return tuple(found.values())


@compiled
def _watchers(case_ids: Any) -> Any:
    who = models.Employee
    return (
        _WATCH.select(_WATCH.id, _WATCH.employee, who.name.alias("who"))
        .join(who, on=(_WATCH.employee == who.id))
        .where(_WATCH.case.in_(case_ids), _WATCH.withdrawn_at.is_null())
        .order_by(who.name, _WATCH.employee, _WATCH.id)
    )


def watches(case_ids: Sequence[CaseId], employee: EmployeeId) -> list[tuple[int, int]]:
    """The rows by which somebody watches these cases, each with its version: one statement."""
    return [(row[0], row[1]) for row in _watches.tuples(list(case_ids), employee)]


@compiled
def _watches(case_ids: Any, employee: Any) -> Any:
    return _WATCH.select(_WATCH.id, _WATCH.version).where(
        _WATCH.case.in_(case_ids), _WATCH.employee == employee, _WATCH.withdrawn_at.is_null()
    )


def links(case_ids: Sequence[CaseId]) -> tuple[CaseLink, ...]:
    """The cases that belong to one and to those merged into it, by number, each once: one statement."""
    ids = list(case_ids)
    found: dict[int, CaseLink] = {}
    for row in _links.dicts(ids):
        for side in ("case", "other"):
            if row[f"{side}_id"] not in ids:
                found.setdefault(row[f"{side}_id"], _link(row, side))
    return tuple(sorted(found.values(), key=lambda each: each.number))


@compiled
def _links(case_ids: Any) -> Any:
    return _both_sides().where(_LINK.case.in_(case_ids) | _LINK.other.in_(case_ids)).order_by(_LINK.id)


def link(link_id: CaseLinkId, seen_from: CaseId) -> CaseLink:
    """One link, as seen from one of its cases.

    Raises: NotFound when there is none, or not any more.
    """
    row = _one_link.first_dict(link_id)
    if row is None:
        raise NotFound("That link is no longer there; open the case again.")
    return _link(row, "other" if row["case_id"] == seen_from else "case")


@compiled
def _one_link(link_id: Any) -> Any:
    return _both_sides().where(_LINK.id == link_id)


def _both_sides() -> Any:
    """Links with both cases, as they are called now: of merged ones the case that is left."""
    who = models.Employee
    query = _LINK.select(_LINK.id, _LINK.kind, _LINK.version, _LINK.at, _LINK.by, who.name.alias("who"))
    query = query.join(who, "LEFT JOIN", on=(_LINK.by == who.id)).where(_LINK.withdrawn_at.is_null())
    for side, column in (("case", _LINK.case), ("other", _LINK.other)):
        own, left = models.Case.alias(f"{side}_own"), models.Case.alias(f"{side}_left")
        whom = models.Customer.alias(f"{side}_whom")
        query = (
            query.join_from(_LINK, own, on=(column == own.id))
            .join(left, on=(left.id == fn.COALESCE(own.merged_into, own.id)))
            .join(whom, on=(left.customer == whom.id))
        )
        columns = {"id": left.id, "number": left.number, "subject": left.subject, "status": left.status}
        columns |= {"customer": left.customer, "called": whom.name}
        query = query.select_extend(*(each.alias(f"{side}_{name}") for name, each in columns.items()))
    return query


def _link(row: dict[str, Any], side: str) -> CaseLink:
    return CaseLink(
        id=row["id"],
        kind=LinkKind(row["kind"]),
        case_id=row[f"{side}_id"],
        number=row[f"{side}_number"],
        subject=row[f"{side}_subject"],
        status=CaseStatus(row[f"{side}_status"]),
        customer_id=row[f"{side}_customer"],
        customer=row[f"{side}_called"],
        seen_from=row["other_number" if side == "case" else "case_number"],
        at=row["at"],
        by_id=row["by"],
        by=row["who"] or "",
        version=row["version"],
    )
