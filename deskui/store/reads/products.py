"""Which product a promise is about: found by the numbers that its case and an order of the customer share."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.product import Product, one_product
from deskui.store import models
from deskui.store.normalise.letters import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from peewee import Database

    from deskui.domain.ids import CaseId

    Line = tuple[Product, tuple[str, ...]]
    Ordered = defaultdict[int, list[Line]]

_ORDERED: Final = """
SELECT COALESCE(c.merged_into_id, c.id), l.name, l.sku FROM "case" c
JOIN reference mine ON mine.case_id = c.id AND mine.withdrawn_at IS NULL
JOIN reference its ON its."key" = mine."key" AND its.customer_id = mine.customer_id
    AND its.order_id IS NOT NULL AND its.withdrawn_at IS NULL
JOIN orders o ON o.id = its.order_id AND o.withdrawn_at IS NULL
JOIN order_line l ON l.order_id = o.id AND l.withdrawn_at IS NULL
WHERE c.id IN ({ids}) OR c.merged_into_id IN ({ids})
ORDER BY 1, l.order_id, l.position, l.id
"""
_LINKED: Final = """
SELECT DISTINCT p.id FROM reference mine
JOIN "case" c ON c.id = mine.case_id
JOIN "case" o ON o.id = COALESCE(c.merged_into_id, c.id) OR o.merged_into_id = COALESCE(c.merged_into_id, c.id)
JOIN promise p ON p.case_id = o.id
WHERE mine.customer_id IN ({ids})
"""
_NUMBERED: Final = "SELECT DISTINCT case_id FROM reference WHERE customer_id IN ({ids}) AND case_id IS NOT NULL"
_FOLDED: Final = 5000
"""So many names are kept folded: a shop sells the same things over and over."""


def ordered(database: Database, case_ids: Iterable[int]) -> Ordered:
    """What was ordered under the numbers of each of these cases, which are not merged, and of those merged into it.

    In the order of the lines: one statement.
    """
    found: Ordered = defaultdict(list)
    for case, name, sku in _rows(database, _ORDERED.format(ids=_listed(case_ids))):
        found[case].append(_line(name, sku))
    return found


def of_case(case_id: CaseId, kind: str, what: str) -> Product | None:
    """The product that a promise would be about if it were made in this case: one statement."""
    return about(ordered(models.Reference._meta.database, [case_id]), case_id, kind, what)


def about(sold: Ordered, case_id: int | None, kind: str, what: str) -> Product | None:
    """The product that a promise in the case is about, of what was ordered there."""
    lines = () if case_id is None else sold.get(case_id, ())
    return one_product(lines, words(what), words(kind)) if lines else None


def cases_linked(database: Database, customer_ids: Iterable[int]) -> set[int]:
    """The cases of these customers that may be about a product: one statement."""
    return {row[0] for row in _rows(database, _NUMBERED.format(ids=_listed(customer_ids)))}


def product_of(name: str, sku: str) -> Product:
    """What a line of an order is compared by."""
    return _line(name, sku)[0]


def promises_linked(database: Database, customer_ids: Iterable[int]) -> set[int]:
    """The promises in cases of these customers that may be about a product: one statement."""
    return {row[0] for row in _rows(database, _LINKED.format(ids=_listed(customer_ids)))}


def _rows(database: Database, statement: str) -> Sequence[Any]:
    return database.execute_sql(statement).fetchall()  # type: ignore[no-any-return]


def _listed(ids: Iterable[int]) -> str:
    return ", ".join(str(int(each)) for each in ids) or "NULL"


@lru_cache(maxsize=_FOLDED)
def _line(name: str, sku: str) -> Line:
    return Product(fold(sku) or fold(name) or name.strip(), name.strip()), tuple(words(name))
