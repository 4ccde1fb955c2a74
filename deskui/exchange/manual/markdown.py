"""Markdown read into blocks. What a library may not be trusted with (HTML, images, addresses) becomes plain text."""

from __future__ import annotations

import re
from collections import deque
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.manual.blocks import Block, BlockKind, Mark, Run, Runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LONGEST: Final = 100_000
"""So many characters of a text are read."""
LONGEST_LINE: Final = 4_000
"""A longer line is broken: signs in a line take the library the longer the more of them there are."""
_DEEPEST: Final = 12
_BULLETS: Final = ("•", "◦", "▪")
_SOME_LINES: Final = 3_000
"""So many lines are read by the library; all after them are shown as they are typed."""
_AROUND: Final = re.compile(r"(?:bullet_list|ordered_list|list_item|blockquote)_(?:open|close)")
_ONLY_MARKS: Final = re.compile(r"[\s>*+\-.)\d]*")
"""A line of a list or quote in which nothing stands."""


@lru_cache(maxsize=64)
def article_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of an article; of any text at all, in time that grows with its length alone.

    What the library leaves out, such as items of very deep lists, stands there as it was typed.
    """
    written = text[:LONGEST].replace("\r", "\n").split("\n")
    lines = [line[at : at + LONGEST_LINE] for line in written for at in range(0, len(line) or 1, LONGEST_LINE)]
    known: dict[str, Any] = {}
    tokens = _library().parse("\n".join(lines[:_SOME_LINES]), known)
    return tuple(_Reader(tokens, _left_out(lines, tokens, known)).blocks())


def _left_out(lines: Sequence[str], tokens: Sequence[Token], known: Mapping[str, Any]) -> list[tuple[int, str]]:
    """The lines, with their numbers from 0, that have words and stand in none of the tokens."""
    spans = [token.map for token in tokens if token.map is not None and not _AROUND.fullmatch(token.type)]
    links = [*known.get("references", {}).values(), *known.get("duplicate_refs", ())]
    read = {at for span in (*spans, *(each["map"] for each in links)) for at in range(*span)}
    return [(at, line) for at, line in enumerate(lines) if at not in read and not _ONLY_MARKS.fullmatch(line)]


@lru_cache(maxsize=1)
def _library() -> MarkdownIt:
    from markdown_it import MarkdownIt

    options = {"html": False, "linkify": False, "typographer": False, "maxNesting": _DEEPEST}
    return MarkdownIt("commonmark", options).enable(["table", "strikethrough"]).disable(["html_block", "html_inline"])


class _Reader:
    """Goes through the tokens once, remembering in which lists and quotes it is."""

    def __init__(self, tokens: Sequence[Token], left_out: Sequence[tuple[int, str]]) -> None:
        self._tokens, self._left_out = tokens, deque(left_out)
        self._numbers: list[int | None] = []
        """Of each list around, the number of the next item, or None for bullets."""
        self._quoted = 0
        self._label = ""
        self._is_close = False
        self._rows: list[list[Runs]] = []

    def blocks(self) -> Iterator[Block]:
        """The blocks, from the top."""
        level = 0
        for token in self._tokens:
            kind = token.type
            if token.map is not None and not _AROUND.fullmatch(kind):
                yield from self._as_typed(token.map[0])
            if kind == "heading_open":
                level = int(token.tag[1:])
            elif kind == "heading_close":
                level = 0
            elif kind in ("ordered_list_open", "bullet_list_open"):
                self._numbers.append(int(token.attrGet("start") or 1) if kind[0] == "o" else None)
            elif kind in ("ordered_list_close", "bullet_list_close"):
                self._numbers.pop()
                self._is_close = False
            elif kind == "list_item_open":
                self._begin_item()
            elif kind in ("blockquote_open", "blockquote_close"):
                self._quoted += 1 if kind.endswith("open") else -1
            elif kind == "inline" and self._in_table:
                self._rows[-1].append(tuple(_runs(token.children or ())))
            elif kind == "inline":
                is_heading = level > 0
                what = BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH
                yield self._block(what, tuple(_runs(token.children or ())), level=level)
            else:
                yield from self._others(token)
        yield from self._as_typed(LONGEST + 1)

    def _as_typed(self, before: int) -> Iterator[Block]:
        """What was left out above that line, a paragraph a line."""
        while self._left_out and self._left_out[0][0] < before:
            yield Block(BlockKind.PARAGRAPH, (Run(self._left_out.popleft()[1].strip()),))

    @property
    def _in_table(self) -> bool:
        return bool(self._rows)

    def _others(self, token: Token) -> Iterator[Block]:
        if token.type in ("fence", "code_block"):
            yield self._block(BlockKind.CODE, (Run(token.content.rstrip("\n"), Mark.CODE),))
        elif token.type == "hr":
            yield self._block(BlockKind.RULE)
        elif token.type == "tr_open":
            self._rows.append([])
        elif token.type == "table_close":
            rows = tuple(tuple(row) for row in self._rows)
            self._rows = []
            yield self._block(BlockKind.TABLE, rows=rows)

    def _begin_item(self) -> None:
        number = self._numbers[-1]
        if number is None:
            self._label = _BULLETS[(len(self._numbers) - 1) % len(_BULLETS)]
        else:
            self._label = f"{number}."
            self._numbers[-1] = number + 1

    def _block(
        self, kind: BlockKind, runs: Runs = (), level: int = 0, rows: tuple[tuple[Runs, ...], ...] = ()
    ) -> Block:
        label, self._label = self._label, ""
        is_close, self._is_close = self._is_close and bool(label), bool(self._numbers)
        return Block(kind, runs, level, label, len(self._numbers), self._quoted, rows, is_close)


def _runs(tokens: Iterable[Token]) -> Iterator[Run]:
    """Pieces of text; of a link its words and, where they differ, its address."""
    marks: list[Mark] = []
    said, address = "", ""
    for token in tokens:
        kind = token.type
        if kind in ("strong_open", "em_open"):
            marks.append(Mark.STRONG if kind[0] == "s" else Mark.EMPHASIS)
        elif kind in ("strong_close", "em_close"):
            marks.pop()
        elif kind == "link_open":
            said, address = "", str(token.attrGet("href") or "")
        elif kind == "link_close":
            yield from _address(said, address)
            address = ""
        elif kind == "image":
            yield Run(f"[{token.content or 'picture'}]", _strongest(marks))
            yield from _address("", str(token.attrGet("src") or ""))
        elif kind in ("softbreak", "hardbreak"):
            yield Run("\n" if kind[0] == "h" else " ", _strongest(marks))
        elif token.content:
            said += token.content
            yield Run(token.content, Mark.CODE if kind == "code_inline" else _strongest(marks))


def _strongest(marks: Sequence[Mark]) -> Mark:
    return Mark.STRONG if Mark.STRONG in marks else marks[-1] if marks else Mark.PLAIN


def _address(said: str, address: str) -> Iterator[Run]:
    if address and address.removeprefix("mailto:") != said:
        yield Run(f" ‹{address}›", Mark.ADDRESS)
