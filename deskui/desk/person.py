"""Somebody for the staff directory as typed: what is accepted, and whom a name or an id means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from deskui.desk.contact_points import is_email
from deskui.desk.zones import zone_typed
from deskui.domain.staff import OUTSIDE_ROLES, OWN_ROLES
from deskui.domain.text import clean_line, clean_text
from deskui.domain.working_hours.opening import holidays_text, week_text
from deskui.domain.working_hours.typed import holidays_typed, week_typed
from deskui.errors import BadInput, NotAllowed
from deskui.store.reads import staff

if TYPE_CHECKING:
    from datetime import date

    from deskui.domain.ids import EmployeeId
    from deskui.domain.staff import EmployeeTyped

LINES = {
    "name": "The name",
    "extension": "The extension",
    "phone": "The phone",
    "branch": "The branch",
    "company": "The company",
    "email": "The e-mail",
}
"""What each line is called in refusals."""

_ROLES = {
    True: "People of other firms are expediters or contacts; choose one of these.",
    False: "A contact works for another firm; name it, or choose another role.",
}


def checked_person(typed: EmployeeTyped, today: date) -> dict[str, Any]:
    """The columns of somebody in the directory.

    Raises: BadInput naming the field that is not accepted.
    """
    columns: dict[str, Any] = {
        column: clean_line(getattr(typed, column), what, needed=column == "name") for column, what in LINES.items()
    }
    if columns["email"] and not is_email(columns["email"]):
        raise BadInput("That is no e-mail address; write one such as name@example.org, or none.", "The e-mail")
    if typed.role not in (OUTSIDE_ROLES if columns["company"] else OWN_ROLES):
        raise BadInput(_ROLES[bool(columns["company"])], "Role")
    week = week_typed(typed.hours)
    return {
        **columns,
        "role": typed.role,
        "interests": "\n".join(listed(typed.interests, "The interests")),
        "skills": "\n".join(listed(typed.skills, "The skills")),
        "zone": zone_typed(clean_line(typed.zone, "The time zone")),
        "hours": "" if week is None else week_text(week),
        "holidays": _days_off(typed.holidays, today),
        "is_manager": typed.is_manager and not columns["company"],
    }


def _days_off(typed: str, today: date) -> str:
    """The days off as kept; `none` is none at all, and nothing is those of the desk."""
    if typed.strip().casefold() == "none":
        return holidays_text(())
    days = holidays_typed(typed, today)
    return holidays_text(days) if days else ""


def listed(text: str, what: str) -> tuple[str, ...]:
    """What stands between commas or one a line, each once.

    Raises: BadInput naming `what` when it is not accepted.
    """
    parts = (each.strip() for each in re.split(r"[,\n]", clean_text(text, what)))
    return tuple(dict.fromkeys(each for each in parts if each))


def refuse_second(name: str, company: str, but: EmployeeId | None = None) -> None:
    """Raises: BadInput when somebody of that firm has that name already, other than `but`."""
    firm = company.casefold()
    for each in staff.directory():
        if each.id != but and (each.name.casefold(), each.company.casefold()) == (name.casefold(), firm):
            one = "contact" if each.company else "colleague"
            place = f"in the directory with {each.company}" if each.company else "on the staff list"
            raise BadInput(f"{name} is {place} already; give the new {one} another name.", "Name")


def deputies_named(text: str, whose: EmployeeId | None = None) -> tuple[EmployeeId, ...]:
    """The ids of those whose names are typed, in that order; of namesakes our own comes first.

    Raises: BadInput for a name that is not in the directory, or that of whom they stand in for.
    """
    known = {each.name.casefold(): each.id for each in reversed(staff.directory())}
    found = []
    for name in listed(text, "The deputies"):
        person = known.get(" ".join(name.casefold().split()))
        if person is None:
            raise BadInput(f"Nobody called {name[:40]!r} is in the directory; add them first.", "Deputies")
        if person == whose:
            raise BadInput("Nobody stands in for themselves; name somebody else.", "Deputies")
        found.append(person)
    return tuple(dict.fromkeys(found))


def must_be_ours(employee_id: int | None) -> None:
    """Raises: NotAllowed when that is somebody of another firm, who never owns or does our work."""
    who = None if employee_id is None else staff.employee(employee_id)  # type: ignore[arg-type]
    if who is not None and who.is_outside:
        raise NotAllowed(f"{who.name} works for {who.company}; choose somebody of our own staff.")
