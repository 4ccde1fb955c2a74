"""Another status for a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.case import MOVES, CaseStatus
from deskui.errors import BadInput
from deskui.ui.drafts import about
from deskui.ui.format import count_words
from deskui.ui.kit.fields import Field, choice
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.sheet import INNER
from deskui.ui.lines import BLANK, Role, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from deskui.domain.customer import Customer
    from deskui.ui.lines import Line
    from deskui.ui.screens.desk import DeskScreen

_MOST_LINES: Final = 3


def set_status(desk: DeskScreen) -> None:
    """Set the status of the case on screen, or close it."""
    case, who = desk.case, desk.shown.customer

    async def ask() -> None:
        left = await desk.app.counter.answer(lambda each: each.steps.before_closing(case.id))
        desk.app.open_form(status_form(case, who, left))

    desk.app.guarded(ask())


def status_form(case: Case, who: Customer, left: Sequence[str]) -> FormSpec:
    """Another status for the case, beginning on the one it has; closing asks how it ended.

    `left` are the steps that are still to be checked before: closing asks why they are left open.
    """

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        status, now = CaseStatus(typed["status"]), desk.cases.at_version(case, version)
        if status is case.status:
            raise BadInput(f"Case #{case.number} is {status.value} already; choose another status.", "Status")
        if status is CaseStatus.CLOSED:
            done = desk.cases.close(now, typed["outcome"], operation, unfinished=typed.get("unfinished", ""))
        else:
            done = desk.cases.set_status(now, status, operation)
        return Saved(done, f"Case #{case.number} is {status.value}")

    moves = [each.value for each in CaseStatus if each is case.status or each in MOVES[case.status]]
    fields = (
        choice("status", "Status", moves, case.status.value),
        Field("outcome", "Outcome", placeholder="how it ended, when you close it"),
        *((_why_open(left),) if left and case.closed_at is None else ()),
    )
    return FormSpec(
        f"Case #{case.number} is {case.status.value}",
        fields,
        work,
        about(who, f"status:{case.number}", "status", "status"),
        version=case.version,
        about=_to_check(left) if case.closed_at is None else (),
    )


def _why_open(left: Sequence[str]) -> Field:
    steps = f"with {count_words(len(left), 'step')} open"
    return Field("unfinished", "Left open", placeholder=f"why, when you close it {steps}", also=("The reason",))


def _to_check(left: Sequence[str]) -> tuple[Line, ...]:
    """What is to be checked before it is closed, in as many lines as say the most of it."""
    if not left:
        return ()
    return (*wrapped(f"Still to check: {'; '.join(left)}.", INNER, Role.WARN, most=_MOST_LINES), BLANK)
