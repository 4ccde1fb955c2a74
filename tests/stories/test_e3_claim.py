"""E3: he tried to find the parcel, then explained how to be reimbursed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.steps.step_list import ListKind, StepState
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

TRACKING = "AF0088213475US"


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_tracking_number_leads_to_the_guide_and_the_promise(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open(TRACKING, "Shari Caldwell")
        await counter.holds("o hub answer", where="case")
        await counter.press("home")
        for _ in range(9):
            await counter.press("j")
        await counter.sees("Guide: how to claim for a lost parcel 1/5", where="case")
    with kept(demo_url) as desk:
        view = desk.customers.view(desk.lookup.find(TRACKING)[0].customer_id)
        assert view.case is not None
        assert TRACKING in [each.number for each in view.case.references]
        (guide,) = [each for each in desk.steps.of_case(view.case.id) if each.kind is ListKind.GUIDE]
        first, *others = guide.steps
        assert (guide.started_by, guide.for_customer) == ("Paul", True)
        assert (first.state, first.by_customer, first.by) == (StepState.DONE, True, "Paul")
        assert {each.state for each in others} == {StepState.OPEN}
        assert "hub answer" in [each.promise.what for each in view.case.promises]


async def test_the_claim_is_explained_once_more_with_a_promise(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.type("oLost parcel\tparcel\tAF0099000111US\n")
        await counter.sees("Lost parcel", "Before they leave 0/4", "AF0099000111US", where="case")
        await counter.press("g", "enter")
        await counter.sees("Guide: how to claim for a lost parcel 0/5", where="case")
        await counter.type("phub answer in 2 weeks\n")
        await counter.sees("Promised", where="keys")
        await counter.sees("o hub answer", where="case")
    with kept(demo_url) as desk:
        case = desk.customers.view(desk.lookup.find("AF0099000111US")[0].customer_id).case
        assert case is not None
        assert [each.title for each in case.steps] == ["Before they leave", "how to claim for a lost parcel"]
