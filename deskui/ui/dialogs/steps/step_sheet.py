"""All steps of a case: ticked for us or for the customer, skipped with a reason, opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from deskui.domain.steps.step_list import StepState
from deskui.ui.dialogs.steps.ticking import go_on, turn
from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import Field
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.living_list import LivingList
from deskui.ui.kit.sheet import INNER
from deskui.ui.lines import Item, Role, span, wrapped
from deskui.ui.panels.steps import list_title, step_items

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from deskui.domain.customer import Customer
    from deskui.domain.done import Done
    from deskui.domain.steps.step_list import Step, StepList
    from deskui.ui.screens.desk import DeskScreen


def show_steps(desk: DeskScreen, row: object) -> None:
    """The steps of the case on screen, with the cursor on the step with that id, or on the first of that list."""
    case, key = desk.case, desk.pane.panel("case").key
    folded = next((each for each in case.steps if key == ("steps", each.id)), None)
    at = row if folded is None else folded.steps[0].id
    desk.app.push_screen(StepSheet(case, desk.shown.customer, ("step", at)))


class StepSheet(LivingList["tuple[StepList, ...]"]):
    """Every list of one case, none of them folded."""

    KEYS = (("x", "done"), ("c", "they did it"), ("s", "skip"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "turn", show=False),
        Binding("c", "theirs", show=False),
        Binding("s", "skip", show=False),
    ]

    def __init__(self, case: Case, who: Customer, at: object) -> None:
        super().__init__(f"Steps of case #{case.number}", at)
        self._case, self._who = case, who

    def question(self, desk: Desk) -> tuple[StepList, ...]:
        """The lists as they are now."""
        return desk.steps.of_case(self._case.id)

    def rows(self, answer: tuple[StepList, ...], width: int) -> list[Item]:
        """Each with all of its steps; above the first there is no free line."""
        items = step_items(answer, self.app.scene(), width, folded=False)
        return [Item(items[0].lines[1:]), *items[1:]] if items else []

    def on_changed(self, done: Done) -> None:
        """Read again what was written about this customer."""
        if done.customer_id in (None, self._who.id):
            self.read()

    def came(self, before: tuple[StepList, ...] | None, at: object) -> None:
        """The sheet closes when the last list was taken back."""
        super().came(before, at)
        if self.is_current and not self.shown:
            self.dismiss(None)

    def _chosen(self) -> tuple[Step, StepList] | None:
        for steps in self.shown or ():
            for each in steps.steps:
                if ("step", each.id) == self.list.key:
                    return each, steps
        return None

    def action_turn(self) -> None:
        """Done by us, or open again."""
        if (chosen := self._chosen()) is not None:
            turn(self.app, *chosen, self.list)

    def on_item_list_chosen(self) -> None:
        """Enter does what x does."""
        self.action_turn()

    def action_theirs(self) -> None:
        """Done by the customer."""
        chosen = self._chosen()
        if chosen is None:
            return
        if chosen[0].state is StepState.DONE:
            self.say("That step is done already; x opens it again.", Role.WARN)
        else:
            turn(self.app, *chosen, self.list, by_customer=True)

    def action_skip(self) -> None:
        """Left out, with a reason."""
        chosen = self._chosen()
        if chosen is None:
            return
        if chosen[0].state is not StepState.OPEN:
            self.say("Only an open step can be skipped; x changes this one.", Role.WARN)
        else:
            self.app.open_form(skip_form(*chosen), lambda _done: go_on(self.list, *chosen))


def skip_form(step: Step, steps: StepList) -> FormSpec:
    """Why a step is left out."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        return Saved(desk.steps.skip(step, typed["reason"], operation), f"Skipped: {span(step.text).text}")

    return FormSpec(
        f"Skip a step of {list_title(steps)}",
        (Field("reason", "Reason", placeholder="e.g. she has her own"),),
        work,
        DraftOf(f"skip:{step.id}"),
        about=wrapped(step.text, INNER, Role.STRONG, most=3),
        enter_saves=True,
    )
