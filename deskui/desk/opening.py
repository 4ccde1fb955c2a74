"""Opening the desk on a database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.desk.desk import Desk
from deskui.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


def open_desk(
    url: str,
    *,
    create: bool = True,
    desk_name: str = "",
    employee: str = "",
    likely: str = "",
    clock: Callable[[], datetime] | None = None,
    as_owner: bool = False,
) -> Desk:
    """Open the desk on the database at `url`, acting as `employee` (empty: `likely`, or the first on the list).

    Without a `clock`, it goes by that of the machine.
    Who needs a PIN is only awaited there, until they sign in; not so for the command line, `as_owner` of the file.
    Raises: DatabaseTrouble when it cannot be used, or is not there and not to be created;
    NotFound when nobody of that name is on the staff list.
    """
    desk = Desk(Store.open(url, create=create), clock)
    try:
        desk.shop.resume(desk_name, employee, likely, as_owner=as_owner)
    except BaseException:
        desk.close()
        raise
    return desk
