"""Watching, linking, merging and escalating cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.case import CaseStatus
from deskui.domain.ids import CaseLinkId, CaseWatchId, EscalationId
from deskui.store import models
from deskui.store.reads import case_work as reads
from deskui.store.reads.rows import newest, tuples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.case_work import Answer, CaseLink, Escalation, LinkKind, Standing
    from deskui.domain.ids import CaseId, EmployeeId
    from deskui.store.entry import Entry


def watch(entry: Entry, case: CaseId, employee: EmployeeId) -> CaseWatchId:
    """Have somebody hear of what becomes of a case from now on."""
    seen = newest(models.Journal, models.Journal.id)
    return CaseWatchId(entry.insert(models.CaseWatch, case=case, employee=employee, at=entry.at, seen=seen))


def unwatch(entry: Entry, cases: Sequence[CaseId], employee: EmployeeId) -> int:
    """Let somebody hear of these cases no more, and return how many watches that ends."""
    rows = reads.watches(cases, employee)
    for row, version in rows:
        entry.update(models.CaseWatch, row, version, withdrawn_at=entry.at)
    return len(rows)


def see_news(entry: Entry, cases: Sequence[CaseId], employee: EmployeeId) -> None:
    """Write down that somebody knows all that has become of these cases."""
    seen = newest(models.Journal, models.Journal.id)
    for row, version in reads.watches(cases, employee):
        entry.update(models.CaseWatch, row, version, seen=seen)


def link(entry: Entry, case: CaseId, other: CaseId, kind: LinkKind) -> CaseLinkId:
    """Have two cases belong together."""
    columns = {"case": case, "other": other, "kind": kind.value, "by": entry.actor.employee_id, "at": entry.at}
    return CaseLinkId(entry.insert(models.CaseLink, **columns))


def unlink(entry: Entry, made: CaseLink) -> None:
    """Have them belong together no more."""
    entry.update(models.CaseLink, made.id, made.version, withdrawn_at=entry.at)


def merge(entry: Entry, duplicate: Standing, survivor: Standing) -> None:
    """Have a case, and all that was merged into it, read as part of another; how it ended before stays."""
    columns: dict[str, Any] = {"merged_into": survivor.id}
    if duplicate.status is not CaseStatus.CLOSED:
        columns |= {"status": CaseStatus.CLOSED.value, "closed_at": entry.at}
        columns |= {"outcome": f"Merged into #{survivor.number}."}
    entry.update(models.Case, duplicate.id, duplicate.version, **columns)
    case = models.Case
    for row, version in tuples(case.select(case.id, case.version).where(case.merged_into == duplicate.id)):
        entry.update(case, row, version, merged_into=survivor.id)


def separate(entry: Entry, part: Standing) -> None:
    """Have a case be one of its own again; it stays closed."""
    entry.update(models.Case, part.id, part.version, merged_into=None)


def escalate(entry: Entry, case: CaseId, receiver: EmployeeId, reason: str) -> EscalationId:
    """Put a case before a supervisor."""
    columns = {"case": case, "receiver": receiver, "reason": reason, "by": entry.actor.employee_id, "at": entry.at}
    return EscalationId(entry.insert(models.Escalation, **columns))


def answer(entry: Entry, raised: Escalation, how: Answer, words: str) -> None:
    """Write down what a supervisor did with a case that was put before them."""
    entry.update(
        models.Escalation,
        raised.id,
        raised.version,
        answered_at=entry.at,
        answered_by=entry.actor.employee_id,
        answer=how.value,
        words=words,
    )
