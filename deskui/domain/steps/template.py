"""Templates of checklists and guides: each edit is a new version, and a started list keeps the one it began with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.steps.step_list import ListKind, Stage
from deskui.domain.text import clean_line
from deskui.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from deskui.domain.ids import StepTemplateId

MOST_STEPS: Final = 50
_MARK: Final = re.compile(r"^\s*(?:\d{1,3}[.)]|[-*•]|\[ ?\])\s+")
"""What people put before a step: its number, or a bullet."""


@dataclass(frozen=True, slots=True)
class StepTemplate:
    """One version of a template; all versions of one share its `family`, the newest has the highest `number`."""

    id: StepTemplateId
    family: int
    number: int
    kind: ListKind
    title: str
    case_kind: str
    """The kind of case it belongs to; empty for every kind."""
    stage: Stage
    lines: tuple[str, ...]
    for_customer: bool
    by: str
    at: datetime
    retired_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class TemplateTyped:
    """A template as typed: the steps one a line."""

    kind: ListKind
    title: str
    lines: str
    case_kind: str = ""
    stage: Stage = Stage.ANY
    for_customer: bool = False


def checked(typed: TemplateTyped) -> dict[str, Any]:
    """The columns of a template; a guide has no stage, and a checklist is never for the customer.

    Raises: BadInput naming the field that is not accepted.
    """
    is_guide = typed.kind is ListKind.GUIDE
    return {
        "kind": typed.kind.value,
        "title": clean_line(typed.title, "The title", longest=80, needed=True),
        "case_kind": clean_line(typed.case_kind, "The kind of case"),
        "stage": (Stage.ANY if is_guide else typed.stage).value,
        "lines": "\n".join(read_lines(typed.lines)),
        "for_customer": is_guide and typed.for_customer,
    }


def read_lines(text: str) -> tuple[str, ...]:
    """The steps in a text, one a line, without the numbers or bullets before them; empty lines are no steps.

    Raises: BadInput when there is none, there are too many, or one is not accepted.
    """
    cleaned = (clean_line(_MARK.sub("", line), "A step") for line in text.replace("\r", "\n").split("\n"))
    steps = tuple(each for each in cleaned if each)
    if not steps:
        raise BadInput("There is no step yet; type them one a line.", "Steps")
    if len(steps) > MOST_STEPS:
        raise BadInput(f"These are {len(steps)} steps; {MOST_STEPS} is the most, make two lists of them.", "Steps")
    return steps


def to_start(
    templates: Iterable[StepTemplate], case_kind: str, stage: Stage, started: Collection[int | None] = ()
) -> tuple[StepTemplate, ...]:
    """The checklists that a case of that kind has to go through then, but those it has been through: `started`.

    Kinds are the same whatever their letters' case; a template for every kind belongs to any.
    """
    kind = _plain(case_kind)
    return tuple(
        each
        for each in templates
        if each.kind is ListKind.CHECKLIST
        and each.stage is stage
        and _plain(each.case_kind) in ("", kind)
        and each.family not in started
    )


def _plain(kind: str) -> str:
    return " ".join(kind.casefold().split())
