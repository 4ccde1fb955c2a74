"""Which item comes first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.ids import EmployeeId
from deskui.domain.note import NoteKind, Visibility
from deskui.domain.review.item import Risk, Subject
from deskui.domain.review.redaction import REDACTED, without
from deskui.domain.review.risk import Rules, Seen, is_sampled, risk_of
from deskui.domain.review.words import STARTING_LIST, found_in, phrases
from deskui.store.normalise.letters import fold

RULES = Rules("", one_in=0, first=3)
PLAIN = Seen(Subject.NOTE, 1, EmployeeId(2), reviewed=3, note_kind=NoteKind.FACT)
GRAVE = (
    (replace(PLAIN, is_alert=True), Risk.ALERT),
    (replace(PLAIN, note_kind=NoteKind.CAUTION), Risk.CAUTION),
    (replace(PLAIN, found=("cancer",)), Risk.SENSITIVE),
    (replace(PLAIN, visibility=Visibility.PRIVATE), Risk.PRIVATE),
    (replace(PLAIN, reviewed=2), Risk.NEW_AUTHOR),
    (replace(PLAIN, over_limit=True), Risk.OVER_LIMIT),
    (PLAIN, Risk.REST),
)


@pytest.mark.parametrize(("seen", "risk"), GRAVE)
def test_each_reason_alone_gives_its_place(seen: Seen, risk: Risk) -> None:
    assert risk_of(seen, RULES) is risk


@given(
    st.builds(
        Seen,
        st.just(Subject.NOTE),
        st.integers(1, 10**9),
        st.integers(1, 99).map(EmployeeId),
        st.integers(0, 5),
        st.sampled_from([(), ("cancer",)]),
        st.sampled_from([None, *NoteKind]),
        st.sampled_from(list(Visibility)),
        st.booleans(),
        st.booleans(),
    )
)
def test_of_several_reasons_the_gravest_counts(seen: Seen) -> None:
    rules = replace(RULES, one_in=10)
    parts = {
        Risk.ALERT: seen.is_alert,
        Risk.CAUTION: seen.note_kind is NoteKind.CAUTION,
        Risk.SENSITIVE: seen.found != (),
        Risk.PRIVATE: seen.visibility is Visibility.PRIVATE,
        Risk.NEW_AUTHOR: seen.reviewed < 3,
        Risk.OVER_LIMIT: seen.over_limit,
        Risk.SAMPLE: is_sampled(seen.author, seen.subject, seen.row, 10),
        Risk.REST: True,
    }
    assert risk_of(seen, rules) == min(risk for risk, holds in parts.items() if holds)


def test_about_one_in_ten_of_each_author_is_sampled_and_always_the_same_ones() -> None:
    for author in (1, 2, 3):
        first = [row for row in range(10_000) if is_sampled(EmployeeId(author), Subject.NOTE, row, 10)]
        assert 850 < len(first) < 1150
        assert first == [row for row in range(10_000) if is_sampled(EmployeeId(author), Subject.NOTE, row, 10)]


def test_none_or_all_can_be_sampled() -> None:
    assert not any(is_sampled(None, Subject.NOTE, row, 0) for row in range(100))
    assert all(is_sampled(None, Subject.NOTE, row, 1) for row in range(100))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She has CANCER.", ("cancer",)),
        ("Cancérs is no word of the list", ()),
        ("a mental-health day", ("mental health",)),
        ("Jews and Gentiles", ()),
        ("wants a thermos, no drama", ()),
        ("he is in debt; he was laid  off", ("debt", "laid off")),
    ],
)
def test_words_are_found_whole_whatever_their_capitals_and_marks(text: str, found: tuple[str, ...]) -> None:
    wanted = [(fold(each), each) for each in phrases(STARTING_LIST)]
    assert sorted(found_in(fold(text), wanted)) == sorted(found)


def test_a_list_may_be_kept_with_commas_or_lines() -> None:
    assert phrases("a b, c\n\n d ,a b\n") == ("a b", "c", "d")


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("", REDACTED),
        ("has cancer", f"She {REDACTED}. Ask. {REDACTED}!"),
        ("HAS\ncancer", f"She {REDACTED}. Ask. {REDACTED}!"),
        ("flowers", "She has cancer. Ask. has   CANCER!"),
        (".", f"She has cancer{REDACTED} Ask{REDACTED} has   CANCER!"),
    ],
)
def test_what_is_left_without_some_words(words: str, left: str) -> None:
    assert without("She has cancer. Ask. has   CANCER!", words) == left
