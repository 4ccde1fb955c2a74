"""Markdown becomes blocks of plain text: what is written is read, and nothing in it does anything."""

from __future__ import annotations

import random
import re
import time
from typing import Final

import pytest

from deskui.domain.manual.blocks import Block, BlockKind, Mark, words_of
from deskui.exchange.manual.markdown import LONGEST, article_blocks

HOSTILE: Final = (
    "<script>alert(1)</script>\n\n<img src=x onerror=y>",
    "[click](javascript:alert(1)) ![x](file:///etc/passwd)",
    "\x1b[2J\x1b]0;owned\x07 \u202egpj.exe \x9b31m",
    "&#27;[2J &#x1b;]52;c;aGk=&#7; &lt;b&gt; &NewLine;",
    "[a]: http://evil.test\n\n[a] [b][a]",
    "<http://evil.test/\x1b[2J>",
    "| a | b |\n|---|---|\n| \x1b[2J | ` | ` |",
    "```\n\x1b[2J\n",
)
SIGNS: Final = (
    "#",
    "*",
    "_",
    "`",
    "[",
    "]",
    "(",
    ")",
    "!",
    "<",
    ">",
    "|",
    "-",
    "\n",
    " ",
    "1.",
    "\\",
    "&",
    "a",
    "~",
    "\t",
    ":",
)


def plain(text: str) -> list[tuple[str, str, int]]:
    return [(each.kind.value, each.text, each.depth) for each in article_blocks(text)]


def test_what_is_written_is_read() -> None:
    text = "# Title\n\nSome *text*\nthat **goes on**.\n\n- one\n- two\n  1. deep\n  2. deeper\n\n"
    text += "> said\n\n---\n\n    code\n"
    assert plain(text) == [
        ("heading", "Title", 0),
        ("paragraph", "Some text that goes on.", 0),
        ("paragraph", "• one", 1),
        ("paragraph", "• two", 1),
        ("paragraph", "1. deep", 2),
        ("paragraph", "2. deeper", 2),
        ("paragraph", "said", 0),
        ("rule", "", 0),
        ("code", "code", 0),
    ]
    assert [each.quoted for each in article_blocks(text)] == [0, 0, 0, 0, 0, 0, 1, 0, 0]


def test_pieces_stand_out_as_they_are_marked() -> None:
    (block,) = article_blocks("a **b *c*** *d* `e` ~~f~~")
    marks = [(each.text, each.mark) for each in block.runs if each.text.strip()]
    assert marks == [
        ("a ", Mark.PLAIN),
        ("b ", Mark.STRONG),
        ("c", Mark.STRONG),
        ("d", Mark.EMPHASIS),
        ("e", Mark.CODE),
        ("f", Mark.PLAIN),
    ]


def test_a_numbered_list_counts_from_where_it_begins_and_a_table_keeps_its_cells() -> None:
    assert [each.label for each in article_blocks("3. a\n4. b\n9. c")] == ["3.", "4.", "5."]
    (table,) = article_blocks("| fee | who |\n|---|---|\n| $40 | **any** clerk |")
    assert table.kind is BlockKind.TABLE
    assert [[words_of(cell) for cell in row] for row in table.rows] == [["fee", "who"], ["$40", "any clerk"]]


def test_a_link_shows_where_it_leads() -> None:
    (block,) = article_blocks("See [the form](https://carrier.test/claims) or <https://plain.test>.")
    assert block.text == "See the form ‹https://carrier.test/claims› or https://plain.test."
    assert [each.text for each in block.runs if each.mark is Mark.ADDRESS] == [" ‹https://carrier.test/claims›"]


def test_html_is_text_and_an_address_that_would_run_is_no_link() -> None:
    assert [each.text for each in article_blocks("<b>x</b>\n\n<script>y</script>")] == [
        "<b>x</b>",
        "<script>y</script>",
    ]
    assert article_blocks("[a](javascript:alert(1))")[0].text == "[a](javascript:alert(1))"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_without_a_word(text: str) -> None:
    assert all(isinstance(each, Block) for each in article_blocks(text))


@pytest.mark.parametrize(
    "sign", ["[", "![", "*", "_", "`", "<", "> ", "- ", "1. ", "[a](", "|a\n|-\n", "**a ", "&", "a*b_"]
)
def test_a_megabyte_of_one_sign_is_read_in_bounded_time(sign: str) -> None:
    started = time.thread_time()
    blocks = article_blocks(sign * (1_000_000 // len(sign)))
    assert time.thread_time() - started < 20, "or the time grows faster than the text"
    assert sum(len(each.text) for each in blocks) <= 2 * LONGEST


@pytest.mark.parametrize("seed", range(4))
def test_no_text_whatever_breaks_the_reader(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(150):
        text = "".join(dice.choices(SIGNS, k=dice.randint(0, 200)))
        for block in article_blocks(text):
            assert block.depth >= 0
            assert block.quoted >= 0


def shown(text: str) -> list[str]:
    """The words that are shown, in order."""
    return " ".join(each.text for each in article_blocks(text)).split()


@pytest.mark.parametrize("mark", ["- ", "1. ", "> ", "> - "])
@pytest.mark.parametrize("depth", [1, 5, 6, 12, 40])
def test_however_deep_it_stands_nothing_is_left_out(mark: str, depth: int) -> None:
    step = " " * len(mark) if ">" not in mark else mark
    text = "\n".join(f"{step * at}{mark}level{at}" for at in range(depth)) + "\n\nAfter all that."
    words = shown(text)
    assert [each for each in words if each.startswith("level")] == [f"level{at}" for at in range(depth)]
    assert words[-3:] == ["After", "all", "that."]


def test_however_long_it_is_nothing_is_left_out() -> None:
    assert [each for each in shown("\n".join(f"- item{at}" for at in range(9_000))) if "item" in each] == [
        f"item{at}" for at in range(9_000)
    ]


@pytest.mark.parametrize("seed", range(40))
def test_no_word_is_lost_wherever_it_stands(seed: int) -> None:
    chance = random.Random(seed)
    starts = ("", "- ", "* ", "1. ", "> ", "## ", "    ", "      - ", "> > > > > > > > ", "        > 2) ", "| ")
    lines = ["".join(chance.choice(starts) for _ in range(chance.randint(0, 6))) for _ in range(80)]
    text = "\n".join(f"{each}w{at}" if chance.random() < 0.9 else "" for at, each in enumerate(lines))
    assert re.findall(r"w\d+", " ".join(shown(text))) == re.findall(r"w\d+", text)


def test_what_a_link_is_defined_by_is_not_shown_by_itself() -> None:
    assert shown("[our terms]\n\n[our terms]: https://example.org/a\n- \n-") == [
        *("our", "terms", "‹https://example.org/a›")
    ]
