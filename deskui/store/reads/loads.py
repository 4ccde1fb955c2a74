"""What everybody on the staff still has open, counted over indexes that hold nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.ids import EmployeeId
from deskui.domain.working_hours.roster import Load

if TYPE_CHECKING:
    from peewee import Database

_STATEMENTS: Final = (
    """SELECT owner_id, COUNT(*) FROM "case" WHERE status <> 'closed' AND withdrawn_at IS NULL GROUP BY owner_id""",
    "SELECT owner, COUNT(*) FROM open_promise GROUP BY owner",
    "SELECT owner_id, COUNT(*) FROM follow_up WHERE settled_at IS NULL AND withdrawn_at IS NULL GROUP BY owner_id",
)
"""In the order of the fields of a load; the conditions are word for word those of the partial indexes."""


def loads(database: Database) -> dict[EmployeeId, Load]:
    """Cases, promises and follow-ups still open of everybody who has any: three statements."""
    counts: dict[int, list[int]] = {}
    for place, statement in enumerate(_STATEMENTS):
        for owner, count in database.execute_sql(statement).fetchall():
            if owner is not None:
                counts.setdefault(owner, [0, 0, 0])[place] = count
    return {EmployeeId(owner): Load(*each) for owner, each in counts.items()}
