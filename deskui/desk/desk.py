"""The counter: one object with an area for each part of the work."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from deskui.desk.cases import Cases
from deskui.desk.conversations import Conversations
from deskui.desk.customers import Customers
from deskui.desk.due import DueList
from deskui.desk.duty import Duty
from deskui.desk.follow_ups import FollowUps
from deskui.desk.journal import OwnEntries
from deskui.desk.lookup import Lookup
from deskui.desk.notes import Notes
from deskui.desk.promises import Promises
from deskui.desk.session import NOBODY, Session
from deskui.desk.shop import ShopSetup
from deskui.desk.told import Told
from deskui.desk.visits import Visits
from deskui.desk.wrap_up import WrapUp

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.staff import Employee
    from deskui.store.store import Store


def utc_now() -> datetime:
    """The instant by the machine's clock."""
    return datetime.now(UTC)


class Desk:
    """What the rest of the program talks to; synchronous, used from one thread at a time."""

    def __init__(self, store: Store, clock: Callable[[], datetime] = utc_now) -> None:
        self.store = store
        self.clock = clock
        self.session: Session = NOBODY
        self.lookup = Lookup(self)
        self.customers = Customers(self)
        self.notes = Notes(self)
        self.conversations = Conversations(self)
        self.cases = Cases(self)
        self.promises = Promises(self)
        self.told = Told(self)
        self.visits = Visits(self)
        self.follow_ups = FollowUps(self)
        self.wrap_up = WrapUp(self)
        self.due = DueList(self)
        self.duty = Duty(self)
        self.shop = ShopSetup(self)
        self.own_entries = OwnEntries(self)

    def act_as(self, employee: Employee) -> None:
        """From now on this person is acting."""
        self.session = replace(self.session, employee=employee)

    def connect(self) -> None:
        """Give the calling thread its own connection."""
        self.store.connect()

    def close(self) -> None:
        """Close the calling thread's connection."""
        self.store.close()
