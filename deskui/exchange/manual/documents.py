"""An article as customers are given it: text, a PDF, a strip from the receipt printer."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Final

from deskui.domain.manual.blocks import BlockKind, words_of
from deskui.domain.visible import visible
from deskui.errors import MissingExtra
from deskui.exchange.manual.markdown import article_blocks
from deskui.exchange.paper import LETTER_REGIONS, Paper
from deskui.exchange.slips.delivery import Printed, send
from deskui.exchange.slips.escpos import printable
from deskui.exchange.slips.receipt_library import printers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.domain.manual.article import Handed
    from deskui.domain.manual.blocks import Block
    from deskui.domain.slips.printers import Printer

WIDTH: Final = 80
_INDENT: Final = 3
_DEEPEST: Final = 6
_NARROWEST: Final = 16
_MILLIMETRES: Final = 6.0
"""By so much the text of a list stands in on paper."""


def article_text(handed: Handed, width: int = WIDTH) -> str:
    """The article in lines of that width, with the shop and the day at its end."""
    title = handed.edition.title
    lines = [*wrap(title, width), "=" * min(width, len(title)), ""]
    for block in article_blocks(handed.edition.version.text):
        if not block.is_close and lines[-1]:
            lines.append("")
        lines += _block_lines(block, width)
    lines += ["", *wrap(_foot(handed), width)]
    return "\n".join(visible(line).rstrip() for line in lines) + "\n"


def article_pdf(handed: Handed, region: str = "") -> bytes:
    """The article as a PDF on the paper of that region.

    Raises: MissingExtra where the library for it is not installed.
    """
    title = handed.edition.title
    paper = Paper(title, _foot(handed), handed.at, "letter" if region in LETTER_REGIONS else "a4")
    paper.text(title, size=15, strong=True)
    for block in article_blocks(handed.edition.version.text):
        if not block.is_close:
            paper.gap(2)
        _on_paper(paper, block)
    return paper.bytes()


def article_escpos(handed: Handed, columns: int) -> bytes:
    """The article in the language of receipt printers.

    Raises: MissingExtra where the library for it is not installed.
    """
    printer = printers().Dummy()
    printer.hw("INIT")
    for line in article_text(handed, columns).split("\n"):
        printer.text(f"{printable(line).rstrip()}\n")
    printer.cut()
    sent: bytes = printer.output
    return sent


def print_document(handed: Handed, printer: Printer) -> None:
    """Print an article; waits and raises as `deliver` of slips does."""
    send(
        Printed(handed.edition.title, lambda columns: article_escpos(handed, columns), lambda: _document(handed)),
        printer,
    )


def _document(handed: Handed) -> bytes:
    try:
        return article_pdf(handed)
    except MissingExtra:
        return article_text(handed).encode()


def _foot(handed: Handed) -> str:
    return f"{handed.shop}, {handed.said_at}" if handed.shop else handed.said_at


def _block_lines(block: Block, width: int) -> Iterator[str]:
    front = "  " * min(block.quoted, 3) + " " * (_INDENT * min(block.depth, _DEEPEST))
    room = max(_NARROWEST, width - len(front))
    if block.kind is BlockKind.RULE:
        yield front + "-" * room
        return
    lines = [part for line in _words(block).split("\n") for part in wrap(line, room) or [""]]
    for place, line in enumerate(lines):
        label = f"{block.label:>{max(0, len(front) - 1)}} " if block.label and place == 0 else front
        yield label + line
    if block.kind is BlockKind.HEADING:
        yield front + "-" * min(room, max(map(len, lines), default=0))


def _words(block: Block) -> str:
    return block.text if block.kind is BlockKind.TABLE else words_of(block.runs)


def _on_paper(paper: Paper, block: Block) -> None:
    indent = _MILLIMETRES * (min(block.depth, _DEEPEST) + min(block.quoted, 3))
    if block.kind is BlockKind.RULE:
        paper.rule()
    elif block.kind is BlockKind.HEADING:
        paper.keep_together(14)
        paper.text(_words(block), size=12, strong=True, indent=indent)
    elif block.label:
        paper.row([("", max(0.0, indent - _MILLIMETRES)), (block.label, _MILLIMETRES), (_words(block), 0)])
    else:
        paper.text(_words(block), indent=indent, grey=block.kind is BlockKind.CODE)
