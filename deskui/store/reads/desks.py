"""The desks that write here."""

from __future__ import annotations

from typing import Final

from deskui.store import models
from deskui.store.reads.rows import tuples

LATELY: Final = 20_000
"""How many of the newest journal entries are looked through."""


def lately() -> frozenset[str]:
    """The names of the desks that wrote any of the newest entries: one statement."""
    newest = (
        models.Journal.select(models.Journal.desk).order_by(models.Journal.id.desc()).limit(LATELY).alias("newest")
    )
    found = models.Journal.select(newest.c.desk).distinct().from_(newest)
    return frozenset(name for (name,) in tuples(found))
