from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.ids import CustomerId, EmployeeId, PromiseEntryId, PromiseId
from deskui.domain.promises.promise import SETTLES, Basis, EntryKind, Promise, PromiseEntry
from deskui.domain.promises.standing import Outcome, check_entry, live_entries, moved_words, outcome, standing
from deskui.errors import BadInput, NotAllowed

DENVER = ZoneInfo("America/Denver")
MADE = datetime(2026, 11, 19, 17, tzinfo=UTC)
DUE = datetime(2026, 11, 20, 19, tzinfo=UTC)
"""Friday 12:00 in Denver."""
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def _promise(earliest: datetime | None = None) -> Promise:
    return Promise(
        PromiseId(1),
        CustomerId(1),
        "hub answer",
        "hub",
        DUE,
        earliest,
        Basis.SYSTEM,
        MADE,
        EmployeeId(2),
        "Paul",
        None,
        None,
    )


def _entry(number: int, kind: EntryKind, at: datetime, due: datetime | None = None) -> PromiseEntry:
    return PromiseEntry(
        PromiseEntryId(number), PromiseId(1), kind, at, EmployeeId(2), "Paul", due, None, "hub is late", True
    )


def _moved(number: int, at: datetime, due: datetime) -> PromiseEntry:
    return _entry(number, EntryKind.MOVED, at, due)


@pytest.mark.parametrize(
    ("kept", "earliest", "expected"),
    [
        (DUE - 2 * HOUR, None, Outcome.KEPT_EARLY),
        (DUE - 30 * MINUTE, None, Outcome.KEPT_EARLY),
        (DUE - 29 * MINUTE, None, Outcome.KEPT_ON_TIME),
        (DUE, None, Outcome.KEPT_ON_TIME),
        (DUE + timedelta(milliseconds=1), None, Outcome.KEPT_LATE),
        (DUE - 3 * HOUR, DUE - 3 * HOUR, Outcome.KEPT_ON_TIME),
        (DUE - 3 * HOUR - MINUTE, DUE - 3 * HOUR, Outcome.KEPT_EARLY),
        (DUE - 10 * MINUTE, DUE - 5 * MINUTE, Outcome.KEPT_EARLY),
    ],
)
def test_a_kept_promise_is_early_on_time_or_late(
    kept: datetime, earliest: datetime | None, expected: Outcome
) -> None:
    found = standing(_promise(earliest), [_entry(1, EntryKind.KEPT, kept)], DUE + 9 * HOUR)
    assert found.outcome is expected
    assert found.kept_first_date == (kept <= DUE)
    assert found.settled_at == kept


def test_the_clock_alone_breaks_a_promise() -> None:
    assert outcome(_promise(), [], DUE) is Outcome.OPEN
    assert outcome(_promise(), [], DUE + timedelta(milliseconds=1)) is Outcome.BROKEN


def test_a_promise_kept_after_it_was_broken_is_kept_late() -> None:
    assert outcome(_promise(), [_entry(1, EntryKind.KEPT, DUE + HOUR)], DUE + 2 * HOUR) is Outcome.KEPT_LATE


@pytest.mark.parametrize(
    ("kind", "expected"), [(EntryKind.RELEASED, Outcome.RELEASED), (EntryKind.SUPERSEDED, Outcome.SUPERSEDED)]
)
def test_a_promise_they_let_us_off_or_that_another_replaces_is_not_kept(kind: EntryKind, expected: Outcome) -> None:
    found = standing(_promise(), [_entry(1, kind, DUE - HOUR)], DUE + HOUR)
    assert (found.outcome, found.kept_first_date) == (expected, False)


def test_a_moved_promise_is_open_until_its_new_date_and_counts_against_its_first() -> None:
    later = DUE + timedelta(days=3)
    entries = [_moved(1, DUE - HOUR, DUE + HOUR), _moved(2, DUE + HOUR, later)]
    found = standing(_promise(DUE - HOUR), entries, DUE + 2 * HOUR)
    assert (found.outcome, found.due, found.earliest, found.moved) == (Outcome.OPEN, later, None, 2)
    assert outcome(_promise(), entries, later + MINUTE) is Outcome.BROKEN
    kept = standing(_promise(), [*entries, _entry(3, EntryKind.KEPT, later)], later)
    assert (kept.outcome, kept.kept_first_date) == (Outcome.KEPT_ON_TIME, False)
    on_first = standing(_promise(), [*entries, _entry(3, EntryKind.KEPT, DUE)], later)
    assert on_first.kept_first_date


def test_the_first_date_is_told_in_words() -> None:
    entries = [_moved(1, DUE - HOUR, DUE + HOUR), _moved(2, DUE + HOUR, DUE + 72 * HOUR)]
    assert moved_words(_promise(), entries, DUE + 48 * HOUR, DENVER) == "first said Fri 12:00, moved 2x"
    weeks_later = moved_words(_promise(), entries, DUE + 400 * HOUR, DENVER)
    assert weeks_later == "first said Fri 20 Nov 12:00, moved 2x"
    assert moved_words(_promise(), [], DUE, DENVER) == ""


def test_a_move_after_it_was_broken_says_so() -> None:
    late = _moved(1, DUE + HOUR, DUE + 48 * HOUR)
    in_time = _moved(2, DUE + 2 * HOUR, DUE + 72 * HOUR)
    first, today = "first said Fri 12:00, moved", "first said today 12:00, moved"
    assert moved_words(_promise(), [late], DUE + 3 * HOUR, DENVER) == f"{today} 1x after it was broken"
    assert moved_words(_promise(), [in_time, late], DUE + 3 * HOUR, DENVER) == f"{today} 2x, 1x after it was broken"
    again = _moved(3, DUE + 73 * HOUR, DUE + 99 * HOUR)
    assert moved_words(_promise(), [late, again], DUE + 74 * HOUR, DENVER) == f"{first} 2x after it was broken"


@pytest.mark.parametrize("kind", [*sorted(SETTLES), EntryKind.MOVED])
def test_what_comes_only_after_the_time_has_passed_leaves_that_it_was_broken(kind: EntryKind) -> None:
    due = DUE + 99 * HOUR if kind is EntryKind.MOVED else None
    for at, was_broken in ((DUE, False), (DUE + timedelta(milliseconds=1), True)):
        assert standing(_promise(), [_entry(1, kind, at, due)], DUE + 9 * HOUR).was_broken is was_broken
    taken_back = [_entry(1, kind, DUE + HOUR, due), _entry(2, EntryKind.TAKEN_BACK, DUE + HOUR)]
    assert not standing(_promise(), taken_back, DUE + 9 * HOUR).was_broken


def test_a_promise_moved_after_it_was_broken_and_then_kept_on_time_was_broken() -> None:
    entries = [_entry(2, EntryKind.KEPT, DUE + 48 * HOUR), _moved(1, DUE + HOUR, DUE + 48 * HOUR)]
    found = standing(_promise(), entries, DUE + 72 * HOUR)
    assert (found.outcome, found.was_broken) == (Outcome.KEPT_ON_TIME, True)


def test_a_promise_moved_in_time_and_kept_by_its_new_time_was_never_broken() -> None:
    entries = [_moved(1, DUE - HOUR, DUE + 48 * HOUR), _entry(2, EntryKind.KEPT, DUE + 24 * HOUR)]
    found = standing(_promise(), entries, DUE + 72 * HOUR)
    assert (found.outcome, found.was_broken) == (Outcome.KEPT_EARLY, False)


def test_entries_count_by_their_instant_before_their_number() -> None:
    entries = [_moved(1, MADE + 2 * HOUR, DUE + 2 * HOUR), _moved(2, MADE + HOUR, DUE + HOUR)]
    assert standing(_promise(), entries, DUE).due == DUE + 2 * HOUR


@pytest.mark.parametrize("kind", sorted(SETTLES))
def test_nothing_is_entered_behind_what_settles_a_promise(kind: EntryKind) -> None:
    entries = [_moved(1, MADE + HOUR, DUE + HOUR), _entry(2, kind, MADE + 2 * HOUR)]
    for following in set(EntryKind) - {EntryKind.TAKEN_BACK}:
        with pytest.raises(NotAllowed, match=f"{kind} already"):
            check_entry(_promise(), entries, following, due=DUE + 2 * HOUR, reason="hub is late")
    check_entry(_promise(), entries, EntryKind.TAKEN_BACK)
    ignored = [*entries, _entry(3, EntryKind.KEPT, DUE), _moved(4, DUE, DUE + 9 * HOUR)]
    assert standing(_promise(), ignored, DUE) == standing(_promise(), entries, DUE)
    assert moved_words(_promise(), ignored, DUE, DENVER) == moved_words(_promise(), entries, DUE, DENVER)


def test_taking_back_cancels_the_latest_entry_and_then_the_promise() -> None:
    moved = _moved(1, MADE + HOUR, DUE + HOUR)
    kept, first, second = (_entry(2, EntryKind.KEPT, DUE), *(_entry(n, EntryKind.TAKEN_BACK, DUE) for n in (3, 4)))
    assert live_entries(_promise(), [moved, kept, first]) == (moved,)
    assert standing(_promise(), [moved, kept, first], DUE) == standing(_promise(), [moved], DUE)
    assert standing(_promise(), [moved, kept, first, second], DUE) == standing(_promise(), [], DUE)
    every = [moved, kept, first, second, _entry(5, EntryKind.TAKEN_BACK, DUE), _entry(6, EntryKind.KEPT, DUE)]
    assert live_entries(_promise(), every) == ()
    assert outcome(_promise(), every, DUE + 99 * HOUR) is Outcome.TAKEN_BACK
    for following in EntryKind:
        with pytest.raises(NotAllowed, match="taken back already"):
            check_entry(_promise(), every, following, due=DUE + 2 * HOUR, reason="hub is late")


def test_a_move_needs_a_reason_and_another_time() -> None:
    with pytest.raises(BadInput, match="reason"):
        check_entry(_promise(), [], EntryKind.MOVED, due=DUE + HOUR, reason=" \n")
    with pytest.raises(NotAllowed, match="new time"):
        check_entry(_promise(), [], EntryKind.MOVED, reason="hub is late")
    with pytest.raises(NotAllowed, match="already"):
        check_entry(_promise(), [], EntryKind.MOVED, due=DUE.astimezone(DENVER), reason="hub is late")
    moved = [_moved(1, MADE + HOUR, DUE + HOUR)]
    with pytest.raises(NotAllowed, match="already"):
        check_entry(_promise(), moved, EntryKind.MOVED, due=DUE + HOUR, reason="hub is late")
    check_entry(_promise(), moved, EntryKind.MOVED, due=DUE, reason="hub is quicker")
    check_entry(_promise(), moved, EntryKind.MOVED, due=DUE + HOUR, earliest=DUE, reason="they are out before")
    for kind in SETTLES:
        check_entry(_promise(), moved, kind)


moments = st.integers(-72, 72).map(lambda hours: DUE + hours * HOUR)
entries_of_any_kind = st.lists(st.tuples(st.sampled_from(EntryKind), moments, moments), max_size=6).map(
    lambda drawn: [
        _entry(number, kind, at, due if kind is EntryKind.MOVED else None)
        for number, (kind, at, due) in enumerate(drawn, 1)
    ]
)


@given(entries_of_any_kind.flatmap(lambda known: st.tuples(st.just(known), st.permutations(known))), moments)
def test_the_order_in_which_entries_are_read_does_not_matter(
    both: tuple[list[PromiseEntry], list[PromiseEntry]], now: datetime
) -> None:
    known, shuffled = both
    assert standing(_promise(), known, now) == standing(_promise(), iter(shuffled), now)
    assert moved_words(_promise(), known, now, DENVER) == moved_words(_promise(), iter(shuffled), now, DENVER)


@given(entries_of_any_kind, moments, moments)
def test_a_settled_promise_never_changes_with_the_clock(
    known: list[PromiseEntry], now: datetime, later: datetime
) -> None:
    found = standing(_promise(), known, now)
    if found.settled_at is not None:
        assert standing(_promise(), known, later) == found
    else:
        assert found.outcome is (Outcome.BROKEN if now > found.due else Outcome.OPEN)


def test_entries_of_other_promises_are_not_counted() -> None:
    other = PromiseEntry(
        PromiseEntryId(1), PromiseId(2), EntryKind.KEPT, DUE, EmployeeId(2), "Paul", None, None, "", True
    )
    assert outcome(_promise(), [other], DUE + HOUR) is Outcome.BROKEN
