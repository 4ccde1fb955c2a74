"""What happened to a case itself: from the journal how it moved, from their own tables what was asked and linked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.case_history import CaseEvent, CaseEventKind
from deskui.store import models
from deskui.store.reads import case_work, escalations, hand_overs
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from deskui.domain.case_work import Escalation
    from deskui.domain.hand_over import HandOver
    from deskui.domain.ids import CaseId

MOST: Final = 1000
"""So many moves of a case are read, the newest."""
_CLOSED: Final = "closed"


def of_cases(case_ids: Sequence[CaseId]) -> tuple[CaseEvent, ...]:
    """What happened to a case and to those merged into it, oldest first: few statements of bounded length."""
    rows = _cases.dicts(list(case_ids))
    numbers = {row["id"]: row["number"] for row in rows}
    given, raised = hand_overs.of_cases(case_ids), escalations.of_cases(case_ids)
    moved = list(_moves(numbers, {each.at for each in given} | {each.answered_at for each in raised}))
    events = [*_beginnings_and_ends(rows, moved), *moved, *map(_handed, given), *_linked(case_ids)]
    for each in raised:
        events += escalation_events(each)
    return tuple(sorted(events, key=lambda each: each.at))


@compiled
def _cases(case_ids: Any) -> Any:
    case, opener = models.Case, models.Employee
    return (
        case.select(case, opener.name.alias("opener"))
        .join(opener, "LEFT JOIN", on=(case.opened_by == opener.id))
        .where(case.id.in_(case_ids))
    )


def _beginnings_and_ends(rows: Iterable[dict[str, Any]], moved: Sequence[CaseEvent]) -> Iterator[CaseEvent]:
    """That each was opened; and that it was closed, where no entry of the journal tells of that."""
    told = {each.number for each in moved if each.kind in (CaseEventKind.CLOSED, CaseEventKind.MERGED)}
    for row in rows:
        number = row["number"]
        opened = (number, row["opened_at"], row["opened_by"], row["opener"] or "")
        yield CaseEvent(CaseEventKind.OPENED, *opened, words=row["subject"])
        if row["closed_at"] is not None and number not in told:
            yield CaseEvent(CaseEventKind.CLOSED, number, row["closed_at"], None, "", words=row["outcome"])


def _moves(numbers: Mapping[int, int], explained: set[Any]) -> Iterator[CaseEvent]:
    """How the cases moved; a new owner whom a hand-over or an answer of that instant explains is left out."""
    names = {row[0]: row[1] for row in _names.tuples()}
    for row in reversed(_changes.dicts(list(numbers), MOST)):
        if row["before"] is not None:
            for event in change_events(row, numbers[row["row"]], names):
                if not (event.kind is CaseEventKind.OWNER and event.at in explained):
                    yield event


def change_events(row: Mapping[str, Any], number: int, names: Mapping[int, str]) -> list[CaseEvent]:
    """What one change of a case's row says; `names` are those of the staff."""
    before, after = json.loads(row["before"]), json.loads(row["after"])
    about = (number, row["at"], row["employee"], names.get(row["employee"], ""))
    found: list[CaseEvent] = []
    if after.get("merged_into") is not None:
        into = _number_of(after["merged_into"])
        return [CaseEvent(CaseEventKind.MERGED, *about, after=f"#{into}")]
    if "status" in after and after["status"] != before["status"]:
        kind, words = CaseEventKind.STATUS, ""
        if after["status"] == _CLOSED:
            kind, words = CaseEventKind.CLOSED, after.get("outcome", "")
        elif before["status"] == _CLOSED:
            kind, words = CaseEventKind.REOPENED, after.get("reason", "")
        found.append(CaseEvent(kind, *about, before["status"], after["status"], words))
    if "priority" in after and after["priority"] != before["priority"]:
        found.append(CaseEvent(CaseEventKind.PRIORITY, *about, before["priority"], after["priority"]))
    if "owner" in after and after["owner"] != before["owner"]:
        sides = (names.get(each, "") for each in (before["owner"], after["owner"]))
        found.append(CaseEvent(CaseEventKind.OWNER, *about, *sides))
    return found


def merged_by(case_id: CaseId) -> int | None:
    """The journal entry that made a case part of the one it is merged into now: one statement."""
    for row in _changes.dicts([case_id], MOST):
        after = json.loads(row["after"])
        if "merged_into" in after:
            return int(row["journal"]) if after["merged_into"] is not None else None
    return None


def _number_of(case_id: int) -> int:
    return int(_numbers.tuples(case_id)[0][0])


@compiled
def _numbers(case_id: Any) -> Any:
    return models.Case.select(models.Case.number).where(models.Case.id == case_id)


@compiled
def _names() -> Any:
    return models.Employee.select(models.Employee.id, models.Employee.name)


@compiled
def _changes(case_ids: Any, limit: Any) -> Any:
    change = models.Change
    return standing_changes().where(change.entity == "case", change.row.in_(case_ids)).limit(limit)


def standing_changes() -> Any:
    """Changes of rows with who made them and when, the newest first; without those taken back and taking back."""
    change, journal, undo = models.Change, models.Journal, models.Journal.alias("undo")
    shown = (change.entity, change.row, change.before, change.after, change.journal, journal.at, journal.employee)
    return (
        change.select(*shown)
        .join(journal, on=(change.journal == journal.id))
        .join(undo, "LEFT JOIN", on=(undo.undoes == journal.id))
        .where(journal.undoes.is_null(), undo.id.is_null())
        .order_by(change.id.desc())
    )


def _handed(given: HandOver) -> CaseEvent:
    who = (given.case_number, given.at, given.by_id, given.by)
    return CaseEvent(CaseEventKind.HANDED, *who, given.giver, given.receiver, given.note)


def escalation_events(raised: Escalation) -> list[CaseEvent]:
    """That it was raised, and that it was answered, if it was."""
    who = (raised.case_number, raised.at, raised.by_id, raised.by)
    found = [CaseEvent(CaseEventKind.ESCALATED, *who, after=raised.receiver, words=raised.reason)]
    if raised.answered_at is not None and raised.answer is not None:
        by = (raised.case_number, raised.answered_at, raised.answered_by_id, raised.answered_by)
        found.append(CaseEvent(CaseEventKind.ANSWERED, *by, after=raised.answer.value, words=raised.words))
    return found


def _linked(case_ids: Sequence[CaseId]) -> Iterator[CaseEvent]:
    for each in case_work.links(case_ids):
        words = f"{each.kind.value} to #{each.number} {each.subject}"
        yield CaseEvent(CaseEventKind.LINKED, each.seen_from, each.at, each.by_id, each.by, after=words)
