"""Cases by keys: opened with their numbers, moved along, handed over, closed with an outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.case import CaseStatus
from tests.ui.driving import NARROW, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from tests.ui.driving import Counter


async def opened_case(counter: Counter) -> None:
    await counter.open("opal", "Opal Freeman")
    await counter.press("o")
    await counter.sees("New case for Opal Freeman")
    await counter.type("Wet parcel\tparcel\tR-5001, PO 6001, CL-7001\n")
    await counter.sees("Case opened", where="keys")


def case_of(desk: Desk, typed: str = "opal") -> Case:
    case = desk.customers.view(desk.lookup.find(typed)[0].customer_id).case
    assert case is not None
    return case


async def test_a_case_is_opened_with_its_numbers_and_mine(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await opened_case(counter)
        await counter.sees("Wet parcel", "open · owner you", "R-5001", "PO 6001", "CL-7001", where="case")
    with kept(demo_url) as desk:
        case = case_of(desk)
        assert (case.subject, case.kind, case.status, case.owner) == (
            "Wet parcel",
            "parcel",
            CaseStatus.OPEN,
            "Stephen Okafor",
        )
        assert len(case.references) == 3


async def test_it_moves_along_and_is_handed_over(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await opened_case(counter)
        await counter.press("S")
        await counter.sees("Case #", "is open", "Still to check: Receipt and tracking number noted;", "Status")
        await counter.press("r")
        await counter.save("Case #")
        await counter.sees("ready · owner you", where="case")
        await counter.press("a")
        await counter.sees("Hand over case #")
        await counter.press("r", "ctrl+s")
        await counter.sees("Rosa Lindqvist is not here, back Mon 07:00.", "hands it over all the same", where="foot")
        await counter.save("Case handed over")
        await counter.sees("ready · owner Rosa Lindqvist", where="case")
    with kept(demo_url) as desk:
        assert (case_of(desk).status, case_of(desk).owner) == (CaseStatus.READY, "Rosa Lindqvist")


async def test_closing_needs_an_outcome_and_with_open_steps_a_reason(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await opened_case(counter)
        await counter.press("S")
        await counter.sees("is open", "Outcome")
        await counter.press("c")
        await counter.press("ctrl+s")
        await counter.sees("The outcome is empty; type it first.", where="foot")
        await counter.type("New parcel sent.")
        await counter.press("ctrl+s")
        await counter.sees("noted”, “Address,", "and 2 more are open. Tick them, or say why.", where="foot")
        await counter.type("nobody was here")
        await counter.save("Case #")
        await counter.sees("closed", "New parcel sent. With steps open, because: nobody was here", where="case")
    with kept(demo_url) as desk:
        case = case_of(desk)
        assert (case.status, case.outcome) == (CaseStatus.CLOSED, "New parcel sent.")
        assert (case.unfinished, len(desk.steps.before_closing(case.id))) == ("nobody was here", 4)


async def test_somebody_who_was_faster_is_shown(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await opened_case(counter)
        await counter.press("S")
        await counter.sees("is open", "Outcome")
        await counter.elsewhere("Ada", lambda desk: desk.cases.set_status(case_of(desk), CaseStatus.READY))
        await counter.press("w", "ctrl+s")
        await counter.sees("Somebody else changed this meanwhile.", "Status: ready", where="foot")
        await counter.save("Case #")
        await counter.sees("waiting for", where="case")


async def test_brackets_go_from_case_to_case(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.sees("4 Case #1043 · Missing parcel", "1/2", where="case")
        await counter.press("right_square_bracket")
        await counter.sees("Laptop does", "Reset at the counter, works.", where="case")
        await counter.press("left_square_bracket")
        await counter.sees("Missing parcel", "1/2", where="case")


async def test_a_case_number_opens_that_very_case(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("1028", "Shari Caldwell")
        await counter.sees("4 Case #1028 · Laptop does not wake up", where="case")
