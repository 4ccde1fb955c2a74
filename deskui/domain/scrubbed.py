"""How far it is with having what was redacted go from the files of the database."""

from __future__ import annotations

from enum import Enum


class Scrubbed(Enum):
    """How far it is."""

    ALL = 1
    SOME = 2
    """There is more to do."""
    WAITS = 3
    """Somebody still reads what was there before: it has to be tried again."""
