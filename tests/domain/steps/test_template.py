"""Templates of checklists and guides: which lines are steps, and which case goes through which list."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.ids import StepTemplateId
from deskui.domain.steps.step_list import ListKind, Stage
from deskui.domain.steps.template import MOST_STEPS, StepTemplate, TemplateTyped, checked, read_lines, to_start
from deskui.errors import BadInput
from tests.conftest import NOW


def template(family: int, case_kind: str = "", stage: Stage = Stage.TAKE_IN, **more: Any) -> StepTemplate:
    kind = more.get("kind", ListKind.CHECKLIST)
    head = (StepTemplateId(family), family, 1, kind, f"list {family}", case_kind, stage, ("one",))
    return StepTemplate(*head, for_customer=False, by="Ada", at=NOW, retired_at=None, version=1)


def families(found: tuple[StepTemplate, ...]) -> list[int]:
    return [each.family for each in found]


@pytest.mark.parametrize(
    ("typed", "steps"),
    [
        ("charger\nbox", ("charger", "box")),
        ("1. charger\n2) box\n\n 10.  bag ", ("charger", "box", "bag")),
        ("- charger\n* box\n• bag\n[ ] screws\n[] nuts", ("charger", "box", "bag", "screws", "nuts")),
        ("3 screws\n1.5 m of cable\n-5 degrees", ("3 screws", "1.5 m of cable", "-5 degrees")),
        ("charger\r\nbox\rbag", ("charger", "box", "bag")),
    ],
)
def test_steps_are_typed_one_a_line_with_or_without_numbers(typed: str, steps: tuple[str, ...]) -> None:
    assert read_lines(typed) == steps


@given(st.lists(st.from_regex(r"[a-z][a-z ]{0,30}[a-z]", fullmatch=True), min_size=1, max_size=MOST_STEPS))
def test_numbers_and_bullets_change_nothing(lines: list[str]) -> None:
    plain = tuple(" ".join(line.split()) for line in lines)
    numbered = "\n".join(f"{place}. {line}" for place, line in enumerate(lines, 1))
    assert read_lines("\n".join(lines)) == read_lines(numbered) == plain
    assert read_lines("\n".join(plain)) == plain


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "There is no step yet"),
        (" \n 1. \n", "There is no step yet"),
        ("a\n" * (MOST_STEPS + 1), f"These are {MOST_STEPS + 1} steps; {MOST_STEPS} is the most"),
        ("x" * 201, "A step is 201 characters long"),
        ("esc\x1b[31m", "characters that cannot be seen"),
    ],
)
def test_what_is_no_list_of_steps_is_refused_in_a_sentence(typed: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_lines(typed)


def test_a_guide_has_no_stage_and_a_checklist_is_not_for_the_customer() -> None:
    both = {"stage": Stage.HAND_OUT, "for_customer": True}
    guide = checked(TemplateTyped(ListKind.GUIDE, " how to  claim ", "one\ntwo", **both))  # type: ignore[arg-type]
    assert (guide["title"], guide["stage"], guide["for_customer"]) == ("how to claim", "", True)
    listed = checked(TemplateTyped(ListKind.CHECKLIST, "Take in", "one", **both))  # type: ignore[arg-type]
    assert (listed["stage"], listed["for_customer"]) == ("hand-out", False)


def test_a_case_goes_through_the_lists_of_its_kind_and_of_every_kind_at_that_stage() -> None:
    every = (
        template(1, "repair"),
        template(2, "Repair", Stage.HAND_OUT),
        template(3),
        template(4, "parcel"),
        template(5, "repair", Stage.ANY),
        template(6, "repair", kind=ListKind.GUIDE),
    )
    assert families(to_start(every, " REPAIR ", Stage.TAKE_IN)) == [1, 3]
    assert families(to_start(every, "repair", Stage.HAND_OUT)) == [2]
    assert families(to_start(every, "", Stage.TAKE_IN)) == [3]
    assert families(to_start(every, "repair", Stage.TAKE_IN, {3, None})) == [1]
