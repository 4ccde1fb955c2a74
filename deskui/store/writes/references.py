"""Numbers of cases and orders: what is known of one holds wherever the customer has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.domain.ids import ReferenceId
from deskui.errors import BadInput
from deskui.store import models
from deskui.store.normalise.numbers import number_digits, number_key
from deskui.store.reads.references import order_behind
from deskui.store.reads.rows import dicts, tuples

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.ids import CaseId, CustomerId
    from deskui.domain.order import Reference, ReferenceKind
    from deskui.store.entry import Entry

SHARED: Final[tuple[str, ...]] = ("supplier", "expected", "received")
"""Columns that say the same of one number in every case, and behind its order."""
_NUMBER = models.Reference


def add_reference(
    entry: Entry,
    customer_id: CustomerId,
    case: CaseId,
    kind: ReferenceKind,
    number: str,
    columns: dict[str, Any] | None = None,
) -> ReferenceId:
    """Add a number to a case; the lookup finds it from the same commit on.

    It stands behind the order that has it, if one has, and takes over what is known of it unless `columns` say
    otherwise. Raises: BadInput when the case has it already.
    """
    key, given = number_key(number), {name: value for name, value in (columns or {}).items() if value}
    refuse_twice(case, key)
    known = {} if given else _known(customer_id, key)
    if "order" not in given and (order := order_behind(customer_id, key)) is not None:
        given["order"] = order
    row = {"kind": kind.value, "number": number, "key": key, "digits": number_digits(number)}
    added = entry.insert(_NUMBER, customer=customer_id, case=case, created_at=entry.at, **row, **known, **given)
    _tell_others(entry, customer_id, key, added, {name: given[name] for name in SHARED if name in given})
    return ReferenceId(added)


def change_reference(
    entry: Entry, customer_id: CustomerId, reference: Reference, version: int, columns: dict[str, Any]
) -> None:
    """Change the named columns of a number that is still at `version`, and what is known of it everywhere.

    Raises: BadInput when its case has the new number already, Conflict when somebody else was faster.
    """
    key = number_key(reference.number)
    if "number" in columns:
        key = number_key(columns["number"])
        columns = columns | {"key": key, "digits": number_digits(columns["number"])}
        if reference.case_id is not None:
            refuse_twice(reference.case_id, key, reference.id)
    entry.update(_NUMBER, reference.id, version, **columns)
    shared = {name: columns[name] for name in SHARED if name in columns}
    _tell_others(entry, customer_id, key, reference.id, shared)


def refuse_twice(case: CaseId, key: str, but: ReferenceId | None = None) -> None:
    """Refuse a number that the case has already, in whatever spelling.

    Raises: BadInput that names it as it stands there.
    """
    same = _NUMBER.select(_NUMBER.id, _NUMBER.number).where(
        _NUMBER.case == case, _NUMBER.key == key, _NUMBER.withdrawn_at.is_null()
    )
    for row, number in tuples(same):
        if row != but:
            raise BadInput(f"{number} is in this case already; Enter on it changes it.", "The number")


def link_orders(entry: Entry, numbers: Iterable[tuple[int, int, str]]) -> None:
    """Put numbers of cases behind the orders that have come with them; each (customer, order, key) of a chunk.

    One statement finds them. A number that stands behind an order stays there.
    """
    orders = {(customer, key): order for customer, order, key in numbers}
    if not orders:
        return
    free = _NUMBER.order.is_null() & _NUMBER.case.is_null(False) & _NUMBER.withdrawn_at.is_null()
    query = _NUMBER.select(_NUMBER.id, _NUMBER.version, _NUMBER.customer, _NUMBER.key)
    for row, version, customer, key in tuples(query.where(_NUMBER.key.in_({key for _, key in orders}), free)):
        if (order := orders.get((customer, key))) is not None:
            entry.update(_NUMBER, row, version, order=order)


def _of_customer(customer_id: CustomerId, key: str) -> Any:
    mine = (_NUMBER.customer == customer_id) & (_NUMBER.key == key) & _NUMBER.withdrawn_at.is_null()
    return _NUMBER.select(_NUMBER.id, _NUMBER.version, *(getattr(_NUMBER, name) for name in SHARED)).where(mine)


def _known(customer_id: CustomerId, key: str) -> dict[str, Any]:
    """What is known of a number that the customer has already, in another case or on an order."""
    for row in dicts(_of_customer(customer_id, key).order_by(_NUMBER.id)):
        if found := {name: row[name] for name in SHARED if row[name]}:
            return found
    return {}


def _tell_others(entry: Entry, customer_id: CustomerId, key: str, but: int, shared: dict[str, Any]) -> None:
    """Say the same of the number wherever else the customer has it."""
    if shared:
        for row in dicts(_of_customer(customer_id, key)):
            if row["id"] != but and any(row[name] != value for name, value in shared.items()):
                entry.update(_NUMBER, row["id"], row["version"], **shared)
