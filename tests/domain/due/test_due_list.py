"""In which order what is due comes, and under which heading."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from deskui.domain.due.due_list import DueGroup, DueItem, DueKind, day_bounds, group_of, grouped, handed, in_order
from deskui.domain.hand_over import HandOver
from deskui.domain.ids import CaseId, CustomerId, EmployeeId, HandOverId

DENVER = ZoneInfo("America/Denver")
SUNDAY = datetime(2026, 11, 22, 17, 42, tzinfo=UTC)
"""10:42 in Denver, on the last day of its week."""
WEDNESDAY = SUNDAY + timedelta(days=3)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def _item(due: datetime | None = None, due_on: date | None = None, what: str = "x") -> DueItem:
    kind = DueKind.CALL if due is None and due_on is None else DueKind.PROMISE if due else DueKind.FOLLOW_UP
    return DueItem(kind, CustomerId(1), "Shari", what, due, due_on, None, "", None, None, since=SUNDAY)


@pytest.mark.parametrize(
    ("due", "group"),
    [
        (-HOUR, DueGroup.OVERDUE),
        (0 * HOUR, DueGroup.TODAY),
        (HOUR, DueGroup.TODAY),
        (13 * HOUR, DueGroup.TODAY),
        (14 * HOUR, DueGroup.TOMORROW),
        (48 * HOUR, DueGroup.LATER),
        (None, DueGroup.TODAY),
    ],
)
def test_groups_go_by_the_clock_and_the_day_at_the_desk(due: timedelta | None, group: DueGroup) -> None:
    item = _item(None if due is None else SUNDAY + due)
    assert group_of(item, SUNDAY, DENVER) is group
    assert grouped([item], SUNDAY, DENVER) == ((group, (item,)),)


def test_today_is_that_of_the_desk_when_it_is_tomorrow_elsewhere() -> None:
    evening = SUNDAY + 10 * HOUR
    assert evening.date() == date(2026, 11, 23)
    assert group_of(_item(due_on=date(2026, 11, 22)), evening, DENVER) is DueGroup.TODAY
    assert day_bounds(evening, DENVER) == (date(2026, 11, 22), datetime(2026, 11, 23, 7, tzinfo=UTC))


@pytest.mark.parametrize(
    ("ahead", "group"),
    [
        (-1, DueGroup.OVERDUE),
        (0, DueGroup.TODAY),
        (1, DueGroup.TOMORROW),
        (2, DueGroup.THIS_WEEK),
        (4, DueGroup.THIS_WEEK),
        (5, DueGroup.LATER),
    ],
)
def test_this_week_ends_with_its_sunday(ahead: int, group: DueGroup) -> None:
    assert group_of(_item(due_on=WEDNESDAY.date() + ahead * DAY), WEDNESDAY, DENVER) is group
    assert group_of(_item(WEDNESDAY + ahead * DAY), WEDNESDAY, DENVER) is group


def test_calls_come_first_and_what_has_an_hour_before_what_has_its_day_alone() -> None:
    evening = datetime(2026, 11, 26, 1, tzinfo=UTC)
    items = [
        _item(due_on=date(2026, 11, 25), what="on Wednesday"),
        _item(evening, what="on Wednesday evening"),
        _item(due_on=date(2026, 11, 24), what="on Tuesday"),
        _item(WEDNESDAY, what="on Wednesday morning"),
        _item(what="call"),
    ]
    said = [each.what for each in in_order(items, DENVER)]
    assert said == ["call", "on Tuesday", "on Wednesday morning", "on Wednesday evening", "on Wednesday"]


def test_overdue_ones_stand_above_the_calls_of_today() -> None:
    items = [_item(what="call"), _item(WEDNESDAY + DAY), _item(WEDNESDAY - DAY, what="broken")]
    groups = [group for group, _ in grouped(items, WEDNESDAY, DENVER)]
    assert groups == [DueGroup.OVERDUE, DueGroup.TODAY, DueGroup.TOMORROW]


def test_two_cases_handed_over_of_one_customer_are_two_lines() -> None:
    whose, staff = (CustomerId(1), "Shari"), (EmployeeId(1), "Ada", EmployeeId(2), "Ben")
    given = [
        HandOver(HandOverId(row), CaseId(row), 1000 + row, "Parcel", *whose, *staff, "", SUNDAY, None, 1)
        for row in (1, 2)
    ]
    first, second = map(handed, given)
    assert first.key != second.key
    assert group_of(first, SUNDAY, DENVER) is DueGroup.HANDED
