"""Which PINs are taken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.signing.pins import new_pin, read_pin
from deskui.errors import BadInput


@given(st.text(alphabet=st.characters(), max_size=20))
def test_only_six_to_twelve_plain_digits_can_be_a_pin(typed: str) -> None:
    is_one = 6 <= len(typed) <= 12 and all("0" <= each <= "9" for each in typed)
    if is_one:
        assert read_pin(typed) == typed
    else:
        with pytest.raises(BadInput) as refusal:
            read_pin(typed)
        assert len(typed) < 3 or typed not in refusal.value.sentence


@pytest.mark.parametrize("pin", ["012345", "890123", "543210", "210987", "777777", "454545", "987987987", "112233"])
def test_rows_and_repeats_are_refused(pin: str) -> None:
    with pytest.raises(BadInput):
        new_pin(pin)


@pytest.mark.parametrize("pin", ["581730", "246810", "402967", "19850614", "135792468"])
def test_others_are_taken(pin: str) -> None:
    assert new_pin(pin) == pin


@pytest.mark.parametrize("pin", ["٠١٢٣٤٥", "12345 ", "+12345", "1e5000"])
def test_what_only_looks_like_digits_is_none(pin: str) -> None:
    with pytest.raises(BadInput):
        read_pin(pin)
