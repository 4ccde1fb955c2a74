"""What is still to be scrubbed after a redaction, and from where on the review is still to be sorted."""

from __future__ import annotations

from typing import Any, Final

from deskui.store.append_only import lets_erase

_COLUMNS: Final = (
    "shop ADD COLUMN scrub TEXT NOT NULL DEFAULT ''",
    "shop ADD COLUMN sort_from INTEGER",
)
_WITH_ITS_STATEMENT: Final = (
    "EXISTS (SELECT 1 FROM verdict v WHERE v.entity = 'statement' AND v.verdict = 'redacted' "
    'AND (v."row" = OLD.id OR (OLD.kind = \'taken back\' AND v."row" = OLD.corrects_id)))'
)
"""Who took a statement back repeated its topic."""


def up(migrator: Any, db: Any) -> None:
    """Add the marks; what earlier versions redacted is scrubbed once more."""
    for column in _COLUMNS:
        db.execute_sql(f"ALTER TABLE {column}")
    db.execute_sql("UPDATE shop SET scrub = 'words:' WHERE EXISTS (SELECT 1 FROM erasure)")
    lets_erase(db, "statement", ("topic", "topic_key", "text"), _WITH_ITS_STATEMENT)
