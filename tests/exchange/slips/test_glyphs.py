"""Letters that a printer or a font lacks are written in others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from deskui.exchange.glyphs import with_glyphs
from deskui.exchange.slips.escpos import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zoë Ødegård, Łukasz, 25 €", "Zoë Ødegård, Łukasz, 25 €"),
        ("Ольга Соколова", "Ольга Соколова"),
        ("张伟", "ZhangWei"),
        ("a\u202eb", "a‹U+202E›b"),
    ],
)
def test_names_stay_readable_on_a_receipt(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(some.text())
def test_nothing_is_left_that_cannot_be_shown(text: str) -> None:
    shown = with_glyphs(text, str.isascii)
    assert shown.isascii()
    assert shown.isprintable()
