"""An article of the manual in lines of any width: what it is, then its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.manual.blocks import BlockKind, Mark, words_of
from deskui.domain.manual.found import Standing
from deskui.domain.moments import date_words
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cells, flowing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from deskui.domain.manual.article import Edition, Tie
    from deskui.domain.manual.blocks import Block, Run, Runs

_ROLES: Final = {
    Mark.PLAIN: Role.TEXT,
    Mark.STRONG: Role.STRONG,
    Mark.EMPHASIS: Role.EMPHASIS,
    Mark.CODE: Role.ACCENT,
    Mark.ADDRESS: Role.QUIET,
}
_INDENT: Final = 3
_DEEPEST: Final = 6
"""Lists deeper than this are shown as deep as this."""
_NARROWEST: Final = 20
_COLUMN: Final = 8
"""The fewest cells of a column of a table; with less for each, its rows are shown one cell a line."""
_MOST_COLUMNS: Final = 8


def article_items(
    edition: Edition, standing: Standing, ties: Sequence[Tie], blocks: Iterable[Block], width: int, today: date
) -> list[Item]:
    """What the article is, and its text; each block is an item, so that one of them can be pointed at."""
    head = (*wrapped(edition.title, width, Role.STRONG), *_about(edition, standing, ties, width, today))
    items = [Item((*head, BLANK))]
    for place, block in enumerate(blocks):
        gap = () if place == 0 or block.is_close else (BLANK,)
        if gap:
            items.append(Item(gap))
        items.append(Item(tuple(block_lines(block, width)), ("block", place)))
    return items


def standing_words(edition: Edition, standing: Standing, today: date) -> Span:
    """Whether it holds, in words."""
    said = edition.version
    if standing is Standing.RETIRED:
        return span("retired", Role.WARN)
    if standing is Standing.LATER:
        return span(f"only from {date_words(said.valid_from, today.year)}", Role.WARN)
    if standing is Standing.OVER:
        until = said.valid_until
        over = (
            f"over since {date_words(until, today.year)}" if until is not None and until < today else "replaced since"
        )
        return span(over, Role.WARN)
    until = said.valid_until
    end = "" if until is None else f" until {date_words(until, today.year)}"
    return span(f"in force since {date_words(said.valid_from, today.year)}{end}", Role.GOOD)


def _about(edition: Edition, standing: Standing, ties: Sequence[Tie], width: int, today: date) -> Iterator[Line]:
    said = edition.version
    by = f", {said.by}" if said.by else ""
    parts = (
        span(edition.article.kind.value, Role.TITLE),
        standing_words(edition, standing, today),
        quiet(f"version {said.number}{by}"),
        None if said.decides is None else span(f"{said.decides.value} decides", Role.STRONG),
        quiet(", ".join(said.about)) if said.about else None,
        span("customers may have it", Role.GOOD) if said.may_quote else span("for the staff alone", Role.WARN),
    )
    yield from flowing(parts, width)
    belongs = [f"{tie.what.value} {tie.text}" for tie in ties]
    found_by = [*([f"belongs to {', '.join(belongs)}"] if belongs else []), *edition.article.tags]
    if found_by:
        yield from wrapped(" · ".join(found_by), width, Role.QUIET, most=2)


def block_lines(block: Block, width: int) -> Iterator[Line]:
    """One block in lines of that width."""
    indent = _INDENT * min(block.depth, _DEEPEST)
    bars = "│ " * min(block.quoted, 3)
    room = max(_NARROWEST, width - indent - len(bars))
    front = f"{bars}{block.label:>{max(0, indent - 1)}} " if block.label else bars + " " * indent
    below = bars + " " * indent
    for place, spans in enumerate(_body(block, room)):
        yield Line((quiet(front if place == 0 else below), *spans) if front or below else spans)


def _body(block: Block, room: int) -> Iterator[tuple[Span, ...]]:
    if block.kind is BlockKind.RULE:
        yield (quiet("─" * room),)
    elif block.kind is BlockKind.CODE:
        for each in words_of(block.runs).split("\n"):
            yield from (line.spans for line in _cut_lines(each, room))
    elif block.kind is BlockKind.TABLE:
        yield from _table(block.rows, room)
    elif block.kind is BlockKind.HEADING:
        role = Role.STRONG if block.level < 3 else Role.TITLE
        yield from (line.spans for line in wrapped(words_of(block.runs), room, role))
    else:
        yield from flow(block.runs, room)


def _cut_lines(text: str, room: int) -> Iterator[Line]:
    """A line of code, its blanks kept."""
    from rich.cells import chop_cells

    shown = span(text.replace("\t", "    ")).text
    for piece in chop_cells(shown, room) or [""]:
        yield Line((Span(piece, Role.ACCENT),))


def flow(runs: Iterable[Run], width: int) -> Iterator[tuple[Span, ...]]:
    """Pieces of text one behind the other, broken at blanks into lines of that width."""
    from rich.cells import cell_len

    line: list[Span] = []
    used = 0
    for word, role, is_apart in _words(runs, width):
        if word == "\n":
            yield tuple(line)
            line, used = [], 0
            continue
        size = cell_len(word)
        gap = 1 if line and is_apart else 0
        if line and used + gap + size > width:
            yield tuple(line)
            line, used, gap = [], 0, 0
        if gap and line[-1].role is role:
            line[-1] = Span(f"{line[-1].text} {word}", role)
        else:
            line += [*([Span(" ")] if gap else []), Span(word, role)]
        used += gap + size
    if line:
        yield tuple(line)


def _words(runs: Iterable[Run], width: int) -> Iterator[tuple[str, Role, bool]]:
    """Words with their roles, and whether a blank stands before each; long ones in pieces that fit."""
    from rich.cells import chop_cells

    is_apart = False
    for run in runs:
        for place, part in enumerate(run.text.split("\n")):
            if place:
                yield "\n", Role.TEXT, False
                is_apart = False
            for at, word in enumerate(part.replace("\t", " ").split(" ")):
                is_apart = is_apart or at > 0
                if not word:
                    continue
                for piece in chop_cells(span(word).text, width) if len(word) > width // 2 else [span(word).text]:
                    yield piece, _ROLES[run.mark], is_apart
                    is_apart = False


def _table(rows: Sequence[Sequence[Runs]], room: int) -> Iterator[tuple[Span, ...]]:
    count = max((len(row) for row in rows), default=0)
    if not count:
        return
    widths = _widths(rows, count, room)
    if widths is None:
        yield from _as_list(rows, room)
        return
    for number, row in enumerate(rows):
        told = [list(flow(runs, width)) for runs, width in zip(row, widths, strict=False)]
        for at in range(max(map(len, told), default=0)):
            yield tuple(_side_by_side([cell[at] if at < len(cell) else () for cell in told], widths))
        if number == 0:
            yield (quiet("  ".join("─" * width for width in widths)),)


def _widths(rows: Sequence[Sequence[Runs]], count: int, room: int) -> list[int] | None:
    """Cells of each column: as much as it needs, the widest giving way; None where there is no room for all."""
    from rich.cells import cell_len

    if count > _MOST_COLUMNS or room < count * (_COLUMN + 2):
        return None
    longest = [max(cell_len(words_of(row[at])[:room]) if at < len(row) else 0 for row in rows) for at in range(count)]
    widths = [max(1, each) for each in longest]
    while sum(widths) + 2 * (count - 1) > room:
        widths[widths.index(max(widths))] -= 1
    return widths


def _side_by_side(parts: Sequence[tuple[Span, ...]], widths: Sequence[int]) -> Iterator[Span]:
    for at, (spans, width) in enumerate(zip(parts, widths, strict=False)):
        yield from spans
        if at < len(parts) - 1:
            yield Span(" " * (width - cells(spans) + 2))


def _as_list(rows: Sequence[Sequence[Runs]], room: int) -> Iterator[tuple[Span, ...]]:
    """A table without room for its columns: each cell a line below its heading."""
    head = [words_of(each) for each in rows[0]]
    for row in rows[1:] or rows:
        for at, runs in enumerate(row):
            said = f"{head[at]}: " if at < len(head) and len(rows) > 1 else ""
            yield from (each.spans for each in wrapped(f"{said}{words_of(runs)}", room))
        yield ()
