"""Another status or priority for a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.case import MOVES, CaseStatus, Priority
from deskui.errors import BadInput
from deskui.ui.drafts import about
from deskui.ui.kit.fields import Field, choice
from deskui.ui.kit.form_spec import FormSpec, Saved

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from deskui.domain.customer import Customer
    from deskui.ui.screens.desk import DeskScreen


def set_status(desk: DeskScreen) -> None:
    """Set the status of the case on screen, or close it."""
    desk.app.open_form(status_form(desk.case, desk.shown.customer))


def status_form(case: Case, who: Customer) -> FormSpec:
    """Another status or priority for the case, beginning on those it has; closing and opening again ask for words."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        now = desk.cases.at_version(case, version)
        return _saved(desk, now, CaseStatus(typed["status"]), Priority(typed["priority"]), typed["words"], operation)

    moves = [each.value for each in CaseStatus if each is case.status or each in MOVES[case.status]]
    is_closed = case.status is CaseStatus.CLOSED
    words = (
        Field("words", "Reason", placeholder="why it is opened again")
        if is_closed
        else Field("words", "Outcome", placeholder="how it ended, when you close it")
    )
    fields = (
        choice("status", "Status", moves, case.status.value),
        choice("priority", "Priority", [each.value for each in Priority], case.priority.value),
        words,
    )
    draft = about(who, f"status:{case.number}", "status", "status")
    return FormSpec(f"Case #{case.number} is {case.status.value}", fields, work, draft, version=case.version)


def _saved(desk: Desk, case: Case, status: CaseStatus, priority: Priority, words: str, operation: str) -> Saved:
    if status is case.status and priority is case.priority:
        raise BadInput(f"Case #{case.number} is {status.value} already; choose another status.", "Status")
    said = f"Case #{case.number} is {status.value}"
    if status is case.status:
        return Saved(desk.cases.set_priority(case, priority, operation), f"{said}, {priority.value} priority")
    if status is CaseStatus.CLOSED:
        return Saved(desk.cases.close(case, words, operation, priority=priority), said)
    if case.status is CaseStatus.CLOSED:
        return Saved(desk.cases.reopen(case, words, operation, priority=priority), f"{said} again")
    return Saved(desk.cases.set_status(case, status, operation, priority=priority), said)
