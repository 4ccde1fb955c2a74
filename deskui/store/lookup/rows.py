"""The customers a search found, as rows to show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.domain.ids import BenefitId, CaseId, CustomerId, OrderId
from deskui.domain.lookup import Hit, Matched

if TYPE_CHECKING:
    from deskui.store.lookup.statements import Statements

_POINT: Final = (
    "(SELECT value FROM contact_point AS p WHERE p.customer_id = c.id AND p.kind = '{kind}' "
    "AND p.withdrawn_at IS NULL ORDER BY p.preferred DESC, p.id LIMIT 1)"
)
_SHOWN: Final = (
    "c.id, c.number, c.name, c.preferred_name, c.company, c.tier, "
    f"coalesce({_POINT.format(kind='phone')}, ''), coalesce({_POINT.format(kind='email')}, '')"
)
_RECENT: Final = (
    f"SELECT {_SHOWN} FROM opening AS o JOIN customer AS c ON c.id = o.customer_id "
    "WHERE c.withdrawn_at IS NULL ORDER BY o.opened_at DESC LIMIT ?"
)
_NEWEST: Final = f"SELECT {_SHOWN} FROM customer AS c WHERE c.withdrawn_at IS NULL ORDER BY c.id DESC LIMIT ?"


Row = tuple[Any, ...]
"""Id, number, name, preferred name, company, tier, one phone and one e-mail address."""
NAME: Final = 2
PREFERRED_NAME: Final = 3
COMPANY: Final = 4


def shown(statements: Statements, customers: list[int]) -> dict[int, Row]:
    """The rows of these customers, those withdrawn left out; one statement."""
    if not customers:
        return {}
    marks = ",".join("?" * len(customers))
    statement = f"SELECT {_SHOWN} FROM customer AS c WHERE c.id IN ({marks}) AND c.withdrawn_at IS NULL"
    return {row[0]: row for row in statements.rows(statement, customers)}


def recent(statements: Statements, limit: int) -> list[Hit]:
    """The customers opened last, newest first; those added last where nobody was ever opened."""
    opened = [hit(row, Matched.RECENT, "") for row in statements.rows(_RECENT, (limit,))]
    return opened or [hit(row, Matched.NEWEST, "") for row in statements.rows(_NEWEST, (limit,))]


def hit(
    row: Row,
    matched: Matched,
    text: str,
    exact: bool = False,
    case_id: int | None = None,
    order_id: int | None = None,
    benefit_id: int | None = None,
) -> Hit:
    """A row to show, with the reason."""
    case = None if case_id is None else CaseId(case_id)
    order = None if order_id is None else OrderId(order_id)
    benefit = None if benefit_id is None else BenefitId(benefit_id)
    customer, number, name, preferred_name, company, tier, phone, email = row
    return Hit(
        CustomerId(customer),
        number,
        name,
        preferred_name,
        company,
        tier,
        phone,
        email,
        matched,
        text,
        exact,
        case,
        order,
        benefit,
    )
