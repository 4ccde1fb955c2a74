"""No verb, whichever it is, leaves a case closed with open checklist steps and no reason for that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.case import CaseStatus
from deskui.domain.steps.step_list import ListKind, StepState
from deskui.errors import NotAllowed
from deskui.store import models
from deskui.store.reads.rows import tuples
from deskui.store.writes.administrators import refuse_without_administrator

if TYPE_CHECKING:
    from deskui.store.entry import Entry, RowChange

_TELLING: Final = {"case": '"status"', "step": '"state"', "step_list": '"withdrawn_at"'}
"""Tables whose changes can do it, and a column that is among those written then."""


def refuse_unfinished(entry: Entry) -> None:
    """See that what a verb wrote keeps the rule: taking back counts too, and ticks at another desk.

    Raises: NotAllowed naming the case.
    """
    refuse_without_administrator(entry)
    touched: dict[str, list[int]] = {}
    for change in entry.changes:
        if _may_break(change):
            touched.setdefault(change.entity, []).append(change.row)
    if not touched:
        return
    case, steps, step = models.Case, models.StepList, models.Step
    columns = {"case": case.id, "step_list": steps.id, "step": step.id}
    for entity, rows in touched.items():
        query = (
            case.select(case.number)
            .join(steps, on=(steps.case == case.id))
            .join(step, on=(step.step_list == steps.id))
            .where(columns[entity].in_(rows), case.status == CaseStatus.CLOSED, case.unfinished == "")
            .where(case.withdrawn_at.is_null(), case.merged_into.is_null(), steps.withdrawn_at.is_null())
            .where(steps.kind == ListKind.CHECKLIST, step.state == StepState.OPEN)
            .limit(1)
        )
        for (number,) in tuples(query):
            raise NotAllowed(f"Case #{number} would stand closed with open checklist steps; reopen it first.")


def _may_break(change: RowChange) -> bool:
    """New rows of a list begin open, and a case may be put back to closed."""
    return change.entity in _TELLING and (_TELLING[change.entity] in change.after or change.before is None)
