"""When the desk is open."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from deskui.domain.working_hours.availability import own_hours
from deskui.domain.working_hours.clock import working_clock
from deskui.domain.working_hours.opening import read_hours
from deskui.store.reads import staff

if TYPE_CHECKING:
    from datetime import tzinfo

    from deskui.domain.staff import Employee
    from deskui.domain.working_hours.clock import WorkingClock
    from deskui.domain.working_hours.hours import WorkingHours


def shop_hours() -> WorkingHours:
    """The hours of the desk, the usual ones before the shop is set up: one statement."""
    shop = staff.shop()
    if shop is None:
        return read_hours("", "", ZoneInfo("UTC"))
    return read_hours(shop.hours, shop.holidays, ZoneInfo(shop.zone))


def shop_clock() -> WorkingClock:
    """The clock that runs in the hours of the desk: one statement."""
    hours = shop_hours()
    return working_clock(hours.week, hours.holidays, hours.zone)


def hours_beside(who: Employee, shop: WorkingHours) -> WorkingHours:
    """When somebody in the directory works, in their own zone; `shop` are the hours of the desk."""
    zone = _zone(who.zone, shop.zone)
    return own_hours(who, shop, read_hours(who.hours, who.holidays, zone), zone)


def _zone(name: str, otherwise: tzinfo) -> tzinfo:
    """The zone of that name; `otherwise` where none is kept, or one that this machine does not know."""
    try:
        return ZoneInfo(name) if name else otherwise
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return otherwise
