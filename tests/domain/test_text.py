from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.text import LONGEST_LINE, clean_line, clean_text, storable, without_hidden
from deskui.domain.visible import visible
from deskui.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable


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


CONTROLS = {*range(9), *range(0x0B, 0x0D), *range(0x0E, 0x20), *range(0x7F, 0xA0)}
BIDI = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}


@pytest.mark.parametrize("clean", [clean_line, clean_text])
def test_what_cannot_be_seen_is_refused(clean: Callable[[str, str], str]) -> None:
    for code in CONTROLS | BIDI | {0xFEFF, 0xD800, 0xDFFF}:
        with pytest.raises(BadInput, match="holds characters that cannot be seen"):
            clean(f"a{chr(code)}b", f"U+{code:04X}")


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


def test_imported_text_loses_what_neither_engine_can_keep() -> None:
    assert without_hidden("a\0b\ud800c\udfffd") == "abcd"


@given(st.text(st.characters()))
def test_imported_text_loses_what_cannot_be_kept_and_nothing_else(text: str) -> None:
    kept = without_hidden(text)
    assert storable(kept)
    assert without_hidden(kept) == kept
    clean_text(kept[:20_000], "It")
    plain = "".join(sign for sign in text if visible(sign) == sign and sign not in "\r\n\t")
    assert [sign for sign in kept if sign not in "\n\t\u2028\u2029\x0b\x0c"] == list(plain)
