"""C3: it was promised before noon; he called at ten, two hours early."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from deskui.domain.due.due_list import DueGroup, grouped
from deskui.domain.promises.standing import Outcome
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept
from tests.ui.promises import promise

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deskui.desk.desk import Desk
    from tests.ui.driving import Counter

NAME = "Opal Freeman"


async def at(counter: Counter, hour: int, minute: int = 0) -> None:
    """The next time the clock on the wall shows that."""
    zone = counter.app.scene().zone
    local = counter.clock.now.astimezone(zone)
    then = datetime.combine(local.date(), datetime.min.time(), zone) + timedelta(hours=hour, minutes=minute)
    counter.clock.now = (then if then > local else then + timedelta(days=1)).astimezone(counter.clock.now.tzinfo)
    await counter.press("f5")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_promised_before_noon_and_called_at_ten(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("opal", NAME)
        await promise(counter, "bring the books back tomorrow noon", "Promised for Mon 23 Nov 12:00")
        await at(counter, 8)
        await counter.sees("due today 12:00: ", where="header")
        await at(counter, 10)
        await counter.press("P", "x")
        await counter.sees("Kept 2 h early; u takes it back", where="keys")
        await counter.press("4")
        await counter.sees("bring the books back", "kept 2 h early", where="case")
        assert "! due today" not in counter.read("header")
    with kept(demo_url) as desk:
        (view,) = desk.promises.of_customer(desk.lookup.find("opal")[0].customer_id)
        assert view.standing.outcome is Outcome.KEPT_EARLY
        assert view.due - view.entries[0].at == timedelta(hours=2)


@pytest.mark.usefixtures("impatient")
async def test_due_today_then_overdue_for_me_and_for_the_desk(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", NAME)
        await at(counter, 23)
        before = await counter.ask(lambda desk: desk.due.counts())
        await promise(counter, "bring the books back tomorrow noon", "Promised for Mon 23 Nov 12:00")
        assert await counter.ask(lambda desk: desk.due.counts()) == before
        await at(counter, 8)
        assert await counter.ask(promised_in(DueGroup.TODAY)) == (True, True)
        today = (await counter.ask(lambda desk: desk.due.counts())).due_today
        await counter.sees(f"{today.mine} of {today.desk} due today", where="status")
        await at(counter, 13)
        await counter.sees("broken: bring the books back, promised for today 12:00", where="header")
        assert await counter.ask(promised_in(DueGroup.OVERDUE)) == (True, True)
        late = (await counter.ask(lambda desk: desk.due.counts())).overdue
        await counter.sees(f"{late.mine} of {late.desk} OVERDUE", where="status")
        await counter.press("P", "x")
        await counter.sees("Kept 1 h late; u takes it back", where="keys")
        assert await counter.ask(promised_in(DueGroup.OVERDUE)) == (False, False)
        left = (await counter.ask(lambda desk: desk.due.counts())).overdue
        assert (left.mine, left.desk) == (late.mine - 1, late.desk - 1)
        await counter.sees(f"{left.mine} of {left.desk} OVERDUE", where="status")


def promised_in(group: DueGroup) -> Callable[[Desk], tuple[bool, ...]]:
    """Whether the books are in that group, of what I have to do and of what everybody has."""

    def ask(desk: Desk) -> tuple[bool, ...]:
        found = []
        for whose in (desk.session.employee, None):
            groups = dict(grouped(desk.due.list(whose), desk.now(), desk.session.zone))
            found.append(any("books" in each.what for each in groups.get(group, ())))
        return tuple(found)

    return ask
