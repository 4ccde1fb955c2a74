"""What every panel is painted against: the time, the place and the person looking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo

    from deskui.domain.staff import Employee


@dataclass(frozen=True, slots=True)
class Scene:
    """The instant and zone of the desk, the region for numbers and money, and who is looking."""

    now: datetime
    zone: tzinfo
    region: str
    me: Employee | None

    @property
    def today(self) -> date:
        """The day at this desk."""
        return self.now.astimezone(self.zone).date()
