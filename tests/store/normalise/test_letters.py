from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.store.normalise.letters import fold, words


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("MÜLLER", "muller"),
        ("Łukasz", "lukasz"),
        ("Søren Ørsted", "soren orsted"),
        ("Đặng Thị Hồng", "dang thi hong"),
        ("Groß", "gross"),
        ("Æther", "aether"),
        ("O’Brien", "obrien"),
        ("O'Brien", "obrien"),
        ("Jean-Luc", "jean luc"),
        ("  many\tblanks\n", "many blanks"),
        ("Наталья", "natalya"),
        ("İpek", "ipek"),
        ("ＦＵＬＬ", "full"),
        ("", ""),
        ("!?", ""),
        ("\x00a\x00b", "a b"),
        ("\ud800x", "x"),
    ],
)
def test_names_of_every_alphabet_become_plain_letters(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(alphabet="abcXYZäöüÄÖÜéèñçøåłđ '’-."))
def test_upper_and_lower_case_fold_alike(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower())


@given(st.text(st.characters(exclude_categories=[])))
def test_only_letters_digits_and_single_blanks_are_left(text: str) -> None:
    assert re.fullmatch("(?:[a-z0-9]+(?: [a-z0-9]+)*)?", fold(text))


def test_words_are_those_of_the_folded_text() -> None:
    assert words("Anna-Lena  GARCÍA") == ["anna", "lena", "garcia"]
