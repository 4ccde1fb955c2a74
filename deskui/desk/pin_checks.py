"""Trying a PIN: counted before it is looked at, in rows that no restart, clock or other desk gets round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import uuid4

from deskui.desk import pin_hashes
from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.signing.pins import read_pin
from deskui.domain.signing.waiting import AttemptKind, wait_words
from deskui.domain.staff import Role
from deskui.errors import NotAllowed
from deskui.store.reads import signing as reads
from deskui.store.reads import staff
from deskui.store.writes import signing as writes

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.desk.area import Work
    from deskui.desk.verb import Verb
    from deskui.domain.ids import EmployeeId
    from deskui.domain.signing.waiting import Tries
    from deskui.domain.staff import Employee
    from deskui.store.entry import Entry
    from deskui.store.reads.signing import PinRow

PIN_TRIED: Final = verb("pin.tried", about="employee.name")
PIN_RIGHT: Final = verb("pin.right", about="employee.name")
PIN_WRONG: Final = verb("pin.wrong", about="employee.name")
PIN_WAIT: Final = verb("pin.wait", about="refusal.reason")
PIN_TOO_SOON: Final = verb("pin.too_soon", about="refusal.reason")


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
            self._note(PIN_WRONG, AttemptKind.WRONG, who, purpose)
            raise NotAllowed(self._wrong(who))
        self._note(PIN_RIGHT, AttemptKind.RIGHT, who, purpose, kept)

    def _note(self, verb: Verb, kind: AttemptKind, who: Employee, purpose: str, tried: PinRow | None = None) -> None:
        """Keep a row of its own; whoever is acting, or nobody, may do that, whatever their role."""
        has_to_wait, too_soon = False, None

        def work(entry: Entry) -> tuple[int, None]:
            nonlocal has_to_wait, too_soon
            found = kind
            if tried is not None and reads.pin_of(who.id) != tried:
                raise NotAllowed(f"{who.name}'s PIN was changed in this very moment; type the new one.")
            if kind is AttemptKind.TRIED and (until := self._until(who, entry.at)) is not None:
                if entry.at >= until[1]:
                    too_soon = until[0]
                    raise NotAllowed(self._wait(who, until[0]))
                found, has_to_wait = AttemptKind.CLOCK, True
            writes.add_attempt(entry, who.id, found, purpose)
            return who.id, None

        try:
            self._keep_by(verb, work)
        except NotAllowed:
            if too_soon is not None:
                self._keep_wait(PIN_TOO_SOON, who, too_soon)
            raise
        if has_to_wait:
            raise NotAllowed(self._wrong(who, "Too many wrong PINs"))

    def _keep_by(self, verb: Verb, work: Work) -> None:
        """Journal it as done by whoever is there, whatever they may do."""
        self.store.perform(self.session.present, self.now(), verb.name, str(uuid4()), work)

    def _keep_wait(self, verb: Verb, who: Employee, until: datetime) -> None:
        """Journal until when one has to wait, in the shop's own time."""
        said = f"{who.name}, until {until.astimezone(self.session.zone):%H:%M:%S}"
        self._keep_by(verb, lambda entry: (writes.add_refusal(entry, verb.name, said), None))

    def _until(self, who: Employee, now: datetime) -> tuple[datetime, datetime] | None:
        """Until when one has to wait, and since when that is; None when the next may be typed now."""
        for each in (reads.tries_of(who.id), reads.tries_at(self.session.desk)):
            until = each.until()
            if until is not None and each.since is not None and now < until:
                return until, each.since
        return None

    def _wrong(self, who: Employee, what: str = "") -> str:
        """What to say about it; where one has to wait from now on, that is journalled."""
        of_both = (reads.tries_of(who.id), reads.tries_at(self.session.desk))
        worst: Tries = max(of_both, key=lambda each: (each.wait, each.wrong))
        said = what or f"That is not the PIN of {who.name}"
        if (until := worst.until()) is not None:
            self._keep_wait(PIN_WAIT, who, until)
            return f"{said}; the next can be typed in {self._left(until)}."
        left = worst.left
        return f"{said}; {left} more, and one has to wait." if left < 3 else f"{said}; type it again."

    def _wait(self, who: Employee, until: datetime) -> str:
        return f"Too many wrong PINs were typed; the next of {who.name} can be typed in {self._left(until)}."

    def _left(self, until: datetime) -> str:
        return wait_words(until - self.now())
