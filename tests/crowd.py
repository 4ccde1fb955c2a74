"""A customer with more cases than anybody has, and a case with more numbers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from deskui.domain.ids import CaseId
from deskui.store import models
from deskui.store.models.base import to_millis
from deskui.store.writes.bulk import insert_rows, next_id
from tests.conftest import NOW

if TYPE_CHECKING:
    from peewee import Database

    from deskui.domain.ids import CustomerId

_CASE = ("id", "number", "customer", "subject", "status", "opened_at", "closed_at")
_NUMBER = ("customer", "case", "kind", "number", "key", "digits", "expected", "created_at")


class Crowd(NamedTuple):
    """The newest and the oldest case of those made."""

    newest: CaseId
    oldest: CaseId


def crowd(database: Database, customer: CustomerId, cases: int, numbers: int) -> Crowd:
    """Give a customer that many cases, opened hour by hour, of which every third is closed.

    The newest, which is open, has that many purchase orders, expected one a day for 40 days and again.
    """
    first, at = next_id(models.Case), to_millis(NOW)
    hour = to_millis(NOW) - to_millis(NOW - timedelta(hours=1))
    rows = []
    for row in range(cases):
        opened, is_closed = at - (row + 1) * hour, row % 3 == 2
        closed = (at, "closed") if is_closed else (None, "open")
        rows.append((first + row, 1000 + first + row, customer, f"Parcel {row + 1}", closed[1], opened, closed[0]))
    insert_rows(database, models.Case, _CASE, rows)
    insert_rows(database, models.Reference, _NUMBER, [_po(customer, first, row, at) for row in range(1, numbers + 1)])
    return Crowd(CaseId(first), CaseId(first + cases - 1))


def _po(customer: CustomerId, case: int, row: int, at: int) -> tuple[object, ...]:
    day = (NOW + timedelta(days=row % 40)).date().isoformat()
    return (customer, case, "PO", f"PO {7000 + row}", f"PO{7000 + row}", f"{7000 + row}", day, at)
