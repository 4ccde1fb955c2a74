"""What the rules of outreach look at of each customer: derived, exact, rebuildable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peewee import Database

_ROWS: Final = """
INSERT INTO outreach_fact (customer, tier, met_at, anniversary, since_year, birthday, may_call, rests_until)
SELECT id, LOWER(tier),
    CASE WHEN COALESCE(talked, bought) IS NULL THEN created_at
        WHEN bought IS NULL OR talked >= bought THEN talked ELSE bought END,
    CASE WHEN substr(began, 6, 5) <> '01-01' THEN substr(began, 6, 5) END,
    CAST(substr(began, 1, 4) AS INTEGER),
    CASE length(birthday) WHEN 5 THEN birthday WHEN 7 THEN substr(birthday, 3) WHEN 10 THEN substr(birthday, 6) END,
    may_call <> 'no', rests
FROM (
    SELECT c.id, c.tier, c.created_at, c.birthday, c.may_call, CAST(c.since AS TEXT) AS began,
        (SELECT t.at FROM conversation t WHERE t.customer_id = c.id AND t.withdrawn_at IS NULL AND t.reached
            ORDER BY t.at DESC LIMIT 1) AS talked,
        (SELECT o.placed_at FROM orders o WHERE o.customer_id = c.id AND o.withdrawn_at IS NULL
            ORDER BY o.placed_at DESC LIMIT 1) AS bought,
        (SELECT y.again_on FROM outreach_try y WHERE y.customer_id = c.id AND y.withdrawn_at IS NULL
            ORDER BY y.at DESC, y.id DESC LIMIT 1) AS rests
    FROM customer c WHERE c.withdrawn_at IS NULL AND {whose}
) AS known
"""
_CHUNK: Final = 5_000


def rebuild(database: Database) -> None:
    """Work out all rows anew, inside the caller's transaction."""
    database.execute_sql("DELETE FROM outreach_fact")
    database.execute_sql(_ROWS.format(whose="1 = 1"))


def refresh(database: Database, customers: Iterable[int]) -> None:
    """Work out the rows of these customers anew; whoever is no longer kept has none."""
    ids = sorted(set(customers))
    for start in range(0, len(ids), _CHUNK):
        listed = ", ".join(str(int(each)) for each in ids[start : start + _CHUNK])
        database.execute_sql(f"DELETE FROM outreach_fact WHERE customer IN ({listed})")
        database.execute_sql(_ROWS.format(whose=f"c.id IN ({listed})"))
