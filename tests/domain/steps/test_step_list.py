"""What a list of steps says of itself: how far it is, what is next, what is left."""

from __future__ import annotations

import pytest

from deskui.domain.ids import CaseId, StepId, StepListId
from deskui.domain.steps.step_list import (
    ListKind,
    Stage,
    Step,
    StepList,
    StepState,
    left_open,
    list_of,
    next_step,
    open_items,
)
from tests.conftest import NOW

OPEN, DONE, SKIPPED = StepState.OPEN, StepState.DONE, StepState.SKIPPED


def steps(row: int, *states: StepState, kind: ListKind = ListKind.CHECKLIST) -> StepList:
    made = tuple(
        Step(StepId(row * 10 + place), f"step {row}.{place}", state, False, "", None, "", None, 1)
        for place, state in enumerate(states, 1)
    )
    return StepList(StepListId(row), CaseId(1), kind, Stage.ANY, f"list {row}", False, None, None, NOW, "Ada", made)


CHECKED, LEFT = steps(1, DONE, SKIPPED), steps(2, DONE, OPEN, SKIPPED, OPEN)
GUIDE = steps(3, OPEN, OPEN, kind=ListKind.GUIDE)


def test_done_and_skipped_steps_are_settled() -> None:
    assert [(each.in_words, each.is_finished) for each in (CHECKED, LEFT, GUIDE)] == [
        ("2/2", True),
        ("2/4", False),
        ("0/2", False),
    ]


def test_only_open_steps_of_checklists_stand_in_the_way() -> None:
    assert [each.text for each in open_items((CHECKED, GUIDE, LEFT))] == ["step 2.2", "step 2.4"]
    assert open_items((CHECKED, GUIDE)) == ()


def test_the_next_step_is_the_first_open_one_and_guides_come_last() -> None:
    found = [next_step(each) for each in ((GUIDE, CHECKED, LEFT), (GUIDE, CHECKED), (CHECKED,), ())]
    assert [None if each is None else each.text for each in found] == ["step 2.2", "step 3.1", None, None]


def test_a_step_is_found_in_its_list() -> None:
    assert list_of((CHECKED, LEFT), StepId(24)) is LEFT
    assert list_of((CHECKED, LEFT), StepId(99)) is None


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "Of the checklist “step 1.1” is open."),
        (2, "Of the checklist “step 1.1” and “step 1.2” are open."),
        (3, "Of the checklist “step 1.1”, “step 1.2” and 1 more are open."),
        (9, "Of the checklist “step 1.1”, “step 1.2” and 7 more are open."),
    ],
)
def test_what_is_open_is_named_in_a_sentence(count: int, said: str) -> None:
    assert left_open(steps(1, *[OPEN] * count).steps) == said
