from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.text import LONGEST_LINE, clean_line, clean_text, storable, without_hidden
from deskui.domain.visible import visible
from deskui.errors import BadInput


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Shari   Caldwell ", "Shari Caldwell"),
        ("a\tb\nc", "a b c"),
        ("Zoe\u0308", "Zoë"),
        ("\u00a0x\u3000y", "x y"),
        ("", ""),
    ],
)
def test_a_line_is_one_line_composed_and_without_odd_blanks(typed: str, kept: str) -> None:
    assert clean_line(typed, "The name") == kept


def test_text_keeps_its_lines() -> None:
    assert clean_text("a  \r\n\r\n b\rc \n", "The note") == "a\n\n b\nc"


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\x07", "\x7f", "\x9b", "\u202e", "\u2066", "\ufeff", "\ud800"])
def test_what_cannot_be_seen_is_refused(sign: str) -> None:
    for clean in (clean_line, clean_text):
        with pytest.raises(BadInput, match="holds characters that cannot be seen"):
            clean(f"a{sign}b", "The name")


def test_empty_is_refused_where_something_is_needed() -> None:
    with pytest.raises(BadInput, match=r"The name is empty; type it first\."):
        clean_line(" \n ", "The name", needed=True)


def test_too_long_says_how_long_and_how_much_is_allowed() -> None:
    assert clean_line("x" * LONGEST_LINE, "Name") == "x" * LONGEST_LINE
    with pytest.raises(BadInput, match=r"Name is 201 characters long; 200 is the most\."):
        clean_line("x" * 201, "Name")


@given(st.text(max_size=300))
def test_what_is_kept_is_safe_composed_and_stays_so(typed: str) -> None:
    for clean in (clean_line, clean_text):
        try:
            kept = clean(typed, "It")
        except BadInput:
            continue
        assert storable(kept)
        assert unicodedata.is_normalized("NFC", kept)
        assert clean(kept, "It") == kept
        assert kept == kept.strip()


@given(st.text(st.characters()))
def test_imported_text_loses_what_cannot_be_kept_and_nothing_else(text: str) -> None:
    kept = without_hidden(text)
    assert storable(kept)
    assert without_hidden(kept) == kept
    clean_text(kept[:20_000], "It")
    plain = "".join(sign for sign in text if visible(sign) == sign and sign not in "\r\n\t")
    assert [sign for sign in kept if sign not in "\n\t\u2028\u2029\x0b\x0c"] == list(plain)
