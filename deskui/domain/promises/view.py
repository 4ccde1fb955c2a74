"""A promise as it is shown: what was said first, what came after, and where it stands now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.domain.promises.standing import Outcome, Standing, live_entries, moved_words, standing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, tzinfo

    from deskui.domain.promises.promise import Promise, PromiseEntry


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A promise, the entries that count, where it stands, and `first said Fri 12:00, moved 2x` (or empty)."""

    promise: Promise
    entries: tuple[PromiseEntry, ...]
    standing: Standing
    first_said: str

    @property
    def is_open(self) -> bool:
        """Whether it is still to be kept, broken or not."""
        return self.standing.outcome in (Outcome.OPEN, Outcome.BROKEN)

    @property
    def due(self) -> datetime:
        """When it is due now."""
        return self.standing.due


def view(promise: Promise, entries: Iterable[PromiseEntry], now: datetime, zone: tzinfo) -> PromiseView:
    """The promise as it stands at `now`; entries that were taken back are left out."""
    live = live_entries(promise, known := tuple(entries))
    return PromiseView(promise, live, standing(promise, known, now), moved_words(promise, known, now, zone))


def in_order(views: Iterable[PromiseView]) -> tuple[PromiseView, ...]:
    """Those still to be kept by when they are due, then the settled ones, the newest first; none taken back."""
    kept = [each for each in views if each.standing.outcome is not Outcome.TAKEN_BACK]
    still = sorted((each for each in kept if each.is_open), key=lambda each: (each.due, each.promise.id))
    past = ((each.standing.settled_at or each.due, each.promise.id, each) for each in kept if not each.is_open)
    return (*still, *(each for _, _, each in sorted(past, key=lambda one: one[:2], reverse=True)))
