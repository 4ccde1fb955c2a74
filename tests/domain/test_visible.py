from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deskui.domain.visible import visible

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Shari Caldwell", "Shari Caldwell"),
        ("Zoë Ødegård 张伟 👩‍🔧", "Zoë Ødegård 张伟 👩‍🔧"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("two\nlines\tand\0nul\x7f", "two␊lines␉and␀nul␡"),
        ("\x9b31m\x85", "‹U+009B›31m‹U+0085›"),
        ("gnp.\u202eexe", "gnp.‹U+202E›exe"),
        ("\ufeffa\u2028b", "‹U+FEFF›a‹U+2028›b"),
        ("\ud800", "‹U+D800›"),
    ],
)
def test_hidden_characters_come_out_as_marks(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters()))
@example("".join(map(chr, range(0x120))))
@example(BIDI)
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} for character in shown)
    assert not set(BIDI) & set(shown)
    assert visible(shown) == shown
    shown.encode("utf-8")


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"])))
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text
