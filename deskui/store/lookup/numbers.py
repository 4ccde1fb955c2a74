"""Receipts, orders, cases, purchase orders and other numbers: range scans over plain indexes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.lookup import IS_VOID, Matched

if TYPE_CHECKING:
    from deskui.store.lookup.statements import Statements

_AFTER_Z: Final = "["
"""Sorts behind every letter and digit of a number's key."""
_OWN: Final = "C-"
"""How the numbers that customers get here begin."""
_MERGED: Final = "C"
"""How the keys of such numbers begin."""
_LONGEST_CASE: Final = 9
_MOST: Final = 12
"""Rows taken from each index; the exact ones come first in each."""

_ARM: Final = "SELECT * FROM (SELECT {columns} FROM {table} WHERE {where} ORDER BY {order} LIMIT {most}) AS arm{at}"
_CASES: Final = (
    "'case', '#' || CAST(number AS TEXT), CAST(number AS TEXT), customer_id, CAST(NULL AS INTEGER), id, "
    "CAST(NULL AS INTEGER)",
    '"case"',
    "number BETWEEN ? AND ? AND withdrawn_at IS NULL",
    "number DESC",
)
_REFERENCES: Final = (
    "kind, number, key, customer_id, order_id, case_id, CAST(NULL AS INTEGER)",
    "reference",
    "key >= ? AND key < ? AND withdrawn_at IS NULL",
    "key, id",
)
_REFERENCE_DIGITS: Final = (
    "kind, number, digits, customer_id, order_id, case_id, CAST(NULL AS INTEGER)",
    "reference",
    "digits >= ? AND digits < ? AND withdrawn_at IS NULL",
    "digits, id",
)
_ALIASES: Final = (
    "CASE kind WHEN 'loyalty' THEN 'loyalty' WHEN 'number' THEN 'customer number' ELSE 'alias' END, "
    "value, key, customer_id, CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), CAST(NULL AS INTEGER)",
    "alias",
    "key >= ? AND key < ? AND kind <> 'name' AND withdrawn_at IS NULL",
    "key, id",
)
_CUSTOMERS: Final = (
    "'customer number', number, number, id, CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), CAST(NULL AS INTEGER)",
    "customer",
    "number >= ? AND number < ? AND withdrawn_at IS NULL",
    "number",
)
_VOID: Final = "(SELECT coalesce(sum(e.voids), 0) FROM benefit_entry AS e WHERE e.benefit_id = benefit.id) > 0"
_NOW: Final = (
    "(SELECT n.code FROM benefit AS n WHERE n.root_id = coalesce(benefit.root_id, benefit.id) "
    "AND n.id > benefit.id AND n.withdrawn_at IS NULL ORDER BY n.id DESC LIMIT 1)"
)
_BENEFIT: Final = (
    f"'benefit', code || CASE WHEN {_VOID} THEN '{IS_VOID}' || coalesce(', now ' || {_NOW}, '') ELSE '' END, "
    "{compared}, customer_id, CAST(NULL AS INTEGER), case_id, id"
)
_BENEFITS: Final = (
    _BENEFIT.format(compared="key"),
    "benefit",
    "key >= ? AND key < ? AND withdrawn_at IS NULL",
    "key, id",
)
_BENEFIT_DIGITS: Final = (
    _BENEFIT.format(compared="digits"),
    "benefit",
    "digits >= ? AND digits < ? AND withdrawn_at IS NULL",
    "digits, id",
)
_KINDS: Final = {"order": Matched.ORDER, "other": Matched.REFERENCE} | {kind.value: kind for kind in Matched}


@dataclass(slots=True)
class NumberFound:
    """A number that begins with, or is, what was typed."""

    customer: int
    matched: Matched
    text: str
    exact: bool
    order_id: int | None
    case_id: int | None
    benefit_id: int | None = None


def find(statements: Statements, keys: tuple[str, ...]) -> list[NumberFound]:
    """Numbers that begin with one of the keys, exact ones first; one customer once; one statement.

    A number that leads to an order, a case and a benefit carries all of them.
    """
    arms: list[tuple[tuple[str, str, str, str], tuple[Any, Any]]] = []
    for key in keys:
        arms += _arms(key)
    statement = " UNION ALL ".join(
        _ARM.format(columns=columns, table=table, where=where, order=order, most=_MOST, at=at)
        for at, ((columns, table, where, order), _) in enumerate(arms)
    )
    rows = statements.rows(statement, [bound for _, bounds in arms for bound in bounds])
    found: dict[int, NumberFound] = {}
    whole = {
        *keys,
        *(_OWN + key.removeprefix("C") for key in keys),
        *(_MERGED + key for key in keys if key.isdigit()),
    }
    for kind, shown, key, customer, order, case, benefit in sorted(rows, key=lambda row: row[2] not in whole):
        number = NumberFound(customer, _KINDS[kind], shown, key in whole, order, case, benefit)
        _merge(found.setdefault(customer, number), number)
    return list(found.values())


def _merge(kept: NumberFound, other: NumberFound) -> None:
    if kept.exact == other.exact and (kept.exact or kept.text == other.text):
        kept.order_id = kept.order_id or other.order_id
        kept.case_id = kept.case_id or other.case_id
        kept.benefit_id = kept.benefit_id or other.benefit_id


def _arms(key: str) -> list[tuple[tuple[str, str, str, str], tuple[Any, Any]]]:
    ends = (key, key + _AFTER_Z)
    arms: list[tuple[tuple[str, str, str, str], tuple[Any, Any]]] = []
    if key.isdigit() and key[0] != "0" and len(key) <= _LONGEST_CASE:
        number = int(key)
        arms += [(_CASES, (number * ten, number * ten + ten - 1)) for ten in (1, 10, 100, 1000)]
    arms += [(_REFERENCES, ends), (_ALIASES, ends), (_BENEFITS, ends)]
    if key.isdigit():
        arms += [(_REFERENCE_DIGITS, ends), (_BENEFIT_DIGITS, ends)]
    own = key.removeprefix("C")
    if own.isdigit():
        arms.append((_CUSTOMERS, (_OWN + own, _OWN + own + _AFTER_Z)))
        if own == key:  # the number of one who was merged into another is an alias there
            arms.append((_ALIASES, (_MERGED + own, _MERGED + own + _AFTER_Z)))
    return arms
