"""Names of days and months as they may be typed, in lower case."""

from __future__ import annotations

from typing import Final

_FULL_DAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_FULL_MONTHS: Final = "january february march april may june july august september october november december".split()

DAY_NAMES: Final[dict[str, int]] = {
    **{name: index for index, name in enumerate(_FULL_DAYS)},
    **{name[:3]: index for index, name in enumerate(_FULL_DAYS)},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
"""Weekdays; 0 is Monday."""

MONTH_NAMES: Final[dict[str, int]] = {
    **{name: index for index, name in enumerate(_FULL_MONTHS, 1)},
    **{name[:3]: index for index, name in enumerate(_FULL_MONTHS, 1)},
    "sept": 9,
}
"""Months; 1 is January."""

DAY_WORDS: Final = frozenset(DAY_NAMES) | {"today", "tomorrow"}
"""Each word that alone is a day."""
