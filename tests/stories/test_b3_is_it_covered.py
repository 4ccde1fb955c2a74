"""B3: bought at a dealer, 45 minutes of calls, a form to mail, and no word on how long or whether it was covered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.case import CaseStatus
from deskui.domain.order import ReferenceKind
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.driving import Counter

NAME = "Edmund Achterberg"


async def asked(counter: Counter) -> None:
    """Somebody asks whether the headset from the dealer is covered."""
    await counter.open("edmund", NAME)
    await counter.press("1", "down", "v")
    await counter.sees("Is it covered: D-4410")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_one_screen_says_whether_until_when_by_what_and_what_is_next(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await asked(counter)
        await counter.sees(
            "Bought Sun 13 Sep, dealer", "Proof none seen: a accepts a receipt, card,", where="choices"
        )
        await counter.sees("? Headset, noise cancelling", "covered, if proved", where="choices")
        await counter.sees("warranty to 13 Sep 2027, 295 d left", where="choices")
        await counter.sees("Next Fill in the dealer's claim form with them now: we send it to the", where="choices")
        await counter.sees("Takes too few repairs to tell; of all 109 promises half took", "9 in 10", where="choices")


async def test_a_proof_is_accepted_in_my_name_and_it_is_covered(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await asked(counter)
        await counter.press("a")
        await counter.sees("A proof of D-4410")
        await counter.type("s\tSN-QC35-90417, on the device")
        await counter.press("enter")
        await counter.sees("Proof serial: SN-QC35-90417, on the device accepted by you, today", where="choices")
        await counter.sees("✓ Headset, noise cancelling", where="choices")
        await counter.sees_not("if proved", where="choices")
        await counter.press("u")
        await counter.sees("Take back: proof (D-4410)")
        await counter.press("enter")
        await counter.sees("covered, if proved", where="choices")


async def test_from_there_a_case_is_opened_on_the_order_with_the_right_kind(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await asked(counter)
        await counter.press("o")
        await counter.sees(f"New case for {NAME}", "Headset, noise cancelling", "claim", "receipt D-4410")
        await counter.press("ctrl+s")
        await counter.sees("Headset, noise cancelling", "claim", "receipt D-4410", where="case")
        await counter.sees_not("Is it covered")
    with kept(demo_url) as desk:
        case = desk.customers.view(desk.lookup.find("D-4410")[0].customer_id).case
        assert case is not None
        (number,) = case.references
        assert (case.kind, case.status) == ("claim", CaseStatus.OPEN)
        assert (number.kind, number.number, number.order) == (ReferenceKind.RECEIPT, "D-4410", "D-4410")


async def test_from_there_it_is_promised_when_it_will_be_done(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await asked(counter)
        await counter.press("p")
        await counter.sees(f"A promise to {NAME}", "repair of Headset")
        await counter.type("in 2 weeks")
        await counter.sees("repair of Headset · Sun 6 Dec", where="hint-line")
        await counter.press("enter")
        await counter.sees("Promised for Sun 6 Dec", where="keys")
        await counter.press("escape")
        await counter.sees("repair of Headset", where="case")
    with kept(demo_url) as desk:
        promised = desk.promises.of_customer(desk.lookup.find(NAME)[0].customer_id)
        assert "repair" in {each.promise.kind for each in promised}


async def test_without_an_order_under_the_cursor_it_says_where_to_go(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("edmund", NAME)
        await counter.press("v")
        await counter.sees("Put the cursor on an order first: 1 goes to the history.", where="keys")
