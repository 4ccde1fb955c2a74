"""The journal as it is read: entries in pages, and one of them with what it wrote."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from peewee import SQL, fn

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

_INSTANT: Final = timedelta(milliseconds=1)
_UNDO, _UNDONE = Journal.alias("undo"), Journal.alias("undone")


def page(
    asked: JournalAsked, between: tuple[datetime, datetime] | None, after: Cursor | None, limit: int
) -> Page[JournalLine]:
    """The next entries that were asked for, newest first: one statement.

    `between` are the instants at which the days that are asked for begin and end.
    """
    conditions = [older(Journal.at, Journal.id, *bounds(after))]
    if between is not None:
        conditions.append(Journal.at.between(between[0], between[1] - _INSTANT))
    query = _newest_first(_lines().where(*_found(asked, conditions, limit + 1)))
    rows = dicts(query.limit(limit + 1))
    return paged(rows, limit, "at", lambda shown: tuple(_line(each) for each in shown), None)


def _found(asked: JournalAsked, conditions: list[Any], limit: int) -> list[Any]:
    """The conditions of what is asked for.

    Of several verbs, or people, each has its newest entries read off an index; what else is asked for is looked at in
    those, and so wrapped that no engine goes by another index.
    """
    by, verb = fn.COALESCE(Journal.employee, 0), fn.COALESCE(Journal.verb, "")
    if asked.customers:
        conditions = [*conditions, Journal.customer.in_(list(asked.customers))]
    elif asked.verbs:
        by_employee = [by.in_(list(asked.employees))] if asked.employees else []
        return [_newest_of(Journal.verb, asked.verbs, [*conditions, *by_employee], limit)]
    elif asked.employees:
        return [_newest_of(Journal.employee, asked.employees, conditions, limit)]
    if asked.employees:
        conditions = [*conditions, by.in_(list(asked.employees))]
    if asked.verbs:
        conditions = [*conditions, verb.in_(list(asked.verbs))]
    return conditions


def _newest_of(column: Any, values: Sequence[Any], conditions: list[Any], limit: int) -> Any:
    """That an entry is one of the newest with one of these values in the column."""
    newest = Journal.select(Journal.id).where(column == values[0], *conditions)
    text, bound = (
        _newest_first(newest).limit(limit).sql()
    )  # written out once: a short word is part of a hundred verbs
    parts = " UNION ALL ".join([f"SELECT * FROM ({text}) AS part"] * len(values))
    return Journal.id.in_(SQL(f"({parts})", [each for value in values for each in (value, *bound[1:])]))


def _newest_first(query: Any) -> Any:
    return query.order_by(Journal.at.desc(), Journal.id.desc())


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
