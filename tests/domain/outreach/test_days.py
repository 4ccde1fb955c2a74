"""Days that come round every year."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from deskui.domain.outreach.days import coming, day_in


def test_a_day_lies_in_a_stretch_exactly_when_it_comes_within_so_many_days() -> None:
    rng = Random(4)
    for _ in range(500):
        today, days = date(2024, 1, 1) + timedelta(days=rng.randrange(1200)), rng.randrange(1, 91)
        for ahead in range(-3, days + 4):
            day = today + timedelta(days=ahead)
            short = f"{day:%m-%d}"
            found = [each.year for each in coming(today, days) if each.first <= short <= each.last]
            assert found == ([day.year] if 0 <= ahead <= days else [])


def test_a_leap_day_is_the_day_before_in_other_years() -> None:
    assert day_in("02-29", 2028) == date(2028, 2, 29)
    assert day_in("02-29", 2026) == date(2026, 2, 28)
