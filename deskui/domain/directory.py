"""The staff directory: who can be called about what, when, and who else where they are not there."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.domain.working_hours.availability import is_other_time, open_words
from deskui.domain.working_hours.words import hours_short, zone_words

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from deskui.domain.ids import CaseId, CustomerId, EmployeeId, InquiryId, ReferenceId
    from deskui.domain.staff import Employee
    from deskui.domain.working_hours.hours import WorkingHours


@dataclass(frozen=True, slots=True)
class Reach:
    """Somebody in the directory with when they work, and who stands in for them, first asked first."""

    employee: Employee
    hours: WorkingHours
    deputies: tuple[Reach, ...] = ()

    def is_there(self, now: datetime) -> bool:
        """Whether they can be called now."""
        return self.employee.present and self.hours.is_open(now)

    def stand_in(self, now: datetime) -> Reach | None:
        """The first deputy who is there now, else the first of all; None while they are there themselves."""
        if self.is_there(now) or not self.deputies:
            return None
        return next((each for each in self.deputies if each.is_there(now)), self.deputies[0])


@dataclass(frozen=True, slots=True)
class ContactPerson:
    """Whom a customer may ask for, in words of one moment; `deputy` only while they are not there."""

    employee_id: EmployeeId
    name: str
    role: str
    company: str
    extension: str
    phone: str
    email: str
    hours: str
    """`Mon-Fri 7-15`, with the zone where it is another than the shop's."""
    availability: str
    """`open now, closes 15:00`, `opens Mon 07:00`, `away`."""
    is_there: bool
    deputy: ContactPerson | None = None


@dataclass(frozen=True, slots=True)
class CaseContact:
    """Whom to call about a case, or about some of its numbers: none are named where it is the whole case."""

    reach: Reach
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A call to a contact person; one call may be about several cases of several customers."""

    id: InquiryId
    contact_id: EmployeeId
    contact: str
    at: datetime
    by_id: EmployeeId | None
    by: str
    reached: bool
    summary: str


@dataclass(frozen=True, slots=True)
class Calling:
    """Whom to call about a case, and the newest calls to them."""

    contacts: tuple[CaseContact, ...] = ()
    inquiries: tuple[Inquiry, ...] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """What a contact person may be asked about: a case of a customer as a whole, or one number in it.

    `contact_id` is whom one calls about it, as kept at `version` of the case or the number.
    """

    case_id: CaseId
    case_number: int
    subject: str
    customer_id: CustomerId
    customer: str
    contact_id: EmployeeId | None
    version: int
    reference_id: ReferenceId | None = None
    number: str = ""


def contact_person(reach: Reach, now: datetime, zone: tzinfo) -> ContactPerson:
    """Somebody as they can be reached at a moment, times in `zone`."""
    who, stand_in = reach.employee, reach.stand_in(now)
    return ContactPerson(
        who.id,
        who.name,
        who.post,
        who.company,
        who.extension,
        who.phone,
        who.email,
        hours_said(reach.hours, now, zone),
        open_words(reach.hours, now, zone) if who.present else "away",
        reach.is_there(now),
        None if stand_in is None else contact_person(Reach(stand_in.employee, stand_in.hours), now, zone),
    )


def hours_said(hours: WorkingHours, now: datetime, zone: tzinfo) -> str:
    """`Mon-Fri 7-15`, `Mon-Fri 8-17 New York time` where clocks there differ; empty where nothing is known."""
    if not hours.are_set:
        return ""
    words = hours_short(hours.week)
    return f"{words} {zone_words(hours.zone)}" if is_other_time(hours.zone, zone, now) else words


def card(who: Employee, shop: str) -> tuple[str, ...]:
    """The lines of somebody's card: name, what they do and where, and how to reach them."""
    firm = who.company or shop
    post = "manager" if who.is_manager else who.post
    place = f"{firm}, {who.branch}" if who.branch else firm
    reached = " · ".join(each for each in (called_by(who), who.email) if each)
    return tuple(each for each in (who.name, f"{post}, {place}" if place else post, reached) if each)


def called_by(who: Employee | ContactPerson) -> str:
    """`x4417 · 303-555-0117`: the numbers of somebody, or nothing."""
    extension = f"x{who.extension}" if who.extension else ""
    return " · ".join(each for each in (extension, who.phone) if each)


def matches(who: Employee, typed: str) -> bool:
    """Whether each word typed begins a word of somebody's name, role, skills, branch, firm, interests or number."""
    said = (who.name, who.role.value, who.post, *who.skills, who.branch, who.company, *who.interests, who.extension)
    post = "manager" if who.is_manager else ""
    words = _plain(" ".join((*said, post))).split()
    return all(any(word.startswith(each) for word in words) for each in _plain(typed).split())


def _plain(text: str) -> str:
    """Small letters without accents; what stands between letters and digits is a blank."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign if sign.isalnum() else " " for sign in apart if not unicodedata.combining(sign))
