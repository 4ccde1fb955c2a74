"""Status, priority, watching and links by keys: what may not be is refused in a sentence, whoever was faster."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.case import CaseStatus, Priority, may_move
from deskui.ui.dialogs.cases.status import status_form
from tests.ui.driving import NARROW, at_the_counter, kept
from tests.ui.test_cases import case_of, opened_case

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk

WORKING = [each for each in CaseStatus if each is not CaseStatus.CLOSED]
FIRST = {CaseStatus.WAITING_CUSTOMER: "w", CaseStatus.WAITING_SUPPLIER: "w", CaseStatus.READY: "r"}


def put(desk: Desk, status: CaseStatus) -> None:
    case = case_of(desk)
    if status is CaseStatus.CLOSED:
        desk.cases.close(case, "Explained.", unfinished="no need")
    elif status is not case.status:
        desk.cases.set_status(case, status)


@pytest.mark.parametrize("status", list(CaseStatus), ids=str)
async def test_the_status_it_has_is_refused_and_only_legal_moves_are_offered(
    demo_url: str, home: Path, status: CaseStatus
) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await opened_case(counter)
        await counter.ask(lambda desk: put(desk, status))
        await counter.press("f5", "S")
        await counter.sees(f"is {status.value}", "Priority")
        view = await counter.ask(lambda desk: desk.customers.view(case_of(desk).customer_id))
        assert view.case is not None
        offered = {CaseStatus(value) for value, _ in status_form(view.case, view.customer, ()).fields[0].options}
        assert offered == {status} | {each for each in CaseStatus if may_move(status, each)}
        await counter.press("ctrl+s")
        await counter.sees(f"is {status.value} already; choose another status.", where="foot")


@pytest.mark.parametrize("status", FIRST, ids=str)
async def test_whoever_saves_again_over_a_closed_case_is_refused(
    demo_url: str, home: Path, status: CaseStatus
) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await opened_case(counter)
        await counter.press("S")
        await counter.sees("is open", "Priority")
        await counter.elsewhere(
            "Ada", lambda desk: desk.cases.close(case_of(desk), "Explained.", unfinished="no need")
        )
        keys = ["w", "w"] if status is CaseStatus.WAITING_SUPPLIER else [FIRST[status]]
        await counter.press(*keys, "ctrl+s")
        await counter.sees("Somebody else changed this meanwhile.", where="foot")
        await counter.press("ctrl+s")
        await counter.sees(f"is closed and cannot become {status.value}; open it again first.", where="foot")
    with kept(demo_url) as desk:
        assert case_of(desk).status is CaseStatus.CLOSED


async def test_it_is_opened_again_with_a_reason_and_says_how_it_had_ended(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await opened_case(counter)
        await counter.ask(lambda desk: put(desk, CaseStatus.CLOSED))
        await counter.press("f5", "S")
        await counter.sees("is closed", "Reason")
        await counter.press("o", "ctrl+s")
        await counter.sees("The reason is empty; type it first.", where="foot")
        await counter.type("It leaks.")
        await counter.save("is open again; u takes it back")
        await counter.press("4")
        await counter.sees("open · owner you", "Opened again", "It leaks.", "had ended: Explained.", where="case")


async def test_priority_stands_in_the_title_and_before_the_status(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await opened_case(counter)
        await counter.press("S")
        await counter.sees("is open", "Priority")
        await counter.press("tab", "u")
        await counter.save("is open, urgent priority")
        await counter.press("4")
        await counter.sees("· urgent", "urgent · open · owner you", where="case")
    with kept(demo_url) as desk:
        assert case_of(desk).priority is Priority.URGENT


async def test_linked_cases_lead_to_each_other_across_customers(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await opened_case(counter)
        await counter.press("l")
        await counter.sees("What belongs to case #")
        await counter.press("n")
        await counter.sees("Another case for #")
        await counter.type("99999\n\n")
        await counter.sees("There is no case #99999")
        await counter.press("ctrl+u")
        await counter.type("1043")
        await counter.press("ctrl+s")
        await counter.sees("#1043", "Missing parcel", "Shari Caldwell", "related", where="choices")
        await counter.press("escape", "4", "end")
        await counter.sees("Missing parcel", where="case")
        while counter.app.screen.pane.panel("case").key[0] != "linked":  # type: ignore[attr-defined]
            await counter.press("k")
        await counter.press("enter")
        await counter.until(lambda: "Shari" in counter.screen(), "Shari is shown")


async def test_a_link_is_taken_away_and_back(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("1043", "Shari Caldwell")
        await counter.holds("Belongs together", "Parcel not at her door", "merged 19 Nov", where="case")
        await counter.press("l")
        await counter.sees("Part of this case", where="choices")
        await counter.press("D")
        await counter.sees("is a case of its own again", where="keys")
        await counter.sees_not("Part of this case", where="choices")
