"""B5: "We did it for you two months ago": what was decided before stands beside the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.store import models
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.driving import Counter

NAME = "Edmund Achterberg"
BOTH = pytest.mark.parametrize("size", [NARROW, WIDE])


async def listed(counter: Counter) -> None:
    """Somebody says that it was done before, and the clerk looks."""
    await counter.open("edmund", NAME)
    await counter.press("G")
    await counter.sees("Precedents for Ed, case #1045")


@BOTH
async def test_the_case_says_how_many_there_are_before_anyone_says_no(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("edmund", NAME)
        await counter.holds("4 precedents", where="case")


@BOTH
async def test_we_did_it_for_you_two_months_ago(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await listed(counter)
        await counter.holds("This customer", "✓ waived lounge fee, $50.00", "8 wk ago", where="choices")
        await counter.holds("his flight was moved, as we did before", "by Margaret Liu", where="choices")
        await counter.holds("closed 28 Sep: Exchanged. Family customer since 1999.", where="choices")
        await counter.holds("bought again 6 wk later", where="choices")


async def test_others_in_such_a_case_come_next_with_what_was_refused_and_why(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await listed(counter)
        await counter.holds("The same kind of case", "x refused: credit, $600.00", where="choices")
        await counter.holds(
            "asked by Ada, refused by Margaret Liu: The door is replaced; no money on top of that.", where="choices"
        )
        await counter.holds("✓ gave a credit, $60.00", "Cornelius Vance", "waiting for supplier", where="choices")


async def test_one_is_read_with_its_case_and_its_customer_opened(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await listed(counter)
        await counter.press("down", "down", "enter")
        await counter.sees("Cornelius Vance, case #", "Scratched refrigerator door", "In the case", "What happened")
        await counter.press("escape", "o")
        await counter.until(lambda: counter.opened() == "Cornelius Vance", "that customer is open")
        await counter.sees("Scratched refrigerator door", where="case")


async def test_the_nearest_stand_in_the_form_that_decides(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("edmund", NAME)
        await counter.press("w")
        await counter.sees("Goodwill for Edmund Achterberg", "✓ waived lounge fee, $50.00", "theirs  8 wk ago")
        await counter.sees("x refused: credit, $600.00")


async def test_what_was_just_given_is_a_precedent_until_it_is_taken_back(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("edmund", NAME)
        await counter.type("w20\texpress fee\tflight at noon\x13")
        await counter.sees("Waived express fee, $20.00", where="keys")
        await counter.holds("5 precedents, 3 of theirs", where="case")
        await counter.press("G")
        await counter.sees("✓ waived express fee, $20.00", "just now", where="choices")
        await counter.press("u")
        await counter.sees("Take back: goodwill")
        await counter.press("enter")
        await counter.sees_not("waived express fee", where="choices")
        await counter.press("escape")
        await counter.holds("4 precedents, 2 of theirs", where="case")


async def test_where_nothing_was_decided_before_it_says_so(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.press("G")
        await counter.sees("Nothing was given or refused before to this customer", where="choices")
        await counter.press("G")
        await counter.sees_not("Nothing was given or refused before")


def test_what_the_sample_shop_decided_is_kept_as_told(demo_url: str) -> None:
    with kept(demo_url) as desk:
        case = desk.customers.view(desk.lookup.find(NAME)[0].customer_id).case
        assert case is not None
        found = desk.precedents.nearest(case.customer_id, case)
        assert [each.is_refused for each in found] == [False, False, True, False]
        assert models.PrecedentTrait.select().count() > 40
