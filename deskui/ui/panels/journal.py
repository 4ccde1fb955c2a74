"""Entries of the journal in lines: a list of them, and one with all it wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.journal_verbs import what_was_done, who_did_it
from deskui.desk.session import COMMAND_LINE
from deskui.desk.shop import SHOP_SET_UP
from deskui.desk.verdicts import REDACT
from deskui.ui.format import moment_words
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cells, cut
from deskui.ui.panels.journal_changes import redacted_lines, row_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.journal.lines import JournalEntry, JournalLine
    from deskui.ui.panels.scene import Scene

_WHEN, _WHO = 17, 16
_NONE: Final = "Nothing was done that fits; / changes what is looked for."


def journal_items(rows: Sequence[JournalLine], scene: Scene, width: int, *, is_one: bool = False) -> list[Item]:
    """One line for each: when, who, what about what, and about whom where they are not all to be about one."""
    if not rows:
        return [Item(wrapped(_NONE, width, Role.QUIET))]
    return [Item((_line(each, scene, width, is_one=is_one),), each.number) for each in rows]


def _line(entry: JournalLine, scene: Scene, width: int, *, is_one: bool) -> Line:
    when = moment_words(entry.at, scene.now, scene.zone)
    who = cut(span(who_did_it(entry) or _nobody(entry) or entry.desk), _WHO - 1)
    back = " ~ taken back" if entry.undone_by else ""
    whom = cut(quiet(entry.customer), max(8, width // 4)) if entry.customer and not is_one else quiet("")
    room = width - _WHEN - _WHO - cells((whom,)) - 2
    what = cut(span(f"{what_was_done(entry)}{back}", Role.QUIET if entry.undone_by else Role.STRONG), room)
    return Line((quiet(f"{when:<{_WHEN}}"), who, Span(" " * (_WHO - cells((who,)))), what), (whom,))


def entry_lines(entry: JournalEntry, scene: Scene, width: int) -> list[Line]:
    """Who did what, and of each row that was written what changed in it."""
    line = entry.line
    when = moment_words(line.at, scene.now, scene.zone)
    where = f"on the {line.desk}" if line.desk == COMMAND_LINE else line.desk
    who = ", ".join(each for each in (who_did_it(line) or _nobody(line), where, when) if each)
    lines = [*wrapped(what_was_done(line), width, Role.STRONG, most=3), Line((quiet(who),))]
    if line.customer:
        lines.append(Line((span(f"{line.customer}, {line.customer_number}"),)))
    if line.undoes:
        lines.append(Line((quiet(f"takes entry {line.undoes:,} back"),)))
    if line.undone_by:
        lines.append(Line((Span(f"taken back by entry {line.undone_by:,}", Role.WARN),)))
    rows = _rows(entry, width)
    nothing = "It changed nothing." if entry.written else "It wrote no row that is kept one by one."
    digest = f"digest {line.digest[:16]}, over everything before it too"
    return [*lines, *(rows or (BLANK, Line((quiet(nothing),)))), BLANK, *wrapped(digest, width, Role.QUIET)]


def _rows(entry: JournalEntry, width: int) -> list[Line]:
    if entry.line.verb == REDACT.name:
        return redacted_lines(entry.written, width)
    return [each for row in entry.written for each in row_lines(row, width)]


def _nobody(entry: JournalLine) -> str:
    """Who did what nobody did who is signed in: the first start, what the program does by itself."""
    return "first start" if entry.verb == SHOP_SET_UP.name else "" if entry.desk else "the program"
