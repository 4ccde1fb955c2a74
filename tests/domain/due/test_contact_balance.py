from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.conversation import Direction
from deskui.domain.due.contact_balance import Balance, balance

IN, OUT = Direction.IN, Direction.OUT
OPENED = datetime(2026, 11, 17, 14, tzinfo=UTC)


def _at(hours: int) -> datetime:
    return OPENED + timedelta(hours=hours)


def test_ten_calls_in_and_none_out_owe_a_call() -> None:
    assert balance([(IN, True, _at(hour)) for hour in range(10)], OPENED) == Balance(10, 0, 0, owed=True)


def test_a_call_is_owed_from_the_second_contact_until_we_reach_them() -> None:
    first, second = (IN, True, _at(1)), (IN, False, _at(2))
    assert not balance([first], OPENED).owed
    assert balance([first, second], OPENED).owed
    tried = (OUT, False, _at(3))
    assert balance([first, second, tried], OPENED) == Balance(2, 0, 1, owed=True)
    reached = (OUT, True, _at(4))
    assert balance([first, second, tried, reached], OPENED) == Balance(2, 1, 1, owed=False)
    assert not balance([first, second, tried, reached, (IN, True, _at(5))], OPENED).owed
    assert balance([first, second, tried, reached, (IN, True, _at(5)), (IN, True, _at(6))], OPENED).owed


def test_a_contact_at_the_very_moment_we_reach_them_is_answered_by_that() -> None:
    assert not balance([(IN, True, _at(1)), (OUT, True, _at(1)), (IN, True, _at(2))], None).owed


def test_only_what_came_since_is_counted() -> None:
    contacts = [(IN, True, _at(1)), (IN, True, _at(2)), (OUT, True, _at(3)), (IN, True, _at(4))]
    assert balance(contacts, _at(3)) == Balance(1, 1, 0, owed=False)
    assert balance(contacts, None) == Balance(3, 1, 0, owed=False)
    assert balance([], OPENED) == Balance(0, 0, 0, owed=False)


contacts_of_any_kind = st.lists(
    st.tuples(st.sampled_from(Direction), st.booleans(), st.integers(0, 6).map(_at)), max_size=8
)


@given(
    contacts_of_any_kind.flatmap(lambda known: st.tuples(st.just(known), st.permutations(known))),
    st.none() | st.integers(0, 6).map(_at),
)
def test_the_order_in_which_contacts_are_read_does_not_matter(
    both: tuple[list[tuple[Direction, bool, datetime]], list[tuple[Direction, bool, datetime]]],
    since: datetime | None,
) -> None:
    known, shuffled = both
    found = balance(known, since)
    assert found == balance(iter(shuffled), since)
    assert found.theirs + found.ours_reached + found.tries == sum(since is None or each[2] >= since for each in known)


@given(contacts_of_any_kind)
def test_reaching_them_settles_what_is_owed(known: list[tuple[Direction, bool, datetime]]) -> None:
    assert not balance([*known, (OUT, True, _at(7))], None).owed
