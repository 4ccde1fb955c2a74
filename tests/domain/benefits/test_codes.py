"""Codes that are read aloud: every slip of one sign, and every two swapped, are noticed."""

from __future__ import annotations

import random
from itertools import pairwise

from deskui.domain.benefits.codes import SIGNS, is_mistyped, new_code, spelt

MADE = [new_code(random.Random(seed).choice) for seed in range(300)]


def key(code: str) -> str:
    return code.replace("-", "")


def test_no_sign_of_a_code_can_be_taken_for_another() -> None:
    assert not set("01ILO") & set("".join(MADE))
    assert len(SIGNS) == len(set(SIGNS)) == 31


def test_a_code_as_it_was_made_is_not_mistyped() -> None:
    assert not any(is_mistyped(key(code)) for code in MADE)
    assert all(spelt(key(code)) == code for code in MADE)


def test_every_slip_of_one_digit_is_noticed() -> None:
    for code in map(key, MADE):
        for place, sign in enumerate(code):
            alphabet = "23456789" if 2 <= place < 9 else SIGNS if place == 9 else SIGNS[8:]
            for other in alphabet:
                wrong = code[:place] + other + code[place + 1 :]
                assert is_mistyped(wrong) == (other != sign), (code, wrong)


def test_two_digits_that_are_swapped_are_noticed() -> None:
    for code in map(key, MADE):
        for one, two in [*pairwise(range(2)), *pairwise(range(2, 9))]:
            if code[one] != code[two]:
                signs = list(code)
                signs[one], signs[two] = signs[two], signs[one]
                assert is_mistyped("".join(signs))


def test_codes_of_other_makers_are_never_called_mistyped() -> None:
    assert not any(map(is_mistyped, ("XK2291", "GIFT50", "", "1", "9781861972712", "AB12345678901")))
