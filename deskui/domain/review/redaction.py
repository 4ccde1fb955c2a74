"""What is left of a text from which something is taken out."""

from __future__ import annotations

import re
from typing import Final

REDACTED: Final = "[redacted]"
"""What stands where something stood."""
_LONG: Final = 4
"""Letters of a word that goes from within others too, since it may have been written with an ending."""


def without(text: str, words: str) -> str:
    """The text without these words wherever they stand, however their blanks and capitals are; for none, all goes.

    The same text where they do not stand in it.
    """
    pieces = words.split()
    if not pieces:
        return REDACTED
    pattern = re.compile(r"\s+".join(map(re.escape, pieces)), re.IGNORECASE)
    return pattern.sub(REDACTED, text)


def without_any(text: str, words: str) -> str:
    """As `without`, and without each of the words by itself: so they may have stood in another version."""
    left = without(text, words)
    each = sorted(set(re.findall(r"\w+", words)), key=len, reverse=True)
    if not each:
        return left
    alone = (re.escape(word) if len(word) >= _LONG else rf"\b{re.escape(word)}\b" for word in each)
    pattern = re.compile("|".join(alone), re.IGNORECASE)
    return REDACTED.join(pattern.sub(REDACTED, part) for part in left.split(REDACTED))
