"""The days on which each version of an article can be in force."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAY = timedelta(days=1)


class Dated(NamedTuple):
    """A version by its days, as they were typed; of two that cover a day the later, then the higher, is stronger."""

    id: int
    number: int
    starts: date
    ends: date | None


def until(version: Dated, others: Iterable[Dated]) -> date | None:
    """The last day on which a version can be in force; None for no end, before its first day for never.

    Only one that stands for as long ends it: one that is stronger for a while lets it come back.
    """
    ends = version.ends
    for other in others:
        is_stronger = (other.starts, other.number) > (version.starts, version.number)
        if is_stronger and (other.ends is None or (version.ends is not None and other.ends >= version.ends)):
            before = other.starts - _DAY
            ends = before if ends is None else min(ends, before)
    return ends
