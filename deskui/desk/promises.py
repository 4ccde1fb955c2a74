"""The ledger of promises: making them, what became of them, and what to promise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from deskui.desk.area import Area
from deskui.desk.promise_reading import PromiseReader
from deskui.desk.verb import verb
from deskui.domain.promises.promise import EntryKind
from deskui.domain.promises.view import view
from deskui.domain.text import clean_line
from deskui.errors import BadInput
from deskui.store.reads import cases
from deskui.store.reads import promises as reads
from deskui.store.writes import promises as writes

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.desk.area import Post
    from deskui.desk.promise_reading import PromiseReading, TimeReading
    from deskui.desk.told import Told
    from deskui.desk.verb import Verb
    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId, CustomerId, PromiseId
    from deskui.domain.product import Product
    from deskui.domain.promises.advisor import Advice
    from deskui.domain.promises.view import PromiseView
    from deskui.domain.typed import PromiseTyped
    from deskui.domain.working_hours.hours import WorkingHours
    from deskui.store.entry import Entry


PROMISE_MAKE: Final = verb("promise.make", "promise", "promise.what")
PROMISE_MOVE: Final = verb("promise.move", "promise moved", "promise.what")
PROMISE_SUPERSEDE: Final = verb("promise.supersede", "promise superseded", "promise.what")
PROMISE_KEEP: Final = verb("promise.keep", "promise kept", "promise.what")
PROMISE_RELEASE: Final = verb("promise.release", "promise released", "promise.what")


class Promises(Area):
    """Promises; a later date and an outcome are entries behind them, never changes."""

    def __init__(self, post: Post, told: Told) -> None:
        super().__init__(post)
        self._told = told
        self._reader = PromiseReader(post, told)
        self._advising = self._reader.advising

    def hours(self) -> WorkingHours:
        """The hours of the desk: due times are read and counted by them."""
        return self._advising.hours()

    def kinds(self) -> tuple[str, ...]:
        """The kinds of promise used in this shop, most used first, then those on its list."""
        return self._advising.kinds()

    def reading(
        self, customer_id: CustomerId, line: str, kind: str = "", case_id: CaseId | None = None
    ) -> PromiseReading:
        """What a line would promise, and what is to be said about it; without a kind, the one it reads as."""
        return self._reader.read(customer_id, line, kind, case_id)

    def make(self, customer_id: CustomerId, typed: PromiseTyped, operation: str | None = None) -> Done:
        """Promise something to a customer; what they were told otherwise about it is corrected.

        Raises: BadInput naming the field that is not accepted.
        """
        columns = self.checked(typed)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            return self.added(entry, customer_id, columns), customer_id

        return self.perform(PROMISE_MAKE, operation, work)

    def reading_of_move(self, customer_id: CustomerId, what: str, line: str) -> TimeReading:
        """What a line says that says only when, and what they were told otherwise about what is promised."""
        return self._reader.move(customer_id, what, line)

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
        """Enter that a promise is due at another time; `told` whether the customer knows, which corrects what they
        were told otherwise about it.

        Raises: NotAllowed when it is settled, or there is no reason or no other time, BadInput for a time that has
        passed.
        """
        said = clean_line(reason, "The reason")
        self._check_ahead(due, earliest)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            columns: dict[str, Any] = {"due": due, "earliest": earliest, "reason": said, "told": told}
            customer_id = writes.add_entry(entry, promise_id, EntryKind.MOVED, **columns)
            if told:
                old, _ = reads.promise(promise_id)
                kept = {"what": old.what, "basis": old.basis.value, "case": old.case_id, "conversation": None}
                self._correct_told(entry, customer_id, {**columns, **kept})
            return promise_id, customer_id

        return self.perform(PROMISE_MOVE, operation, work)

    def keep(self, promise_id: PromiseId, operation: str | None = None) -> Done:
        """Enter that a promise is kept, now.

        Raises: NotAllowed when it is settled.
        """
        return self._enter(PROMISE_KEEP, promise_id, EntryKind.KEPT, operation)

    def release(self, promise_id: PromiseId, reason: str, operation: str | None = None) -> Done:
        """Enter that the customer let us off a promise.

        Raises: NotAllowed when it is settled, BadInput without a reason.
        """
        said = clean_line(reason, "The reason", needed=True)
        return self._enter(PROMISE_RELEASE, promise_id, EntryKind.RELEASED, operation, reason=said, told=True)

    def supersede(self, promise_id: PromiseId, typed: PromiseTyped, operation: str | None = None) -> Done:
        """Make another promise in the place of one; of the same kind and case, unless it names others.

        Raises: NotAllowed when that is settled, BadInput naming the field that is not accepted.
        """
        old, _ = reads.promise(promise_id)
        heard = self._reader.hear(typed.line, typed.kind, typed.case_id, self.hours()) if typed.line.strip() else None
        kind = typed.kind or (heard.kind if heard is not None else "") or old.kind
        columns = self.checked(replace(typed, kind=kind, case_id=typed.case_id or old.case_id))

        def work(entry: Entry) -> tuple[int, CustomerId]:
            customer_id = writes.add_entry(entry, promise_id, EntryKind.SUPERSEDED, reason=columns["what"], told=True)
            return self.added(entry, customer_id, columns), customer_id

        return self.perform(PROMISE_SUPERSEDE, operation, work)

    def of_customer(self, customer_id: CustomerId) -> tuple[PromiseView, ...]:
        """A customer's promises: those to be kept by when they are due, then the newest settled ones."""
        return reads.of_customer(self.who(customer_id), self.now(), self.session.zone)

    def of_case(self, case_id: CaseId) -> tuple[PromiseView, ...]:
        """The promises of a case: those to be kept by when they are due, then the settled ones, newest first."""
        return reads.of_cases(cases.group(cases.survivor(case_id)), self.now(), self.session.zone)

    def one(self, promise_id: PromiseId) -> PromiseView:
        """One promise as it stands.

        Raises: NotFound when there is none.
        """
        return view(*reads.promise(promise_id), self.now(), self.session.zone)

    def advice(self, kind: str, case_kind: str = "", product: Product | None = None) -> tuple[Advice, str] | None:
        """The time within which 9 in 10 such promises were kept, and the name of the group that tells so.

        In working hours; None where too little is known. The due time it means is `advised_due`.
        """
        found = self._advising.like(kind, case_kind, product, self.hours())
        return None if found is None else (found.advice, found.group.name)

    def advised_due(self, advised: Advice) -> datetime:
        """The instant, a round one, in UTC, by which such a promise made now is kept 9 times in 10."""
        return self._advising.advised_due(advised, self.hours())

    def chance(
        self, kind: str, case_kind: str, due: datetime, product: Product | None = None
    ) -> tuple[float, str] | None:
        """The share of such promises that were kept in the time from now to `due`, and the name of the group.

        None where too little is known; say it with `advisor.in_words`.
        """
        found = self._advising.like(kind, case_kind, product, self.hours())
        share = None if found is None else self._advising.chance(found, due, self.hours())
        return None if found is None or share is None else (share, found.group.name)

    def checked(self, typed: PromiseTyped) -> dict[str, Any]:
        """The columns of a promise as typed; a line without a time is due when nine in ten like it were done.

        Raises: BadInput naming the field that is not accepted.
        """
        what, due, earliest, kind, heard = typed.what, typed.due, typed.earliest, typed.kind, None
        if typed.line.strip():
            heard = self._reader.hear(typed.line, typed.kind, typed.case_id, self.hours())
            if heard.refusal is not None and not (what and heard.due):
                raise heard.refusal
            assert heard.due is not None, "what is not refused is due"
            what, due, earliest, kind = what or heard.due.what, heard.due.at, heard.due.earliest, heard.kind
        if due is None:
            raise BadInput("Say when it is due, such as tomorrow noon or fri 5pm.", "Due")
        self._check_ahead(due, earliest)
        what, kind = clean_line(what, "What is promised", needed=True), clean_line(kind, "Kind")
        return {
            "what": what,
            "kind": kind,
            "due": due,
            "earliest": earliest,
            "advised": self._reader.advised(heard, kind, what, typed.case_id),
            "basis": typed.basis.value,
            "case": typed.case_id,
            "conversation": typed.conversation_id,
        }

    def added(self, entry: Entry, customer_id: CustomerId, columns: dict[str, Any]) -> PromiseId:
        """Add a checked promise inside a verb, and correct what the customer was told otherwise about it."""
        self._correct_told(entry, customer_id, columns)
        self._advising.learn(columns["kind"])
        return writes.add_promise(entry, customer_id, columns)

    def _correct_told(self, entry: Entry, customer_id: CustomerId, columns: dict[str, Any]) -> None:
        what, due, earliest = columns["what"], columns["due"], columns["earliest"]
        earlier = self._reader.told_otherwise(customer_id, what, due, earliest)
        if earlier is not None:
            told = {name: columns[name] for name in ("basis", "case", "conversation")}
            told |= {"topic": earlier.topic, "text": self._reader.words(what, due, earliest), "date": due}
            self._told.added(entry, customer_id, told)

    def _check_ahead(self, due: datetime, earliest: datetime | None) -> None:
        if due <= self.now():
            raise BadInput("That time has passed; give a later one.", "Due")
        if earliest is not None and earliest >= due:
            raise BadInput("The window ends before it begins; change one of the two.", "Due")

    def _enter(
        self, verb: Verb, promise_id: PromiseId, kind: EntryKind, operation: str | None, **columns: Any
    ) -> Done:
        def work(entry: Entry) -> tuple[int, CustomerId]:
            return promise_id, writes.add_entry(entry, promise_id, kind, **columns)

        return self.perform(verb, operation, work)
