"""E2: she waited for him by name; the header says whom she asks for, and whether he is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.driving import NARROW, WIDE, at_the_counter

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done


def paul_leaves(desk: Desk) -> Done:
    """Paul says at another desk that he is away."""
    return desk.duty.switch(next(each for each in desk.shop.staff() if each.name == "Paul"), False)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_whom_she_asks_for_and_until_when_he_is_there(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.sees("asks for Paul (on until 17:00)", where="header")
        await counter.elsewhere("Paul", paul_leaves)
        await counter.press("f5")
        await counter.sees("asks for Paul (away)", where="header")


async def test_who_else_knows_her_is_one_key_away(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("W")
        await counter.sees("Paul", "Ada", "Ben", "on until 17:00")
