"""The sample shop: Alder & Finch in Denver, with the people of the stories in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from deskui.demo.calendar import Calendar
from deskui.demo.calling import tell_calls
from deskui.demo.conceding import tell_goodwill
from deskui.demo.counters import catch_up
from deskui.demo.decided import tell_decisions
from deskui.demo.entitled import give_benefits
from deskui.demo.generator import fill
from deskui.demo.manual_rows import write_manual
from deskui.demo.outreach import tell_outreach
from deskui.demo.reviewed import tell_reviews
from deskui.demo.set_up import BEGAN, OPENED, tell_set_up
from deskui.demo.setting import FreeIds
from deskui.demo.staff import CURRENCY, HOURS, OUTSIDE, REGION, SHOP, STAFF, SUPERVISOR, ZONE
from deskui.demo.telling import Teller
from deskui.demo.worth_saying import tell_tips
from deskui.domain.working_hours.opening import week_text
from deskui.store import engine, journal, ledgers, models
from deskui.store.entry import Actor, Entry
from deskui.store.store import Store
from deskui.store.writes import derived
from deskui.store.writes.bulk import insert_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    Progress = Callable[[str, int, int], None]

_FILLED: Final = "demo.fill:stories"
"""The operation that makes the shop, by which it is known again."""
KINDS: Final = ("parcel", "repair", "order", "claim", "delivery")
"""The kinds of case that the shop has listed."""


def make_demo(url: str, customers: int = 0, progress: Progress | None = None, *, now: datetime) -> None:
    """Make the sample shop at `url`, with `customers` made-up ones beside the people of the stories.

    All dates are relative to `now`. `progress` is told what is being done, how much is done, of how much.
    Raises: DatabaseTrouble when the database cannot be made.
    """
    store = Store.open(url)
    try:
        with store.transaction():
            _open_shop(store, now)
            catch_up(store.database)
            derived.rebuild(store.database)
        if customers:
            fill(store, customers=customers, progress=progress, now=now)
        else:
            store.index.rebuild()
    finally:
        store.close()


def is_sample_shop(url: str) -> bool:
    """Whether the file behind `url` is a sample shop.

    Raises: DatabaseTrouble when it is a database that cannot be used.
    """
    path = engine.database_path(url)
    if path is None or not engine.is_there(path) or not engine.is_database(path):
        return False
    store = Store.open(url, create=False)
    try:
        return journal.find_operation(_FILLED) is not None
    finally:
        store.close()


def _open_shop(store: Store, now: datetime) -> None:
    calendar = Calendar(now, ZoneInfo(ZONE))
    at = calendar.at(BEGAN, OPENED)
    shop = [(SHOP, ZONE, REGION, CURRENCY, week_text(HOURS), at)]
    insert_rows(store.database, models.Shop, ("name", "zone", "region", "currency", "hours", "created_at"), shop)
    kinds = [("case", title, at) for title in KINDS]
    insert_rows(store.database, models.WorkKind, ("of", "title", "created_at"), kinds)
    names = _hire(store, at)
    told = Teller(calendar, names, FreeIds.now()).write(store.database)
    tell_calls(store.database, calendar, names)
    write_manual(store.database, calendar, names, SUPERVISOR)
    tell_goodwill(store.database, calendar, names)
    tell_decisions(store.database, calendar, names)
    tell_tips(store.database, calendar, names)
    give_benefits(store.database, calendar, names)
    tell_outreach(store.database, calendar, names)
    tell_reviews(store.database, calendar, names)
    tell_set_up(names[SUPERVISOR])
    journal.append(Entry(Actor(None, ""), now), ledgers.SAMPLE, told, None, _FILLED)


def _hire(store: Store, at: int) -> dict[str, int]:
    """Fill the directory, and return the ids by name."""
    texts = ("name", "role", "extension", "phone", "interests", "skills", "email", "company", "zone")
    flags = ("present", "is_manager")
    columns = ("id", *texts, *flags, "branch", "hours", "created_at")
    everybody = dict(enumerate((*STAFF, *OUTSIDE), 1))
    rows = [
        (row, *(getattr(who, name) for name in (*texts, *flags)), branch, hours, at)
        for row, who in everybody.items()
        for branch in ("" if who.company else "Denver",)
        for hours in ("" if who.hours is None else week_text(who.hours),)
    ]
    insert_rows(store.database, models.Employee, columns, rows)
    names = {who.name: row for row, who in everybody.items()}
    deputies = [
        (row, names[name], position)
        for row, who in everybody.items()
        for position, name in enumerate(who.deputies, 1)
    ]
    insert_rows(store.database, models.Deputy, ("employee", "deputy", "position"), deputies)
    return names
