"""What is left of a text from which something is taken out."""

from __future__ import annotations

import re
from typing import Final

REDACTED: Final = "[redacted]"
"""What stands where something stood."""


def without(text: str, words: str) -> str:
    """The text without these words wherever they stand, however their blanks and capitals are; for none, all goes.

    The same text where they do not stand in it.
    """
    pieces = words.split()
    if not pieces:
        return REDACTED
    pattern = re.compile(r"\s+".join(map(re.escape, pieces)), re.IGNORECASE)
    return pattern.sub(REDACTED, text)
