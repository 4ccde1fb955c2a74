"""What each colleague still has open is counted over indexes, and lengths of promises are counted anew bit by bit."""

from __future__ import annotations

from typing import Any

_CASES = """
CREATE INDEX case_still_open ON "case" (owner_id, status, withdrawn_at)
WHERE status <> 'closed' AND withdrawn_at IS NULL
"""
_TASKS = """
CREATE INDEX follow_up_still_open ON follow_up (settled_at, withdrawn_at, owner_id)
WHERE settled_at IS NULL AND withdrawn_at IS NULL
"""
_OWNER = """
UPDATE open_promise SET owner = COALESCE((SELECT c.owner_id FROM "case" c WHERE c.id = open_promise."case"), "by")
"""


def up(migrator: Any, db: Any) -> None:
    """Add the owner of open promises and how far the count has come, and the indexes."""
    db.execute_sql(_CASES)
    db.execute_sql(_TASKS)
    db.execute_sql("ALTER TABLE open_promise ADD COLUMN owner INTEGER")
    db.execute_sql(_OWNER)
    db.execute_sql("CREATE INDEX open_promise_owner ON open_promise (owner)")
    db.execute_sql("ALTER TABLE shop ADD COLUMN recount_from INTEGER")
