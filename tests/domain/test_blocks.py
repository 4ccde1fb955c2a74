"""What is told of an article: a block, or a heading with all that stands under it."""

from __future__ import annotations

import pytest

from deskui.domain.manual.blocks import passage
from deskui.exchange.manual.markdown import article_blocks

BLOCKS = article_blocks("One.\n\n## Two\n\n- a\n- b\n\n### Three\n\nc\n\n## Four\n\n---\n\n## Five\n\n### Six")


@pytest.mark.parametrize(
    ("place", "told"),
    [(0, "One."), (1, "Two\n• a\n• b\nThree\nc"), (2, "• a"), (4, "Three\nc"), (6, ""), (8, ""), (9, "")],
)
def test_a_heading_is_told_with_what_stands_under_it_and_never_alone(place: int, told: str) -> None:
    assert passage(BLOCKS, place) == told
