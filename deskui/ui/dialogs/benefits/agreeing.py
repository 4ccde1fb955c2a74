"""A supervisor who agrees, with their own PIN, to what a clerk may not do with a benefit alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.desk.allowing import may_vouch
from deskui.domain.ids import EmployeeId
from deskui.ui.kit.fields import choice, secret

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.staff import Employee
    from deskui.ui.kit.fields import Field


def who_may_agree(desk: Desk) -> tuple[Employee, ...]:
    """Supervisors who have a PIN to agree with; whoever is asked is none."""
    return may_vouch(desk.session.actor.employee_id)


def agreeing_fields(supervisors: Sequence[Employee]) -> tuple[Field, ...]:
    """Who agrees, and their PIN; no fields where nobody can."""
    if not supervisors:
        return ()
    names = [(str(each.id), each.name) for each in supervisors]
    return (choice("who", "Who agrees", names), secret("pin", "Their PIN"))


def agreeing(typed: Mapping[str, str]) -> tuple[EmployeeId | None, str]:
    """Who agrees by what is typed, and the PIN; nobody without one."""
    pin = typed.get("pin", "").strip()
    return (EmployeeId(int(typed["who"])), pin) if pin else (None, "")
