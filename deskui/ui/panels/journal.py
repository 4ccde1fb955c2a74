"""Entries of the journal in lines: a list of them, and one with all it wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.journal_reading import what_was_done
from deskui.ui.format import moment_words
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cells, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.journal.lines import JournalEntry, JournalLine, Written
    from deskui.ui.panels.scene import Scene

_WHEN, _WHO = 17, 16
_NONE: Final = "Nothing was done that fits; / changes what is looked for."


def journal_items(rows: Sequence[JournalLine], scene: Scene, width: int) -> list[Item]:
    """One line for each: when, who, what about what, and about whom where they are not all about one."""
    if not rows:
        return [Item(wrapped(_NONE, width, Role.QUIET))]
    is_one = len({each.customer for each in rows}) == 1
    return [Item((_line(each, scene, width, is_one=is_one),), each.number) for each in rows]


def _line(entry: JournalLine, scene: Scene, width: int, *, is_one: bool) -> Line:
    when = moment_words(entry.at, scene.now, scene.zone)
    who = cut(span(entry.employee or entry.desk or "nobody"), _WHO - 1)
    back = " ~ taken back" if entry.undone_by else ""
    whom = cut(quiet(entry.customer), max(8, width // 4)) if entry.customer and not is_one else quiet("")
    room = width - _WHEN - _WHO - cells((whom,)) - 2
    what = cut(span(f"{what_was_done(entry)}{back}", Role.QUIET if entry.undone_by else Role.STRONG), room)
    return Line((quiet(f"{when:<{_WHEN}}"), who, Span(" " * (_WHO - cells((who,)))), what), (whom,))


def entry_lines(entry: JournalEntry, scene: Scene, width: int) -> list[Line]:
    """Who did what, and each row that was written, column by column, before and after."""
    line = entry.line
    when = moment_words(line.at, scene.now, scene.zone)
    who = ", ".join(each for each in (line.employee, line.desk, when) if each)
    lines = [*wrapped(what_was_done(line), width, Role.STRONG, most=3), Line((quiet(who),))]
    if line.customer:
        lines.append(Line((span(f"{line.customer}, {line.customer_number}"),)))
    if line.undoes:
        lines.append(Line((quiet(f"takes entry {line.undoes:,} back"),)))
    if line.undone_by:
        lines.append(Line((Span(f"taken back by entry {line.undone_by:,}", Role.WARN),)))
    for each in entry.written:
        lines += _written(each, width)
    if not entry.written:
        lines += [BLANK, Line((quiet("It wrote no row that is kept one by one."),))]
    digest = f"digest {line.digest[:16]}, over everything before it too"
    return [*lines, BLANK, *wrapped(digest, width, Role.QUIET)]


def _written(row: Written, width: int) -> list[Line]:
    name = row.table.replace("_", " ")
    how = "added" if row.before is None else "changed"
    lines = [BLANK, Line((Span(f"{name} {row.row}, {how}", Role.TITLE),))]
    for column in dict.fromkeys((*row.after, *(row.before or {}))):
        now = row.after.get(column, "nothing")
        was = now if row.before is None else row.before.get(column, "nothing")
        words = f"{column.removesuffix('_minor').replace('_', ' ')}: {'' if was == now else f'{was} → '}{now}"
        lines += wrapped(words, width, indent=2, most=6)
    for column in row.hidden:
        lines.append(Line((quiet(f"  {column}: private"),)))
    return lines
