"""B6: a senior attendant settled it; the case stands in her queue until she answers, and in its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.case_history import CaseEventKind
from deskui.domain.due.due_list import DueKind
from tests.ui.driving import NARROW, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.case import Case

REASON = "Wants the claim paid today."
ANSWER = "Paid, on my word."


def _case(desk: Desk) -> Case:
    hit = desk.lookup.find("1043")[0]
    assert hit.case_id is not None
    return desk.cases.case(hit.case_id)


async def test_a_named_supervisor_is_asked_answers_and_the_clerk_hears_of_it(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("1043", "Shari Caldwell")
        await counter.press("!")
        await counter.sees("Escalate case #1043", "Margaret Liu", "The reason")
        await counter.sees_not("Rosa Lindqvist", "Ben")
        await counter.press("ctrl+s")
        await counter.sees("Margaret Liu is not here", where="foot")
        await counter.press("ctrl+s")
        await counter.sees("The reason is empty", where="foot")
        await counter.type(REASON)
        await counter.save("Case #1043 waits for Margaret Liu")
        await counter.sees("Escalated to Margaret Liu by you", REASON, where="case")
        await counter.press("!")
        await counter.sees("Escalate case #1043")
        await counter.type("Again.")
        await counter.press("ctrl+s")
        await counter.sees("puts it before them all the same", where="foot")
        await counter.press("ctrl+s")
        await counter.sees("waits for Margaret Liu already", where="foot")

    async with at_the_counter(demo_url, home, size=NARROW, employee="Margaret Liu") as counter:
        counter.clock.tick(30)
        await counter.until(lambda: "waiting" in counter.read("status"), "the count in the first line")
        await counter.press("f2")
        await counter.sees("Escalated to you", "Missing parcel", where="due")
        while counter.app.screen.pane.chosen.case_number != 1043:  # type: ignore[attr-defined]
            await counter.press("j")
        await counter.press("x")
        await counter.sees("Answer for case #1043", REASON, "take it over", "hand it back")
        await counter.type(f"a\t{ANSWER}")
        await counter.save("Case #1043 is answered")

    with kept(demo_url) as desk:
        (news,) = [each for each in desk.due.mine() if each.kind is DueKind.NEWS]
        assert news.case_number == 1043
        told = [(each.kind, each.by, each.words) for each in desk.cases.history(_case(desk).id)]
        assert (CaseEventKind.ESCALATED, "Stephen Okafor", REASON) in told
        assert (CaseEventKind.ANSWERED, "Margaret Liu", ANSWER) in told

    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        counter.clock.tick(60)
        await counter.press("f2")
        await counter.sees("News", "Missing parcel", "Margaret", where="due")
        await counter.press("enter")
        await counter.until(lambda: counter.opened() != "", "somebody is open")


async def test_the_supervisor_takes_it_over_from_the_case_itself(demo_url: str, home: Path) -> None:
    with kept(demo_url) as desk:
        margaret = desk.escalations.supervisors()[0]
        desk.escalations.escalate(_case(desk).id, margaret.id, REASON)
    async with at_the_counter(demo_url, home, employee="Margaret Liu") as counter:
        counter.clock.tick(30)
        await counter.open("1043", "Shari Caldwell")
        await counter.sees("Escalated to you by Stephen Okafor", "Enter answers it", where="case")
        await counter.press("4", "home", "enter")
        await counter.sees("Answer for case #1043")
        await counter.save("Case #1043 is taken over; u takes it back")
        await counter.holds("owner you", "taken over by you", where="case")
        await counter.press("u")
        await counter.sees("Take back: case taken over")
        await counter.press("enter")
        await counter.sees("owner Paul", "Enter answers it", where="case")
