"""An article is painted in lines that fit, whatever is in it, and nothing in it steers the terminal."""

from __future__ import annotations

import random
import unicodedata
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from deskui.exchange.manual.markdown import article_blocks
from deskui.store import models
from deskui.store.lookup.statements import Statements
from deskui.store.manual.documents import Documents
from deskui.ui.lines import Role
from deskui.ui.panels.article import block_lines
from tests.conftest import NOW
from tests.exchange.manual.test_markdown import HOSTILE as MARKDOWN
from tests.exchange.manual.test_markdown import SIGNS
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept
from tests.ui.test_hostile import BIDI, EVERYWHERE, HOSTILE, STEERING, steering

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.ui.lines import Line


def painted(text: str, width: int) -> list[Line]:
    return [line for block in article_blocks(text) for line in block_lines(block, width)]


def words(line: Line) -> str:
    return "".join(each.text for each in line.spans)


def test_a_list_hangs_and_a_table_has_its_columns() -> None:
    text = "1. one two three four five six\n   - deep\n\n| fee | who |\n|---|---|\n| $40.00 | any **clerk** |"
    assert [words(line).rstrip() for line in painted(text, 24)] == [
        "1. one two three four",
        "   five six",
        "    ◦ deep",
        "fee     who",
        "──────  ─────────",
        "$40.00  any clerk",
    ]


def test_a_table_without_room_for_its_columns_is_read_cell_by_cell() -> None:
    text = "| a | b | c | d |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |"
    assert [words(line) for line in painted(text, 24)] == ["a: 1", "b: 2", "c: 3", "d: 4", ""]


def test_what_stands_out_has_a_role_of_its_own() -> None:
    (line,) = painted("a **b** *c* `d` [e](http://f.test)", 60)
    roles = {each.text.strip(): each.role for each in line.spans if each.text.strip()}
    assert roles == {
        "a": Role.TEXT,
        "b": Role.STRONG,
        "c": Role.EMPHASIS,
        "d": Role.ACCENT,
        "e": Role.TEXT,
        "‹http://f.test›": Role.QUIET,
    }


@pytest.mark.parametrize("seed", range(4))
def test_every_line_fits_and_none_steers_whatever_is_in_the_article(seed: int) -> None:
    dice = random.Random(seed)
    pool = (*SIGNS, *SIGNS, *MARKDOWN, "漢字", "\x1b[2J", "\u202e", "word ", "x" * 90)
    for _ in range(120):
        text, width = "".join(dice.choices(pool, k=dice.randint(0, 60))), dice.choice((20, 36, 72, 150))
        for line in painted(text, width):
            shown = words(line)
            assert cell_len(shown) <= max(width, 56), (text, shown)
            assert not any(unicodedata.category(sign) in STEERING or sign in BIDI for sign in shown), text


def hostile(url: str, text: str) -> None:
    """An article as another program would write it."""
    with kept(url) as desk, desk.store.transaction():
        article = models.Article.insert(kind="tip", title=f"zzz {text[:200]}", tags=text[:200]).execute()
        days = {"valid_from": NOW.date(), "at": NOW}
        models.ArticleVersion.insert(
            article=article, number=1, title="zzz", text=text, may_quote=True, **days
        ).execute()
        models.ArticleTie.insert(article=article, what="case", text=text[:200], key="x", word="x").execute()
        Documents(Statements(desk.store.database)).refresh([article], NOW.date())


@pytest.mark.parametrize(
    ("kind", "size"), [*((each, WIDE) for each in EVERYWHERE), ("all", NARROW), ("words", NARROW)]
)
async def test_a_hostile_article_is_read_and_told_and_nothing_happens(
    demo_url: str, home: Path, kind: str, size: tuple[int, int]
) -> None:
    hostile(demo_url, HOSTILE[kind].replace("\0", ""))
    async with at_the_counter(demo_url, home, size=size, employee="Margaret Liu") as counter:
        await counter.press("f9")
        await counter.type("zzz")
        await counter.sees("zzz", where="choices")
        assert steering(counter) == []
        await counter.press("enter")
        await counter.sees("in force since")
        assert steering(counter) == []
        await counter.press("v")
        await counter.sees("Version 1")
        assert steering(counter) == []
        await counter.press("escape", "e")
        await counter.sees("Why changed")
        assert steering(counter) == []
        assert counter.app.is_running
