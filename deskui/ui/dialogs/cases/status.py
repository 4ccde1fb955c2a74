"""Another status for a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.case import MOVES, CaseStatus
from deskui.ui.kit.fields import Field, choice
from deskui.ui.kit.form import Form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from deskui.domain.done import Done
    from deskui.ui.screens.desk import DeskScreen


def set_status(desk: DeskScreen) -> None:
    """Set the status of the case on screen, or close it."""
    desk.app.open_form(status_form(desk.case))


def status_form(case: Case) -> Form:
    """Another status for the case; closing asks how it ended."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        status, now = CaseStatus(typed["status"]), desk.cases.at_version(case, version)
        if status is CaseStatus.CLOSED:
            return desk.cases.close(now, typed["outcome"], operation)
        return desk.cases.set_status(now, status, operation)

    moves = [status.value for status in CaseStatus if status in MOVES[case.status]]
    fields = (
        choice("status", "Status", moves),
        Field("outcome", "Outcome", placeholder="how it ended, when you close it"),
    )
    title = f"Case #{case.number} is {case.status.value}"

    def said(typed: Mapping[str, str]) -> str:
        return f"Case #{case.number} is {typed['status']}"

    return Form(title, fields, work, draft=f"status:{case.number}", version=case.version, said=said)
