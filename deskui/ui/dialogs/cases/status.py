"""Another status or priority for a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.case import MOVES, CaseStatus, Priority
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
    """Another status or priority for the case, beginning on those it has; closing and opening again ask for words.

    `left` are the steps that are still to be checked before: closing asks why they are left open.
    """
    is_closed = case.status is CaseStatus.CLOSED

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        return _saved(desk, desk.cases.at_version(case, version), typed, operation)

    moves = [each.value for each in CaseStatus if each is case.status or each in MOVES[case.status]]
    fields = (
        choice("status", "Status", moves, case.status.value),
        choice("priority", "Priority", [each.value for each in Priority], case.priority.value),
        _words(is_closed),
        *((_why_open(left),) if left and not is_closed else ()),
    )
    return FormSpec(
        f"Case #{case.number} is {case.status.value}",
        fields,
        work,
        about(who, f"status:{case.number}", "status", "status"),
        version=case.version,
        about=() if is_closed else _to_check(left),
    )


def _saved(desk: Desk, case: Case, typed: Mapping[str, str], operation: str) -> Saved:
    status, priority, words = CaseStatus(typed["status"]), Priority(typed["priority"]), typed["words"]
    if status is case.status and priority is case.priority:
        raise BadInput(f"Case #{case.number} is {status.value} already; choose another status.", "Status")
    said = f"Case #{case.number} is {status.value}"
    if status is case.status:
        return Saved(desk.cases.set_priority(case, priority, operation), f"{said}, {priority.value} priority")
    if status is CaseStatus.CLOSED:
        why = typed.get("unfinished", "")
        return Saved(desk.cases.close(case, words, operation, priority=priority, unfinished=why), said)
    if case.status is CaseStatus.CLOSED:
        return Saved(desk.cases.reopen(case, words, operation, priority=priority), f"{said} again")
    return Saved(desk.cases.set_status(case, status, operation, priority=priority), said)


def _words(is_closed: bool) -> Field:
    if is_closed:
        return Field("words", "Reason", placeholder="why it is opened again")
    return Field("words", "Outcome", placeholder="how it ended, when you close it")


def _why_open(left: Sequence[str]) -> Field:
    steps = f"with {count_words(len(left), 'step')} open"
    return Field("unfinished", "Left open", placeholder=f"why, when you close it {steps}", also=("The reason",))


def _to_check(left: Sequence[str]) -> tuple[Line, ...]:
    """What is to be checked before it is closed, in as many lines as say the most of it."""
    if not left:
        return ()
    return (*wrapped(f"Still to check: {'; '.join(left)}.", INNER, Role.WARN, most=_MOST_LINES), BLANK)
