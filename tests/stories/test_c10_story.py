"""C10: one employee follows the case from start to end, or a thorough record does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.driving import NARROW, at_the_counter

if TYPE_CHECKING:
    from pathlib import Path


async def test_whoever_takes_over_reads_the_case_as_one_page(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW, employee="Paul") as counter:
        await counter.open("#1043", "Shari Caldwell")
        await counter.press("a")
        await counter.sees("Hand over case #1043")
        await counter.type("\tShe likes a text, not a call.")
        await counter.save("handed over")
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("#1043", "Shari Caldwell")
        await counter.press("O")
        await counter.sees("Case #1043: Missing parcel", "R-88213", "Tuesday 17 November 2026")
        seen = counter.screen()
        for _ in range(6):
            await counter.press("pagedown")
            seen += counter.screen()
        words = " ".join(seen.replace("│", " ").split())
        happened = (
            "contact by phone, from the customer · Ben",
            "hub answer: delivered already",
            "promised call back, by Wed 18 Nov 17:00 · Paul",
            "broken call back, was due Wed 18 Nov 17:00",
            "moved hub answer, to Mon 23 Nov 12:00 · Paul",
            "Because: the hub has not found it yet",
            "handed on",
            "She likes a text, not a call.",
            "Still to come",
        )
        places = [words.find(each) for each in happened]
        assert -1 not in places, [each for each, place in zip(happened, places, strict=True) if place < 0]
        assert places == sorted(places)
