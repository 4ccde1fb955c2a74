"""Checklists and guides of a case: how far each is, and every step with its mark and who did or skipped it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from deskui.domain.steps.step_list import ListKind, StepState
from deskui.ui.format import day_words
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cells, cut

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.steps.step_list import Step, StepList
    from deskui.ui.panels.scene import Scene

_SIGNS: Final = {
    StepState.OPEN: Span("o ", Role.ACCENT),
    StepState.DONE: Span("✓ ", Role.GOOD),
    StepState.SKIPPED: Span("– ", Role.WARN),
}
"""A sign for every state, so that colour is not needed to tell."""
_INDENT: Final = 2
_FOLDS: Final = timedelta(hours=1)
"""So long after its last step a finished checklist stays unfolded, for whoever ticked one too many."""


def step_items(lists: Iterable[StepList], scene: Scene, width: int, *, folded: bool = True) -> list[Item]:
    """Every list under its title, steps with their marks.

    Folded, of a guide only the step to do next is shown, and what is long finished is one line.
    """
    return [item for each in lists for item in _list_items(each, scene, width, folded=folded)]


def list_title(steps: StepList) -> str:
    """`Before they leave`, `Guide: how to claim`."""
    return f"Guide: {steps.title}" if steps.kind is ListKind.GUIDE else steps.title


def _list_items(steps: StepList, scene: Scene, width: int, *, folded: bool) -> list[Item]:
    if folded and _is_folded(steps, scene):
        return [Item(_head(steps, width, _SIGNS[StepState.DONE]), ("steps", steps.id))]
    is_guide, shown = steps.kind is ListKind.GUIDE, list(enumerate(steps.steps, 1))
    if folded and is_guide:
        shown = [each for each in shown if each[1].state is StepState.OPEN][:1]
    rows = [_step(each, scene, width, f"{place} " if is_guide else "") for place, each in shown]
    return [Item((BLANK, *_head(steps, width))), *rows]


def _is_folded(steps: StepList, scene: Scene) -> bool:
    last = max((each.at for each in steps.steps if each.at is not None), default=scene.now)
    return steps.is_finished and (steps.kind is ListKind.GUIDE or scene.now - last > _FOLDS)


def _head(steps: StepList, width: int, sign: Span | None = None) -> tuple[Line, ...]:
    """Title and count, and whether the customer may read it: at the right edge, or below where it does not fit."""
    before, count = (sign,) if sign else (), span(f" {steps.in_words}")
    title = cut(span(list_title(steps), Role.QUIET if sign else Role.TITLE), max(8, width - cells((*before, count))))
    spans, theirs = (*before, title, count), quiet("they may read it")
    if not steps.for_customer:
        return (Line(spans),)
    if cells(spans) + cells((theirs,)) + 2 <= width:
        return (Line(spans, (theirs,)),)
    return (Line(spans),) if sign else (Line(spans), Line((Span(" " * _INDENT), theirs)))


def _step(step: Step, scene: Scene, width: int, number: str) -> Item:
    is_open = step.state is StepState.OPEN
    indent, role = _INDENT + len(number), Role.TEXT if is_open else Role.QUIET
    *above, last = wrapped(step.text, width - indent, role)
    tail = () if is_open else _who(step, scene)
    lines = [*above, last]
    if step.state is StepState.SKIPPED:
        lines += wrapped(f"skipped: {step.reason}", width - indent, Role.WARN)
    if tail and cells(lines[-1].spans) + cells(tail) + 2 <= width - indent:
        lines[-1] = Line(lines[-1].spans, tail)
    first, *rest = lines
    return Item(
        (
            Line((_SIGNS[step.state], quiet(number), *first.spans), first.tail),
            *(Line((Span(" " * indent), *each.spans), each.tail) for each in rest),
        ),
        ("step", step.id),
    )


def _who(step: Step, scene: Scene) -> tuple[Span, ...]:
    """`they did, Thu`, `Paul, Thu`."""
    who = "they did" if step.by_customer else scene.called(step.by_id, step.by)
    when = "" if step.at is None else day_words(step.at.astimezone(scene.zone).date(), scene.today)
    words = ", ".join(filter(None, (who, when)))
    return (quiet(words),) if words else ()
