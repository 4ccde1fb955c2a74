from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from tests.store.lookup.conftest import Shop

HOSTILE = [
    "",
    " ",
    '"',
    '""',
    "'; DROP TABLE customer; --",
    "*",
    "ann*",
    "ann OR zoe",
    "ann NOT ames",
    "NEAR(ann ames, 2)",
    "text:ann",
    "^ann",
    "-ann",
    "ann + ames",
    "{ann ames}",
    "(((",
    "\x00",
    "ann\x00ames",
    "\ud800",
    "ann \udfff",
    "😀",
    "😀 ann",
    "a" * 10_000,
    "1" * 10_000,
    "a " * 5_000,
    "1 a " * 5_000,
    "@" * 10_000,
    "likes:" * 2_000,
    "likes:",
    "likes: *",
    "øann",
    "ł",
    "đ1",
    "|",
    "%",
    "_",
    "\u202eann",
    "9" * 30,
    "#",
    "##1",
    "-1",
    "1e9",
    "0",
    "00",
    "011",
    "+",
    "@ann",
    "ann@",
    "\ud800@x",
    "a@\x00",
]


@pytest.fixture
def full(shop: Shop) -> Shop:
    shop.add("Ann Ames", phones=["303 555 0142"], emails=["ann@example.org"], likes=["Hot Wheels"], receipt=["R-1"])
    shop.add('Zoe "*" NEAR', company="'; --", loyalty=["%_|"])
    return shop


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_typed_gives_an_answer(full: Shop, typed: str) -> None:
    assert isinstance(full.find(typed), list)
    assert full.names("ames") == ["Ann Ames"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(typed=st.text(st.characters(exclude_categories=[]), max_size=60), limit=st.integers(-1, 40))
def test_any_text_gives_an_answer_of_at_most_that_many_rows(full: Shop, typed: str, limit: int) -> None:
    assert len(full.find(typed, limit)) <= max(0, limit)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    typed=st.lists(
        st.sampled_from('ann ames 0 1 303 * " ( ) OR AND NOT : ^ + - likes: # @ ø ł đ'.split()), max_size=9
    )
)
def test_pieces_of_query_syntax_give_an_answer(full: Shop, typed: list[str]) -> None:
    for between in ("", " "):
        assert isinstance(full.find(between.join(typed)), list)


def test_hostile_names_are_indexed_and_found(full: Shop) -> None:
    for name in ("\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), "ann|ames|x", "øann", "łann đ1"):
        customer = full.add(name)
        assert customer in [hit.customer_id for hit in full.find(name)]
