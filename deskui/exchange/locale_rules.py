"""How a shop writes amounts and dates: its decimal sign, the order of day and month, its zone and currency."""

from __future__ import annotations

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

_UTC = ZoneInfo("UTC")


@dataclass(slots=True)
class TwoWays:
    """Dates in figures that make sense with the day and with the month in front: how many, and the first one."""

    count: int = 0
    first: str = ""

    def note(self, written: str) -> None:
        """Count one."""
        self.count += 1
        self.first = self.first or written


@dataclass(frozen=True, slots=True)
class LocaleRules:
    """The ways of one region; `region` is its ISO 3166 code."""

    region: str = "US"
    currency: str = "USD"
    zone: ZoneInfo = _UTC
    decimal_sign: str = "."
    day_first: bool = False
    two_ways: TwoWays = field(default_factory=TwoWays, compare=False)
    """Filled in while cells are read, so that it can be said which way they were taken."""

    @classmethod
    def of(cls, region: str, currency: str, zone: ZoneInfo) -> LocaleRules:
        """The rules of a region by its most spoken official language (Unicode CLDR, from babel)."""
        from babel import Locale, UnknownLocaleError
        from babel.core import get_global

        spoken = get_global("territory_languages").get(region, {})
        ranked = sorted(spoken, key=lambda code: _rank(spoken[code]), reverse=True)
        for language in ranked:
            try:
                locale = Locale.parse(f"{language}_{region}")
            except (UnknownLocaleError, ValueError):
                continue
            sign = locale.number_symbols.get("latn", {}).get("decimal", ".")
            pattern = str(locale.date_formats["short"].pattern)
            return cls(region, currency, zone, sign, pattern.find("d") < pattern.find("M"))
        return cls(region, currency, zone)


def _rank(language: dict[str, object]) -> tuple[bool, float]:
    """Official languages of the whole region first, then those of most people."""
    status = str(language.get("official_status") or "")
    share = language.get("population_percent")
    return status in ("official", "de_facto_official"), float(share) if isinstance(share, int | float) else 0.0
