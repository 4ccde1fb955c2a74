"""C1: he gave his name, asked hers, and remembered it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_name_to_use_and_how_to_say_it(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("hoa", "Nguyễn Thị Hoa")
        await counter.sees('Nguyễn Thị Hoa "Hoa" (hwah)', where="header")


async def test_the_header_says_who_last_met_them_and_when(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.sees("last met 2 d ago by Paul", "served by Paul 6x", where="header")


async def test_after_a_contact_it_was_me_just_now(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("c")
        await counter.sees("Contact with Shari Caldwell")
        await counter.type("Told her my name, and asked for hers.")
        await counter.save("Contact logged")
        await counter.sees("last met just now by you", where="header")
        await counter.sees("today 10:42 counter you", where="conversations")
        await counter.sees("Told her my name, and asked for hers.", where="conversations")
    with kept(demo_url) as desk:
        view = desk.customers.view(desk.lookup.find("shari")[0].customer_id)
        assert view.conversations.rows[0].summary == "Told her my name, and asked for hers."
        assert view.known.last_employee == "Stephen Okafor"


async def test_a_name_learnt_is_written_down_and_found(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("helen", "Helen Vandermeer")
        await counter.press("E")
        await counter.sees("Profile of Helen Vandermeer")
        await counter.press("tab")
        await counter.type("Nell\tHEL-en")
        await counter.save("Profile saved")
        await counter.sees('Helen Vandermeer "Nell" (HEL-en)', where="header")
        await counter.find("nell vandermeer")
        await counter.sees("Helen Vandermeer", where="results")
    with kept(demo_url) as desk:
        who = desk.customers.view(desk.lookup.find("helen vandermeer")[0].customer_id).customer
        assert (who.preferred_name, who.say_as) == ("Nell", "HEL-en")
