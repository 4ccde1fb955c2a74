"""Another status for a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.case import MOVES, CaseStatus
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
    """Another status for the case, beginning on the one it has; closing asks how it ended."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        status, now = CaseStatus(typed["status"]), desk.cases.at_version(case, version)
        if status is case.status:
            raise BadInput(f"Case #{case.number} is {status.value} already; choose another status.", "Status")
        if status is CaseStatus.CLOSED:
            done = desk.cases.close(now, typed["outcome"], operation)
        else:
            done = desk.cases.set_status(now, status, operation)
        return Saved(done, f"Case #{case.number} is {status.value}")

    moves = [each.value for each in CaseStatus if each is case.status or each in MOVES[case.status]]
    fields = (
        choice("status", "Status", moves, case.status.value),
        Field("outcome", "Outcome", placeholder="how it ended, when you close it"),
    )
    draft = about(who, f"status:{case.number}", "status", "status")
    return FormSpec(f"Case #{case.number} is {case.status.value}", fields, work, draft, version=case.version)
