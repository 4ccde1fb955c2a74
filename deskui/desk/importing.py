"""Bringing in customers and orders from a file: records in, chunk by chunk, each a transaction of its own."""

from __future__ import annotations

from contextlib import closing, contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from deskui.desk.desk import utc_now
from deskui.desk.opening import open_desk
from deskui.desk.session import COMMAND_LINE
from deskui.domain.importing.benefits import IncomingBenefit, PreparedBenefit
from deskui.domain.importing.incoming import Refused, Tally
from deskui.domain.prepared import PreparedCustomer, PreparedOrder
from deskui.store.entry import Actor
from deskui.store.scratch import scratch_copy
from deskui.store.writes.imports.benefits import prepare_benefit, write_benefits
from deskui.store.writes.imports.customers import write_customers
from deskui.store.writes.imports.orders import write_orders
from deskui.store.writes.imports.preparing import prepare
from deskui.store.writes.imports.remembering import Outcome
from deskui.store.writes.imports.seen import Seen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from deskui.desk.desk import Desk
    from deskui.domain.importing.benefits import AnyIncoming
    from deskui.domain.prepared import Prepared
    from deskui.store.entry import Entry
    from deskui.store.store import Store

    Ready = Prepared | PreparedBenefit

CHUNK: Final = 500
"""Records of one transaction."""
HEAVIEST: Final = 2_000_000
"""Characters of one chunk: huge cells make it shorter, so that memory stays bounded."""


class _NothingToWrite(Exception):  # it ends the transaction, it is no error
    """Everything in the chunk is as it was: no journal entry either."""


class Importer:
    """Takes the records of one file; what is already in the database stays as it is."""

    def __init__(self, desk: Desk, operation: str | None = None) -> None:
        self._desk = desk
        self._operation = operation or str(uuid4())
        self._chunks = 0
        self.session = desk.session
        self.tally = Tally()

    def take(self, records: Iterable[AnyIncoming | Refused], refuse: Callable[[Refused], None]) -> Tally:
        """Write the records, 500 a transaction, and return what became of them; `refuse` hears of each refusal.

        Everything written before an interruption stays; the same file can be run again from its start.
        Raises: DatabaseTrouble when the database cannot be used.
        """
        with Seen() as seen:
            chunk: list[Ready] = []
            weight = 0
            for record in records:
                if isinstance(record, Refused):
                    self._refuse(record, refuse)
                    continue
                ready = _ready(record, self.session.region, seen)
                if chunk and ready.record.source != chunk[0].record.source:
                    self._write(chunk, seen, refuse)
                    chunk, weight = [], 0
                chunk.append(ready)
                weight += len(ready.text)
                if len(chunk) == CHUNK or weight > HEAVIEST:
                    self._write(chunk, seen, refuse)
                    chunk, weight = [], 0
            if chunk:
                self._write(chunk, seen, refuse)
        return self.tally

    def _write(self, records: list[Ready], seen: Seen, refuse: Callable[[Refused], None]) -> None:
        outcome = Outcome(Tally())

        def work(entry: Entry) -> tuple[int, None]:
            nonlocal outcome
            outcome = _written(self._desk.store, entry, records, seen)
            if not outcome.wrote:
                raise _NothingToWrite
            return 0, None

        self._chunks += 1
        with suppress(_NothingToWrite):
            operation = f"{self._operation}/{self._chunks}"
            self._desk.store.perform(Actor(None, COMMAND_LINE), self._desk.now(), "import", operation, work)
        self.tally.add(outcome.tally)
        for refused in outcome.refused:
            self._refuse(refused, refuse)

    def _refuse(self, refused: Refused, refuse: Callable[[Refused], None]) -> None:
        self.tally.rejected += 1
        refuse(refused)


@contextmanager
def importing(url: str, *, dry_run: bool = False, clock: Callable[[], datetime] = utc_now) -> Iterator[Importer]:
    """An importer into the database at `url`; a dry run works on a copy that is thrown away.

    Raises: DatabaseTrouble when the database cannot be used.
    """
    with (
        scratch_copy(url) if dry_run else nullcontext(url) as place,
        closing(open_desk(place, clock=clock, as_owner=True)) as desk,
    ):
        yield Importer(desk)


def _written(store: Store, entry: Entry, records: list[Ready], seen: Seen) -> Outcome:
    """Write records of one source, which are all customers, all orders or all benefits."""
    if benefits := [record for record in records if isinstance(record, PreparedBenefit)]:
        return write_benefits(entry, benefits)
    if orders := [record for record in records if isinstance(record, PreparedOrder)]:
        return write_orders(store, entry, orders)
    customers = [record for record in records if isinstance(record, PreparedCustomer)]
    return write_customers(store, entry, customers, seen)


def _ready(record: AnyIncoming, region: str, seen: Seen) -> Ready:
    if isinstance(record, IncomingBenefit):
        return prepare_benefit(record, region, seen)
    return prepare(record, region, seen)
