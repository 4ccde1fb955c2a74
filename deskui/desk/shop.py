"""The first start, and who is at the desk."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.people import add_person
from deskui.desk.person import checked_person
from deskui.desk.pin_checks import needs_pin
from deskui.desk.session import COMMAND_LINE, Session
from deskui.desk.verb import verb
from deskui.desk.zones import zone_named
from deskui.domain.shop import ShopTyped, checked_shop
from deskui.domain.staff import Role
from deskui.domain.text import clean_line
from deskui.errors import BadInput, NotFound
from deskui.store.reads import desks, staff
from deskui.store.writes import shop as writes
from deskui.store.writes import staff as staff_writes

if TYPE_CHECKING:
    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId
    from deskui.domain.staff import Employee, EmployeeTyped
    from deskui.store.entry import Entry


SHOP_SET_UP: Final = verb("shop.set_up", about="shop.name", needs=Role.ADMINISTRATOR)
SHOP_FIRST_ADMINISTRATOR: Final = verb("shop.first_administrator", needs=Role.ADMINISTRATOR)
SHOP_HIRE: Final = verb("shop.hire", "new colleague", "employee.name", Role.SUPERVISOR)


class ShopSetup(Area):
    """The shop, its staff, and the person acting."""

    def is_set_up(self) -> bool:
        """Whether the first start was finished."""
        return staff.shop() is not None

    def staff(self) -> tuple[Employee, ...]:
        """Our own staff, by name: whoever may act, own and promise; people of other firms are in the directory."""
        return staff.employees()

    def resume(
        self, desk_name: str, employee: str, likely: str = "", *, as_owner: bool = False, joins: bool = False
    ) -> None:
        """Take up the session of an earlier start; does nothing before the shop is set up.

        Without an `employee` it is whoever was `likely` here last, if they still are on the list. Whoever needs a PIN
        is awaited. Without a `desk_name`, whoever `joins` takes the next of the usual names that no desk has gone by
        lately. `as_owner` of the file it is whoever is named, or nobody, and at no desk.

        Raises: NotFound when nobody of that name is on the staff list.
        """
        shop = staff.shop()
        if shop is None:
            return
        listed = self._with_administrator(staff.employees())
        chosen = [one for one in listed if one.name.casefold() == employee.strip().casefold()]
        if employee.strip() and not chosen:
            raise NotFound(f"Nobody called {employee.strip()!r} is on the staff list; s adds people to it.")
        before = [one for one in listed if one.name == likely]
        usual = before or [one for one in listed if one.role is not Role.EXPEDITER]
        me = next(iter(chosen or ([] if as_owner else usual)), None)
        usual_desk = COMMAND_LINE if as_owner else _free_name(desks.lately() if joins else frozenset())
        is_awaited = me is not None and not as_owner and needs_pin(me)
        self._post.session = Session(
            shop.name,
            desk_name or usual_desk,
            zone_named(shop.zone),
            shop.region,
            shop.currency,
            None if is_awaited else me,
            me if is_awaited else None,
        )

    def _with_administrator(self, listed: tuple[Employee, ...]) -> tuple[Employee, ...]:
        """The staff; in a shop from before there were administrators its first supervisor or clerk becomes one."""
        if not listed or any(each.role is Role.ADMINISTRATOR for each in listed):
            return listed
        ranks = {Role.SUPERVISOR: 0, Role.EXPEDITER: 2}
        first = min(listed, key=lambda each: (ranks.get(each.role, 1), each.id))

        def work(entry: Entry) -> tuple[int, None]:
            staff_writes.change_employee(entry, first.id, first.version, {"role": Role.ADMINISTRATOR.value})
            return first.id, None

        self.perform(SHOP_FIRST_ADMINISTRATOR, SHOP_FIRST_ADMINISTRATOR.name, work)
        return staff.employees()

    def set_up(
        self, shop: str, desk: str, name: str, *, zone: str = "UTC", region: str = "US", currency: str = "USD"
    ) -> Done:
        """Finish the first start: the shop, this desk, and the first person on the staff list.

        Raises: BadInput naming the field that is not accepted.
        """
        details = checked_shop(ShopTyped(shop, zone, region, currency))
        at_desk = clean_line(desk, "The desk's name", needed=True)
        person = clean_line(name, "Your name", needed=True)
        zone_named(zone)

        def work(entry: Entry) -> tuple[int, CustomerId | None]:
            added = writes.add_shop(entry, details.name, zone, details.region, details.currency)
            staff_writes.add_employee(entry, person, Role.ADMINISTRATOR)
            return added, None

        done = self.perform(SHOP_SET_UP, "shop.set_up", work)
        self.resume(at_desk, person)
        return done

    def hire(self, typed: EmployeeTyped, operation: str | None = None) -> Done:
        """Put a colleague on the staff list.

        Raises: BadInput naming the field that is not accepted, such as a name that somebody there has already.
        """
        columns = checked_person(typed, self.session.today(self.now()))
        if columns["company"]:
            raise BadInput("Our own staff work for no other firm; the directory takes people of others.", "Company")
        return self.perform(SHOP_HIRE, operation, lambda entry: (add_person(entry, columns, typed.deputies), None))


def _free_name(taken: frozenset[str]) -> str:
    return next(name for name in (f"Desk {number}" for number in count(1)) if name not in taken)
