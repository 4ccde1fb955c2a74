"""What an entry changed in a row: the columns that differ, and of lists what came and what went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from deskui.domain.review.words import phrases

if TYPE_CHECKING:
    from deskui.domain.journal.lines import Written

_WITH_COMMAS: Final = frozenset({"review_words", "tags"})
"""Columns that hold a list with commas or line ends between."""
_LISTS: Final = _WITH_COMMAS | frozenset("choices earlier holidays interests lines skills tiers".split())
"""Columns that hold a list, also where it has a single member."""
_TAKEN_AWAY: Final = "withdrawn_at"
_OF_VERSIONS: Final = frozenset({"article", "at", "by", "family", "number"})
"""Columns of a version that always differ from those of the one before, and say what the entry says above."""
NOTHING: Final = "nothing"


class Changed(NamedTuple):
    """A column before and after; of a list what was added and taken out instead."""

    column: str
    was: str
    now: str
    added: tuple[str, ...] = ()
    taken_out: tuple[str, ...] = ()


def changes(row: Written) -> tuple[Changed, ...]:
    """What a row has that it had not before: of a new one all of it, each with nothing before it."""
    if row.before is None:
        return tuple(Changed(column, "", now) for column, now in row.after.items())
    passed = {_TAKEN_AWAY, *(_OF_VERSIONS if row.which else ())}
    found = []
    for column in dict.fromkeys((*row.after, *row.before)):
        was, now = row.before.get(column, ""), row.after.get(column, "")
        if was != now and column not in passed:
            found.append(_changed(column, was, now))
    return tuple(found)


def is_taken_away(row: Written) -> bool | None:
    """Whether the row was taken away by the entry; False where it was brought back, None for neither."""
    if row.before is None:
        return None
    was, now = (_TAKEN_AWAY in each for each in (row.before, row.after))
    return None if was == now else now


def _changed(column: str, was: str, now: str) -> Changed:
    if column in _LISTS or "\n" in was or "\n" in now:
        old, new = (_members(column, each) for each in (was, now))
        added = tuple(each for each in new if each not in old)
        taken_out = tuple(each for each in old if each not in new)
        if added or taken_out:
            return Changed(column, was, now, added, taken_out)
    return Changed(column, was or NOTHING, now or NOTHING)


def _members(column: str, text: str) -> tuple[str, ...]:
    if column in _WITH_COMMAS:
        return phrases(text)
    return tuple(dict.fromkeys(each.strip() for each in text.split("\n") if each.strip()))
