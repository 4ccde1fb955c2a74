from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.store.normalise.numbers import number_digits, number_key

KEYS = st.from_regex("[A-Z0-9]{1,20}", fullmatch=True)


@pytest.mark.parametrize(
    ("written", "key", "digits"),
    [
        ("R-88213", "R88213", "88213"),
        ("r 88 213", "R88213", "88213"),
        ("#1043", "1043", None),
        ("PO/2024-0001", "PO20240001", "20240001"),
        ("1Z 999 AA1", "1Z999AA1", "19991"),
        ("ABC", "ABC", None),
        ("", "", None),
        ("--", "", None),
    ],
)
def test_numbers_compare_by_letters_and_digits_alone(written: str, key: str, digits: str | None) -> None:
    assert (number_key(written), number_digits(written)) == (key, digits)


@given(KEYS, st.lists(st.sampled_from(" -/.#_"), min_size=40, max_size=40), st.booleans())
def test_how_a_number_is_written_makes_no_difference(key: str, between: list[str], lower: bool) -> None:
    written = "".join(sign + char for char, sign in zip(key, between, strict=False))
    assert number_key(written.lower() if lower else written) == key


@given(st.text())
def test_the_key_of_a_key_is_itself(text: str) -> None:
    assert number_key(number_key(text)) == number_key(text)


@given(st.text())
def test_digits_are_given_only_beside_letters(text: str) -> None:
    digits = number_digits(text)
    assert digits is None or (digits.isdigit() and digits != number_key(text))
