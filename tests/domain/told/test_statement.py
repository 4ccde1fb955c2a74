from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.ids import CustomerId, EmployeeId, StatementId
from deskui.domain.promises.promise import Basis
from deskui.domain.told.statement import Statement, StatementState, on_topic, states, tells_otherwise

AT = datetime(2026, 11, 19, 17, tzinfo=UTC)


def _said(
    row: int, *, topic: str = "hub", hours: int = 0, corrects: int | None = None, date: datetime | None = None
) -> Statement:
    return Statement(
        StatementId(row),
        CustomerId(1),
        topic,
        topic,
        "answers Monday",
        date,
        Basis.SYSTEM,
        AT + timedelta(hours=hours),
        EmployeeId(1),
        "Paul",
        None,
        None,
        None if corrects is None else StatementId(corrects),
    )


def test_the_last_of_each_topic_stands() -> None:
    said = [_said(1), _said(2, hours=1, corrects=1), _said(3, topic="claim"), _said(4, hours=2)]
    assert states(said, []) == {
        1: StatementState.CORRECTED,
        2: StatementState.SUPERSEDED,
        3: StatementState.STANDING,
        4: StatementState.STANDING,
    }


def test_the_last_of_a_topic_is_that_of_the_latest_instant() -> None:
    assert states([_said(1, hours=2), _said(2, hours=1)], [])[StatementId(1)] is StatementState.STANDING


def test_what_was_taken_back_neither_stands_nor_corrects() -> None:
    said = [_said(1), _said(2, hours=1, corrects=1)]
    assert states(said, [StatementId(2)]) == {1: StatementState.STANDING, 2: StatementState.TAKEN_BACK}


rows = st.lists(
    st.tuples(st.sampled_from(("hub", "claim")), st.integers(0, 3), st.none() | st.integers(1, 6)), max_size=6
).map(lambda drawn: [_said(n, topic=t, hours=h, corrects=c) for n, (t, h, c) in enumerate(drawn, 1)])


@given(rows.flatmap(lambda said: st.tuples(st.just(said), st.permutations(said))), st.sets(st.integers(1, 6)))
def test_the_order_in_which_they_are_read_does_not_matter(
    both: tuple[list[Statement], list[Statement]], gone: set[int]
) -> None:
    said, shuffled = both
    taken_back = [StatementId(each) for each in gone]
    found = states(said, taken_back)
    assert found == states(iter(shuffled), reversed(taken_back))
    standing = [each.key for each in said if found[each.id] is StatementState.STANDING]
    assert sorted(standing) == sorted({each.key for each in said if each.id not in gone})


def test_a_moment_counts_before_the_words() -> None:
    dated = _said(1, date=AT)
    assert not tells_otherwise(dated, "answers monday", "quite another", AT)
    assert tells_otherwise(dated, "answers monday", "answers monday", None)
    assert tells_otherwise(_said(1), "answers monday", "answers tuesday", None)
    assert not tells_otherwise(_said(1), "answers monday", "answers monday", None)


def test_a_topic_is_the_one_of_the_same_words_and_none_where_two_of_others_mean_it() -> None:
    said = [_said(1, topic="hub answer"), _said(2, topic="the hub answers")]
    assert on_topic(said, "the hub answers") is said[1]
    assert on_topic(said, "answers of the hub") is None


def test_a_topic_of_words_that_say_little_is_only_itself() -> None:
    said = [_said(1, topic="when will it be")]
    assert on_topic(said, "when will it be") is said[0]
    assert on_topic(said, "how was it") is None
