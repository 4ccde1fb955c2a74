"""Who contacted whom how often, and whether a call is owed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from deskui.domain.conversation import Direction

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

OWED_AFTER: Final = 2
"""So many contacts of theirs without one of ours that reached them, and we owe a call."""


class Contact(NamedTuple):
    """One contact: which way, whether the other side was reached, and when."""

    direction: Direction
    reached: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Balance:
    """How often they came to us, how often we reached them, our tries that did not; `owed` whether we owe a call."""

    theirs: int
    ours_reached: int
    tries: int
    owed: bool


def balance(contacts: Iterable[tuple[Direction, bool, datetime]], since: datetime | None) -> Balance:
    """The balance of the contacts at or after `since`, or of all of them; their order does not matter.

    A call is owed from the second contact of theirs after our last one that reached them, until we reach them.
    """
    counted = [Contact(*each) for each in contacts if since is None or each[2] >= since]
    theirs = [each for each in counted if each.direction is Direction.IN]
    ours = [each for each in counted if each.direction is Direction.OUT]
    reached = [each.at for each in ours if each.reached]
    last = max(reached, default=None)
    unanswered = len(theirs) if last is None else sum(each.at > last for each in theirs)
    return Balance(len(theirs), len(reached), len(ours) - len(reached), unanswered >= OWED_AFTER)
