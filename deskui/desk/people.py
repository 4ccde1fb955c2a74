"""Who is in the staff directory: our own staff and people of other firms, how to reach them, and their cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.desk.area import Area
from deskui.desk.person import checked_person, deputies_named, refuse_second
from deskui.desk.verb import verb
from deskui.domain import directory
from deskui.domain.directory import Reach
from deskui.errors import BadInput, NotAllowed, NotFound
from deskui.store.reads import calling, hours, staff
from deskui.store.writes import staff as writes

if TYPE_CHECKING:
    from deskui.domain.done import Done
    from deskui.domain.ids import EmployeeId
    from deskui.domain.staff import Employee, EmployeeTyped
    from deskui.store.entry import Entry


DIRECTORY_ADD: Final = verb("directory.add", "new contact", "employee.name")
DIRECTORY_EDIT: Final = verb("directory.edit", "directory change", "employee.name")
DIRECTORY_REMOVE: Final = verb("directory.remove", "contact removed", "employee.name")


class People(Area):
    """The staff directory."""

    def everybody(self) -> tuple[Reach, ...]:
        """Our own staff by name, then people of other firms, with hours and deputies: three statements."""
        return reaches()

    def person(self, employee_id: EmployeeId) -> Employee:
        """One of the directory as kept now.

        Raises: NotFound when there is nobody of that id.
        """
        who = staff.employee(employee_id)
        if who is None:
            raise NotFound("That person is no longer in the directory; s shows who is.")
        return who

    def card(self, who: Employee) -> tuple[str, ...]:
        """The lines of somebody's card, as they may stand on what a customer takes along."""
        return directory.card(who, self.session.shop)

    def manager(self) -> Employee | None:
        """The manager of the branch of the person acting, else of the only branch that has one."""
        managers = [each for each in staff.employees() if each.is_manager]
        me = self.session.employee
        own = [each for each in managers if me is not None and each.branch.casefold() == me.branch.casefold()]
        return own[0] if own else managers[0] if len(managers) == 1 else None

    def add(self, typed: EmployeeTyped, operation: str | None = None) -> Done:
        """Put somebody of another firm into the directory; our own staff are hired by the shop.

        Raises: BadInput naming the field that is not accepted.
        """
        columns = checked_person(typed, self.session.today(self.now()))
        if not columns["company"]:
            raise BadInput("Say which firm they work for; n adds somebody of our own.", "Company")
        return self.perform(
            DIRECTORY_ADD, operation, lambda entry: (add_person(entry, columns, typed.deputies), None)
        )

    def edit(self, who: Employee, typed: EmployeeTyped, operation: str | None = None) -> Done:
        """Change what differs about somebody, as they were seen at their version.

        Raises: BadInput naming the field that is not accepted, Conflict when somebody else was faster.
        """
        columns = checked_person(typed, self.session.today(self.now()))
        if bool(columns["company"]) != who.is_outside:
            words = "Say which firm they work for." if who.is_outside else "Our own staff work for no other firm."
            raise BadInput(words, "Company")

        def work(entry: Entry) -> tuple[int, None]:
            refuse_second(columns["name"], columns["company"], who.id)
            changed = {name: value for name, value in columns.items() if value != _kept(who, name)}
            before, after = staff.deputies().get(who.id, ()), deputies_named(typed.deputies, who.id)
            if changed or before != after:
                writes.change_employee(entry, who.id, who.version, changed)
            if before != after:
                writes.set_deputies(entry, who.id, after)
            return who.id, None

        done = self.perform(DIRECTORY_EDIT, operation, work)
        self._post.look_again(who.id)
        return done

    def remove(self, who: Employee, operation: str | None = None) -> Done:
        """Take somebody of another firm off the directory; the calls to them stay.

        Raises: NotAllowed for our own staff and while an open case says to call them, Conflict when somebody was
        faster.
        """
        if not who.is_outside:
            raise NotAllowed(f"{who.name} is of our own staff, who stay on the list; x says they are away.")

        def work(entry: Entry) -> tuple[int, None]:
            if about := calling.matters_of(who.id):
                case = f"case #{about[0].case_number}"
                raise NotAllowed(f"{who.name} is whom we call about {case}; choose somebody else there first.")
            writes.change_employee(entry, who.id, who.version, {"withdrawn_at": entry.at})
            return who.id, None

        return self.perform(DIRECTORY_REMOVE, operation, work)


def reaches() -> tuple[Reach, ...]:
    """Everybody in the directory with hours and deputies; those who stand in are named without theirs."""
    shop, deputies = hours.shop_hours(), staff.deputies()
    plain = {each.id: Reach(each, hours.hours_beside(each, shop)) for each in staff.directory()}
    return tuple(
        Reach(each.employee, each.hours, tuple(plain[other] for other in deputies.get(who, ()) if other in plain))
        for who, each in plain.items()
    )


def add_person(entry: Entry, columns: dict[str, Any], deputies: str) -> EmployeeId:
    """Write somebody into the directory with those who stand in for them.

    Raises: BadInput for a name that somebody of that firm has, and for deputies who are not there.
    """
    refuse_second(columns["name"], columns["company"])
    named = deputies_named(deputies)
    added = writes.add_employee(entry, **columns)
    writes.set_deputies(entry, added, named)
    return added


def _kept(who: Employee, column: str) -> object:
    kept = getattr(who, column)
    return "\n".join(kept) if isinstance(kept, tuple) else kept
