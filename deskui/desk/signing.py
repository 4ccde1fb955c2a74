"""Who is at the desk: signing in by name and PIN, PINs set and taken away, the desk locked, and being vouched for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk import pin_hashes
from deskui.desk.pin_checks import PinChecks, needs_pin
from deskui.desk.verb import verb
from deskui.domain.signing.pins import new_pin
from deskui.domain.staff import Role
from deskui.errors import NotAllowed, NotFound
from deskui.store.reads import signing as reads
from deskui.store.reads import staff
from deskui.store.writes import signing as writes

if TYPE_CHECKING:
    from deskui.desk.verb import Verb
    from deskui.domain.done import Done
    from deskui.domain.ids import EmployeeId
    from deskui.domain.staff import Employee
    from deskui.store.entry import Entry

SIGN_IN: Final = verb("sign_in")
DESK_LOCK: Final = verb("desk.lock")
PIN_SET: Final = verb("pin.set")
PIN_RESET: Final = verb("pin.reset", needs=Role.ADMINISTRATOR)
PIN_TAKE_AWAY: Final = verb("pin.take_away", needs=Role.ADMINISTRATOR)


class Signing(PinChecks):
    """Signing in, and PINs."""

    def with_pin(self) -> frozenset[EmployeeId]:
        """Those of our staff who have a PIN; empty in a shop that goes without: one statement."""
        return reads.with_pin()

    def needs_pin(self, who: Employee) -> bool:
        """Whether acting as them takes a PIN: they have one, or PINs are in use and they may do more than a clerk."""
        return needs_pin(who)

    def act_as(self, who: Employee) -> None:
        """From now on this person is acting, without a proof.

        Raises: NotAllowed when that takes their PIN, or they work for another firm.
        """
        if self.needs_pin(who):
            raise NotAllowed(f"{who.name} signs in with a PIN; F8 asks for it.")
        self._post.act_as(who)

    def sign_in(self, who: EmployeeId | str, pin: str = "") -> Employee:
        """From now on that person of the staff list, by id or by name, is acting here; the desk is unlocked.

        Raises: NotFound for a name nobody has; otherwise what `prove` does, where it takes a PIN. DatabaseTrouble
        where it could not be kept; whoever was acting here goes on acting then.
        """
        person = self._named(who) if isinstance(who, str) else self.colleague(who)
        if self.needs_pin(person):
            self.prove(person, pin, "sign in")
        self._post.look_at_shop()
        before = self.session
        self._post.act_as(person)
        try:
            self.perform(SIGN_IN, None, lambda _: (person.id, None))
        except BaseException:
            self._post.session = before
            raise
        return person

    def look_again(self) -> None:
        """See what other desks have changed: the role of the person acting, and the shop; two statements."""
        if (me := self.session.actor.employee_id) is not None:
            self._post.look_again(me)
        self._post.look_at_shop()

    def lock(self) -> Done:
        """Let nobody act here until somebody signs in, also where that cannot be kept; who was acting stays known."""
        try:
            return self.perform(DESK_LOCK, None, lambda _: (self.session.actor.employee_id or 0, None))
        finally:
            self._post.lock()

    def vouched(self, supervisor: EmployeeId, pin: str) -> Employee:
        """Somebody else than the person acting, who may do what supervisors do, by their own PIN typed here and now.

        The person acting stays signed in. Raises: NotAllowed when it is not so; wrong PINs count even then.
        """
        if supervisor == self.session.actor.employee_id:
            raise NotAllowed("Nobody can vouch for themselves; somebody else has to type their PIN.")
        person = self.colleague(supervisor)
        if not person.may_act_as(Role.SUPERVISOR):
            raise NotAllowed(f"{person.name} is no supervisor; ask one to type their PIN.")
        self.prove(person, pin, "vouch")
        return person

    def set_pin(self, who: EmployeeId, pin: str, old: str = "", operation: str | None = None) -> Done:
        """Give somebody a PIN: oneself, knowing the one of before, or as an administrator anybody.

        Raises: BadInput for a PIN that is not accepted, NotAllowed when `old` is wrong, or while no administrator has
        one: whoever has none could be signed in as by anybody, and take all others away. NoRight for a clerk.
        """
        person, wanted = self.colleague(who), new_pin(pin)
        has_one = person.id in reads.with_pin()
        is_own = who == self.session.actor.employee_id
        if is_own and has_one:
            self.prove(person, old, "own PIN")
        hashed = pin_hashes.hashed(wanted)

        def work(entry: Entry) -> tuple[int, None]:
            if person.role is not Role.ADMINISTRATOR and not reads.administrators_with_pin():
                raise NotAllowed("Let an administrator have a PIN first; without one, anybody could sign in as them.")
            if is_own and not has_one and person.id in reads.with_pin():
                raise NotAllowed("You were given a PIN in this very moment; type it as the old one.")
            writes.set_pin(entry, who, hashed)
            return who, None

        return self.perform(_setting(is_own=is_own), operation, work)

    def take_pin_away(self, who: EmployeeId, operation: str | None = None) -> Done:
        """Let somebody have no PIN any more, as an administrator.

        Raises: NotAllowed when they have none, or others would have one and no administrator.
        """
        person = self.colleague(who)

        def work(entry: Entry) -> tuple[int, None]:
            if who not in reads.with_pin():
                raise NotAllowed(f"{person.name} has no PIN.")
            writes.set_pin(entry, who, "")
            return who, None

        return self.perform(PIN_TAKE_AWAY, operation, work)

    def _named(self, name: str) -> Employee:
        wanted = " ".join(name.casefold().split())
        for each in staff.employees():
            if each.name.casefold() == wanted:
                return each
        raise NotFound(f"Nobody called {name.strip()[:40]!r} is on the staff list; s adds people to it.")


def _setting(*, is_own: bool) -> Verb:
    return PIN_SET if is_own else PIN_RESET
