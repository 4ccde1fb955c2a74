"""The advisor knows which product a promise is about."""

from __future__ import annotations

from typing import Any, Final

# Most promises are about no product; the indexes hold only those that are.
_INDEXES: Final = (
    "CREATE INDEX promise_like_product ON promise_like (kind, product, draw, made, took, ended)"
    " WHERE product IS NOT NULL",
    "CREATE INDEX promise_like_case_product ON promise_like (case_kind, kind, product, draw, made, took, ended)"
    " WHERE product IS NOT NULL",
)


def up(migrator: Any, db: Any) -> None:
    """Add the product of each promise and the indexes by it, and have all promises of before counted anew."""
    db.execute_sql("ALTER TABLE promise_like ADD COLUMN product TEXT")
    for index in _INDEXES:
        db.execute_sql(index)
    # The rules that find a product are today's; the count applies them bit by bit, and nobody waits for it.
    db.execute_sql("UPDATE shop SET recount_from = 0")
