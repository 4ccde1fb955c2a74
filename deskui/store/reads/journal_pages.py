"""The journal as it is read: entries in pages, and one of them with what it wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.journal.lines import JournalLine
from deskui.domain.note import Visibility
from deskui.errors import NotFound
from deskui.store.models import MODELS, Customer, CustomerMerge, Employee, Journal, Note
from deskui.store.reads.paging import bounds, older, paged
from deskui.store.reads.rows import dicts, tuples

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from deskui.domain.ids import CustomerId, EmployeeId
    from deskui.domain.journal.asked import JournalAsked
    from deskui.domain.pages import Cursor, Page

_UNDO, _UNDONE = Journal.alias("undo"), Journal.alias("undone")


def page(
    asked: JournalAsked, between: tuple[datetime, datetime] | None, after: Cursor | None, limit: int
) -> Page[JournalLine]:
    """The next entries that were asked for, newest first: one statement.

    `between` are the instants at which the day that is asked for begins and ends.
    """
    moment, row = bounds(after)
    query = _lines().where(older(Journal.at, Journal.id, moment, row))
    if asked.customers:
        query = query.where(Journal.customer.in_(list(asked.customers)))
    if asked.employees:
        query = query.where(Journal.employee.in_(list(asked.employees)))
    if asked.verbs:
        query = query.where(Journal.verb.in_(list(asked.verbs)))
    if between is not None:
        query = query.where(Journal.at >= between[0], Journal.at < between[1])
    rows = dicts(query.order_by(Journal.at.desc(), Journal.id.desc()).limit(limit + 1))
    return paged(rows, limit, "at", lambda shown: tuple(_line(each) for each in shown), None)


def line(number: int) -> JournalLine:
    """One entry: one statement. Raises: NotFound when there is none of that number."""
    row = next(iter(dicts(_lines().where(Journal.id == number))), None)
    if row is None:
        raise NotFound(f"There is no entry {number}.")
    return _line(row)


def known_as(customer_id: CustomerId) -> tuple[CustomerId, ...]:
    """The customer, and all who were merged into them, by whose ids earlier entries stand: one statement a step."""
    found, wanted = [customer_id], [customer_id]
    while wanted:
        gone = CustomerMerge.select(CustomerMerge.gone).where(CustomerMerge.kept.in_(wanted))
        wanted = [each for (each,) in tuples(gone) if each not in found]
        found += wanted
    return tuple(found)


def _lines() -> Any:
    return (
        Journal.select(
            Journal,
            Employee.name.alias("who"),
            Customer.name.alias("customer_name"),
            Customer.number.alias("customer_number"),
            _UNDO.id.alias("undone_by"),
            _UNDONE.verb.alias("undone_verb"),
        )
        .left_outer_join(Employee, on=(Employee.id == Journal.employee))
        .switch(Journal)
        .left_outer_join(Customer, on=(Customer.id == Journal.customer))
        .switch(Journal)
        .left_outer_join(_UNDO, on=(_UNDO.undoes == Journal.id))
        .switch(Journal)
        .left_outer_join(_UNDONE, on=(_UNDONE.id == Journal.undoes))
    )


def _line(row: dict[str, Any]) -> JournalLine:
    return JournalLine(
        row["id"],
        row["at"],
        row["desk"],
        row["employee"],
        row["who"] or "",
        row["verb"],
        row["subject"],
        row["customer"],
        row["customer_name"] or "",
        row["customer_number"] or "",
        row["undoes"],
        row["undone_by"],
        row["digest"],
        row["undone_verb"] or "",
    )


def words_of_many(wanted: Sequence[tuple[str, int]], reader: EmployeeId | None) -> dict[tuple[str, int], str]:
    """What subjects are called now, by table and column and their row; private notes by their author alone.

    One statement for each column there is.
    """
    found: dict[tuple[str, int], str] = {}
    for about in {each for each, _ in wanted if each}:
        table, _, column = about.partition(".")
        model: Any = next(each for each in MODELS if each._meta.table_name == table)
        ids = [subject for each, subject in wanted if each == about]
        rows = model.select(model.id, model._meta.fields[column]).where(model.id.in_(ids))
        if model is Note:
            rows = rows.where((Note.visibility == Visibility.SHARED.value) | (Note.author == reader))
        found |= {(about, row): str(words or "") for row, words in tuples(rows)}
    return found
