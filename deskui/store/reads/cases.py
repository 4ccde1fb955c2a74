"""The work that is open for a customer, and what hangs on it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from peewee import fn

from deskui.domain.case import Case, CaseStatus, CaseSummary, Priority
from deskui.domain.case_work import Standing
from deskui.domain.ids import CaseId
from deskui.domain.order import ReferenceKind
from deskui.domain.story.sources import NumberTaken
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.normalise.letters import fold
from deskui.store.reads import references
from deskui.store.reads.compiled import compiled
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.ids import EmployeeId

_CASE = models.Case
_GONE: Final = "This case is no longer kept; go back and look the customer up again."
_NEWEST: Final = 1000
"""So many of the newest cases tell which kinds are used."""


def _listed(*wanted: Any) -> Any:
    return _CASE.select(*SUMMARY).where(*wanted, _CASE.withdrawn_at.is_null())


SUMMARY: Final = (
    *(_CASE.id, _CASE.number, _CASE.subject, _CASE.kind, _CASE.status),
    *(_CASE.opened_at, _CASE.closed_at, _CASE.priority, _CASE.outcome),
)
"""The columns that `summary` reads."""


def summary(row: dict[str, Any]) -> CaseSummary:
    """A case as a line in a list, from a row with the columns of SUMMARY."""
    return CaseSummary(
        id=row["id"],
        number=row["number"],
        subject=row["subject"],
        kind=row["kind"],
        status=CaseStatus(row["status"]),
        opened_at=row["opened_at"],
        closed_at=row["closed_at"],
        priority=Priority(row["priority"]),
        outcome=row["outcome"],
    )


def merged_into(case_id: CaseId) -> tuple[CaseSummary, ...]:
    """The duplicates that are part of a case now, in the order of their numbers: one statement."""
    return tuple(summary(row) for row in _merged.dicts(case_id))


@compiled
def _merged(case_id: Any) -> Any:
    return _listed(_CASE.merged_into == case_id).order_by(_CASE.number)


def group(case_id: CaseId) -> tuple[CaseId, ...]:
    """A case and those merged into it, whose rows are read as its own: one statement."""
    return (case_id, *(each.id for each in merged_into(case_id)))


def survivor(case_id: CaseId) -> CaseId:
    """The case itself, or the one that it was merged into: one statement.

    Raises: NotFound when there is none, or not any more.
    """
    return CaseId(_standing_row(case_id)["merged_into"] or case_id)


def standing(case_id: CaseId) -> Standing:
    """Where a case stands, for a move: one statement.

    Raises: NotFound when there is none, or not any more.
    """
    row = _standing_row(case_id)
    into = row["survivor_number"]
    return Standing(row["id"], row["number"], row["customer"], CaseStatus(row["status"]), into, row["version"])


def _standing_row(case_id: CaseId) -> dict[str, Any]:
    row = _standing.first_dict(case_id)
    if row is None:
        raise NotFound(_GONE)
    return row


@compiled
def _standing(case_id: Any) -> Any:
    left = _CASE.alias("left_case")
    shown = (_CASE.id, _CASE.number, _CASE.customer, _CASE.status, _CASE.version, _CASE.merged_into)
    return (
        _CASE.select(*shown, left.number.alias("survivor_number"))
        .join(left, "LEFT JOIN", on=(_CASE.merged_into == left.id))
        .where(_CASE.id == case_id, _CASE.withdrawn_at.is_null())
    )


def with_number(number: int) -> CaseId | None:
    """The case of that number: one statement."""
    row = _numbered.first_dict(number)
    return None if row is None else CaseId(row["id"])


@compiled
def _numbered(number: Any) -> Any:
    return _CASE.select(_CASE.id).where(_CASE.number == number, _CASE.withdrawn_at.is_null())


def kinds_used() -> tuple[str, ...]:
    """The kinds of the newest cases, the most frequent first, as mostly written: one statement of bounded length."""
    spellings: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for kind, count in _kinds.tuples(_NEWEST):
        spellings[fold(kind) or kind].append((count, kind))
    ranked = sorted(spellings.values(), key=lambda each: (-sum(count for count, _ in each), min(each)[1]))
    return tuple(max(each)[1] for each in ranked)


@compiled
def _kinds(limit: Any) -> Any:
    newest = _CASE.select(_CASE.id).where(_CASE.kind != "").order_by(_CASE.id.desc()).limit(limit)
    among = _CASE.id.in_(newest.select_from(newest.c.id))
    return _CASE.select(_CASE.kind, fn.COUNT(_CASE.id)).where(among).group_by(_CASE.kind)


def case(case_id: CaseId) -> Case:
    """One case, the first of its references and what was merged into it: three statements, or four.

    Raises: NotFound when there is none, or not any more.
    """
    row = _whole.first_dict(case_id)
    if row is None:
        raise NotFound(_GONE)
    merged = merged_into(case_id)
    numbers = references.of_cases([case_id, *(each.id for each in merged)])
    return Case(
        id=row["id"],
        number=row["number"],
        customer_id=row["customer"],
        subject=row["subject"],
        kind=row["kind"],
        status=CaseStatus(row["status"]),
        owner_id=row["owner"],
        owner=row["owner_name"] or "",
        opened_at=row["opened_at"],
        opened_by=row["opener_name"] or "",
        closed_at=row["closed_at"],
        outcome=row["outcome"],
        unfinished=row["unfinished"],
        version=row["version"],
        contact_id=row["contact"],
        references=numbers.rows,
        reference_count=numbers.total or 0,
        priority=Priority(row["priority"]),
        reason=row["reason"],
        merged=merged,
    )


@compiled
def _whole(case_id: Any) -> Any:
    owner, opener = models.Employee.alias("owner"), models.Employee.alias("opener")
    return (
        _CASE.select(_CASE, owner.name.alias("owner_name"), opener.name.alias("opener_name"))
        .join(owner, "LEFT JOIN", on=(_CASE.owner == owner.id))
        .switch(_CASE)
        .join(opener, "LEFT JOIN", on=(_CASE.opened_by == opener.id))
        .where(_CASE.id == case_id, _CASE.withdrawn_at.is_null())
    )


def numbers_taken(case_ids: Sequence[CaseId]) -> tuple[NumberTaken, ...]:
    """The numbers of these cases, with when each was taken down: one statement."""
    return tuple(NumberTaken(row[0], ReferenceKind(row[1]), row[2]) for row in _taken.tuples(case_ids))


@compiled
def _taken(case_ids: Any) -> Any:
    number = models.Reference
    return (
        number.select(number.created_at, number.kind, number.number)
        .where(number.case.in_(case_ids), number.withdrawn_at.is_null())
        .order_by(number.id)
    )


def open_of(owner: EmployeeId) -> list[CaseId]:
    """The cases somebody owns that are not closed: one statement."""
    case = models.Case
    query = case.select(case.id).where(case.owner == owner, case.status != "closed", case.withdrawn_at.is_null())
    return [row[0] for row in tuples(query.order_by(case.id))]
