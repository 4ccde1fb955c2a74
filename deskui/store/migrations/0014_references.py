"""When what was ordered comes, who accepted which proof, and a customer's cases listed over indexes."""

from __future__ import annotations

from typing import Any, Final

# What is still open is listed first; each part has an index of its own, since no plain one leads through both.
_CASES: Final = 'CREATE INDEX {name} ON "case" (customer_id, opened_at, id) WHERE {status} AND withdrawn_at IS NULL'
_INDEXES: Final = (("case_listed_open", "status <> 'closed'"), ("case_listed_closed", "status = 'closed'"))
_COLUMNS: Final = (
    ("reference", "supplier TEXT NOT NULL DEFAULT ''"),
    ("reference", "expected DATE"),
    ("reference", "received DATE"),
    ("orders", "proof_by_id INTEGER REFERENCES employee (id)"),
    ("orders", "proof_at BIGINT"),
)


def up(migrator: Any, db: Any) -> None:
    """Add the columns and the indexes."""
    for table, column in _COLUMNS:
        db.execute_sql(f"ALTER TABLE {table} ADD COLUMN {column}")
    for name, status in _INDEXES:
        db.execute_sql(_CASES.format(name=name, status=status))
