"""Text in lines: as much of it as can be seen, and an ellipsis where there is more."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from deskui.ui.lines import span, wrapped

HUGE = {"letters": "x" * 2_000_000, "words": "word " * 400_000, "wide": "漢" * 700_000, "lines": "a\n" * 1_000_000}


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
def test_of_two_megabytes_a_line_keeps_what_can_be_seen(text: str) -> None:
    shown = span(text).text
    assert len(shown) <= 1_001
    assert shown.endswith("…")


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
def test_of_two_megabytes_the_first_lines_are_shown_and_that_there_is_more(text: str) -> None:
    lines = wrapped(text, 40, most=3)
    assert len(lines) == 3
    assert lines[2].spans[0].text.endswith("…")
    assert all(cell_len(line.spans[0].text.removesuffix(" …")) <= 40 for line in lines)


def test_a_text_that_fits_has_no_ellipsis() -> None:
    assert [line.spans[0].text for line in wrapped("one two\nthree", 10, most=2)] == ["one two", "three"]


def test_many_signs_in_one_cell_are_cut_with_a_line_that_says_so() -> None:
    lines = wrapped("a" + "\u0301" * 5_000, 40, most=3)
    assert lines[-1].spans[0].text.endswith("…")
    assert len(lines) <= 3
