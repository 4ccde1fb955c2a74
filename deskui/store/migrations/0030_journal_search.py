"""The journal by what was done and by who did it, each newest first, so that a search looks at few entries."""

from __future__ import annotations

from typing import Any


def up(migrator: Any, db: Any) -> None:
    """Make both indexes."""
    db.execute_sql("CREATE INDEX journal_verb_at_id_employee_id ON journal (verb, at, id, employee_id)")
    db.execute_sql("CREATE INDEX journal_employee_id_at_id ON journal (employee_id, at, id)")
