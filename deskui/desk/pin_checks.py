"""Trying a PIN: counted before it is looked at, in rows that no restart, clock or other desk gets round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import uuid4

from deskui.desk import pin_hashes
from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.signing.pins import read_pin
from deskui.domain.signing.waiting import AttemptKind
from deskui.domain.staff import Role
from deskui.errors import NotAllowed
from deskui.store.reads import signing as reads
from deskui.store.reads import staff
from deskui.store.writes import signing as writes

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.desk.verb import Verb
    from deskui.domain.ids import EmployeeId
    from deskui.domain.signing.waiting import Tries
    from deskui.domain.staff import Employee
    from deskui.store.entry import Entry
    from deskui.store.reads.signing import PinRow

PIN_TRIED: Final = verb("pin.tried")
PIN_RIGHT: Final = verb("pin.right")


def needs_pin(who: Employee) -> bool:
    """Whether acting as them takes a PIN: they have one, or PINs are in use and they may do more than a clerk."""
    kept = reads.with_pin()
    return who.id in kept or (bool(kept) and who.may_act_as(Role.SUPERVISOR))


class PinChecks(Area):
    """Whether somebody is who they say, by their PIN."""

    def colleague(self, employee_id: EmployeeId) -> Employee:
        """Somebody who may act here.

        Raises: NotAllowed when they are not on the staff list.
        """
        who = next((each for each in staff.employees() if each.id == employee_id), None)
        if who is None:
            raise NotAllowed("That person is not on the staff list any more; s shows who is.")
        return who

    def prove(self, who: Employee, pin: str, purpose: str) -> None:
        """See that `pin` is that of `who`; every try is journalled, and a right one clears the count.

        Raises: BadInput when it can be no PIN, NotAllowed when it is not theirs, they have none, or one has to wait.
        """
        read_pin(pin)
        kept = reads.pin_of(who.id)
        if kept is None or not kept.hash:
            raise NotAllowed(f"{who.name} has no PIN yet; an administrator can give them one.")
        self._note(PIN_TRIED, AttemptKind.TRIED, who, purpose)
        if not pin_hashes.is_pin(kept.hash, pin):
            raise NotAllowed(self._wrong(who))
        self._note(PIN_RIGHT, AttemptKind.RIGHT, who, purpose, kept)

    def _note(self, verb: Verb, kind: AttemptKind, who: Employee, purpose: str, tried: PinRow | None = None) -> None:
        """Keep a row of its own; whoever is acting, or nobody, may do that, whatever their role."""
        has_to_wait = False

        def work(entry: Entry) -> tuple[int, None]:
            nonlocal has_to_wait
            found = kind
            if tried is not None and reads.pin_of(who.id) != tried:
                raise NotAllowed(f"{who.name}'s PIN was changed in this very moment; type the new one.")
            if kind is AttemptKind.TRIED and (until := self._until(who, entry.at)) is not None:
                if entry.at >= until[1]:
                    raise NotAllowed(self._wait(who, until[0]))
                found, has_to_wait = AttemptKind.CLOCK, True
            writes.add_attempt(entry, who.id, found, purpose)
            return who.id, None

        self.store.perform(self.session.actor, self.now(), verb.name, str(uuid4()), work)
        if has_to_wait:
            raise NotAllowed(self._wrong(who, "Too many wrong PINs"))

    def _until(self, who: Employee, now: datetime) -> tuple[datetime, datetime] | None:
        """Until when one has to wait, and since when that is; None when the next may be typed now."""
        for each in (reads.tries_of(who.id), reads.tries_at(self.session.desk)):
            until = each.until()
            if until is not None and each.since is not None and now < until:
                return until, each.since
        return None

    def _wrong(self, who: Employee, what: str = "") -> str:
        of_both = (reads.tries_of(who.id), reads.tries_at(self.session.desk))
        worst: Tries = max(of_both, key=lambda each: (each.wait, each.wrong))
        said = what or f"That is not the PIN of {who.name}"
        if (until := worst.until()) is not None:
            return f"{said}; the next can be typed at {self._moment(until)}."
        left = worst.left
        return f"{said}; {left} more, and one has to wait." if left < 3 else f"{said}; type it again."

    def _wait(self, who: Employee, until: datetime) -> str:
        return f"Too many wrong PINs were typed; the next of {who.name} can be typed at {self._moment(until)}."

    def _moment(self, until: datetime) -> str:
        return f"{until.astimezone(self.session.zone):%H:%M:%S}"
