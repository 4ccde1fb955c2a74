"""Writes about the shop and its staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.ids import EmployeeId
from deskui.store import models

if TYPE_CHECKING:
    from deskui.domain.staff import Role
    from deskui.store.entry import Entry


def add_shop(entry: Entry, name: str, zone: str, region: str, currency: str) -> int:
    """Write down which shop this database belongs to."""
    return entry.insert(models.Shop, name=name, zone=zone, region=region, currency=currency, created_at=entry.at)


def add_employee(
    entry: Entry,
    name: str,
    role: Role,
    extension: str = "",
    interests: str = "",
    *,
    phone: str = "",
    branch: str = "",
) -> EmployeeId:
    """Put somebody on the staff list."""
    return EmployeeId(
        entry.insert(
            models.Employee,
            name=name,
            role=role.value,
            extension=extension,
            interests=interests,
            phone=phone,
            branch=branch,
            created_at=entry.at,
        )
    )
