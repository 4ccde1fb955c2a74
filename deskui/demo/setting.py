"""What all generated rows have in common: the instant, the staff, the currency, and ids nobody else has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from deskui.store import models
from deskui.store.models.base import to_millis
from deskui.store.reads import staff
from deskui.store.writes.bulk import next_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peewee import Model

Batch = tuple["type[Model]", tuple[str, ...], "Sequence[tuple[Any, ...]]"]
"""Rows of one table: the model, the columns, and the values in their order."""

DAY: Final = 86_400_000
_OPENING: Final = 15 * 3_600_000
_OPEN_FOR: Final = 9 * 3_600_000
LONGEST_AGO: Final = 3650
_FURTHEST_AHEAD: Final = 2000
_BUSY: Final = 20_000
"""Beyond so many customers there is no more that is open."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The shop as the generator finds it; instants are UTC milliseconds."""

    now: int
    midnight: int
    days: list[str]
    staff: list[int]
    currency: str
    orders_per_customer: int
    recent: float
    """The share of what was promised and noted of late that is made: in a big shop too, the due list stays human."""

    @classmethod
    def of_shop(cls, now: datetime, orders_per_customer: int, customers: int) -> Setting:
        """The setting of the open database, to which that many customers are added."""
        shop = staff.shop()
        today = now.date()
        first = today - timedelta(days=LONGEST_AGO)
        count = LONGEST_AGO + _FURTHEST_AHEAD
        return cls(
            now=to_millis(now),
            midnight=to_millis(now) // DAY * DAY,
            days=[(first + timedelta(days=day)).isoformat() for day in range(count)],
            staff=[int(one.id) for one in staff.employees()],
            currency="USD" if shop is None else shop.currency,
            orders_per_customer=orders_per_customer,
            recent=min(1, _BUSY / max(1, customers)),
        )

    def at(self, days_ago: int, moment: float) -> int:
        """An instant in opening hours, `moment` (0 to 1) of the way through them."""
        return self.midnight - days_ago * DAY + _OPENING + int(moment * _OPEN_FOR)

    @property
    def hours_a_day(self) -> float:
        """How long the shop is open."""
        return _OPEN_FOR / 3_600_000

    def later(self, at: int, hours: float) -> int:
        """The instant by which that many opening hours have passed."""
        since = (at - self.midnight - _OPENING) % DAY
        days, passed = divmod(min(since, _OPEN_FOR) + int(hours * 3_600_000), _OPEN_FOR)
        return at - since + days * DAY + passed

    def clerk(self, chance: float) -> int | None:
        """One of the staff, if there is any."""
        return self.staff[int(chance * len(self.staff))] if self.staff else None

    def day(self, days_ago: int) -> str:
        """A day in ISO form; negative for days to come."""
        return self.days[LONGEST_AGO - days_ago]


@dataclass(slots=True)
class FreeIds:
    """The next ids and numbers that nobody has; taken inside the transaction that uses them."""

    customer: int
    household: int
    order: int
    case: int
    case_number: int
    talk: int
    promise: int
    statement: int

    @classmethod
    def now(cls) -> FreeIds:
        """What is free in the open database."""
        from deskui.store.writes.cases import FIRST_CASE

        newest = models.Case.select(models.Case.number).order_by(models.Case.number.desc()).scalar()
        return cls(
            next_id(models.Customer),
            next_id(models.Household),
            next_id(models.Order),
            next_id(models.Case),
            max(FIRST_CASE, (newest or 0) + 1),
            next_id(models.Conversation),
            next_id(models.Promise),
            next_id(models.Statement),
        )
