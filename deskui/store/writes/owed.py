"""Which customers and open cases came twice or more since we last reached them: derived, exact, rebuildable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.due.owed import FACE_TO_FACE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peewee import Database

_ROWS: Final = """
INSERT INTO owed_call (customer, "case", counted, newest, "by", times, is_case)
WITH talk AS (
    SELECT c.id, c.customer_id AS customer, {about} AS about, c.at, c.direction, c.reached, c.employee_id AS who
    FROM conversation c {join}
    WHERE c.withdrawn_at IS NULL AND {among}
), answered AS (
    SELECT customer, about, MAX(at) AS at FROM talk WHERE direction = 'out' AND reached GROUP BY customer, about
), theirs AS (
    SELECT t.customer, t.about, t.at, t.who,
        ROW_NUMBER() OVER (PARTITION BY t.customer, t.about ORDER BY t.at DESC, t.id DESC) AS place,
        COUNT(*) OVER (PARTITION BY t.customer, t.about) AS times
    FROM talk t LEFT JOIN answered a ON a.customer = t.customer AND a.about = t.about
    WHERE t.direction = 'in' AND (a.at IS NULL OR t.at > a.at)
)
SELECT second.customer, {case}, second.at, newest.at, newest.who, newest.times, {is_case}
FROM theirs second
JOIN theirs newest ON newest.customer = second.customer AND newest.about = second.about AND newest.place = 1
WHERE second.place = 2
"""


def rebuild(database: Database) -> None:
    """Work out all rows anew, inside the caller's transaction."""
    database.execute_sql("DELETE FROM owed_call")
    _add(database, "1 = 1")


def refresh(database: Database, customers: Iterable[int]) -> None:
    """Work out the rows of these customers anew."""
    ids = ", ".join(str(int(each)) for each in sorted(set(customers)))
    if ids:
        database.execute_sql(f"DELETE FROM owed_call WHERE customer IN ({ids})")
        _add(database, f"c.customer_id IN ({ids})")


def _add(database: Database, whose: str) -> None:
    counted = f"NOT (c.case_id IS NULL AND c.direction = 'in' AND c.channel = '{FACE_TO_FACE.value}')"
    database.execute_sql(
        _ROWS.format(about="0", join="", among=f"{whose} AND {counted}", case="NULL", is_case="FALSE")
    )
    # What was merged counts with the case that is left; whoever called about both need not be called twice.
    still_open = "s.status <> 'closed' AND s.withdrawn_at IS NULL"
    database.execute_sql(
        _ROWS.format(
            about="s.id",
            join='JOIN "case" o ON o.id = c.case_id JOIN "case" s ON s.id = COALESCE(o.merged_into_id, o.id)',
            among=f"{whose} AND {still_open}",
            case="second.about",
            is_case="TRUE",
        )
    )
