"""Where somebody is in the due list, and in the call list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.due.due_list import DueItem
    from deskui.domain.staff import Employee


class Whose(StrEnum):
    """Whose list is shown."""

    MINE = "mine"
    DESK = "the desk"
    COLLEAGUE = "colleague"


@dataclass(slots=True)
class DuePlace:
    """Whose list and which row, so that both are there again when somebody comes back from a customer."""

    whose: Whose = Whose.MINE
    colleague: Employee | None = None
    key: object = None
    order: tuple[object, ...] = ()
    """The keys of the list as it was last, to stay near a row that is gone when it is read again."""

    settled: object = None
    """The row that was settled last, to go back to when that is taken back."""

    def turn_to(self, whose: Whose, colleague: Employee | None = None) -> None:
        """Go to the top of another list."""
        self.whose, self.colleague = whose, colleague or self.colleague
        self.key, self.order = None, ()

    def read(self, desk: Desk) -> tuple[DueItem, ...]:
        """What is due of whoever it is."""
        if self.whose is Whose.MINE:
            return desk.due.mine()
        return desk.due.list(None if self.whose is Whose.DESK else self.colleague)

    def nearest(self, keys: Sequence[object]) -> object:
        """Of these rows the one to go to: where the cursor was, else what came next there and is left."""
        return _nearest(self.key, self.order, keys)

    @property
    def of_whom(self) -> str:
        """` for you`, ` for Paul Reyes`, or nothing when it is everybody's."""
        if self.whose is Whose.COLLEAGUE and self.colleague is not None:
            return f" for {self.colleague.name}"
        return " for you" if self.whose is Whose.MINE else ""

    def choices(self) -> list[tuple[str, bool]]:
        """The lists there are in words, each with whether it is shown."""
        named = "" if self.colleague is None else self.colleague.name
        words = {Whose.COLLEAGUE: named or Whose.COLLEAGUE.value}
        return [(words.get(each, each.value), each is self.whose) for each in Whose]


@dataclass(slots=True)
class CallPlace:
    """Whose call list and which row; `order` and `key` as in the due list."""

    is_mine: bool = True
    key: object = None
    order: tuple[object, ...] = ()

    def turn_to(self, is_mine: bool) -> None:
        """Go to the top of another list."""
        self.is_mine, self.key, self.order = is_mine, None, ()

    def nearest(self, keys: Sequence[object]) -> object:
        """Of these rows the one to go to: where the cursor was, else what came next there and is left."""
        return _nearest(self.key, self.order, keys)


def _nearest(key: object, order: Sequence[object], keys: Sequence[object]) -> object:
    if key not in order or not keys:
        return None
    return next((each for each in order[order.index(key) :] if each in keys), keys[-1])
