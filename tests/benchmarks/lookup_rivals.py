"""What people would use instead: LIKE over four columns, and a plain B-tree prefix query."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Final

from deskui.store.normalise.letters import fold

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deskui.store.store import Store

Rival = tuple[str, "Callable[[str], int]", int]
"""Its name, the search, and how many of the queries it is asked (the slow ones would take hours)."""

_COLUMNS: Final = ("name", "phone", "email", "family")
_FLAT: Final = (
    "SELECT c.id, c.name, coalesce((SELECT p.key FROM contact_point p WHERE p.customer_id = c.id AND "
    "p.kind = 'phone' LIMIT 1), ''), coalesce((SELECT p.key FROM contact_point p WHERE p.customer_id = c.id "
    "AND p.kind = 'email' LIMIT 1), ''), c.family_name FROM customer c"
)


def rivals(store: Store, size: int, folder: Path) -> list[Rival]:
    """Both, over one flat table of the same customers, made once beside the shop."""
    place = folder / f"flat-{size}.sqlite3"
    if not place.exists():
        _make(store, place)
    connection = sqlite3.connect(place)
    connection.execute("PRAGMA cache_size = -65536")

    def like(text: str) -> int:
        values = [f"%{text}%"] * len(_COLUMNS)
        where = " OR ".join(f"{column} LIKE ?" for column in _COLUMNS)
        statement = f"SELECT * FROM flat WHERE {where} ORDER BY id DESC LIMIT 30"
        return len(connection.execute(statement, values).fetchall())

    def prefix(text: str) -> int:
        begun = fold(text) or text
        arms = " UNION ".join(
            f"SELECT * FROM (SELECT id FROM flat WHERE {column} >= ? AND {column} < ? ORDER BY id DESC LIMIT 30)"
            for column in _COLUMNS
        )
        bounds = [begun, begun + "\U0010ffff"] * len(_COLUMNS)
        rows = connection.execute(f"{arms} ORDER BY id DESC LIMIT 30", bounds).fetchall()
        return len(rows)

    return [("LIKE '%x%', four columns", like, 60), ("B-tree prefix, four col.", prefix, 1000)]


def _make(store: Store, place: Path) -> None:
    part = place.with_suffix(".part")
    part.unlink(missing_ok=True)
    connection = sqlite3.connect(part)
    connection.execute("CREATE TABLE flat (id INTEGER PRIMARY KEY, name TEXT, phone TEXT, email TEXT, family TEXT)")
    rows = store.database.execute_sql(_FLAT)
    folded = (
        (row, fold(name), phone.removeprefix("+1"), email, fold(family)) for row, name, phone, email, family in rows
    )
    connection.executemany("INSERT INTO flat VALUES (?, ?, ?, ?, ?)", folded)
    for column in _COLUMNS:
        connection.execute(f"CREATE INDEX flat_{column} ON flat ({column})")
    connection.commit()
    connection.close()
    part.rename(place)
