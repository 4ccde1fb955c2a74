"""What an entry of the journal changed in a row, in lines: before and after, and of lists what came and went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.journal.changes import changes, is_taken_away
from deskui.ui.lines import BLANK, Line, Role, Span, quiet, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deskui.domain.journal.changes import Changed
    from deskui.domain.journal.lines import Written

_TABLES: Final = {
    "article_tie": "tie of an article",
    "article_version": "version of an article",
    "benefit_type": "kind of benefit",
    "goodwill_limit": "limit",
    "orders": "order",
    "step_template": "checklist or guide",
    "work_kind": "kind",
}
_COLUMNS: Final = {
    "by_clerk": "clerks give it",
    "cap": "at most a day",
    "case_kind": "kind of case",
    "clerk_period": "in all, each",
    "customer_period": "for a customer, each",
    "earlier": "called before",
    "entity": "about",
    "for_customer": "they may read it",
    "is_manager": "manager",
    "is_on": "on",
    "lines": "steps",
    "may_quote": "customers may have it",
    "per_act": "for each act",
    "per_clerk": "in all",
    "per_customer": "for a customer",
    "present": "here",
    "region": "country",
    "review_first": "first items of everybody new",
    "review_one_in": "of the rest, 1 in",
    "review_stale": "facts to confirm after months",
    "review_words": "sensitive words",
    "valid_days": "days it is valid",
    "zone": "time zone",
}
"""What tables and columns are called, where that is not their name."""
_SHORT: Final = 24
"""Letters up to which members of a list stand beside one another."""


def redacted_lines(rows: Sequence[Written], width: int) -> list[Line]:
    """What words were taken out of for good, of which nothing is kept, and what was written down about that."""
    lines, gone = [BLANK], [each for each in rows if each.before is not None]
    for row in gone:
        columns = " and ".join(_called(each) for each in dict.fromkeys((*row.hidden, *row.after))) or "content"
        lines += wrapped(f"{columns} of the {_named(row)} redacted, before and after are gone", width, Role.STRONG)
    kept = [each for each in rows if each.before is None and each.table != "erasure"]
    return [*(lines if gone else ()), *(line for row in kept for line in row_lines(row, width))]


def row_lines(row: Written, width: int) -> list[Line]:
    """What changed in a row, below what it is; nothing for one that stayed as it was."""
    gone = is_taken_away(row)
    how = "added" if row.before is None else {None: "changed", True: "taken away", False: "brought back"}[gone]
    lines = [each for change in changes(row) for each in _changed(change, width, is_new=row.before is None)]
    lines += [Line((quiet(f"  {_called(column)}: private"),)) for column in row.hidden]
    if not lines and gone is None and row.before is not None:
        return []
    which = f" ({row.which})" if row.which else ""
    return [BLANK, *wrapped(f"{_named(row)}{which}, {how}", width, Role.TITLE), *lines]


def _named(row: Written) -> str:
    return _TABLES.get(row.table, row.table.replace("_", " "))


def _changed(change: Changed, width: int, *, is_new: bool) -> Iterator[Line]:
    name = _called(change.column)
    if change.added or change.taken_out:
        yield Line((Span(f"  {name}"),))
        yield from _members("added", change.added, width)
        yield from _members("taken out", change.taken_out, width)
    else:
        words = change.now if is_new else f"{change.was} → {change.now}"
        yield from wrapped(f"{name}: {words}", width, indent=2)


def _members(how: str, members: Sequence[str], width: int) -> Iterator[Line]:
    """Short members in one sentence, longer ones in a line each."""
    if members and max(map(len, members)) <= _SHORT:
        yield from wrapped(f"{how}: {', '.join(members)}", width, indent=4)
        return
    for each in members:
        yield from wrapped(f"{how}: {each}", width, indent=4)


def _called(column: str) -> str:
    return _COLUMNS.get(column) or column.removesuffix("_minor").replace("_", " ")
