"""Ticking a step of the case on screen: one key, and for a guide one more that says who did it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import uuid4

from deskui.domain.steps.step_list import ListKind, StepState, list_of, next_step, open_items
from deskui.ui.kit.question import Question, Way
from deskui.ui.lines import Role, span
from deskui.ui.panels.fitting import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.steps.step_list import Step, StepList
    from deskui.ui.screens.desk import DeskScreen
    from deskui.ui.shell import Shell
    from deskui.ui.widgets.item_list import ItemList


_SHORT: Final = 40
"""Cells of a step in what is said of it, so that the rest of the sentence fits."""


def tick_step(desk: DeskScreen) -> None:
    """Tick the step under the cursor, or open it again; with the cursor elsewhere, tick the next open one."""
    panel, lists = desk.pane.panel("case"), desk.case.steps
    step = _meant(lists, panel.key if panel.has_focus else None)
    steps = None if step is None else list_of(lists, step.id)
    if step is None or steps is None:
        key = desk.app.key
        words = "Every step is settled" if lists else "There are no steps on this case"
        desk.say(f"{words}; {key('checklists')} starts a checklist, {key('guide')} a guide.", Role.WARN)
    elif steps.kind is ListKind.GUIDE and step.state is not StepState.DONE:
        _ask_who(desk.app, step, steps, panel)
    else:
        turn(desk.app, step, steps, panel)


def _meant(lists: Sequence[StepList], under: object) -> Step | None:
    """The step under the cursor, else the next open one.

    The cursor stays where a list was finished; whoever goes on with the next checklist does not mean that step.
    """
    here = next((each for one in lists for each in one.steps if ("step", each.id) == under), None)
    its_list = None if here is None else list_of(lists, here.id)
    if here is None or its_list is None or (its_list.is_finished and open_items(lists)):
        return next_step(lists)
    return here


def turn(app: Shell, step: Step, steps: StepList, view: ItemList, *, by_customer: bool = False) -> None:
    """Tick a step, and go on to the next open one in `view`; or open it again when it is done."""
    key, was_done = str(uuid4()), step.state is StepState.DONE
    if was_done:
        said = f"Open again: {_short(step)}"
        app.write_soon(lambda desk: desk.steps.untick(step, key), f"{said}; {app.undo_key} takes it back")
        return
    settled = steps.settled + (step.state is StepState.OPEN)
    done = f"{settled}/{len(steps.steps)} {'they did' if by_customer else 'done'}"
    said = f"{done}: {_short(step)}; {app.undo_key} takes it back"
    app.write_soon(
        lambda desk: desk.steps.tick(step, key, by_customer=by_customer), said, lambda: go_on(view, step, steps)
    )


def _short(step: Step) -> str:
    return cut(span(step.text), _SHORT).text


def go_on(view: ItemList, step: Step, steps: StepList) -> None:
    """Put the cursor, when it is still on that step, on the next open one of its list, below it or else above."""
    place = steps.steps.index(step)
    others = (*steps.steps[place + 1 :], *steps.steps[:place])
    following = next((each for each in others if each.state is StepState.OPEN), None)
    if following is not None and view.is_attached and view.key == ("step", step.id):
        view.point_at(("step", following.id))


def _ask_who(app: Shell, step: Step, steps: StepList, view: ItemList) -> None:
    """Who did a step of a guide: the customer, whom it shows how, or one of us."""
    ways = (
        Way(("c",), "c", "the customer did it", answer="customer"),
        Way(("w", "x"), "w", "we did it", answer="we"),
        Way(("escape",), "Esc", "leave it open", answer=""),
    )

    def answered(who: str | None) -> None:
        if who:
            turn(app, step, steps, view, by_customer=who == "customer")

    app.push_screen(Question([f"Who did it: {step.text}?"], ways), answered)
