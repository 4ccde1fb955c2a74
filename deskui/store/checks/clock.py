"""Whether the time of the journal runs on: where it went back, some clock was wrong before or is since."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from deskui.store.checks.chain import named
from deskui.store.models import Journal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deskui.domain.checked import Named

    Name = Callable[[Named], str]

_BACK: Final = timedelta(days=1)
"""Clocks of several desks are minutes apart, not days."""
_MOST: Final = 5


def set_back(name: Name) -> tuple[str, ...]:
    """The entries that are dated more than a day before the one they follow, in sentences; the oldest first."""
    found = list(_set_back())
    said = [
        f"{name(named(number))} is dated {(before - at).days:,} days before the one it follows: some clock was wrong."
        for number, at, before in found[:_MOST]
    ]
    if len(found) > _MOST:
        said.append(f"So it is with {len(found) - _MOST:,} more, the last of them {found[-1][0]:,}.")
    return tuple(said)


def _set_back() -> Iterator[tuple[int, datetime, datetime]]:
    before: datetime | None = None
    for number, at in Journal.select(Journal.id, Journal.at).order_by(Journal.id).tuples().iterator():
        if before is not None and before - at > _BACK:
            yield number, at, before
        before = at
