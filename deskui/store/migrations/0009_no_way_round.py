"""Nothing goes past the append-only tables: neither REPLACE nor TRUNCATE."""

from __future__ import annotations

from typing import Any

from deskui.store.append_only import no_way_round


def up(migrator: Any, db: Any) -> None:
    """Close the ways past the triggers of these tables."""
    no_way_round(db, "journal", "operation", "undoes")
    no_way_round(db, "promise", "source_key")
    no_way_round(db, "promise_entry")
    no_way_round(db, "statement")
