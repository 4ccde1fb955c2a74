"""Which earlier decisions are near one that is to be taken, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.goodwill.goodwill import GoodwillKind
from deskui.domain.goodwill.precedent import Ref, Shares, Source, precedent_traits, ranked

if TYPE_CHECKING:
    from collections.abc import Iterable

NOW: Final = datetime(2026, 11, 22, 17, 42, tzinfo=UTC)
WAIVE, CREDIT = GoodwillKind.WAIVE_FEE, GoodwillKind.CREDIT
ME, POLICY, KIND = 1, 7, "travel"
ASKED: Final = ("lounge", "fee", "flight")


@dataclass(frozen=True)
class Before:
    """An earlier decision as somebody would tell of it."""

    row: int
    days: int = 60
    customer: int = 2
    case_kind: str = ""
    policy: int | None = None
    words: tuple[str, ...] = ()
    kind: GoodwillKind = WAIVE
    refused: bool = False

    @property
    def ref(self) -> Ref:
        source = Source.REFUSED if self.refused else Source.GIVEN
        return Ref(source, self.row, self.kind, NOW - timedelta(days=self.days))


def found(every: Iterable[Before], asked: tuple[str, ...] = ASKED) -> dict[str, list[Ref]]:
    """What an index of all of them answers for what is asked."""
    wanted = precedent_traits(ME, KIND, POLICY, asked)
    index = {each.ref: precedent_traits(each.customer, each.case_kind, each.policy, each.words) for each in every}
    return {each: [ref for ref, traits in index.items() if each in traits] for each in wanted}


def rows(every: Iterable[Before], kind: GoodwillKind | None = None, asked: tuple[str, ...] = ASKED) -> list[int]:
    return [ref.row for ref, _ in ranked(found(every, asked), kind)]


def test_theirs_come_first_then_the_kind_of_case_the_policy_and_words() -> None:
    every = (
        Before(1, words=("lounge", "fee")),
        Before(2, policy=POLICY),
        Before(3, case_kind=KIND),
        Before(4, customer=ME, days=900),
        Before(5, case_kind="repair", policy=8, words=("wheel",)),
    )
    assert rows(every) == [4, 3, 2, 1]


def test_of_equally_near_ones_the_newest_comes_first_refused_or_not() -> None:
    every = (
        Before(1, 30, case_kind=KIND),
        Before(2, 10, case_kind=KIND, refused=True),
        Before(3, 20, case_kind=KIND),
    )
    assert rows(every) == [2, 3, 1]


def test_what_is_to_be_given_counts_within_the_same_kind_of_case() -> None:
    every = (Before(1, 10, case_kind=KIND, kind=CREDIT), Before(2, 90, case_kind=KIND))
    assert rows(every) == [1, 2]
    assert rows(every, WAIVE) == [2, 1]
    assert rows(every, CREDIT) == [1, 2]


def test_one_word_of_several_is_not_near_but_the_only_one_is() -> None:
    every = (Before(1, words=("lounge",)), Before(2, words=("lounge", "flight", "late")))
    assert rows(every) == [2]
    assert rows(every, asked=("lounge",)) == [1, 2] or rows(every, asked=("lounge",)) == [2, 1]


def test_it_says_what_is_shared() -> None:
    every = (Before(1, customer=ME, case_kind=KIND, policy=POLICY, words=ASKED),)
    assert ranked(found(every), WAIVE) == [(every[0].ref, Shares(True, True, True, True, 3))]


def test_what_shares_nothing_is_no_precedent() -> None:
    assert ranked({}) == []
    assert rows((Before(1),)) == []


befores = st.builds(
    Before,
    row=st.integers(1, 10_000),
    days=st.integers(0, 3),
    customer=st.sampled_from((ME, 2)),
    case_kind=st.sampled_from((KIND, "repair", "")),
    policy=st.sampled_from((POLICY, 8, None)),
    words=st.lists(st.sampled_from((*ASKED, "wheel")), unique=True, max_size=4).map(tuple),
    kind=st.sampled_from((WAIVE, CREDIT)),
    refused=st.booleans(),
)


def goes_before(one: Before, other: Before, kind: GoodwillKind | None) -> bool:
    """The rule as it would be told to a clerk, one question after the other."""
    for told in (
        lambda each: each.customer == ME,
        lambda each: each.case_kind == KIND,
        lambda each: kind is not None and each.kind is kind,
        lambda each: each.policy == POLICY,
        lambda each: len(set(each.words) & set(ASKED)),
        lambda each: -each.days,
    ):
        if told(one) != told(other):
            return bool(told(one) > told(other))
    return True


@given(
    st.lists(befores, max_size=12, unique_by=(lambda each: (each.refused, each.row))),
    st.sampled_from((None, WAIVE, CREDIT)),
)
def test_the_order_is_that_of_a_plain_comparison_of_all(every: list[Before], kind: GoodwillKind | None) -> None:
    by_ref = {each.ref: each for each in every}
    near = [by_ref[ref] for ref, _ in ranked(found(every), kind)]
    wanted = {
        each
        for each in every
        if each.customer == ME
        or each.case_kind == KIND
        or each.policy == POLICY
        or len(set(each.words) & set(ASKED)) >= 2
    }
    assert set(near) == wanted
    assert len(near) == len(wanted)
    for place, each in enumerate(near):
        assert all(goes_before(each, later, kind) for later in near[place + 1 :])
