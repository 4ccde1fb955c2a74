"""Names of days and months as they may be typed, in lower case."""

from __future__ import annotations

from typing import Final

from deskui.domain.moments import FULL_MONTHS, FULL_WEEKDAYS, MONTHS, WEEKDAYS

DAY_NAMES: Final[dict[str, int]] = {
    **{name.lower(): index for names in (FULL_WEEKDAYS, WEEKDAYS) for index, name in enumerate(names)},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
"""Weekdays; 0 is Monday."""

MONTH_NAMES: Final[dict[str, int]] = {
    **{name.lower(): index for names in (FULL_MONTHS, MONTHS) for index, name in enumerate(names, 1)},
    "sept": 9,
}
"""Months; 1 is January."""

DAY_WORDS: Final = frozenset(DAY_NAMES) | {"yesterday", "today", "tomorrow"}
"""Each word that alone is a day."""
