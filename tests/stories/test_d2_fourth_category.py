"""D2: a premier customer picks a fourth category for 10 % off, and it counts from then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import NOW
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.benefits.benefit import BenefitView

NAME = "Constance Abernathy"


def premier(desk: Desk) -> BenefitView:
    who = desk.lookup.find("abernathy")[0].customer_id
    return next(each for each in desk.benefits.of_customer(who) if each.benefit.title == "Premier")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_open_choice_shows_and_the_clerk_records_the_pick(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("abernathy", NAME)
        await counter.sees("Premier: 4th category not chosen; b chooses", where="header")
        await counter.press("b", "c")
        await counter.sees("Premier: the 4th category", "Coffee")
        await counter.sees_not("  Toner")
        await counter.press("j", "enter")
        await counter.sees(
            "Coffee counts from today; Ada's follow-up “fourth category", "is still open; u takes it back"
        )
        assert counter.screen().count("Coffee counts from today") == 1
        await counter.sees("category: Paper, Toner, Furniture, Coffee", "may be changed from 22 Feb 2027")
        await counter.press("escape")
        await counter.sees_not("not chosen", where="header")
    with kept(demo_url) as desk:
        picked = premier(desk).picked
        assert [each.choice for each in picked] == ["Paper", "Toner", "Furniture", "Coffee"]
        assert (picked[-1].day, picked[-1].by) == (NOW.date(), "Stephen Okafor")


async def test_it_is_changed_when_its_day_has_come_and_the_history_tells_of_both(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("abernathy", NAME)
        await counter.press("b", "c", "j", "enter")
        await counter.sees("Coffee counts from today")
        await counter.press("c")
        await counter.sees("All is chosen; the category may be changed from 22 Feb 2027 on.")
        counter.clock.tick(93 * 24 * 60)
        await counter.press("c")
        await counter.sees("Which category gives way")
        await counter.press("j", "j", "j", "enter")
        await counter.sees("In place of Coffee")
        await counter.press("enter")
        await counter.sees("Cleaning counts from today")
        await counter.press("enter")
        await counter.sees("chose Coffee, by you", "chose Cleaning instead of Coffee, by you")
    with kept(demo_url) as desk:
        assert [each.choice for each in premier(desk).picked] == ["Paper", "Toner", "Furniture", "Cleaning"]
