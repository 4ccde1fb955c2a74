"""What a role, or one person, may decide alone: bounds on each act, on each customer and on each clerk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from deskui.domain.due_time.wall_clock import instant
from deskui.domain.staff import Role
from deskui.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

    from deskui.domain.goodwill.goodwill import GoodwillKind
    from deskui.domain.ids import EmployeeId, LimitId
    from deskui.domain.staff import Employee


class Period(StrEnum):
    """How long a sum counts, by the calendar of the shop; a week begins on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    def first_day(self, day: date) -> date:
        """The day on which the period of that day began."""
        if self is Period.WEEK:
            return day - timedelta(days=day.weekday())
        return day.replace(day=1) if self is Period.MONTH else day

    def start(self, now: datetime, zone: tzinfo) -> datetime:
        """The instant in UTC at which the period of now began."""
        day = self.first_day(now.astimezone(zone).date())
        return instant(datetime.combine(day, time()), zone)

    @property
    def words(self) -> str:
        """`today`, `this week`."""
        return "today" if self is Period.DAY else f"this {self.value}"


class Reach(StrEnum):
    """What a bound adds up."""

    ACT = "act"
    """What one customer is given by the same person on one day: an act that is split is still one."""
    CUSTOMER = "customer"
    """What one customer is given, whoever decides it."""
    CLERK = "clerk"
    """What one person decides, for whomever."""


@dataclass(frozen=True, slots=True)
class Bound:
    """No more than `minor` in that period, of one kind of goodwill, or of all kinds with None."""

    reach: Reach
    minor: int
    period: Period
    kind: GoodwillKind | None = None


@dataclass(frozen=True, slots=True)
class Bounds:
    """What was set in one go: amounts in minor units, None where there is no such bound."""

    per_act: int | None = None
    per_customer: int | None = None
    customer_period: Period = Period.MONTH
    per_clerk: int | None = None
    clerk_period: Period = Period.WEEK

    @property
    def is_empty(self) -> bool:
        """Whether nothing is bound."""
        return self.per_act is None and self.per_customer is None and self.per_clerk is None

    def of(self, kind: GoodwillKind | None) -> tuple[Bound, ...]:
        """The bounds, each by itself."""
        found = (
            (Reach.ACT, self.per_act, Period.DAY),
            (Reach.CUSTOMER, self.per_customer, self.customer_period),
            (Reach.CLERK, self.per_clerk, self.clerk_period),
        )
        return tuple(Bound(reach, minor, period, kind) for reach, minor, period in found if minor is not None)


@dataclass(frozen=True, slots=True)
class Limit:
    """One version of the limit of a role or of a person, for one kind of goodwill or for any (None).

    Bounds that are empty say that it does not stand any more.
    """

    id: LimitId
    role: Role | None
    employee_id: EmployeeId | None
    employee: str
    kind: GoodwillKind | None
    bounds: Bounds
    currency: str
    at: datetime
    by: str

    @property
    def whose(self) -> tuple[Role | None, EmployeeId | None, GoodwillKind | None]:
        """What a newer version of it has in common with it."""
        return self.role, self.employee_id, self.kind


def role_of(person: Employee) -> Role:
    """The role whose limits hold for them: expediters are clerks here."""
    return person.role if person.role in (Role.SUPERVISOR, Role.ADMINISTRATOR) else Role.CLERK


def bounds_for(
    person: Employee, kind: GoodwillKind, limits: Iterable[Limit], currency: str
) -> tuple[Bound, ...] | None:
    """All that bounds a person in deciding that kind: their own limits, else those of their role; None without any.

    The bounds of any kind hold beside those of the kind itself.
    """
    known = [each for each in limits if not each.bounds.is_empty and each.currency == currency]
    own = [each for each in known if each.employee_id == person.id]
    of_role = [each for each in known if each.employee_id is None and each.role is role_of(person)]
    found = [bound for each in own or of_role if each.kind in (None, kind) for bound in each.bounds.of(each.kind)]
    return tuple(found) or None


def check_setting(me: Employee | None, role: Role | None, person: Employee | None) -> None:
    """See that somebody may set that limit; None is whoever owns the database, who is above everybody.

    Raises: BadInput when that is not a role, or somebody, below the one who sets the limit.
    """
    whose = role if person is None else role_of(person)
    if whose is None or whose not in (Role.CLERK, Role.SUPERVISOR, Role.ADMINISTRATOR):
        raise BadInput("Choose whose limit it is: clerks, supervisors, or one person.", "Whose")
    if me is None and (whose is not Role.ADMINISTRATOR or person is not None):
        return
    if me is None:
        raise BadInput("Limits are set for those below; nobody is above administrators.", "Whose")
    if person is not None and (person.id == me.id or person.is_outside):
        raise BadInput("Nobody sets a limit for themselves; another supervisor has to.", "Whose")
    if whose is Role.ADMINISTRATOR and person is not None and me.role is Role.ADMINISTRATOR:
        return  # administrators bound one another: there is nobody above them
    if whose is Role.ADMINISTRATOR or not me.may_act_as(whose) or role_of(me) is whose:
        raise BadInput("Limits are set for those below; this one has to be set by somebody above.", "Whose")
