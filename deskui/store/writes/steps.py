"""Lists of steps: started on cases, ticked, and kept as templates in versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import fn

from deskui.domain.ids import StepListId, StepTemplateId
from deskui.domain.steps.step_list import ListKind, Stage, StepState
from deskui.domain.steps.template import to_start
from deskui.store import models
from deskui.store.reads import steps as reads
from deskui.store.reads.cases import group
from deskui.store.reads.rows import newest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.ids import CaseId
    from deskui.domain.steps.step_list import Step
    from deskui.domain.steps.template import StepTemplate
    from deskui.store.entry import Entry


def start_list(
    entry: Entry,
    case_id: CaseId,
    title: str,
    lines: Sequence[str],
    *,
    kind: ListKind = ListKind.GUIDE,
    stage: Stage = Stage.ANY,
    for_customer: bool = False,
    template: StepTemplateId | None = None,
) -> StepListId:
    """Put a list on a case, all of its steps open."""
    columns = {"kind": kind.value, "stage": stage.value, "title": title, "for_customer": for_customer}
    by, at = entry.actor.employee_id, entry.at
    started = entry.insert(models.StepList, case=case_id, template=template, started_by=by, started_at=at, **columns)
    for position, text in enumerate(lines, 1):
        # What is written down for the journal holds how it stood, so that undo sees a step that was ticked since.
        as_begun = {"state": StepState.OPEN.value, "by_customer": False, "reason": "", "by": None, "at": None}
        entry.insert(models.Step, step_list=started, position=position, text=text, **as_begun)
    return StepListId(started)


def start_template(entry: Entry, case_id: CaseId, template: StepTemplate) -> StepListId:
    """Put the steps of a template on a case, as they are in that version."""
    return start_list(
        entry,
        case_id,
        template.title,
        template.lines,
        kind=template.kind,
        stage=template.stage,
        for_customer=template.for_customer,
        template=template.id,
    )


def start_checklists(entry: Entry, case_id: CaseId, case_kind: str, stage: Stage) -> None:
    """Put the checklists on a case that its kind has to go through at that stage, but those it has already."""
    started = {each.family for each in reads.of_cases(group(case_id))}
    for template in to_start(reads.templates(), case_kind, stage, started):
        start_template(entry, case_id, template)


def mark(entry: Entry, step: Step, state: StepState, *, by_customer: bool = False, reason: str = "") -> None:
    """Set where a step stands, as it was seen; of an open one nobody has done anything."""
    is_open = state is StepState.OPEN
    entry.update(
        models.Step,
        step.id,
        step.version,
        state=state.value,
        by_customer=by_customer and not is_open,
        reason=reason,
        by=None if is_open else entry.actor.employee_id,
        at=None if is_open else entry.at,
    )


def add_template(entry: Entry, columns: dict[str, Any], family: int | None = None) -> StepTemplateId:
    """Add a template, or the next version of the one of that family; numbers of what was taken back stay taken."""
    model = models.StepTemplate
    of = newest(model, model.family) + 1 if family is None else family
    last = model.select(fn.MAX(model.number)).where(model.family == of).scalar() or 0
    by = entry.actor.employee_id
    return StepTemplateId(entry.insert(model, family=of, number=last + 1, by=by, at=entry.at, **columns))


def retire(entry: Entry, template: StepTemplate) -> None:
    """Offer a template no more; what was started from it goes on."""
    entry.update(models.StepTemplate, template.id, template.version, retired_at=entry.at)
