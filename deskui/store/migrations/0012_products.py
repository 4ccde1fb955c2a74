"""The advisor knows which product a promise is about."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

from deskui.store.reads import products

_CHUNK: Final = 2000
_PROMISES: Final = """
SELECT id, case_id, kind, what FROM promise WHERE id > {last} AND case_id IS NOT NULL ORDER BY id LIMIT {chunk}
"""
# Most promises are about no product; the indexes hold only those that are.
_INDEXES: Final = (
    "CREATE INDEX promise_like_product ON promise_like (kind, product, draw, made, took, ended)"
    " WHERE product IS NOT NULL",
    "CREATE INDEX promise_like_case_product ON promise_like (case_kind, kind, product, draw, made, took, ended)"
    " WHERE product IS NOT NULL",
)


def up(migrator: Any, db: Any) -> None:
    """Add the product of each promise, and the indexes by it."""
    db.execute_sql("ALTER TABLE promise_like ADD COLUMN product TEXT")
    last = 0
    while rows := _next(db, last):
        sold = products.ordered(db, {case for _, case, _, _ in rows})
        promises = defaultdict(list)
        for row, case, kind, what in rows:
            if (product := products.about(sold, case, kind, what)) is not None:
                promises[product.key].append(str(row))
        for key, found in promises.items():
            chosen = f"UPDATE promise_like SET product = {db.param} WHERE promise IN ({', '.join(found)})"
            db.execute_sql(chosen, (key,))
        last = rows[-1][0]
    for index in _INDEXES:
        db.execute_sql(index)


def _next(db: Any, last: int) -> list[tuple[int, int, str, str]]:
    return db.execute_sql(_PROMISES.format(last=last, chunk=_CHUNK)).fetchall()  # type: ignore[no-any-return]
