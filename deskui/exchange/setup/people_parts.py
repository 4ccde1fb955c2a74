"""The parts of a set-up about people: who is in the directory, and what each may decide alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from deskui.desk.limits import LimitTyped
from deskui.desk.person import checked_person
from deskui.domain.goodwill.goodwill import GoodwillKind
from deskui.domain.goodwill.limits import Period
from deskui.domain.money import Money
from deskui.domain.staff import EmployeeTyped, Role
from deskui.domain.working_hours.opening import read_hours
from deskui.domain.working_hours.words import holidays_words, hours_words
from deskui.errors import BadInput
from deskui.exchange.setup.nights import told_of_nights
from deskui.exchange.setup.part import Kept, Part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.desk.desk import Desk
    from deskui.domain.directory import Reach
    from deskui.domain.goodwill.limits import Limit
    from deskui.domain.ids import EmployeeId
    from deskui.exchange.setup.part import Values

_UTC: Final = ZoneInfo("UTC")


def person_typed(values: Values) -> EmployeeTyped:
    """Somebody as the form of the desk would have them typed."""
    off = values["holidays"]
    return EmployeeTyped(
        name=values["name"],
        role=Role(values["role"] or (Role.CONTACT if values["company"].strip() else Role.CLERK)),
        extension=values["extension"],
        phone=values["phone"],
        branch=values["branch"],
        interests="\n".join(values["interests"]),
        company=values["company"],
        email=values["email"],
        skills="\n".join(values["skills"]),
        hours=values["hours"],
        holidays=off if isinstance(off, str) else holidays_words(off) or "none",
        zone=values["time_zone"],
        deputies="\n".join(values["deputies"]),
        is_manager=values["manager"],
    )


def _directory(desk: Desk) -> list[Kept]:
    return sorted((_person(each) for each in desk.directory.everybody()), key=lambda each: _by_name(each.values))


def _by_name(values: Values) -> tuple[str, ...]:
    """Our own staff by name, then people of other firms by firm."""
    return (values["company"].casefold(), values["name"].casefold(), values["name"])


def _person(reach: Reach) -> Kept:
    who = reach.employee
    days = sorted(read_hours("", who.holidays, _UTC).holidays)
    values: dict[str, Any] = {
        "name": who.name,
        "company": who.company,
        "role": who.role.value,
        "extension": who.extension,
        "phone": who.phone,
        "email": who.email,
        "branch": who.branch,
        "manager": who.is_manager,
        "hours": hours_words(read_hours(who.hours, "", _UTC).week) if who.hours else "",
        "holidays": days if who.holidays else "",
        "time_zone": who.zone,
        "interests": list(who.interests),
        "skills": list(who.skills),
        "deputies": [each.employee.name for each in reach.deputies],
    }
    return Kept(values, lambda desk, wanted: desk.directory.edit(who, person_typed(wanted)))


def _plain_person(desk: Desk, values: Values) -> object:
    columns = checked_person(person_typed(values), desk.session.today(desk.now()))
    return columns, [" ".join(each.casefold().split()) for each in values["deputies"]]


def _hire(desk: Desk, values: Values) -> None:
    """Put somebody there, without those who stand in for them: they may come further down in the file."""
    typed = person_typed(values | {"deputies": []})
    if typed.company:
        desk.directory.add(typed)
    else:
        desk.shop.hire(typed)


def _administrators_first(entries: Iterable[Values]) -> list[Values]:
    """So that a shop that gets other administrators is never without."""
    return sorted(entries, key=lambda each: each.get("role") != Role.ADMINISTRATOR)


STAFF: Final = Part(
    "staff",
    ("name", "company"),
    {
        "company": "",
        "role": "",
        "extension": "",
        "phone": "",
        "email": "",
        "branch": "",
        "manager": False,
        "hours": "",
        "holidays": "",
        "time_zone": "",
        "interests": [],
        "skills": [],
        "deputies": [],
    },
    _directory,
    _plain_person,
    _hire,
    about="Nobody is removed by an import, and PINs are never in here: each sets their own.",
    told=lambda values: told_of_nights(values.get("hours", "")),
    in_order=_administrators_first,
)


def _limits(desk: Desk) -> list[Kept]:
    staff = {each.id for each in desk.shop.staff()}
    found = (each for each in desk.limits.in_force() if each.currency == desk.session.currency)
    kept = [_limit(each) for each in found if each.employee_id is None or each.employee_id in staff]
    return sorted(kept, key=lambda each: (each.values["person"], each.values["role"], each.values["kind"]))


def _limit(limit: Limit) -> Kept:
    bounds = limit.bounds

    def amount(minor: int | None) -> str:
        return "" if minor is None else "0" if not minor else str(Money(limit.currency, minor).decimal)

    values: dict[str, Any] = {
        "role": "" if limit.role is None else limit.role.value,
        "person": limit.employee,
        "kind": "" if limit.kind is None else limit.kind.value,
        "each_act": amount(bounds.per_act),
        "a_customer": amount(bounds.per_customer),
        "a_customer_in_a": bounds.customer_period.value,
        "in_all": amount(bounds.per_clerk),
        "in_all_in_a": bounds.clerk_period.value,
    }
    return Kept(values, lambda desk, wanted: desk.limits.set(_limit_typed(desk, wanted), limit.id))


def _limit_typed(desk: Desk, values: Values) -> LimitTyped:
    if bool(values["role"]) == bool(values["person"]):
        raise BadInput("Say whose limit it is: that of a role, or of a person.")
    if values["role"] not in ("", Role.CLERK, Role.SUPERVISOR):
        raise BadInput("Limits are set for clerks, for supervisors, or for one person.")
    if values["kind"] not in ("", *GoodwillKind):
        raise BadInput(f"The kind is one of {', '.join(GoodwillKind)}, or empty for any.")
    return LimitTyped(
        Role(values["role"]) if values["role"] else None,
        colleague_named(desk, values["person"]),
        GoodwillKind(values["kind"]) if values["kind"] else None,
        values["each_act"],
        values["a_customer"],
        Period(values["a_customer_in_a"]),
        values["in_all"],
        Period(values["in_all_in_a"]),
    )


def _plain_limit(desk: Desk, values: Values) -> object:
    bounds = desk.limits.bounds(_limit_typed(desk, values))
    if bounds.is_empty:
        raise BadInput("Write at least one amount; 0 lets them decide nothing.")
    return bounds


def _add_limit(desk: Desk, values: Values) -> None:
    typed = _limit_typed(desk, values)
    whose = (typed.role, typed.employee_id, typed.kind)
    desk.limits.set(typed, next((each.id for each in desk.limits.in_force() if each.whose == whose), None))


def colleague_named(desk: Desk, name: str) -> EmployeeId | None:
    """The colleague of that name; None for no name. Raises: BadInput when there is nobody."""
    wanted = " ".join(name.casefold().split())
    for each in desk.shop.staff() if wanted else ():
        if " ".join(each.name.casefold().split()) == wanted:
            return each.id
    if wanted:
        raise BadInput(f"Nobody called {name[:40]!r} is on the staff list; add them first.")
    return None


LIMIT: Final = Part(
    "limit",
    ("role", "person", "kind"),
    {
        "each_act": "",
        "a_customer": "",
        "a_customer_in_a": "month",
        "in_all": "",
        "in_all_in_a": "week",
        "role": "",
        "person": "",
        "kind": "",
    },
    _limits,
    _plain_limit,
    _add_limit,
    about="What may be decided alone, of one kind of goodwill or of any; an empty amount is no such bound.",
)
