"""Who contacted whom, about a customer and about a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.conversation import Channel, Direction
from deskui.domain.due.contact_balance import balance
from deskui.domain.due.owed import COUNTED_FOR, Met, customer_balance
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from deskui.domain.due.contact_balance import Balance
    from deskui.domain.ids import CaseId, CustomerId


_TALK = models.Conversation


def of_customer(customer_id: CustomerId, now: datetime) -> Balance:
    """Who contacted whom in the last 90 days: one statement."""
    rows = _met_since.tuples(customer_id, now - COUNTED_FOR)
    met = (Met(Direction(row[0]), bool(row[1]), row[2], Channel(row[3]), row[4]) for row in rows)
    return customer_balance(met, now)


@compiled
def _met_since(customer_id: Any, since: Any) -> Any:
    return _TALK.select(_TALK.direction, _TALK.reached, _TALK.at, _TALK.channel, _TALK.case).where(
        _TALK.customer == customer_id, _TALK.withdrawn_at.is_null(), _TALK.at >= since
    )


def of_cases(case_ids: Sequence[CaseId], since: datetime | None) -> tuple[Balance, Balance | None]:
    """Who contacted whom about a case and those merged into it, ever and since an instant: one statement."""
    contacts = [(Direction(row[0]), bool(row[1]), row[2]) for row in _met_about.tuples(list(case_ids))]
    return balance(contacts, None), None if since is None else balance(contacts, since)


@compiled
def _met_about(case_ids: Any) -> Any:
    return _TALK.select(_TALK.direction, _TALK.reached, _TALK.at).where(
        _TALK.case.in_(case_ids), _TALK.withdrawn_at.is_null()
    )
