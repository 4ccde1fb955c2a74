"""What a story tells of a promise, held against where the promise stands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as some

from deskui.domain.ids import CustomerId, PromiseEntryId, PromiseId
from deskui.domain.promises.promise import SETTLES, Basis, EntryKind, Promise, PromiseEntry
from deskui.domain.promises.standing import Outcome
from deskui.domain.promises.view import view
from deskui.domain.story.promises import due_ahead, promise_entries
from deskui.domain.story.story import Audience, StoryKind

if TYPE_CHECKING:
    from deskui.domain.promises.view import PromiseView

START = datetime(2026, 11, 16, 16, tzinfo=UTC)
HOURS = some.integers(1, 200)
KINDS = some.sampled_from([EntryKind.MOVED, EntryKind.KEPT, EntryKind.RELEASED, EntryKind.SUPERSEDED])


def after(hours: int) -> datetime:
    return START + timedelta(hours=hours)


@some.composite
def histories(draw: some.DrawFn) -> tuple[PromiseView, datetime]:
    """A promise, what happened to it in order until it was settled, and a later moment."""
    made = Promise(
        PromiseId(1), CustomerId(1), "call back", "", after(draw(HOURS)), None,
        Basis.SYSTEM, START, None, "Paul", None, None,
    )  # fmt: skip
    at, entries = 0, []
    for number in range(draw(some.integers(0, 5))):
        at += draw(some.integers(1, 60))
        kind = draw(KINDS)
        due = after(at + draw(HOURS)) if kind is EntryKind.MOVED else None
        told = draw(some.booleans())
        entries.append(
            PromiseEntry(PromiseEntryId(number), PromiseId(1), kind, after(at), None, "Ada", due, None, "why", told)
        )
        if kind in SETTLES:
            break
    now = after(at + draw(some.integers(0, 300)))
    return view(made, entries, now, UTC), now


@given(histories())
def test_a_story_says_broken_just_when_the_promise_was(history: tuple[PromiseView, datetime]) -> None:
    promised, now = history
    told = [each for each in promise_entries(promised, now, UTC) if each.kind is StoryKind.BROKEN]
    stands = promised.standing
    assert bool(told) == (stands.was_broken or stands.outcome is Outcome.BROKEN)
    assert all(each.at < now for each in told)


@given(histories())
def test_every_entry_is_told_once_and_nothing_before_the_promise(history: tuple[PromiseView, datetime]) -> None:
    promised, now = history
    told = list(promise_entries(promised, now, UTC))
    assert [each.at for each in told if each.kind is not StoryKind.BROKEN] == [
        START, *(each.at for each in promised.entries),
    ]  # fmt: skip
    assert [each.at for each in told] == sorted(each.at for each in told)


@given(histories())
def test_a_time_they_were_never_told_is_internal(history: tuple[PromiseView, datetime]) -> None:
    promised, now = history
    known = {promised.promise.due, *(each.due for each in promised.entries if each.told)}
    for each in promise_entries(promised, now, UTC):
        if each.kind is StoryKind.BROKEN:
            assert (each.audience is Audience.CUSTOMER) == (each.at in known)
        assert all(line.audience is Audience.INTERNAL for line in each.lines)


@given(histories())
def test_what_is_open_is_still_to_come(history: tuple[PromiseView, datetime]) -> None:
    promised, now = history
    ahead = list(due_ahead(promised, now, UTC))
    assert [each.at for each in ahead] == ([promised.due] if promised.is_open else [])
    assert all(("overdue" in each.words) == (now > promised.due) for each in ahead)
