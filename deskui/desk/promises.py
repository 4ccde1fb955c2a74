"""The ledger of promises: making them, what became of them, and what to promise."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from deskui.desk.area import Area
from deskui.domain.advisor import Advice, pick_group, share_within
from deskui.domain.due_time import parse_due
from deskui.domain.promise import EntryKind
from deskui.domain.promise_view import view
from deskui.domain.text import clean_line
from deskui.errors import BadInput
from deskui.store.reads import advice, day
from deskui.store.reads import promises as reads
from deskui.store.writes import promises as writes

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.done import Done
    from deskui.domain.hours import WorkingHours
    from deskui.domain.ids import CaseId, CustomerId, PromiseId
    from deskui.domain.promise_view import PromiseView
    from deskui.domain.typed import PromiseTyped
    from deskui.store.entry import Entry


class Promises(Area):
    """Promises; a later date and an outcome are entries behind them, never changes."""

    def hours(self) -> WorkingHours:
        """The hours of the desk: due times are read and counted by them."""
        return day.shop_hours()

    def make(self, customer_id: CustomerId, typed: PromiseTyped, operation: str | None = None) -> Done:
        """Promise something to a customer.

        Raises: BadInput naming the field that is not accepted.
        """
        columns = self.checked(typed)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            return writes.add_promise(entry, customer_id, columns), customer_id

        return self.perform("promise.make", operation, work)

    def move(
        self,
        promise_id: PromiseId,
        due: datetime,
        reason: str,
        told: bool,
        operation: str | None = None,
        *,
        earliest: datetime | None = None,
    ) -> Done:
        """Enter that a promise is due at another time; `told` whether the customer knows.

        Raises: NotAllowed when it is settled, or there is no reason or no other time, BadInput for a time that has
        passed.
        """
        said = clean_line(reason, "The reason")
        self._check_ahead(due, earliest)
        return self._enter(
            "promise.move", promise_id, EntryKind.MOVED, operation, due=due, earliest=earliest, reason=said, told=told
        )

    def keep(self, promise_id: PromiseId, operation: str | None = None) -> Done:
        """Enter that a promise is kept, now.

        Raises: NotAllowed when it is settled.
        """
        return self._enter("promise.keep", promise_id, EntryKind.KEPT, operation)

    def release(self, promise_id: PromiseId, reason: str, operation: str | None = None) -> Done:
        """Enter that the customer let us off a promise.

        Raises: NotAllowed when it is settled, BadInput without a reason.
        """
        said = clean_line(reason, "The reason", needed=True)
        return self._enter("promise.release", promise_id, EntryKind.RELEASED, operation, reason=said, told=True)

    def supersede(self, promise_id: PromiseId, typed: PromiseTyped, operation: str | None = None) -> Done:
        """Make another promise in the place of one; of the same kind and case, unless it names others.

        Raises: NotAllowed when that is settled, BadInput naming the field that is not accepted.
        """
        columns = self.checked(typed)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            customer_id = writes.add_entry(entry, promise_id, EntryKind.SUPERSEDED, reason=columns["what"], told=True)
            old, _ = reads.promise(promise_id)
            kept = {"kind": columns["kind"] or old.kind, "case": columns["case"] or old.case_id}
            return writes.add_promise(entry, customer_id, {**columns, **kept}), customer_id

        return self.perform("promise.supersede", operation, work)

    def of_customer(self, customer_id: CustomerId) -> tuple[PromiseView, ...]:
        """A customer's promises: those to be kept by when they are due, then the newest settled ones."""
        return reads.of_customer(customer_id, self.now(), self.session.zone)

    def of_case(self, case_id: CaseId) -> tuple[PromiseView, ...]:
        """The promises of a case: those to be kept by when they are due, then the settled ones, newest first."""
        return reads.of_case(case_id, self.now(), self.session.zone)

    def one(self, promise_id: PromiseId) -> PromiseView:
        """One promise as it stands.

        Raises: NotFound when there is none.
        """
        return view(*reads.promise(promise_id), self.now(), self.session.zone)

    def advice(self, kind: str, case_kind: str = "") -> tuple[Advice, str] | None:
        """The time within which 9 in 10 such promises were kept, and the name of the group that tells so.

        In working hours; None where too little is known. The due time it means is `advised_due`.
        """
        found = pick_group(advice.groups(kind, case_kind, self._working_minutes()))
        return None if found is None else (found[1], found[0].name)

    def advised_due(self, advised: Advice) -> datetime:
        """The instant by which such a promise made now is kept 9 times in 10, a full minute, in UTC."""
        due = self.hours().add(self.now(), timedelta(hours=advised.within))
        part = timedelta(seconds=due.second, microseconds=due.microsecond)
        return due + timedelta(minutes=1) - part if part else due

    def chance(self, kind: str, case_kind: str, due: datetime) -> tuple[float, str] | None:
        """The share of such promises that were kept in the time from now to `due`, and the name of the group.

        None where too little is known; say it with `advisor.in_words`.
        """
        hours = max(timedelta(), self.hours().between(self.now(), due)) / timedelta(hours=1)
        for group in advice.groups(kind, case_kind, self._working_minutes()):
            share = share_within(group.finished, group.still_open, hours, ages=group.ages)
            if share is not None:
                return share, group.name
        return None

    def checked(self, typed: PromiseTyped) -> dict[str, Any]:
        """The columns of a promise as typed.

        Raises: BadInput naming the field that is not accepted.
        """
        what, due, earliest = typed.what, typed.due, typed.earliest
        if typed.line.strip():
            read = parse_due(clean_line(typed.line, "The promise", longest=500), self.now(), self.hours())
            what, due, earliest = what or read.what, read.at, read.earliest
        if due is None:
            raise BadInput("Say when it is due, such as tomorrow noon or fri 5pm.", "Due")
        self._check_ahead(due, earliest)
        return {
            "what": clean_line(what, "What is promised", needed=True),
            "kind": clean_line(typed.kind, "Kind"),
            "due": due,
            "earliest": earliest,
            "basis": typed.basis.value,
            "case": typed.case_id,
            "conversation": typed.conversation_id,
        }

    def _check_ahead(self, due: datetime, earliest: datetime | None) -> None:
        if due <= self.now():
            raise BadInput("That time has passed; give a later one.", "Due")
        if earliest is not None and earliest >= due:
            raise BadInput("The window ends before it begins; change one of the two.", "Due")

    def _working_minutes(self) -> int:
        return day.shop_clock().minutes(self.now())

    def _enter(
        self, verb: str, promise_id: PromiseId, kind: EntryKind, operation: str | None, **columns: Any
    ) -> Done:
        def work(entry: Entry) -> tuple[int, CustomerId]:
            return promise_id, writes.add_entry(entry, promise_id, kind, **columns)

        return self.perform(verb, operation, work)
