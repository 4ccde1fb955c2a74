"""The choice of the case that something belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.ids import CaseId
from deskui.ui.kit.fields import choice
from deskui.ui.lines import Line, quiet, span
from deskui.ui.panels.duty import duty_words
from deskui.ui.panels.fitting import cells, cut

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from deskui.domain.pages import CustomerView
    from deskui.domain.working_hours.on_duty import OnDuty
    from deskui.ui.kit.fields import Field
    from deskui.ui.panels.scene import Scene

_NO_CASE: Final = "none"
_MOST: Final = 12
"""Open cases to choose from."""
_LONGEST_NAME: Final = 16
_ROOM: Final = 53
"""Cells that a line below a field has in a form of full width."""


def case_choice(view: CustomerView, chosen: CaseId | None) -> Field:
    """The newest of the customer's open cases, the one on screen whichever it is, and none; beginning on `chosen`."""
    cases = [(str(each.id), f"#{each.number} {each.subject}") for each in view.cases if each.closed_at is None]
    cases = cases[:_MOST]
    if view.case is not None and view.case.id == chosen and str(chosen) not in dict(cases):
        cases.append((str(chosen), f"#{view.case.number} {view.case.subject}"))
    return choice("case", "Case", [*cases, (_NO_CASE, "no case")], _NO_CASE if chosen is None else str(chosen))


def case_at_hand(view: CustomerView) -> CaseId | None:
    """The case on screen, while it is open."""
    return view.case.id if view.case is not None and view.case.closed_at is None else None


def owner_of(desk: Desk, case: Case | None) -> OnDuty | None:
    """The colleague who owns the case, with when they are there; None where it is one's own, or nobody's."""
    if case is None or case.owner_id in (None, desk.session.actor.employee_id):
        return None
    duty = desk.duty.all_on_duty(each for each in desk.shop.staff() if each.id == case.owner_id)
    return duty[0] if duty else None


def theirs_to_keep(owner: OnDuty | None, scene: Scene) -> tuple[Line, ...]:
    """`Paul owns this case and has to do it (back Wed 09:00)`; when that is gives way where it does not fit."""
    if owner is None:
        return ()
    who = (cut(span(owner.employee.name), _LONGEST_NAME), quiet(" owns this case and has to do it"))
    when = (quiet(" ("), duty_words(owner, scene), quiet(")"))
    return (Line((*who, *when) if cells((*who, *when)) <= _ROOM else who),)


def case_of(typed: Mapping[str, str]) -> CaseId | None:
    """The case chosen in a form."""
    return None if typed["case"] == _NO_CASE else CaseId(int(typed["case"]))
