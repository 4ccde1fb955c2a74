"""What two people both care about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_READ: Final = 1_000
"""Characters of an interest that are looked at: a header is painted whenever somebody is opened."""
_COMMON: Final = frozenset("the and her his their for with from about all has have loves likes old new".split())


def shared(mine: Iterable[str], theirs: Iterable[str]) -> tuple[str, ...]:
    """Those of my interests that have a telling word in common with one of theirs, in my order."""
    known = frozenset().union(*(_telling(text) for text in theirs))
    return tuple(each for each in mine if _telling(each) & known)


def _telling(text: str) -> frozenset[str]:
    """The words that say something, without the plural's s."""
    words = (word.casefold() for word in _WORD.findall(text[:_READ]))
    return frozenset(word.removesuffix("s") for word in words if word not in _COMMON)
