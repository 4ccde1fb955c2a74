"""Time zones by the names people type."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from deskui.errors import BadInput


def zone_named(name: str) -> ZoneInfo:
    """The zone of that name.

    Raises: BadInput when there is none.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadInput(
            f"The time zone {name!r} is not known; write one such as America/Denver.", "Time zone"
        ) from error


def zone_typed(text: str) -> str:
    """The name of the zone meant by `America/New_York` or by its place alone, `new york`; empty for none.

    Raises: BadInput when there is none, or places of several.
    """
    typed = "_".join(text.split())
    if not typed or "/" in typed:
        return zone_named(typed).key if typed else ""
    places = [each for each in available_timezones() if each.rpartition("/")[2].casefold() == typed.casefold()]
    return places[0] if len(places) == 1 else zone_named(text.strip()).key
