"""The kinds of case and of promise that a shop has: listed by its supervisors, in the words that forms offer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from deskui.domain.text import clean_line
from deskui.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from deskui.domain.ids import WorkKindId

LONGEST_KIND: Final = 40
MOST_KINDS: Final = 100
"""So many of each are listed: a list longer than that is not read, and no help in choosing."""


class KindOf(StrEnum):
    """What a kind is one of."""

    CASE = "case"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class WorkKind:
    """A kind on the list of the shop, with the words it went by `earlier`; a retired one is offered no more."""

    id: WorkKindId
    of: KindOf
    title: str
    earlier: tuple[str, ...]
    is_retired: bool
    version: int


def kind_typed(text: str) -> str:
    """A kind as it is listed.

    Raises: BadInput for one that is empty, too long, or of several.
    """
    title = clean_line(text, "The kind", longest=LONGEST_KIND, needed=True)
    if "," in title:
        raise BadInput("A kind has no comma in it; add one after the other.", "The kind")
    return title


def offered(used: Iterable[str], listed: Iterable[WorkKind], plain: Callable[[str], str]) -> tuple[str, ...]:
    """The words to choose from: those used before in their order, then those that are listed and not used yet.

    A listed kind stands there by its present word, whatever it was used as; what was retired is left out, and a word
    on no list stays. `plain` makes words comparable.
    """
    known = tuple(listed)
    now: dict[str, str] = {}
    for each in sorted(known, key=lambda one: not one.is_retired):  # where both are of a word, the one in use counts
        for word in (*each.earlier, each.title):
            now[plain(word)] = "" if each.is_retired else each.title
    words = (*(now.get(plain(word), word) for word in used), *(each.title for each in known if not each.is_retired))
    found: dict[str, str] = {}
    for word in words:
        if word:
            found.setdefault(plain(word) or word, word)
    return tuple(found.values())
