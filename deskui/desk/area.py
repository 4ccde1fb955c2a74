"""What the areas of the desk share: the store, who is acting, and one way to carry out a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from deskui.desk.desk import Desk
    from deskui.desk.session import Session
    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId
    from deskui.store.entry import Entry
    from deskui.store.store import Store

    Work = Callable[[Entry], tuple[int, CustomerId | None]]


class Area:
    """One area of the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def store(self) -> Store:
        """The open database."""
        return self._desk.store

    @property
    def session(self) -> Session:
        """Who is acting."""
        return self._desk.session

    def now(self) -> datetime:
        """The instant by the desk's clock, in UTC."""
        return self._desk.clock()

    def perform(self, verb: str, operation: str | None, work: Work, undoes: int | None = None) -> Done:
        """Carry out a verb as the person acting; without an operation key a repeat cannot be recognised."""
        return self.store.perform(self.session.actor, self.now(), verb, operation or str(uuid4()), work, undoes)
