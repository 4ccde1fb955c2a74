"""An article as it is read: headings, paragraphs, steps and tables of pieces of text; no markup is left in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Mark(StrEnum):
    """How a piece of text stands out."""

    PLAIN = ""
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    ADDRESS = "address"
    """Where a link leads: it is shown, and never opened by itself."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one kind."""

    text: str
    mark: Mark = Mark.PLAIN


Runs = tuple[Run, ...]


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, table or the like; within lists and quotes as deep as `depth` and `quoted` say."""

    kind: BlockKind
    runs: Runs = ()
    level: int = 0
    """Of a heading, from 1."""
    label: str = ""
    """Before the first paragraph of a list item: its number, or a bullet."""
    depth: int = 0
    """How many lists it stands in."""
    quoted: int = 0
    """How many quotes it stands in."""
    rows: tuple[tuple[Runs, ...], ...] = ()
    """Of a table, the first of them its head."""
    is_close: bool = False
    """Whether no blank line stands before it."""

    @property
    def text(self) -> str:
        """Its words alone."""
        if self.kind is BlockKind.TABLE:
            return "\n".join(" | ".join(words_of(cell) for cell in row) for row in self.rows)
        return f"{self.label} {words_of(self.runs)}" if self.label else words_of(self.runs)


def passage(blocks: Sequence[Block], place: int) -> str:
    """The words of the block at that place; of a heading with all that stands under it, empty when nothing does."""
    first = blocks[place]
    if first.kind is not BlockKind.HEADING:
        return first.text
    end = place + 1
    while end < len(blocks) and not (blocks[end].kind is BlockKind.HEADING and blocks[end].level <= first.level):
        end += 1
    under = [each for each in blocks[place + 1 : end] if each.text.strip()]
    says = any(each.kind is not BlockKind.HEADING for each in under)
    return "\n".join(each.text for each in (first, *under)) if says else ""


def words_of(runs: Iterable[Run]) -> str:
    """The words of pieces of text."""
    return "".join(run.text for run in runs)
