"""What was given and what was asked for, for the page of a customer: both in one statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from peewee import SQL

from deskui.store import models
from deskui.store.models.base import from_millis
from deskui.store.reads import approvals, goodwill
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.goodwill.approval import Approval
    from deskui.domain.goodwill.goodwill import Goodwill
    from deskui.domain.ids import CustomerId, EmployeeId

_GIVEN, _ASKED = models.Goodwill, models.Approval
_SHARED: Final = (
    *("id", "customer", "case", "promise", "kind", "amount_minor", "currency", "what", "reason"),
    *("policy_version", "footing", "for_customer", "by", "at"),
)
_OF_GIVEN: Final = ("approved_by", "approval", "charged_to", "counts_at", "approved", "back_at", "took")
_OF_ASKED: Final = (
    *("expires_at", "verdict", "words", "answered_at", "answered_by", "answering", "allowed", "seen_at"),
    *("undone_at", "undone_by", "undoing", "gone_at", "gone_into", "case_gone_at"),
)
_INSTANTS: Final = ("expires_at", "answered_at", "undone_at", "seen_at")
"""Columns of requests alone, which come as they are kept: types are read off the first half of the statement."""


def looked_at(
    customer_id: CustomerId, charged_to: EmployeeId, since: datetime
) -> tuple[tuple[Goodwill, ...], tuple[Approval, ...]]:
    """What `goodwill.counting` finds, and all that was asked for the customer, both newest first: one statement."""
    rows = _looked_at.dicts(customer_id, charged_to, since)
    given = [goodwill.goodwill_of(row) for row in rows if row["is_given"]]
    asked = [approvals.approval_of(row | _instants(row)) for row in rows if not row["is_given"]]
    given.sort(key=lambda each: (each.at, each.id), reverse=True)
    asked.sort(key=lambda each: each.id, reverse=True)
    return tuple(given), tuple(asked)


def _instants(row: dict[str, Any]) -> dict[str, Any]:
    return {name: None if row[name] is None else from_millis(row[name]) for name in _INSTANTS}


@compiled
def _looked_at(customer_id: Any, charged_to: Any, since: Any) -> Any:
    theirs = _GIVEN.customer == customer_id
    mine = (_GIVEN.charged_to == charged_to) & (_GIVEN.counts_at >= since)
    given = goodwill.given_with(_columns(_GIVEN, 1, goodwill.named(), _OF_GIVEN + _OF_ASKED))
    asked = approvals.asked_with(_columns(_ASKED, 0, approvals.named(), _OF_GIVEN + _OF_ASKED))
    return given.where(theirs | mine).union_all(asked.where(_ASKED.customer == customer_id))


def _columns(model: Any, is_given: int, named: dict[str, Any], others: tuple[str, ...]) -> list[Any]:
    """The same columns of either table, nothing for those that it has not."""
    fields = model._meta.fields
    shared = [fields[name] for name in _SHARED]
    names = [named[name].alias(name) for name in ("whom", "case_number", "who")]
    rest = [
        named[name].alias(name) if name in named else fields[name] if name in fields else SQL("NULL").alias(name)
        for name in others
    ]
    return [SQL(str(is_given)).alias("is_given"), *shared, *names, *rest]
