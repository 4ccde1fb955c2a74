"""What this machine says about where it stands: time zone, country, currency; guesses to be confirmed."""

from __future__ import annotations

import locale
import os
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def zone_name() -> str:
    """The machine's IANA time zone, or UTC when it does not say."""
    link = Path("/etc/localtime")
    told = os.environ.get("TZ", "").lstrip(":")
    linked = str(link.resolve()).partition("zoneinfo/")[2] if link.is_symlink() else ""
    for name in (told, linked):
        try:
            if name:
                return ZoneInfo(name).key
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return "UTC"


def country() -> str:
    """The country of the machine's language setting, two letters; US when it does not say."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or ""
    after = spoken.partition(".")[0].partition("_")[2]
    return after if len(after) == 2 and after.isalpha() else "US"


def currency_of(region: str) -> str:
    """The currency people pay with in a country."""
    from babel.numbers import get_territory_currencies

    return next(iter(get_territory_currencies(region)), "USD")
