"""Shops of a given size, built once into a folder and used again."""

from __future__ import annotations

import hashlib
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from deskui.demo.shop import make_demo
from deskui.settings import sqlite_url
from deskui.store.schema import MIGRATIONS

NOW = datetime(2026, 11, 22, 17, 42, tzinfo=UTC)


def default_folder() -> Path:
    """Where built shops are kept when no folder is named."""
    return Path(tempfile.gettempdir()) / "deskui-benchmarks"


def shop_of(customers: int, folder: Path) -> Path:
    """The database with that many customers; made now when there is none of today's schema."""
    folder.mkdir(parents=True, exist_ok=True)
    schema = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(MIGRATIONS.glob("*.py")))).hexdigest()
    place = folder / f"shop-{customers}-{schema[:8]}.sqlite3"
    if not place.exists():
        started = time.perf_counter()
        part = place.with_suffix(".part")
        for leftover in folder.glob(f"{part.name}*"):
            leftover.unlink()
        make_demo(sqlite_url(part), customers, _told if sys.stderr.isatty() else None, now=NOW)
        part.rename(place)
        said = f"built {customers:,} customers in {time.perf_counter() - started:.0f} s, "
        sys.stderr.write(f"{said}{place.stat().st_size / 1e6:,.0f} MB\n")
    return place


def _told(what: str, done: int, total: int) -> None:
    sys.stderr.write(f"\r{what} {done:,} of {total:,} ")
    sys.stderr.flush()
