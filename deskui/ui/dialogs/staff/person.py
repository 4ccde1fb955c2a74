"""The forms that put somebody into the directory and change all that is kept of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from deskui.domain.moments import date_words
from deskui.domain.staff import ABOVE_CLERKS, OUTSIDE_ROLES, OWN_ROLES, EmployeeTyped, Role
from deskui.domain.working_hours.opening import read_hours
from deskui.domain.working_hours.typed import EXAMPLES, holidays_typed, week_typed
from deskui.domain.working_hours.words import holidays_words, hours_in_full, hours_words
from deskui.errors import BadInput, Conflict
from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import Field, choice, yes_no
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.lines import span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from deskui.desk.desk import Desk
    from deskui.domain.directory import Reach
    from deskui.domain.done import Done
    from deskui.domain.staff import Employee
    from deskui.ui.panels.scene import Scene

_ZONE: Final = ZoneInfo("UTC")
"""Hours are only worded here, whatever their zone."""


def hiring_form(scene: Scene) -> FormSpec:
    """Somebody new: with a firm named they are a contact there, without one a colleague."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        person, name = _typed(typed), " ".join(typed["name"].split())
        if person.company.strip():
            return Saved(desk.directory.add(person, operation), f"{name} is in the directory")
        return Saved(desk.shop.hire(person, operation), f"{name} is on the staff list")

    roles = tuple(each for each in Role if each in (*_given_by(scene.me), *OUTSIDE_ROLES))
    fields = (*_reached(roles), _company("", "empty for our own staff"), *_worked(scene), *_own())
    return FormSpec("New colleague, or contact at another firm", fields, work, DraftOf("hire"))


def person_form(reach: Reach, scene: Scene) -> FormSpec:
    """All that is kept of somebody."""
    who = reach.employee
    begun = _kept(who, [each.employee.name for each in reach.deputies])

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        try:
            return desk.directory.edit(replace(who, version=version), _typed(typed), operation)
        except Conflict as conflict:
            raise _in_words(conflict) from conflict

    if who.is_outside:
        fields = (*_reached(OUTSIDE_ROLES), _company(who.company), *_worked(scene, is_outside=True))
    else:
        given = _given_by(scene.me)
        roles = tuple(each for each in OWN_ROLES if each in given) if who.role in given else (who.role,)
        fields = (*_reached(roles), *_worked(scene), *_own())
    return FormSpec(
        f"{who.name} in the directory",
        tuple(_begun(each, begun[each.name]) for each in fields),
        work,
        DraftOf(f"person:{who.id}"),
        version=who.version,
        said=f"{span(who.name).text} saved",
        unchanged_closes=True,
    )


def _given_by(me: Employee | None) -> tuple[Role, ...]:
    """The roles of our own staff that somebody may give and take."""
    if me is None or me.may_act_as(Role.ADMINISTRATOR):
        return OWN_ROLES
    return tuple(each for each in OWN_ROLES if each not in ABOVE_CLERKS) if me.may_act_as(Role.SUPERVISOR) else ()


def _reached(roles: Sequence[Role]) -> tuple[Field, ...]:
    """Who it is, and how to reach them."""
    return (
        Field("name", "Name"),
        choice("role", "Role", [each.value for each in roles], roles[0].value),
        Field("extension", "Extension"),
        Field("phone", "Phone"),
        Field("email", "E-mail"),
    )


def _company(kept: str, hint: str = "") -> Field:
    return Field("company", "Company", kept, placeholder=hint)


def _worked(scene: Scene, *, is_outside: bool = False) -> tuple[Field, ...]:
    """Where, on what and when they work, and who else."""
    hours, off = ("", "none") if is_outside else ("as the desk · ", "as the desk · none")
    return (
        Field("branch", "Branch"),
        Field("skills", "Skills", placeholder="e.g. purchase orders, freight"),
        Field("hours", "Hours", placeholder=f"{hours}{EXAMPLES}", hint=_hint(_week_read)),
        Field("zone", "Time zone", placeholder="as the shop · new york"),
        Field("holidays", "Holidays", placeholder=f"{off} · 25 dec", hint=_hint(_days_read(scene.today))),
        Field("deputies", "Deputies", placeholder="names, first asked first"),
    )


def _own() -> tuple[Field, ...]:
    """What is only said of our own staff."""
    return (
        Field("interests", "Interests", placeholder="e.g. die-cast cars, chess"),
        yes_no("is_manager", "Manager"),
    )


def _begun(field: Field, value: str) -> Field:
    return replace(field, value=value)


def _typed(values: Mapping[str, str]) -> EmployeeTyped:
    known: dict[str, Any] = {name: values[name] for name in values if name not in ("role", "is_manager")}
    return EmployeeTyped(**known, role=Role(values["role"]), is_manager=values.get("is_manager") == "yes")


def _kept(who: Employee, deputies: Sequence[str]) -> dict[str, str]:
    """What stands in each field before anything is typed."""
    return {
        **{name: getattr(who, name) for name in ("name", "extension", "phone", "email", "company", "branch", "zone")},
        "role": who.role.value,
        "skills": ", ".join(who.skills),
        "interests": ", ".join(who.interests),
        "hours": _week_words(who.hours),
        "holidays": _days_words(who.holidays),
        "deputies": ", ".join(deputies),
        "is_manager": "yes" if who.is_manager else "no",
    }


def _week_words(kept: str) -> str:
    return hours_words(read_hours(kept, "", _ZONE).week) if kept else ""


def _days_words(kept: str) -> str:
    return holidays_words(read_hours("", kept, _ZONE).holidays) or "none" if kept else ""


def _week_read(typed: str) -> str:
    week = week_typed(typed)
    return "" if week is None else hours_in_full(week)


def _days_read(today: date) -> Callable[[str], str]:
    def read(typed: str) -> str:
        if typed.strip().casefold() == "none":
            return "no days off"
        return ", ".join(date_words(day, today.year) for day in holidays_typed(typed, today))

    return read


def _hint(read: Callable[[str], str]) -> Callable[[str], str]:
    """What is understood of a field, or why it is not."""

    def said(typed: str) -> str:
        try:
            return read(typed)
        except BadInput as refusal:
            return refusal.sentence

    return said


def _in_words(conflict: Conflict) -> Conflict:
    """The same refusal with what stands there now as it is typed."""
    theirs = dict(conflict.theirs)
    for name, words in _WORDS.items():
        if name in theirs:
            theirs[name] = words(str(theirs[name] or ""))
    return Conflict(conflict.sentence, theirs)


def _listed(kept: str) -> str:
    return ", ".join(kept.split("\n"))


_WORDS: Final = {"hours": _week_words, "holidays": _days_words, "skills": _listed, "interests": _listed}
"""How columns are typed that are kept otherwise."""
