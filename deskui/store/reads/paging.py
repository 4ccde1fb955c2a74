"""A long list, a page at a time, from the newest row to the oldest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.domain.pages import Page
from deskui.store.models.base import from_millis, to_millis

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from typing import TypeVar

    from deskui.domain.pages import Cursor

    Row = TypeVar("Row")

PAGE: Final = 50
"""Rows a page."""


def bounds(after: Cursor | None) -> tuple[datetime | None, int | None]:
    """The moment and the id that a page begins behind, to be bound; both None for the first."""
    return (None, None) if after is None else (from_millis(after[0]), after[1])


def older(at: Any, row: Any, moment: Any, than: Any) -> Any:
    """The condition that a row, by its moment and id, stands behind those bounds, which an index can find."""
    return row > 0 if moment is None else (at <= moment) & ((at < moment) | (row < than))


def newer(at: Any, row: Any, moment: Any, than: Any) -> Any:
    """The condition that a row stands before those bounds."""
    return row > 0 if moment is None else (at >= moment) & ((at > moment) | (row > than))


def paged(
    rows: list[dict[str, Any]],
    limit: int,
    at: str,
    make: Callable[[Sequence[dict[str, Any]]], tuple[Row, ...]],
    total: Callable[[], int] | None,
) -> Page[Row]:
    """The page of up to `limit` of these rows; one more of them than that tells that there is another page.

    `at` is the column of the moment, `total` counts all rows where they do not fit on the first page; None later on.
    """
    shown, more = rows[:limit], len(rows) > limit
    after = (to_millis(shown[-1][at]), shown[-1]["id"]) if more else None
    count = None if total is None else total() if more else len(rows)
    return Page(make(shown), count, after)
