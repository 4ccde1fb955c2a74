from __future__ import annotations

from deskui.domain.due_time.names import DAY_NAMES, MONTH_NAMES

WEEK = "mon tue wed thu fri sat sun".split()
YEAR = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def test_a_name_means_the_day_or_the_month_of_its_first_three_letters() -> None:
    assert {name: WEEK[index] for name, index in DAY_NAMES.items()} == {name: name[:3] for name in DAY_NAMES}
    assert {name: YEAR[month - 1] for name, month in MONTH_NAMES.items()} == {name: name[:3] for name in MONTH_NAMES}
