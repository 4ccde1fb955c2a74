"""A4: a coupon went through the wash; it is reissued before it expires, and the old code is worth nothing more."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from deskui.desk.opening import open_desk
from deskui.domain.benefits.benefit import BenefitState, EntryKind
from deskui.domain.slips.printers import Printer, PrinterKind
from tests.conftest import NOW
from tests.exchange.slips.reading import printed
from tests.ui.driving import ACTING, NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

NAME = "Delia Montrose"
OLD = "XK-2291"


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_what_expires_soon_is_seen_and_one_key_reissues_it(
    demo_url: str, home: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    receipts = tmp_path / "receipts"
    async with at_the_counter(demo_url, home, size=size) as counter:
        counter.app.printer = Printer(PrinterKind.FILE, str(receipts))
        await counter.open("delia", NAME)
        await counter.sees("! 10% XK-2291 expires in 9 d; b redeems or reissues", where="header")
        await counter.press("b", "r")
        await counter.sees("XK-2291 becomes void. A new code is made, worth 10%")
        await counter.press("enter")
        await counter.sees("The new code is", "the old one is void")
        (new,) = [
            each.benefit.code
            for each in await counter.ask(
                lambda desk: desk.benefits.of_customer(desk.benefits.by_code(OLD).benefit.customer_id)
            )
            if each.stands
        ]
        await counter.sees(f"! 10% {new}", f"x 10% {OLD}")
        await counter.press("p", "p")
        await counter.sees("Printed on printer")
        await counter.press("escape", "escape")
        await counter.sees(f"! 10% {new} expires in 9 d", where="header")
    slip = printed(receipts.read_bytes()).words
    assert new in slip
    assert f"It takes the place of {OLD}, which is void." in slip
    with kept(demo_url) as desk:
        old, now = desk.benefits.by_code(OLD), desk.benefits.by_code(new)
        assert (old.state, old.now, now.state) == (BenefitState.VOID, new, BenefitState.STANDING)
        assert (now.left, now.benefit.expires) == (1, old.benefit.expires)
        assert now.benefit.reissued_from_id == old.benefit.id
        assert [each.kind for each in desk.benefits.ledger(old.benefit.id)] == [EntryKind.ISSUED, EntryKind.REISSUED]


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_whoever_brings_the_old_code_is_told_loudly(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("delia", NAME)
        await counter.press("b", "r", "enter")
        await counter.sees("The new code is")
        await counter.press("escape")
        new = await counter.ask(lambda desk: desk.benefits.by_code(OLD).now)
        await counter.press("q")
        await counter.sees_not("Benefits")
        await counter.find(OLD)
        await counter.sees(f"XK-2291 is VOID, now {new}", where="results")
        await counter.press("enter")
        await counter.sees(f"! XK-2291 is VOID, now {new}", where="keys")
        assert counter.app.screen.row == (
            "benefit",
            (await counter.ask(lambda desk: desk.benefits.by_code(OLD))).benefit.id,
        )
        await counter.press("b", "x")
        await counter.sees(f"XK-2291 is VOID: it was replaced by {new}.")


async def test_undo_makes_the_old_code_good_again(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("delia", NAME)
        await counter.press("b", "r", "enter")
        await counter.sees("The new code is")
        await counter.press("u", "enter")
        await counter.sees_not("VOID")
        await counter.press("escape")
        await counter.sees("! 10% XK-2291 expires in 9 d", where="header")


async def test_it_stands_in_the_list_of_what_expires_for_the_calls(demo_url: str) -> None:
    later = NOW + timedelta(days=4)  # she was spoken with today
    with closing(open_desk(demo_url, employee=ACTING, clock=lambda: later)) as desk:
        listed = [each for each in desk.outreach.list().calls if "coupon" in each.about]
        assert [each.customer for each in listed] == [NAME]
        assert f"coupon {OLD} expires on" in listed[0].about
