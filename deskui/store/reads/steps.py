"""Checklists and guides: the templates there are, and what was started on a case."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from peewee import fn

from deskui.domain.case import CaseStatus
from deskui.domain.steps.step_list import ListKind, Stage, Step, StepList, StepState
from deskui.domain.steps.template import StepTemplate
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.ids import CaseId, CustomerId, StepId, StepListId, StepTemplateId

_TEMPLATE, _LIST, _STEP = models.StepTemplate, models.StepList, models.Step


class Place(NamedTuple):
    """The list and the case a step stands in."""

    list_id: StepListId
    case_id: CaseId
    case_number: int
    customer_id: CustomerId
    is_closed: bool


def of_cases(case_ids: Sequence[CaseId]) -> tuple[StepList, ...]:
    """The lists started on these cases, in the order of their start: one statement."""
    rows = groupby(_steps_of.dicts(case_ids), key=lambda row: row["list_id"])
    return tuple(_step_list(list(steps)) for _, steps in rows)


@compiled
def _steps_of(case_ids: Any) -> Any:
    starter, doer, template = models.Employee.alias("starter"), models.Employee.alias("doer"), _TEMPLATE
    return (
        _STEP.select(
            _STEP,
            _LIST.id.alias("list_id"),
            *(_LIST.case, _LIST.kind, _LIST.stage, _LIST.title, _LIST.for_customer, _LIST.started_at),
            *(template.family, template.number, starter.name.alias("starter"), doer.name.alias("doer")),
        )
        .join(_LIST, on=(_STEP.step_list == _LIST.id))
        .join(template, "LEFT JOIN", on=(_LIST.template == template.id))
        .switch(_LIST)
        .join(starter, "LEFT JOIN", on=(_LIST.started_by == starter.id))
        .switch(_STEP)
        .join(doer, "LEFT JOIN", on=(_STEP.by == doer.id))
        .where(_LIST.case.in_(case_ids), _LIST.withdrawn_at.is_null())
        .order_by(_LIST.id, _STEP.position)
    )


def _step_list(rows: list[dict[str, Any]]) -> StepList:
    head = rows[0]
    return StepList(
        id=head["list_id"],
        case_id=head["case"],
        kind=ListKind(head["kind"]),
        stage=Stage(head["stage"]),
        title=head["title"],
        for_customer=head["for_customer"],
        family=head["family"],
        number=head["number"],
        started_at=head["started_at"],
        started_by=head["starter"] or "",
        steps=tuple(_step(row) for row in rows),
    )


def _step(row: dict[str, Any]) -> Step:
    return Step(
        id=row["id"],
        text=row["text"],
        state=StepState(row["state"]),
        by_customer=row["by_customer"],
        reason=row["reason"],
        by_id=row["by"],
        by=row["doer"] or "",
        at=row["at"],
        version=row["version"],
    )


def place(step_id: StepId) -> Place:
    """Where a step stands.

    Raises: NotFound when its list was taken back.
    """
    row = _place.first_dict(step_id)
    if row is None:
        raise NotFound("That list is no longer on the case; go back and look again.")
    return Place(row["list_id"], row["case_id"], row["number"], row["customer"], row["status"] == CaseStatus.CLOSED)


@compiled
def _place(step_id: Any) -> Any:
    part, case = models.Case.alias("part"), models.Case
    return (
        _STEP.select(_LIST.id.alias("list_id"), case.id.alias("case_id"), case.number, case.customer, case.status)
        .join(_LIST, on=(_STEP.step_list == _LIST.id))
        .join(part, on=(_LIST.case == part.id))
        .join(case, on=(case.id == fn.COALESCE(part.merged_into, part.id)))
        .where(_STEP.id == step_id, _LIST.withdrawn_at.is_null(), case.withdrawn_at.is_null())
    )


def templates() -> tuple[StepTemplate, ...]:
    """The newest version of every template that is not retired, checklists first, by title: one statement."""
    return tuple(_template(row) for row in _newest.dicts(None))


def newest(family: int) -> StepTemplate:
    """The newest version of a template, retired or not.

    Raises: NotFound when it was taken back.
    """
    row = _newest.first_dict(family)
    if row is None:
        raise NotFound("That template is no longer kept; go back to the list.")
    return _template(row)


@compiled
def _newest(family: Any) -> Any:
    later = _TEMPLATE.alias("later")
    newer = later.select(later.id).where(
        later.family == _TEMPLATE.family, later.number > _TEMPLATE.number, later.withdrawn_at.is_null()
    )
    which = _TEMPLATE.retired_at.is_null() if family is None else _TEMPLATE.family == family
    query = _versions().where(which, _TEMPLATE.withdrawn_at.is_null(), ~fn.EXISTS(newer))
    return query.order_by(_TEMPLATE.kind, fn.LOWER(_TEMPLATE.title), _TEMPLATE.family)


def versions(family: int) -> tuple[StepTemplate, ...]:
    """Every version of a template, newest first."""
    return tuple(_template(row) for row in _all_versions.dicts(family))


@compiled
def _all_versions(family: Any) -> Any:
    return _versions().where(_TEMPLATE.family == family, _TEMPLATE.withdrawn_at.is_null()).order_by(-_TEMPLATE.number)


def template(template_id: StepTemplateId) -> StepTemplate:
    """One version of a template.

    Raises: NotFound when it was taken back.
    """
    row = _one.first_dict(template_id)
    if row is None:
        raise NotFound("That template is no longer kept; go back to the list.")
    return _template(row)


@compiled
def _one(template_id: Any) -> Any:
    return _versions().where(_TEMPLATE.id == template_id, _TEMPLATE.withdrawn_at.is_null())


def _versions() -> Any:
    who = models.Employee
    return _TEMPLATE.select(_TEMPLATE, who.name.alias("who")).join(who, "LEFT JOIN", on=(_TEMPLATE.by == who.id))


def _template(row: dict[str, Any]) -> StepTemplate:
    return StepTemplate(
        id=row["id"],
        family=row["family"],
        number=row["number"],
        kind=ListKind(row["kind"]),
        title=row["title"],
        case_kind=row["case_kind"],
        stage=Stage(row["stage"]),
        lines=tuple(row["lines"].split("\n")),
        for_customer=row["for_customer"],
        by=row["who"] or "",
        at=row["at"],
        retired_at=row["retired_at"],
        version=row["version"],
    )
