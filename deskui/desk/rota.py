"""Who is there until when, in which hours, and how much each has to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.people import reaches
from deskui.desk.verb import verb
from deskui.domain.staff import Role
from deskui.domain.working_hours.on_duty import on_duty
from deskui.domain.working_hours.opening import holidays_text, week_text
from deskui.domain.working_hours.roster import Load, Roster
from deskui.errors import BadInput, NotAllowed
from deskui.store.reads import hours as reads
from deskui.store.reads import loads as load_reads
from deskui.store.reads import staff
from deskui.store.writes import recount
from deskui.store.writes import shop as shop_writes
from deskui.store.writes import staff as writes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from deskui.domain.done import Done
    from deskui.domain.ids import EmployeeId
    from deskui.domain.staff import Employee
    from deskui.domain.working_hours.hours import WorkingHours
    from deskui.domain.working_hours.on_duty import OnDuty
    from deskui.domain.working_hours.opening import Week
    from deskui.store.entry import Entry


DUTY_SWITCH: Final = verb("duty.switch", "here or away", "employee.name")
DUTY_HOURS: Final = verb("duty.hours")
SHOP_HOURS: Final = verb("shop.hours", needs=Role.SUPERVISOR)


class Rota(Area):
    """Working hours, the present and away switch, and what everybody still has open."""

    def hours_of(self, employee: Employee) -> WorkingHours:
        """When a colleague works: their own hours, else those of the desk."""
        return reads.hours_beside(employee, reads.shop_hours())

    def on_duty(self, employee: Employee, now: datetime | None = None) -> tuple[bool, datetime | None]:
        """Whether a colleague is on duty, and until when; if not, from when, which is None while switched away."""
        found = self.all_on_duty([employee], now)[0]
        return found.is_on, found.moment

    def all_on_duty(self, employees: Iterable[Employee], now: datetime | None = None) -> tuple[OnDuty, ...]:
        """Who of these colleagues is on duty until when, in their order: one statement.

        The person acting is here whatever their hours, unless they are switched away.
        """
        at, shop, me = now or self.now(), reads.shop_hours(), self.session.actor.employee_id
        return tuple(on_duty(each, reads.hours_beside(each, shop), at, is_acting=each.id == me) for each in employees)

    def loads(self) -> dict[EmployeeId, Load]:
        """What everybody who has anything open still has: one statement each for cases, promises and follow-ups."""
        return load_reads.loads(self.store.database)

    def roster(self, now: datetime | None = None) -> Roster:
        """The hours of the desk, our own staff with whether they are there and what they have, and the directory.

        Raises: NotAllowed before the shop is set up.
        """
        shop, loads = self._shop(), self.loads()
        known = reaches()
        duties = self.all_on_duty((each.employee for each in known if not each.employee.is_outside), now)
        rows = tuple((each, loads.get(each.employee.id, Load())) for each in duties)
        return Roster(reads.shop_hours(), shop.version, rows, recount.done(), known)

    @staticmethod
    def _shop() -> staff.ShopRow:
        shop = staff.shop()
        if shop is None:
            raise NotAllowed("Set the shop up first.")
        return shop

    def switch(self, employee: Employee, present: bool, operation: str | None = None) -> Done:
        """Write down that somebody is there, or away.

        Raises: Conflict when somebody else was faster.
        """

        def work(entry: Entry) -> tuple[int, None]:
            writes.set_presence(entry, employee, present)
            return employee.id, None

        done = self.perform(DUTY_SWITCH, operation, work)
        self._post.look_again(employee.id)
        return done

    def set_hours_of(self, employee: Employee, week: Week | None, operation: str | None = None) -> Done:
        """Write down when a colleague works; None is whenever the desk is open.

        Raises: Conflict when somebody else was faster.
        """
        text = "" if week is None else week_text(week)

        def work(entry: Entry) -> tuple[int, None]:
            writes.set_employee_hours(entry, employee, text)
            return employee.id, None

        done = self.perform(DUTY_HOURS, operation, work)
        self._post.look_again(employee.id)
        return done

    def set_hours(
        self,
        week: Week,
        holidays: Iterable[date] = (),
        operation: str | None = None,
        *,
        version: int | None = None,
    ) -> Done:
        """Write down when the desk is open, as its hours were seen at `version`, if that is said.

        All lengths of promises are to be counted anew in those hours then, which is begun here: `recount` goes on.
        Raises: BadInput for a week without hours, NotAllowed before the shop is set up, Conflict when somebody else
        was faster.
        """
        shop = self._shop()
        if not any(week):
            raise BadInput("That week has no hours at all; give at least one day some.", "Hours")
        text, closed = week_text(week), holidays_text(holidays)

        def work(entry: Entry) -> tuple[int, None]:
            return shop_writes.set_shop_hours(entry, shop.version if version is None else version, text, closed), None

        done = self.perform(SHOP_HOURS, operation, work)
        self.recount()
        return done

    def recount(self) -> int:
        """Count the lengths of some more promises in the hours as they are now; returns the share done, in per cent.

        Until it is all, the advice on how long promises take is drawn from lengths in both hours.
        """
        if recount.done() == 100:
            return 100
        with self.store.transaction():
            return recount.step(self.store.database)
