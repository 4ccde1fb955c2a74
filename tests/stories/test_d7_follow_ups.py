"""D7: a few days later she helped choose a computer: a dated task on the customer, beside what is promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.due.due_list import DueKind
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.driving import Counter

NAME = "Helen Vandermeer"
TASK = "choose a computer with her"


async def to_the_task(counter: Counter) -> None:
    """Open what is due for me, and go down to it."""
    await counter.press("f2")
    await counter.sees(TASK, where="due")
    pane = counter.app.screen.pane
    for _ in range(20):
        if pane.chosen is not None and pane.chosen.what == TASK:
            return
        await counter.press("j")
    raise AssertionError(f"the cursor does not come to it\n{counter.screen()}")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_it_is_planned_listed_beside_promises_and_done(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("helen", NAME)
        await counter.type(f"f{TASK} in 3 days\n")
        await counter.sees("Planned for Wed 25 Nov; u takes it back", where="keys")
        await counter.type("psend her the price list wed 17:00\n")
        if "Enter again saves" in counter.read("foot"):
            await counter.press("enter")
        await counter.sees("Promised for Wed 25 Nov 17:00", where="keys")
        await to_the_task(counter)
        mine = await counter.ask(lambda desk: desk.due.mine())
        hers = [(each.kind, each.what) for each in mine if each.customer == NAME]
        assert hers == [(DueKind.PROMISE, "send her the price list"), (DueKind.FOLLOW_UP, TASK)]
        await counter.press("escape")

        counter.clock.tick(3 * 24 * 60)
        await to_the_task(counter)
        await counter.press("x")
        await counter.sees(f"Follow-up done: {TASK}, {NAME}; u takes it back", where="keys")
        await counter.until(lambda: TASK not in counter.read("due"), "it is off the list")
    with kept(demo_url) as desk:
        assert desk.follow_ups.of_customer(desk.lookup.find("helen")[0].customer_id) == ()


async def test_a_follow_up_that_was_forgotten_is_overdue(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("helen", NAME)
        await counter.type(f"f{TASK} tomorrow\n")
        await counter.sees("Planned for Mon 23 Nov", where="keys")
        before = await counter.ask(lambda desk: desk.due.counts().overdue.mine)
        counter.clock.tick(24 * 60)
        assert await counter.ask(lambda desk: _is_overdue(desk)) is False
        counter.clock.tick(24 * 60)
        assert await counter.ask(lambda desk: _is_overdue(desk)) is True
        assert await counter.ask(lambda desk: desk.due.counts().overdue.mine) > before
        await counter.press("f5", "4")
        await counter.sees("! yesterday", TASK, where="case")


def _is_overdue(desk):  # type: ignore[no-untyped-def]
    today = desk.session.today(desk.now())
    return any(each.what == TASK and each.due_on < today for each in desk.due.mine())
