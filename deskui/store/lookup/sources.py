"""Reading what documents are made from, for one customer or for a million."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.store.lookup.documents import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.store.lookup.statements import Statements

_CUSTOMERS: Final = (
    "SELECT id, name, given_name, family_name, preferred_name, company FROM customer "
    "WHERE id {where} AND withdrawn_at IS NULL"
)
_PARTS: Final = (
    "SELECT customer_id, kind, key FROM contact_point "
    "WHERE customer_id {where} AND withdrawn_at IS NULL AND kind IN ('phone', 'email') UNION ALL "
    "SELECT customer_id, CASE kind WHEN 'name' THEN 'name' ELSE 'number' END, value FROM alias "
    "WHERE customer_id {where} AND withdrawn_at IS NULL AND kind NOT IN ('shopify', 'square') UNION ALL "
    "SELECT customer_id, kind, text FROM note "
    "WHERE customer_id {where} AND withdrawn_at IS NULL AND kind = 'interest' "
    "AND visibility = 'shared' AND review <> 'redacted'"
)
CHUNK: Final = 500
"""How many customers are named in one statement."""


def documents(statements: Statements, customers: list[int]) -> Iterator[tuple[int, str]]:
    """(customer, document) of those that are there and not withdrawn; two statements for every 500."""
    for start in range(0, len(customers), CHUNK):
        some = customers[start : start + CHUNK]
        yield from _documents(statements, f"IN ({','.join('?' * len(some))})", some)


def documents_between(statements: Statements, first: int, last: int) -> Iterator[tuple[int, str]]:
    """(customer, document) of every customer from id `first` to `last` that is not withdrawn."""
    return _documents(statements, "BETWEEN ? AND ?", [first, last])


def _documents(statements: Statements, where: str, bounds: list[int]) -> Iterator[tuple[int, str]]:
    sources: dict[int, Source] = {
        row[0]: Source(*row[1:]) for row in statements.rows(_CUSTOMERS.format(where=where), bounds)
    }
    for customer, kind, value in statements.rows(_PARTS.format(where=where), bounds * 3):
        if (source := sources.get(customer)) is not None:
            _list_for(source, kind).append(value)
    for customer, source in sources.items():
        yield customer, source.document()


def _list_for(source: Source, kind: str) -> list[Any]:
    match kind:
        case "phone":
            return source.phones
        case "email":
            return source.emails
        case "interest":
            return source.interests
        case "name":
            return source.other_names
        case _:
            return source.other_numbers
