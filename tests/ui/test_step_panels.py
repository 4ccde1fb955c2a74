"""Checklists and guides as they are painted: marks that need no colour, lines that fit, text that is only text."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest

from deskui.domain.ids import CaseId, StepId, StepListId
from deskui.domain.steps.step_list import ListKind, Stage, Step, StepList, StepState
from deskui.ui.panels.case import case_items
from deskui.ui.panels.steps import step_items
from tests.conftest import NOW
from tests.ui.panel_rows import ADA, DAY, PAUL, SCENE, case, text_of, texts, view, width_of

if TYPE_CHECKING:
    from datetime import datetime

WIDTHS: Final = (28, 46, 76, 120)


def step(row: int, text: str, state: StepState = StepState.OPEN, **more: Any) -> Step:
    by, at = (None, None) if state is StepState.OPEN else (more.get("by", PAUL), more.get("at", NOW - DAY))
    who = (None, "") if by is None else (by.id, by.name)
    return Step(StepId(row), text, state, more.get("theirs", False), more.get("reason", ""), *who, at, 1)


def listed(
    *steps: Step, kind: ListKind = ListKind.CHECKLIST, title: str = "Before they leave", **more: Any
) -> StepList:
    head = (StepListId(1), CaseId(1), kind, Stage.ANY, title, more.get("for_customer", False))
    return StepList(*head, None, None, NOW, "Paul", steps)


def done(row: int, text: str, at: datetime = NOW - DAY, **more: Any) -> Step:
    return step(row, text, StepState.DONE, at=at, **more)


MIXED: Final = listed(
    done(1, "charger"),
    step(2, "password noted", StepState.SKIPPED, reason="she types it herself", by=ADA),
    step(3, "it works"),
)


def test_every_state_has_a_mark_and_what_was_skipped_says_why() -> None:
    assert texts(step_items([MIXED], SCENE, 60)) == [
        "",
        "Before they leave 2/3",
        "✓ charger | Paul, yesterday",
        "– password noted",
        "  skipped: she types it herself | you, yesterday",
        "o it works",
    ]


def test_a_guide_is_numbered_and_says_who_did_a_step_and_who_may_read_it() -> None:
    guide = listed(done(1, "form", theirs=True), step(2, "send it"), kind=ListKind.GUIDE, title="how to claim")
    assert texts(step_items([guide], SCENE, 60, folded=False)) == [
        "",
        "Guide: how to claim 1/2",
        "✓ 1 form | they did, yesterday",
        "o 2 send it",
    ]
    theirs = listed(step(1, "form"), kind=ListKind.GUIDE, title="how to claim", for_customer=True)
    assert texts(step_items([theirs], SCENE, 60))[1] == "Guide: how to claim 0/1 | they may read it"
    assert texts(step_items([theirs], SCENE, 30))[1:3] == ["Guide: how to claim 0/1", "  they may read it"]


def test_of_a_guide_the_panel_shows_the_step_to_do_next() -> None:
    def shown(*steps: Step) -> list[str]:
        return texts(step_items([listed(*steps, kind=ListKind.GUIDE, title="how to claim")], SCENE, 60))

    begun = (done(1, "form"), step(2, "send it"), step(3, "wait"))
    assert shown(*begun) == [
        "",
        "Guide: how to claim 1/3",
        "o 2 send it",
    ]
    assert shown(done(1, "form", NOW), done(2, "send it", NOW)) == ["✓ Guide: how to claim 2/2"]


@pytest.mark.parametrize("folded", [True, False])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_panel(width: int, folded: bool) -> None:
    long = "the charger that came with it, and the other one " * 3
    steps = (
        done(1, long),
        step(2, long, StepState.SKIPPED, reason=long),
        step(3, "漢字" * 60),
        step(4, "x" * 200),
    )
    guide = listed(*steps, title="t" * 80, for_customer=True, kind=ListKind.GUIDE)
    items = step_items([listed(*steps), guide], SCENE, width, folded=folded)
    lines = [line for item in items for line in item.lines]
    assert [text_of(line) for line in lines if width_of(line) > width] == []


@pytest.mark.parametrize("text", ["[@click=app.quit]x[/]", "esc\x1b[31m", "bidi\u202eno", "two\nlines"])
def test_stored_text_is_only_text(text: str) -> None:
    every = listed(step(1, text), step(2, "b", StepState.SKIPPED, reason=text), title=text)
    shown = "\n".join(texts(step_items([every], SCENE, 60)))
    assert not any(sign in shown for sign in "\x1b\u202e")
    assert ("[@click=app.quit]x[/]" in shown) == text.startswith("[")


def test_a_finished_list_folds_after_an_hour_and_an_unfinished_one_never() -> None:
    def shown(*steps: Step) -> list[str]:
        return texts(step_items([listed(*steps)], SCENE, 60))

    just = NOW - timedelta(minutes=59)
    assert shown(done(1, "a"), done(2, "b")) == ["✓ Before they leave 2/2"]
    assert shown(done(1, "a"), done(2, "b", just))[1:3] == ["Before they leave 2/2", "✓ a | Paul, yesterday"]
    assert len(shown(done(1, "a"), step(2, "b"))) == 4
    assert len(texts(step_items([listed(done(1, "a"))], SCENE, 60, folded=False))) == 3


def test_the_cursor_goes_to_steps_and_to_folded_lists_but_not_to_titles() -> None:
    keys = [item.key for item in step_items([MIXED, listed(done(9, "a"))], SCENE, 60)]
    assert keys == [None, ("step", 1), ("step", 2), ("step", 3), ("steps", 1)]


def test_the_case_shows_its_steps_below_its_promises_and_why_it_was_closed_over_them() -> None:
    shown = view(case=case(steps=(MIXED,), unfinished="sold as it is"))
    assert "Before they leave 2/3" in texts(case_items(shown, SCENE, 60))
    assert "With steps open, because: sold as it is" not in texts(case_items(shown, SCENE, 60))
