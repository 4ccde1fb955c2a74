"""Which contacts ask for a call of ours: the customer as a whole, beside each of their cases."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from deskui.domain.conversation import Channel, Direction
from deskui.domain.due.contact_balance import Balance, balance

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from deskui.domain.ids import CaseId

FACE_TO_FACE: Final = Channel.COUNTER
"""At the counter we stand before them: outside a case such a contact is answered where it happens."""

COUNTED_FOR: Final = timedelta(days=90)
"""How far back the contacts with a customer as a whole count; those of a case count since it was opened."""


class Met(NamedTuple):
    """One contact with a customer, as far as it counts here."""

    direction: Direction
    reached: bool
    at: datetime
    channel: Channel
    case_id: CaseId | None


def customer_balance(contacts: Iterable[Met], now: datetime) -> Balance:
    """The balance of a customer as a whole over the last 90 days.

    All contacts are counted, but a visit to the counter that belongs to no case leaves no call owed: whoever buys
    something twice in a season is not waiting for us.
    """
    since = now - COUNTED_FOR
    every = [each for each in contacts if each.at >= since]
    asking = (
        each[:3]
        for each in every
        if each.case_id is not None or each.direction is Direction.OUT or each.channel is not FACE_TO_FACE
    )
    counted = balance((each[:3] for each in every), since)
    return Balance(counted.theirs, counted.ours_reached, counted.tries, balance(asking, since).owed)
