"""C10: one employee follows the case from start to end, or a thorough record does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.case_history import CaseEventKind
from tests.ui.driving import NARROW, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.ids import CaseId


def _case(desk: Desk) -> CaseId:
    case = desk.lookup.find("1043")[0].case_id
    assert case is not None
    return case


def handed_on(desk: Desk) -> None:
    ben = next(each.id for each in desk.shop.staff() if each.name == "Ben")
    desk.duty.hand_over(_case(desk), ben, "Hub rang.")


def closed(desk: Desk) -> None:
    desk.cases.close(desk.cases.case(_case(desk)), "It came.", unfinished="all was told")


async def test_who_watches_hears_what_became_of_it_and_the_record_tells_all_of_it(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("1043", "Shari Caldwell")
        await counter.press("V")
        await counter.sees("stands in your due list from now on", where="keys")
        await counter.sees("watched by Ada, you", where="case")
        await counter.elsewhere("Paul", handed_on)
        counter.clock.tick()
        await counter.elsewhere("Ben", closed)
        await counter.press("f2")
        await counter.sees("News", "Missing parcel", "Ben: closed: It came.", where="due")
        while counter.app.screen.pane.chosen.news is None:  # type: ignore[attr-defined]
            await counter.press("j")
        await counter.press("x")
        await counter.sees("News seen: Missing parcel", where="keys")
        await counter.sees_not("It came.", where="due")

    with kept(demo_url) as desk:
        told = desk.cases.history(_case(desk))
        assert [each.kind for each in told] == [
            CaseEventKind.OPENED,
            CaseEventKind.OPENED,
            CaseEventKind.CLOSED,
            CaseEventKind.HANDED,
            CaseEventKind.CLOSED,
        ]
        assert (told[3].by, told[3].words, told[4].by, told[4].words) == ("Paul", "Hub rang.", "Ben", "It came.")


async def test_a_case_taken_down_twice_is_made_one_and_its_number_still_finds_it(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("1043", "Shari Caldwell")
        await counter.press("o")
        await counter.sees("New case for Shari Caldwell")
        await counter.type("Parcel again\tpar")
        await counter.sees("kinds here: parcel")
        await counter.press("ctrl+n")
        await counter.type("\tAF-77\n")
        await counter.sees("Case opened", where="keys")
        number = await counter.ask(lambda desk: desk.cases.case(desk.lookup.find("AF-77")[0].case_id).number)  # type: ignore[arg-type]
        await counter.press("l")
        await counter.sees("What belongs to case", "Missing parcel", "still open")
        await counter.press("r")
        await counter.sees(f"Merge #{number} into #1043")
        await counter.press("j", "j", "enter")
        await counter.sees("4 Case #1043", "1/2", where="case")
        await counter.sees(f"Case #{number} is part of #1043 now; u takes it back", where="keys")
        await counter.press("q")
        await counter.open(str(number), "Shari Caldwell")
        await counter.sees("4 Case #1043", where="case")
        await counter.press("u", "enter")
        await counter.sees("Taken back: cases merged (Missing parcel)", where="keys")
        await counter.open(str(number), "Shari Caldwell")
        await counter.sees(f"4 Case #{number}", "open", where="case")


async def test_a_similar_case_of_before_is_read_and_opened(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("1043", "Shari Caldwell")
        await counter.press("y")
        await counter.sees("Cases like #1043", "Parcel to Osaka", "took 3 d", "It arrived; claim withdrawn.")
        await counter.press("enter")
        await counter.sees("Parcel to Osaka", "How it ended", "What happened", "opened")
        await counter.press("escape", "o")
        await counter.until(
            lambda: counter.opened() == "Wendell Ishikawa" or "nothing" in counter.screen().lower(), "him"
        )
