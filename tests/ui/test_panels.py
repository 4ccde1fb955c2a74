"""What stands in the panels, line by line: what we owe, what was told, who called whom; no app is needed for it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from rich.cells import cell_len

from deskui.domain.due.contact_balance import Balance
from deskui.domain.due.follow_up import FollowUp
from deskui.domain.hand_over import HandOver
from deskui.domain.ids import CaseId, FollowUpId, HandOverId
from deskui.domain.text import LONGEST_LINE
from deskui.domain.working_hours.on_duty import OnDuty
from deskui.ui.lines import Role
from deskui.ui.panels.case import case_items
from deskui.ui.panels.conversations import conversations, left_behind
from deskui.ui.panels.duty import duty_words
from deskui.ui.panels.header import LOW, header
from deskui.ui.panels.owed import each_owed, owed_in_short, owed_lines
from deskui.ui.panels.owed_words import balance_words
from deskui.ui.panels.preview import preview
from deskui.ui.panels.promise_words import outcome_words
from deskui.ui.panels.told import in_short, told_line
from tests.conftest import NOW
from tests.ui import panel_rows as rows
from tests.ui.panel_rows import ADA, DAY, HOUR, PAUL, SCENE, promised, text_of, texts, width_of, words
from tests.ui.test_hostile import BIDI, HOSTILE, STEERING

if TYPE_CHECKING:
    from deskui.domain.promises.view import PromiseView
    from deskui.domain.staff import Employee

WIDTHS = range(30, 121, 6)
WED = NOW - 3 * DAY - 17 * HOUR - timedelta(minutes=42)
"""Wednesday 18 November, 17:00 in Denver."""
MOVES = tuple((WED - days * DAY, True) for days in (4, 3, 2, 1, 0))
CALL_BACK = promised(1, "call back", WED - 5 * DAY, *MOVES)
HUB = promised(2, "hub answer", NOW + DAY + HOUR)
TODAY = promised(3, "form", NOW + 6 * HOUR)
KEPT = promised(4, "label", NOW - 2 * DAY, kept=NOW - 2 * DAY - 2 * HOUR)


def owed(*promises: PromiseView, width: int = 200, most: int = 3, **more: Any) -> list[str]:
    return [words(each) for each in owed_lines(rows.view(promises=promises, **more), SCENE, width, most)]


def given(receiver: Employee, note: str = "mind the dog") -> HandOver:
    return HandOver(
        id=HandOverId(9),
        case_id=CaseId(1),
        case_number=1001,
        subject="Missing parcel",
        customer_id=rows.WHO,
        customer="Shari Caldwell",
        giver_id=PAUL.id,
        giver="Paul",
        receiver_id=receiver.id,
        receiver=receiver.name,
        note=note,
        at=NOW - HOUR,
        acknowledged_at=None,
        version=1,
    )


def test_nothing_owed_says_nothing() -> None:
    assert owed(KEPT) == []
    assert len(header(rows.view(), SCENE, 100)) == 3


def test_what_is_due_later_is_shown_in_a_plain_colour_without_a_mark() -> None:
    (line,) = owed_lines(rows.view(promises=(HUB, KEPT)), SCENE, 200, 3)
    assert words(line) == "next: Mon 11:42 hub answer"
    assert {each.role for each in line} <= {Role.TEXT, Role.QUIET}


def test_broken_promises_come_before_those_of_today_the_case_given_to_me_and_the_call() -> None:
    shown = rows.case(hand_over=given(ADA))
    said = owed(CALL_BACK, TODAY, HUB, case=shown, call_owed=rows.call_owed(3, CaseId(7)), width=400)
    assert [each.split("  ·  ") for each in said] == [
        [
            "! broken: call back, promised for Wed 17:00 (first said Fri 13 Nov 17:00, moved 5x)",
            "due today 16:42: form",
            "handed to you by Paul: mind the dog",
            "we owe a call about #1007: they contacted us 3x, no call from us since",
            "next: Mon 11:42 hub answer",
        ]
    ]


def test_a_case_given_to_somebody_else_is_not_owed_by_me() -> None:
    assert owed(case=rows.case(hand_over=given(PAUL))) == []


def test_it_is_said_shorter_before_anything_is_left_out() -> None:
    long = promised(1, "ring about the dishwasher, the range and the hood", WED - 5 * DAY, *MOVES)
    assert owed(long, TODAY, HUB, width=78, most=2, call_owed=rows.call_owed(10)) == [
        "! broken: ring about the dishwasher, th…, promised for Wed 17:00, moved 5x",
        "! due today 16:42: form  ·  we owe a call  ·  next: Mon 11:42 hub answer",
    ]


@pytest.mark.parametrize("most", [2, 3])
@pytest.mark.parametrize("width", [78, 118, 158])
def test_only_what_is_next_is_dropped_for_room(most: int, width: int) -> None:
    said = " ".join(owed(CALL_BACK, TODAY, HUB, case=rows.case(hand_over=given(ADA)), width=width, most=most))
    assert "broken: call back, promised for Wed 17:00" in said
    assert "due today 16:42: form" in said
    assert "handed to you by Paul" in said
    assert "more" not in said


def test_far_too_many_are_counted_by_what_they_are() -> None:
    broken = [promised(row, f"thing {row}", WED) for row in range(1, 9)]
    assert owed(*broken, TODAY, width=78, most=2) == [
        "! broken: thing 1, promised for Wed 17:00",
        "! and 7 more broken, 1 more due today",
    ]


def test_in_the_preview_each_has_a_line_of_its_own() -> None:
    shown = rows.view(promises=(CALL_BACK, TODAY, HUB))
    assert [words(each) for each in each_owed(shown, SCENE, 60)] == [
        "! broken: call back, promised for Wed 17:00, moved 5x",
        "! due today 16:42: form",
        "next: Mon 11:42 hub answer",
    ]


@pytest.mark.parametrize(
    ("balance", "said"),
    [
        (Balance(4, 1, 0, owed=False), "they contacted us 4x, we reached them 1x"),
        (Balance(4, 1, 2, owed=False), "they contacted us 4x, we reached them 1x, 2 tries"),
        (Balance(10, 0, 0, owed=True), "they contacted us 10x, we never reached them"),
        (Balance(2, 0, 1, owed=True), "they contacted us 2x, we never reached them in 1 try"),
        (Balance(1, 0, 0, owed=False), "they contacted us 1x, we did not contact them"),
        (Balance(0, 2, 0, owed=False), "they have not contacted us, we reached them 2x"),
    ],
)
def test_who_contacted_whom_is_said_in_words(balance: Balance, said: str) -> None:
    assert ", ".join(balance_words(balance)) == said


def test_never_reached_is_said_of_the_case_and_a_call_for_another_case_names_it() -> None:
    mine = rows.case(balance=Balance(10, 0, 0, owed=True))
    assert owed(case=mine, call_owed=rows.call_owed(10, CaseId(1))) == [
        "! we owe a call: they contacted us 10x, no call from us yet"
    ]
    (elsewhere,) = owed(case=mine, call_owed=rows.call_owed(2, CaseId(7)))
    assert elsewhere.startswith("! we owe a call about #1007: they contacted us 2x, no call from us")


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (CALL_BACK, "broken 3 d ago"),
        (HUB, "in 1 d 1 h"),
        (promised(1, "x", NOW + 9 * DAY + HOUR), "in 9 d"),
        (promised(1, "x", NOW - timedelta(seconds=9)), "broken just now"),
        (KEPT, "kept 2 h early"),
        (promised(1, "x", NOW - DAY, kept=NOW - DAY + 3 * HOUR), "kept 3 h late"),
        (promised(1, "x", NOW - DAY, kept=NOW - DAY), "kept on time"),
    ],
)
def test_what_became_of_a_promise_is_said_in_words(view: PromiseView, said: str) -> None:
    assert outcome_words(view, SCENE).text == said


def test_promises_of_the_case_stand_by_themselves_with_signs_and_how_often_they_were_moved() -> None:
    mine = [promised(row, each.promise.what, each.due, case=CaseId(1)) for row, each in ((1, CALL_BACK), (2, HUB))]
    moved = promised(5, "parts", NOW + DAY, (NOW + 2 * DAY, False), case=CaseId(1))
    done = [promised(row, f"old {row}", NOW - DAY, kept=NOW - row * DAY, case=CaseId(1)) for row in range(6, 14)]
    other = promised(3, "cabinets", NOW + DAY)
    shown = rows.view(promises=(*mine, moved, other, *done), case=rows.case(promises=(*mine, moved, *done)))
    items = case_items(shown, SCENE, 64)
    said = texts(items)
    assert [item.key for item in items if item.key] == [("promise", row) for row in (1, 2, 5, 6, 7, 8, 9, 10, 3)]
    assert "! call back | Wed 17:00  broken 3 d ago" in said
    assert "o hub answer | Mon 11:42      in 1 d 1 h" in said
    assert "  first said Mon 10:42, moved 1x · they do not know of it yet" in said
    assert "✓ old 6 | kept 5 d early" in said
    assert said.index("Promises") < said.index("Other promises") < said.index("o cabinets | Mon 10:42  in 1 d")


def test_without_a_case_promises_follow_ups_and_the_balance_are_shown_all_the_same() -> None:
    task = FollowUp(
        FollowUpId(7), rows.WHO, "ask about the tour", (NOW - DAY).date(), ADA.id, "Ada", None, None, "", 1
    )
    balance = Balance(3, 0, 0, owed=True)
    shown = rows.view(promises=(HUB,), follow_ups=(task,), balance=balance, call_owed=rows.call_owed(3))
    items = case_items(shown, SCENE, 60)
    assert [item.key for item in items if item.key] == [("promise", 2), ("follow_up", 7)]
    assert {"! we owe a call", "! yesterday  ask about the tour | you"} <= set(texts(items))


def test_a_hand_over_asks_its_receiver_and_tells_the_others() -> None:
    shown = rows.view(case=rows.case(hand_over=given(ADA)))
    mine = case_items(shown, SCENE, 60)
    theirs = case_items(shown, replace(SCENE, me=PAUL), 60)
    assert ("hand_over", 9) in [item.key for item in mine]
    assert "! Handed to you by Paul, today 09:42: mind the dog" in texts(mine)
    assert ("hand_over", 9) not in [item.key for item in theirs]
    assert "handed to Ada, today 09:42, not seen yet: mind the dog" in texts(theirs)


def test_the_next_step_is_shown_with_the_case_and_below_the_contact_it_was_written_with() -> None:
    talk = rows.talk("about it", case=CaseId(1), next_step="call Rosa")
    said = texts(case_items(rows.view(next_step=talk, case=rows.case()), SCENE, 60))
    assert said[said.index("Next step") + 1] == "call Rosa"
    assert "Next step" not in texts(case_items(rows.view(talks=[talk], case=rows.case()), SCENE, 60))
    assert texts(conversations([talk], SCENE, 60))[1:] == ["  about it", "  next: call Rosa"]


def test_what_a_contact_left_stands_below_it() -> None:
    bound = promised(1, "call back", WED, talk=rows.TALK)
    shown = rows.view(told=(rows.told(1, "hub answers by Mon", talk=rows.TALK),), promises=(bound, HUB))
    said = texts(conversations([rows.talk("Asked.")], SCENE, 60, left=left_behind(shown, SCENE)))
    assert said[1:] == [
        "  Asked.",
        "  told: hub answers by Mon",
        "  promised: call back, Wed 17:00 | broken 3 d ago",
    ]


def test_the_newest_statements_stand_in_one_line_as_many_as_fit() -> None:
    several = tuple(rows.told(row, f"the hub answers in {row} days") for row in (9, 8, 7))
    shown = rows.view(told=several, balance=Balance(4, 1, 2, owed=False))
    (wide,), (narrow,) = told_line(shown, SCENE, 200), told_line(shown, SCENE, 78)
    assert text_of(wide).startswith('Told so far: "the hub answers in 9 days" (Paul, Thu) · "the hub answers in 8')
    assert text_of(wide).endswith("| all in 90 d: they contacted us 4x, we reached them 1x, 2 tries")
    assert text_of(narrow) == 'Told so far: "the hub answers in 9 days" (Paul, Thu) · +2'
    assert told_line(replace(shown, told=()), SCENE, 78) == ()


@pytest.mark.parametrize(
    ("duty", "said"),
    [
        (OnDuty(PAUL, True, NOW + 6 * HOUR), "on until 16:42"),
        (OnDuty(PAUL, True, None), "here now"),
        (OnDuty(PAUL, False, NOW + 21 * HOUR), "back Mon 07:42"),
        (OnDuty(PAUL, False, NOW + HOUR), "back at 11:42"),
        (OnDuty(PAUL, False, None), "away"),
    ],
)
def test_whom_they_ask_for_and_whether_he_is_there(duty: OnDuty, said: str) -> None:
    assert duty_words(duty, SCENE).text == said
    assert f"asks for Paul ({said})" in text_of(header(rows.view(asks_for=duty), SCENE, 100)[1])
    assert f"asks for you ({said})" in text_of(header(rows.view(asks_for=duty), replace(SCENE, me=PAUL), 100)[1])


def test_a_low_screen_has_six_lines_with_what_we_owe_right_below_the_name() -> None:
    notes = tuple(rows.alert(row, f"mind {row}, and do not forget the other thing either") for row in range(1, 4))
    shown = rows.view(promises=(CALL_BACK,), told=(rows.told(1, "hub answers by Mon"),), notes=notes)
    lines = [text_of(line) for line in header(shown, SCENE, 78, LOW)]
    assert len(lines) == LOW
    assert lines[0].startswith(" Shari Caldwell ")
    assert lines[1].startswith("! broken: call back, promised for Wed 17:00")
    assert lines[3].startswith("Told so far:")
    assert lines[4].startswith("! mind 1")
    assert lines[5].endswith("+1 more")


def test_the_strip_says_how_much_is_owed() -> None:
    shown = rows.view(promises=(CALL_BACK, TODAY), call_owed=rows.call_owed(2))
    assert words(owed_in_short(shown, SCENE)) == "! 1 broken · 1 due today · call owed"
    assert words(owed_in_short(rows.view(promises=(HUB,)), SCENE)) == "promised Mon 11:42"
    assert words(owed_in_short(rows.view(), SCENE)) == ""


@pytest.mark.parametrize("count", [0, 1, 12])
@pytest.mark.parametrize("kind", [None, *HOSTILE])
def test_no_line_is_longer_than_it_may_be_nor_steers_the_terminal(count: int, kind: str | None) -> None:
    what = "call back about the parcel" if kind is None else HOSTILE[kind]
    name = what[:LONGEST_LINE]
    broken = tuple(promised(row, name, WED, *MOVES, talk=rows.TALK, case=CaseId(1)) for row in range(count))
    shown = rows.view(
        name,
        [rows.talk(what, case=CaseId(1), next_step=name)],
        next_step=rows.talk(what, next_step=name),
        promises=broken,
        told=tuple(rows.told(row, what, by=name, talk=rows.TALK) for row in range(count)),
        notes=tuple(rows.alert(row, what) for row in range(count)),
        case=rows.case(promises=broken, balance=Balance(count, 0, 0, owed=count > 1)),
        call_owed=rows.call_owed(count) if count > 1 else None,
        asks_for=OnDuty(replace(PAUL, name=name), True, NOW + HOUR),
    )
    for width in WIDTHS:
        for most in (2, 3):
            owing = owed_lines(shown, SCENE, width, most)
            assert len(owing) <= most
            assert all(cell_len(words(each)) <= max(width, 44) for each in owing)
        lines = [
            *header(shown, SCENE, width, LOW),
            *preview(shown, SCENE, width),
            *(line for item in case_items(shown, SCENE, width) for line in item.lines),
        ]
        painted = "".join(text_of(line) for line in lines)
        assert [sign for sign in painted if unicodedata.category(sign) in STEERING or sign in BIDI] == []
        said = [line for item in case_items(shown, SCENE, width) for line in item.lines if line.tail]
        assert all(width_of(line) <= width for line in said), width


def test_what_was_promised_in_a_contact_is_what_was_said_then_and_to_when_it_was_moved_since() -> None:
    moved = promised(7, "call back", NOW + DAY, (NOW + 2 * DAY, True), talk=rows.TALK)
    ((said, _),) = left_behind(rows.view(promises=(moved,)), SCENE)[rows.TALK]
    assert said == "promised: call back, Mon 10:42, now Tue 10:42"


@pytest.mark.parametrize(
    ("topic", "text", "shown"),
    [
        ("PO 5122", "has arrived, the other three not", "PO 5122: has arrived, the other three not"),
        ("hub answer", "hub answers by Mon 12:00", "hub answers by Mon 12:00"),
        ("claim", "form explained", "claim: form explained"),
    ],
)
def test_what_was_told_names_what_it_is_about(topic: str, text: str, shown: str) -> None:
    assert in_short(replace(rows.told(1, text), topic=topic)) == shown
