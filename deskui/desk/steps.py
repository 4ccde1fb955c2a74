"""Checklists and guides on cases: started, ticked, skipped with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.desk.rights import check_right
from deskui.desk.step_templates import TEMPLATE_ADD, StepTemplates
from deskui.desk.verb import verb
from deskui.domain.case import CaseStatus
from deskui.domain.steps.step_list import ListKind, Stage, StepState, open_items
from deskui.domain.steps.template import TemplateTyped, checked, to_start
from deskui.domain.text import clean_line
from deskui.errors import NotAllowed
from deskui.store.reads import cases
from deskui.store.reads import steps as reads
from deskui.store.writes import steps as writes

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.desk.verb import Verb
    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId, CustomerId, StepTemplateId
    from deskui.domain.steps.step_list import Step, StepList
    from deskui.store.entry import Entry


STEPS_START: Final = verb("steps.start", "list started", "step_list.title")
STEP_TICK: Final = verb("step.tick", "step ticked", "step.text")
STEP_UNTICK: Final = verb("step.untick", "step no longer ticked", "step.text")
STEP_SKIP: Final = verb("step.skip", "step skipped", "step.text")


@dataclass(frozen=True, slots=True)
class GuideTyped:
    """A guide typed for one case, its steps one a line; `keep` makes a template of it too."""

    title: str
    lines: str
    for_customer: bool = True
    keep: bool = False


class Steps(StepTemplates):
    """Lists of steps: started on a case, done one by one, never shortened."""

    def of_case(self, case_id: CaseId) -> tuple[StepList, ...]:
        """The checklists and guides of a case, in the order in which they were started."""
        return reads.of_cases(cases.group(case_id))

    def before_closing(self, case_id: CaseId) -> tuple[str, ...]:
        """What is still to be checked before a case is closed: open steps, and hand-out lists not begun yet.

        Raises: NotFound when the case is no longer kept.
        """
        kind, lists = cases.case(case_id).kind, reads.of_cases(cases.group(case_id))
        not_begun = to_start(reads.templates(), kind, Stage.HAND_OUT, {each.family for each in lists})
        return (*(each.text for each in open_items(lists)), *(line for each in not_begun for line in each.lines))

    def start(self, case_id: CaseId, template_id: StepTemplateId, operation: str | None = None) -> Done:
        """Put a checklist or a guide on a case, as its template is now.

        Raises: NotAllowed when the case is closed, or the same list stands there unfinished, NotFound when either
        is no longer kept.
        """

        def write(entry: Entry) -> int:
            template = reads.template(template_id)
            for each in reads.of_cases(cases.group(case_id)):
                if each.family == template.family and not each.is_finished:
                    raise NotAllowed(f"“{each.title}” is on this case already, {each.in_words} done.")
            return writes.start_template(entry, case_id, template)

        return self._on_open_case(case_id, operation, write)

    def attach(self, case_id: CaseId, typed: GuideTyped, operation: str | None = None) -> Done:
        """Put a guide on a case as it was typed, and keep it for others where that is wanted, as a supervisor.

        Raises: BadInput naming the field that is not accepted, NotAllowed when the case is closed, NoRight.
        """
        columns = checked(TemplateTyped(ListKind.GUIDE, typed.title, typed.lines, for_customer=typed.for_customer))

        def write(entry: Entry) -> int:
            if typed.keep:
                check_right(entry, TEMPLATE_ADD)
            template = writes.add_template(entry, columns) if typed.keep else None
            lines, shown = columns["lines"].split("\n"), columns["for_customer"]
            return writes.start_list(entry, case_id, columns["title"], lines, for_customer=shown, template=template)

        return self._on_open_case(case_id, operation, write)

    def tick(self, step: Step, operation: str | None = None, *, by_customer: bool = False) -> Done:
        """Write down that a step, as it was seen, is done, by us or by the customer.

        Raises: NotAllowed when its case is closed, Conflict when somebody else was faster.
        """
        return self._mark(STEP_TICK, step, StepState.DONE, operation, by_customer=by_customer)

    def untick(self, step: Step, operation: str | None = None) -> Done:
        """Open a step again that was done or skipped; raises as `tick` does."""
        return self._mark(STEP_UNTICK, step, StepState.OPEN, operation)

    def skip(self, step: Step, reason: str, operation: str | None = None) -> Done:
        """Leave a step out, saying why; raises as `tick` does, and BadInput without a reason."""
        said = clean_line(reason, "The reason", needed=True)
        return self._mark(STEP_SKIP, step, StepState.SKIPPED, operation, reason=said)

    def _mark(
        self,
        verb: Verb,
        step: Step,
        state: StepState,
        operation: str | None,
        *,
        by_customer: bool = False,
        reason: str = "",
    ) -> Done:
        def work(entry: Entry) -> tuple[int, CustomerId]:
            place = reads.place(step.id)
            if place.is_closed:
                raise _closed(place.case_number)
            writes.mark(entry, step, state, by_customer=by_customer, reason=reason)
            return step.id, place.customer_id

        return self.perform(verb, operation, work)

    def _on_open_case(self, case_id: CaseId, operation: str | None, write: Callable[[Entry], int]) -> Done:
        def work(entry: Entry) -> tuple[int, CustomerId]:
            case = cases.case(case_id)
            if case.status is CaseStatus.CLOSED:
                raise _closed(case.number)
            return write(entry), case.customer_id

        return self.perform(STEPS_START, operation, work)


def _closed(number: int) -> NotAllowed:
    return NotAllowed(f"Case #{number} is closed, and its steps with it; open it again first.")
