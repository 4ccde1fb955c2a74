"""Which number holds everything up: late ones, then those without a date, then the last to come."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.arrivals import Arrival, arrival, supply, weakest
from deskui.domain.ids import ReferenceId
from deskui.domain.order import Reference, ReferenceKind

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


def po(row: int, expected: int | None = None, received: int | None = None, **more: object) -> Reference:
    """A purchase order, its days counted from today."""
    days = {
        name: None if each is None else TODAY + each * DAY
        for name, each in (("expected", expected), ("received", received))
    }
    made = {"kind": ReferenceKind.PO, "number": f"PO {row}", "order_id": None, "case_id": None} | days | more
    return Reference(ReferenceId(row), **made)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("reference", "where"),
    [
        (po(1), Arrival.UNDATED),
        (po(1, 0), Arrival.EXPECTED),
        (po(1, 5), Arrival.EXPECTED),
        (po(1, -1), Arrival.LATE),
        (po(1, -9, -1), Arrival.HERE),
        (po(1, 5, 0), Arrival.HERE),
        (po(1, kind=ReferenceKind.RECEIPT), None),
        (po(1, kind=ReferenceKind.TRACKING, supplier="Hub"), Arrival.UNDATED),
        (po(1, 2, kind=ReferenceKind.TRACKING), Arrival.EXPECTED),
    ],
)
def test_where_the_goods_are(reference: Reference, where: Arrival | None) -> None:
    assert arrival(reference, TODAY) is where


def test_the_weakest_is_the_one_late_for_longest_then_one_without_a_date_then_the_last_to_come() -> None:
    weak_first = [po(5, -9), po(1, -1), po(4), po(6), po(2, 30), po(7, 3), po(3, 0)]
    here = po(8, -20, -2)
    for left in range(len(weak_first)):
        for some in list(permutations(weak_first[left:]))[:200]:
            assert weakest([here, *some], TODAY) == weak_first[left]


def test_what_is_here_holds_nothing_up() -> None:
    found = supply([po(1, -3, -1), po(2, received=0), po(3, kind=ReferenceKind.RECEIPT)], TODAY)
    assert found is not None
    assert (found.numbers, found.here, found.weakest) == (2, 2, None)


def test_without_anything_on_order_there_is_nothing_to_wait_for() -> None:
    assert supply([po(1, kind=ReferenceKind.RECEIPT), po(2, kind=ReferenceKind.CLAIM)], TODAY) is None
    assert supply([], TODAY) is None


DAYS = st.none() | st.integers(-5, 5)


@given(st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=8))
def test_nothing_that_is_waited_for_is_worse_than_the_weakest(days: list[tuple[int | None, int | None]]) -> None:
    found = supply([po(row, *each) for row, each in enumerate(days, 1)], TODAY)
    assert found is not None
    awaited = [expected for expected, received in days if received is None]
    assert (found.numbers, found.here) == (len(days), len(days) - len(awaited))
    if not awaited:
        assert found.weakest is None
        return
    assert found.weakest is not None
    late = [each for each in awaited if each is not None and each < 0]
    worst = min(late) if late else None if None in awaited else max(each for each in awaited if each is not None)
    assert found.weakest.expected == (None if worst is None else TODAY + worst * DAY)
