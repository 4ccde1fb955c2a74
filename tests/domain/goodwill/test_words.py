"""A concession in words: what was asked, and what was given where that is less."""

from __future__ import annotations

import pytest

from deskui.domain.goodwill.goodwill import Concession, GoodwillKind
from deskui.domain.goodwill.words import asked_words
from deskui.domain.money import Money


def say(minor: int) -> str:
    return f"${minor / 100:.2f}"


@pytest.mark.parametrize(
    ("minor", "allowed", "words"),
    [
        (8500, None, "waive fee, $85.00: truck rental"),
        (8500, 8500, "waive fee, $85.00: truck rental"),
        (8500, 6000, "waive fee, $60.00 of $85.00: truck rental"),
        (None, None, "waive fee: truck rental"),
    ],
)
def test_less_than_was_asked_for_stands_before_it(minor: int | None, allowed: int | None, words: str) -> None:
    amount = None if minor is None else Money("USD", minor)
    what = Concession(GoodwillKind.WAIVE_FEE, amount, "we were late", what="truck rental")
    assert asked_words(what, say, None if allowed is None else Money("USD", allowed)) == words
