"""Figures as they are told: counts, what they are a share of, and nothing compared that is too few."""

from __future__ import annotations

from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.board.figures import NOT_COMPARED, figure, tell
from deskui.domain.board.groups import WHOLE, Group, by_kind
from deskui.domain.board.measures import Cell, Measure, Tally
from deskui.domain.ids import EmployeeId


def group(now: dict[Measure, int], before: dict[Measure, int]) -> Group:
    made = Group(WHOLE, "whole desk")
    for is_before, counts in ((False, now), (True, before)):
        for measure, number in counts.items():
            made.add(Cell(is_before, None, "", measure, number))
    return made


def test_a_share_is_told_with_its_counts_and_the_change_in_points() -> None:
    told = tell(
        figure("late"),
        group({Measure.KEPT_LATE: 3, Measure.BROKEN: 7}, {Measure.KEPT_LATE: 1, Measure.KEPT_EARLY: 9}),
    )
    assert (told.count, told.share, told.before, told.change) == ("3", "30 % of 10", "10 % of 10", "+20 points")


def test_fewer_than_five_on_either_side_are_not_compared() -> None:
    few, enough = {Measure.THEY_US: 4}, {Measure.THEY_US: 5}
    assert tell(figure("they"), group(few, enough)).change == NOT_COMPARED
    assert tell(figure("they"), group(enough, few)).change == NOT_COMPARED
    assert tell(figure("they"), group(enough, enough)).change == "same"
    assert tell(figure("again"), group({**few, Measure.AGAIN: 1}, enough)).share == "of 4"


def test_a_share_of_few_stands_with_its_count_before_as_well() -> None:
    few = {Measure.KEPT_LATE: 2, Measure.BROKEN: 2}
    told = tell(figure("late"), group({Measure.KEPT_LATE: 9}, few))
    assert (told.before, told.change) == ("2 of 4", NOT_COMPARED)


def test_what_is_open_now_is_held_against_nothing() -> None:
    told = tell(figure("open"), group({Measure.OPEN_2: 7}, {}))
    assert (told.count, told.before, told.change) == ("7", "", "")


@given(st.lists(st.integers(0, 300), min_size=1))
def test_the_median_is_the_median(lengths: list[int]) -> None:
    tally = Tally()
    for each in lengths:
        tally.add(Cell(False, None, "", Measure.VISITS, 1, each))
    assert tally.median == median(lengths)


def test_kinds_go_together_however_they_are_spelt() -> None:
    cells = [
        Cell(False, EmployeeId(1), kind, Measure.CLOSED, times)
        for kind, times in (("Repair", 1), ("repair", 3), ("", 9))
    ]
    assert [(each.label, each.now.counts[Measure.CLOSED]) for each in by_kind(cells)] == [
        ("repair", 4),
        ("no kind of case", 9),
    ]
