from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.interests import shared


@pytest.mark.parametrize(
    ("mine", "theirs", "common"),
    [
        (["die-cast cars"], ["Hot Wheels and other die-cast cars, 1000s"], ("die-cast cars",)),
        (["Hot Wheels", "jazz"], ["hot wheels, for the grandson"], ("Hot Wheels",)),
        (["books"], ["her book, on tour"], ("books",)),
        (["trucks"], ["gliders"], ()),
        (["her old things"], ["his new things"], ("her old things",)),
        (["the and with"], ["the and with"], ()),
        ([], ["x"], ()),
        (["кошки"], ["Кошки и собаки"], ("кошки",)),
    ],
)
def test_people_share_what_both_like_in_my_words(mine: list[str], theirs: list[str], common: tuple[str, ...]) -> None:
    assert shared(mine, theirs) == common


@given(st.lists(st.text(max_size=20)), st.lists(st.text(max_size=20)))
def test_it_is_always_some_of_mine_in_my_order(mine: list[str], theirs: list[str]) -> None:
    common = list(shared(mine, theirs))
    places = iter(mine)
    assert all(each in places for each in common)
    assert shared(mine, []) == ()


def test_of_an_endless_interest_its_beginning_is_looked_at() -> None:
    assert shared(["kites"], ["kites " + "word " * 400_000]) == ("kites",)
    assert shared(["kites"], ["word " * 400_000 + "kites"]) == ()
