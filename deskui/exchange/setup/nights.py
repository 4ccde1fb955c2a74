"""Hours that run into the next day: said when they come in, since few are meant to."""

from __future__ import annotations

from deskui.domain.working_hours.typed import week_typed
from deskui.domain.working_hours.words import through_the_night


def told_of_nights(typed: str) -> str:
    """`hours: Sun 17:00-11:00 next day`; nothing where all of them end on their day."""
    week = week_typed(typed)
    return f"hours: {late}" if week is not None and (late := through_the_night(week)) else ""
