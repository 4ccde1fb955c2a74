"""Follow-ups have a kind: a task, or outreach."""

from __future__ import annotations

from typing import Any


def up(migrator: Any, db: Any) -> None:
    """Make every follow-up so far a task."""
    db.execute_sql("ALTER TABLE follow_up ADD COLUMN kind TEXT NOT NULL DEFAULT 'task'")
