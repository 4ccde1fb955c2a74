"""What has become of a promise, and what may still be entered behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from deskui.domain.moments import near_words
from deskui.domain.promises.promise import SETTLES, EntryKind
from deskui.errors import BadInput, NotAllowed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime, tzinfo

    from deskui.domain.promises.promise import Promise, PromiseEntry

EARLY_BY: Final = timedelta(minutes=30)
"""Kept this much real time before it was due, or more, is early; with a window, early is before that begins."""


class Outcome(StrEnum):
    """What has become of a promise; open and broken are decided by the clock."""

    KEPT_EARLY = "kept early"
    KEPT_ON_TIME = "kept on time"
    KEPT_LATE = "kept late"
    BROKEN = "broken"
    OPEN = "open"
    RELEASED = "released"
    SUPERSEDED = "superseded"
    TAKEN_BACK = "taken back"
    """Made by mistake; counted nowhere."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A promise as its entries leave it: when it is due now, how often it was moved, what settled it.

    `kept_first_date` whether it was kept by the date that was said first: a moved promise still counts against that.
    `was_broken` whether it was moved or settled only after the time that stood then had passed.
    """

    outcome: Outcome
    due: datetime
    earliest: datetime | None
    moved: int
    settled_at: datetime | None
    kept_first_date: bool
    was_broken: bool = False


def standing(promise: Promise, entries: Iterable[PromiseEntry], now: datetime) -> Standing:
    """Where the promise stands at `now`; entries come in any order and count by instant, then by id.

    What comes behind the first entry that settles it is not counted.
    """
    due, earliest, moved, was_broken = promise.due, promise.earliest, 0, False
    live, taken_back_at = _live(promise, entries)
    if taken_back_at is not None:
        return Standing(Outcome.TAKEN_BACK, due, earliest, moved, taken_back_at, kept_first_date=False)
    for entry in live:
        was_broken = was_broken or entry.at > due
        if entry.kind in SETTLES:
            outcome = _settled(entry, due, earliest)
            kept = entry.kind is EntryKind.KEPT and entry.at <= promise.due
            return Standing(outcome, due, earliest, moved, entry.at, kept, was_broken)
        if entry.due is not None:
            due, earliest, moved = entry.due, entry.earliest, moved + 1
    outcome = Outcome.BROKEN if now > due else Outcome.OPEN
    return Standing(outcome, due, earliest, moved, None, kept_first_date=False, was_broken=was_broken)


def live_entries(promise: Promise, entries: Iterable[PromiseEntry]) -> tuple[PromiseEntry, ...]:
    """The entries that were not taken back, in order; none of a promise that was itself taken back."""
    return tuple(_live(promise, entries)[0])


def outcome(promise: Promise, entries: Iterable[PromiseEntry], now: datetime) -> Outcome:
    """What has become of the promise at `now`, whatever the order of its entries."""
    return standing(promise, entries, now).outcome


def moved_words(promise: Promise, entries: Iterable[PromiseEntry], now: datetime, zone: tzinfo) -> str:
    """`first said Fri 12:00, moved 2x`; that day is worded as every due time is; empty if never moved.

    Where a move came only after the time before it had passed ` after it was broken` follows, and how often that
    was when it was not so each time.
    """
    moves = [entry for entry in _until_settled(promise, entries) if entry.kind is EntryKind.MOVED]
    if not moves:
        return ""
    dues = (promise.due, *(entry.due for entry in moves if entry.due is not None))
    late = sum(entry.at > due for due, entry in zip(dues, moves, strict=False))
    words = f"first said {near_words(promise.due, now, zone)}, moved {len(moves)}x"
    if not late:
        return words
    return f"{words} after it was broken" if late == len(moves) else f"{words}, {late}x after it was broken"


def _until_settled(promise: Promise, entries: Iterable[PromiseEntry]) -> Iterator[PromiseEntry]:
    return takewhile(lambda entry: entry.kind not in SETTLES, _live(promise, entries)[0])


def check_entry(
    promise: Promise,
    entries: Iterable[PromiseEntry],
    kind: EntryKind,
    *,
    due: datetime | None = None,
    earliest: datetime | None = None,
    reason: str = "",
) -> None:
    """Lets an entry of that kind pass; `due`, `earliest` and `reason` are those of a move.

    Raises: NotAllowed when the promise is settled (unless to take back what settled it) or was taken back, or a
    move has no new due time or the one it has; BadInput when it has no reason.
    """
    known = tuple(entries)
    live, taken_back_at = _live(promise, known)
    if taken_back_at is not None:
        raise NotAllowed("That promise is taken back already; make a new promise instead.")
    if kind is EntryKind.TAKEN_BACK:
        return
    settled = next((entry for entry in live if entry.kind in SETTLES), None)
    if settled is not None:
        raise NotAllowed(f"That promise is {settled.kind} already and stays as it is; make a new promise instead.")
    if kind is not EntryKind.MOVED:
        return
    if due is None:
        raise NotAllowed("A move needs the new time; say when it is due now.")
    if not reason.strip():
        raise BadInput("A move needs a reason; say why the first time cannot be kept.", "Why")
    current = standing(promise, known, promise.made_at)
    if (due, earliest) == (current.due, current.earliest):
        raise NotAllowed("The promise is due at that time already; give another one.")


def _in_order(promise: Promise, entries: Iterable[PromiseEntry]) -> list[PromiseEntry]:
    own = (entry for entry in entries if entry.promise_id == promise.id)
    return sorted(own, key=lambda entry: (entry.at, entry.id))


def _live(promise: Promise, entries: Iterable[PromiseEntry]) -> tuple[list[PromiseEntry], datetime | None]:
    """What still counts, and when the promise itself was taken back; nothing behind that counts."""
    live: list[PromiseEntry] = []
    for entry in _in_order(promise, entries):
        if entry.kind is not EntryKind.TAKEN_BACK:
            live.append(entry)
        elif live:
            live.pop()
        else:
            return [], entry.at
    return live, None


def _settled(entry: PromiseEntry, due: datetime, earliest: datetime | None) -> Outcome:
    if entry.kind is EntryKind.RELEASED:
        return Outcome.RELEASED
    if entry.kind is EntryKind.SUPERSEDED:
        return Outcome.SUPERSEDED
    if entry.at > due:
        return Outcome.KEPT_LATE
    is_early = entry.at < earliest if earliest is not None else due - entry.at >= EARLY_BY
    return Outcome.KEPT_EARLY if is_early else Outcome.KEPT_ON_TIME
