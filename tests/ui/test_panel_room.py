"""What panels say where room is short: whole parts, names in short, hints in lines; and who is looking is `you`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from deskui.domain.conversation import Mood
from deskui.domain.customer import BadVisit
from deskui.domain.due.contact_balance import Balance
from deskui.domain.ids import CaseId, OrderId
from deskui.domain.money import Money
from deskui.domain.order import Order, OrderLine, SalesChannel
from deskui.ui.dialogs.promises.promise import told_before
from deskui.ui.panels.case import case_items
from deskui.ui.panels.case_strip import case_strip
from deskui.ui.panels.conversations import conversations
from deskui.ui.panels.header import header
from deskui.ui.panels.history import history
from deskui.ui.panels.notes import notes
from deskui.ui.panels.preview import preview
from deskui.ui.panels.told import told_line
from tests.conftest import NOW
from tests.ui import panel_rows as rows
from tests.ui.driving import NORMAL, WIDE, at_the_counter
from tests.ui.panel_rows import DAY, HOUR, PAUL, SCENE, promised, text_of, texts, width_of

if TYPE_CHECKING:
    from datetime import date, timedelta
    from pathlib import Path

LONG = "Paulina Featherstonehaugh"
AS_PAUL = replace(SCENE, me=PAUL)


@pytest.mark.parametrize(
    ("width", "head"),
    [
        (80, [f"yesterday 10:42  phone  {LONG}  3 min  #1043 | good +"]),
        (63, [f"yesterday 10:42  phone  {LONG}  #1043 | good +"]),
        (56, [f"yesterday 10:42  phone  {LONG} | good +"]),
        (49, ["yesterday 10:42  phone  Paulina | good +"]),
        (34, ["yesterday 10:42  phone | good +", "  Paulina"]),
    ],
)
def test_the_head_of_a_contact_leaves_out_whole_parts(width: int, head: list[str]) -> None:
    talk = replace(rows.talk("", case=CaseId(1)), employee=LONG, case_number=1043, mood=Mood.GOOD)
    (item,) = conversations([talk], SCENE, width)
    assert texts([item]) == head
    assert max(map(width_of, item.lines)) <= width


@pytest.mark.parametrize("width", range(32, 90))
def test_nobody_is_ever_named_in_part_at_the_top_of_a_case(width: int) -> None:
    shown = replace(rows.case(), owner=LONG, opened_by=LONG)
    standing = case_items(rows.view(case=shown), SCENE, width)[0]
    assert max(map(width_of, standing.lines)) <= width
    said = " ".join(texts([standing]))
    assert "owner Paulina" in said
    assert "opened 5 d ago" in said
    assert (f"ago by {LONG}" in said) == (width >= 54)
    assert ("ago by Paulina" in said) == (width >= 36)


def test_the_person_looking_is_you_wherever_somebody_is_named() -> None:
    bound = promised(1, "call back", NOW + DAY, case=CaseId(1))
    shown = rows.view(
        talks=[rows.talk("Asked.")],
        promises=(bound,),
        told=(rows.told(1, "hub answers by Mon"),),
        case=rows.case(promises=(bound,)),
        next_step=rows.talk("Asked.", next_step="call Rosa"),
    )
    bad = BadVisit(NOW - DAY, "Paul", 0)
    known = replace(shown.known, contacts=1, last_contact=NOW - DAY, last_employee="Paul", bad_visit=bad)
    shown = replace(shown, known=known)

    def said(as_me: bool) -> str:
        scene = AS_PAUL if as_me else SCENE
        items = (*case_items(shown, scene, 90), *conversations(shown.conversations.rows, scene, 90))
        return "\n".join([*map(text_of, header(shown, scene, 110)), *texts(items)])

    for mine in ("last met 1 d ago by you", "(yesterday, you)", "(you, Thu)", "owner you", "ago by you", "  by you"):
        assert mine in said(as_me=True)
        assert mine not in said(as_me=False)
    assert "Paul" not in said(as_me=True)


def test_a_namesake_is_somebody_else() -> None:
    said = rows.told(1, "hub answers by Mon")
    shown = rows.view(told=(replace(said, said_by="Ada"),))
    assert text_of(told_line(shown, SCENE, 90)[0]) == 'Told so far: "hub answers by Mon" (Ada, Thu)'


def test_a_long_name_gives_way_before_the_time_that_was_said() -> None:
    shown = rows.view(told=(rows.told(1, "hub answers by fri 12:00", by=LONG),), balance=Balance(4, 1, 2, owed=False))
    wide, middle, narrow, cut = (text_of(told_line(shown, SCENE, width)[0]) for width in (150, 127, 72, 50))
    assert wide.startswith(f'Told so far: "hub answers by fri 12:00" ({LONG}, Thu) | all in 90 d:')
    assert middle.startswith('Told so far: "hub answers by fri 12:00" (Paulina, Thu) | all in 90 d:')
    assert narrow == f'Told so far: "hub answers by fri 12:00" ({LONG}, Thu)'
    assert cut == 'Told so far: "hub answers by fri…" (Paulina, Thu)'


@pytest.mark.parametrize(
    ("ago", "by", "said"),
    [
        (HOUR, "Paul", 'Paul said "hub answer: mailed" today'),
        (3 * DAY, "Paul", 'Paul said "hub answer: mailed" on Thu'),
        (30 * DAY, "", 'somebody said "hub answer: mailed" on 23 Oct'),
    ],
)
def test_what_was_said_before_is_dated_in_words(ago: timedelta, by: str, said: str) -> None:
    earlier = rows.told(1, "mailed", ago, by=by)
    assert told_before(earlier, SCENE) == said
    assert told_before(earlier, AS_PAUL).startswith("you said ")


def test_hints_of_empty_panels_are_never_cut() -> None:
    for width in range(14, 60):
        empty = rows.view()
        for items, hint in (
            (history((), SCENE, width), "deskui import."),
            (conversations((), SCENE, width), "c logs a contact."),
            (notes((), SCENE, width), "i an interest."),
            (case_items(empty, SCENE, width), "o opens one."),
        ):
            lines = [line for item in items for line in item.lines]
            assert max(map(width_of, lines)) <= width
            assert " ".join(map(text_of, lines)).endswith(hint)
    assert "o opens one." not in " ".join(map(text_of, preview(empty, SCENE, 60)))


@pytest.mark.parametrize(
    ("width", "case"),
    [
        (120, "4 #1001 open · Missing parcel | "),
        (80, "4 #1001 open | "),
        (72, "4 #1001 | "),
        (68, "4 Case | "),
        (60, "3 Notes 4 Case | "),
    ],
)
def test_the_strip_names_the_case_whole_or_not_at_all(width: int, case: str) -> None:
    broken = promised(1, "call back", NOW - DAY, case=CaseId(1))
    strip = case_strip(
        rows.view(promises=(broken,), case=rows.case(promises=(broken,)), call_owed=rows.call_owed(3)), SCENE, width
    )
    assert case in text_of(strip)
    assert text_of(strip).endswith("! 1 broken · call owed ")
    assert width_of(strip) <= max(width, 66)
    assert text_of(case_strip(rows.view(), SCENE, 80)).endswith("4 no case open")


@pytest.mark.parametrize("width", [33, 37, 46, 76])
def test_what_matters_of_an_order_is_wrapped_and_never_cut(width: int) -> None:
    def ordered(**days: date) -> Order:
        price = Money(100, "USD")
        line = OrderLine("Kitchen cabinets, wall and corner", "", 1, price, days.get("back"), days.get("good"))
        return Order(OrderId(1), "R-87960", NOW, SalesChannel.STORE, "picked up", price, "", (line,), ())

    today = SCENE.today
    for order, said in (
        (ordered(back=today, good=today + 700 * DAY), ("return by today", "warranty to 22 Oct 2028")),
        (ordered(back=today + 11 * DAY), ("return by 3 Dec, 11 d left",)),
        (ordered(back=today - 9 * DAY), ("return expired 9 d ago",)),
    ):
        lines = [line for item in history([order], SCENE, width) for line in item.lines]
        assert max(map(width_of, lines)) <= width
        painted = " ".join(" ".join(map(text_of, lines)).split())
        assert "Kitchen cabinets, wall and corner" in painted
        assert all(each in painted for each in said), painted


async def test_the_subject_of_a_case_is_cut_before_which_of_how_many_it_is(demo_url: str, home: Path) -> None:
    for size, title in ((NORMAL, "4 Case #1043 · Mis"), (WIDE, "4 Case #1043 · Missing parcel ─")):
        async with at_the_counter(demo_url, home, size=size) as counter:
            await counter.open("shari", "Shari Caldwell")
            top = counter.line_of("4 Case #1043")
            assert title in top
            assert top.endswith("─ 1/2 ─╮")
            await counter.sees("Missing parcel", where="case")


@pytest.mark.parametrize("width", [33, 37, 46, 76])
def test_what_ends_within_a_week_stands_above_the_history_in_words(width: int) -> None:
    today, price = SCENE.today, Money("USD", 100)

    def ordered(row: int, back: date) -> Order:
        line = OrderLine("Kitchen cabinets, wall and corner", "", 1, price, back, None)
        return Order(OrderId(row), f"R-{row}", NOW, SalesChannel.STORE, "picked up", price, "", (line,), ())

    first, *others = history([ordered(1, today + 20 * DAY), ordered(2, today + 5 * DAY)], SCENE, width)
    painted = " ".join(" ".join(map(text_of, first.lines)).split())
    assert painted.startswith("! return by 27 Nov, only 5 d left R-2")
    assert max(map(width_of, first.lines)) <= width
    assert first.key is None
    assert [each.key for each in others] == [("order", 1), ("order", 2)]
    assert history([ordered(1, today + 8 * DAY)], SCENE, width)[0].key == ("order", 1)
