"""A list of steps started on a case: what is done, by whom, and what is left."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from deskui.domain.ids import CaseId, EmployeeId, StepId, StepListId


_NAMED: Final = 2
"""So many open steps are named in a refusal."""


class ListKind(StrEnum):
    """What a list of steps is for."""

    CHECKLIST = "checklist"
    """What is checked before the customer leaves, or before a case is closed."""
    GUIDE = "guide"
    """How something is done, by us or by the customer."""


class Stage(StrEnum):
    """When in a case a checklist is gone through."""

    TAKE_IN = "take-in"
    HAND_OUT = "hand-out"
    ANY = ""
    """Whenever somebody starts it."""


class StepState(StrEnum):
    """Where one step stands."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Step:
    """One step, with who did or skipped it and when; nobody and None while it is open."""

    id: StepId
    text: str
    state: StepState
    by_customer: bool
    """Whether the customer did it; `by` is who wrote that down."""
    reason: str
    """Why it was skipped."""
    by_id: EmployeeId | None
    by: str
    at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class StepList:
    """Steps as they stood in their template when they were put on the case."""

    id: StepListId
    case_id: CaseId
    kind: ListKind
    stage: Stage
    title: str
    for_customer: bool
    """Whether the customer may read it, so that it may stand on the slip."""
    family: int | None
    """Of the template it was started from; None for steps typed for this case alone."""
    number: int | None
    """The version of that template."""
    started_at: datetime
    started_by: str
    steps: tuple[Step, ...]

    @property
    def settled(self) -> int:
        """How many of its steps are done or skipped."""
        return sum(each.state is not StepState.OPEN for each in self.steps)

    @property
    def is_finished(self) -> bool:
        """Whether no step is open."""
        return self.settled == len(self.steps)

    @property
    def in_words(self) -> str:
        """How far it is: `2/4`."""
        return f"{self.settled}/{len(self.steps)}"


def open_items(lists: Iterable[StepList]) -> tuple[Step, ...]:
    """The open steps of checklists, which stand in the way of closing a case; those of guides do not."""
    checked = (each for each in lists if each.kind is ListKind.CHECKLIST)
    return tuple(step for each in checked for step in each.steps if step.state is StepState.OPEN)


def left_open(steps: Sequence[Step]) -> str:
    """A sentence that names the steps which are open: the first two, and how many more."""
    named = [f"“{each.text}”" for each in steps[:_NAMED]]
    more = [f"{len(steps) - _NAMED} more"] if len(steps) > _NAMED else []
    words = " and ".join(filter(None, (", ".join([*named, *more][:-1]), [*named, *more][-1])))
    return f"Of the checklist {words} {'is' if len(steps) == 1 else 'are'} open."


def next_step(lists: Iterable[StepList]) -> Step | None:
    """The step to do next: the first one open, in the checklists before the guides."""
    every = sorted(lists, key=lambda each: each.kind is ListKind.GUIDE)
    return next((step for each in every for step in each.steps if step.state is StepState.OPEN), None)


def list_of(lists: Iterable[StepList], step_id: StepId) -> StepList | None:
    """The list that a step stands in."""
    return next((each for each in lists if any(step.id == step_id for step in each.steps)), None)
