"""The shop this database belongs to, and its hours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.store import models

if TYPE_CHECKING:
    from deskui.store.entry import Entry


def add_shop(entry: Entry, name: str, zone: str, region: str, currency: str) -> int:
    """Write down which shop this database belongs to."""
    return entry.insert(models.Shop, name=name, zone=zone, region=region, currency=currency, created_at=entry.at)


def set_shop_hours(entry: Entry, version: int, week: str, holidays: str) -> int:
    """Write down when the desk is open, and return the row of the shop."""
    return change_shop(entry, version, {"hours": week, "holidays": holidays})


def change_shop(entry: Entry, version: int, columns: dict[str, Any]) -> int:
    """Change the named columns of the shop that is still at `version`, and return its row."""
    row = int(models.Shop.select(models.Shop.id).order_by(models.Shop.id).scalar())
    entry.update(models.Shop, row, version, **columns)
    return row
