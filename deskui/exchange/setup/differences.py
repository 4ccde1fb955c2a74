"""What an import changed of an entry: each key that says something else, before and after, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.exchange.setup.part import Values

_LONGEST: Final = 60
"""Characters of a text that are told."""
_MOST: Final = 8
"""Things of a list that are told."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One key of an entry, what it said, and what it says now."""

    key: str
    before: object
    after: object

    def __str__(self) -> str:
        """`each_act: "40" → "60"`; of lists what went and what came: `skills: - "till"; + "keys", "locks"`."""
        if isinstance(self.before, list) and isinstance(self.after, list):
            return f"{self.key}: {_of_lists(self.before, self.after)}"
        return f"{self.key}: {_plain(self.before)} → {_plain(self.after)}"


def differences(before: Values, after: Values) -> tuple[Difference, ...]:
    """The keys in which two states of an entry differ, in the order of the file."""
    return tuple(Difference(key, before.get(key), after[key]) for key in after if before.get(key) != after[key])


def _of_lists(before: Sequence[Any], after: Sequence[Any]) -> str:
    went, came = ([each for each in one if each not in other] for one, other in ((before, after), (after, before)))
    said = [f"{mark} {_some(which)}" for mark, which in (("-", went), ("+", came)) if which]
    return "; ".join(said) or f"{_some(before)} → {_some(after)}"  # the same things in another order


def _some(things: Sequence[Any]) -> str:
    more = f" and {len(things) - _MOST:,} more" if len(things) > _MOST else ""
    return f"{', '.join(map(_plain, things[:_MOST]))}{more}"


def _plain(value: object) -> str:
    """A value as it is written in the file, long texts cut."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{_some(value)}]"
    if not isinstance(value, str):
        return str(value)
    words = " ".join(value.split())
    return f'"{words}"' if len(words) <= _LONGEST else f'"{words[:_LONGEST].rstrip()}…"'
