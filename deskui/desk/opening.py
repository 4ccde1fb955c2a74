"""Opening the desk on a database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.desk import Desk
from deskui.store import engine
from deskui.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_IN_MEMORY: Final = "sqlite:///:memory:"


def open_desk(
    url: str,
    *,
    create: bool = True,
    desk_name: str = "",
    employee: str = "",
    likely: str = "",
    clock: Callable[[], datetime] | None = None,
    as_owner: bool = False,
    joins: bool = False,
) -> Desk:
    """Open the desk on the database at `url`, acting as `employee` (empty: `likely`, or the first on the list).

    Without a `desk_name` it is Desk 1, or for a machine that `joins` others the next such name that none goes by.
    Without a `clock`, it goes by that of the machine.
    Who needs a PIN is only awaited there, until they sign in; not so for the command line, `as_owner` of the file,
    which reads as that `employee`, or without one as nobody.
    Raises: DatabaseTrouble when it cannot be used, or is not there and not to be created;
    NotFound when nobody of that name is on the staff list.
    """
    desk = Desk(Store.open(url, create=create), clock)
    try:
        desk.shop.resume(desk_name, employee, likely, as_owner=as_owner, joins=joins)
    except BaseException:
        desk.close()
        raise
    return desk


def open_to_try(url: str) -> Desk:
    """Open the desk for what is tried and not kept, as whoever owns the database.

    Where there is no file yet, that is one in memory. Raises: DatabaseTrouble when it cannot be used.
    """
    path = engine.database_path(url)
    is_new = path is not None and not engine.is_there(path)
    return open_desk(_IN_MEMORY if is_new else url, create=is_new, as_owner=True)
