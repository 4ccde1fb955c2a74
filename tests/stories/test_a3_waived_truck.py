"""A3: after all that trouble the clerk waived the truck rental, within their own limit or with a supervisor's yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.demo.staff import SUPERVISOR
from deskui.domain.story.story import for_customer
from deskui.exchange.slips.text import slip_text
from deskui.exchange.stories.text import story_text
from deskui.store import models
from tests.ui.driving import NARROW, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.goodwill.goodwill import Goodwill

PIN = "581730"


def _given(desk: Desk) -> list[Goodwill]:
    """What Delia was given, newest first."""
    return list(desk.goodwill.of_customer(desk.lookup.find("1040")[0].customer_id))


async def test_within_the_limit_it_is_done_in_a_few_keys_and_what_i_may_do_stands_there_before(
    demo_url: str, home: Path
) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("1040", "Delia Montrose")
        await counter.holds("You may waive up to $40.00", "waived truck rental, $40.00", where="case")
        await counter.press("w")
        await counter.sees("Goodwill for Delia Montrose", "You may waive up to $40.00")
        await counter.type("19\ttruck rental\t1")
        await counter.sees("✓ within your limit", "we were late")
        await counter.save("Waived truck rental, $19.00; u takes it back")
        await counter.holds("waived truck rental, $19.00", "You may waive up to $21.00", where="case")
    with kept(demo_url) as desk:
        given = _given(desk)[0]
        assert (given.by, given.approved_by, given.concession.minor) == ("Stephen Okafor", "", 1900)
        assert given.case_number == 1040


async def test_over_the_limit_a_supervisor_approves_at_this_desk_and_the_clerk_stays(
    demo_url: str, home: Path
) -> None:
    with kept(demo_url, SUPERVISOR) as desk:
        margaret = next(each for each in desk.shop.staff() if each.name == SUPERVISOR)
        desk.signing.set_pin(margaret.id, PIN)
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("1040", "Delia Montrose")
        await counter.press("w")
        await counter.sees("Goodwill for Delia Montrose")
        await counter.type("85\tworktop delivery\tthird trip for nothing")
        await counter.sees("! over your limit of $40.00: a supervisor decides")
        await counter.press("ctrl+s")
        await counter.sees("Over your limit of $40.00: a supervisor decides", where="foot")
        await counter.press("tab", "right")
        await counter.sees("a supervisor decides here, by their PIN")
        await counter.type("\t\t111119")
        await counter.press("ctrl+s")
        await counter.sees("PIN", where="foot")
        assert "111119" not in counter.screen()
        await counter.press("ctrl+u")
        await counter.type(PIN)
        assert PIN not in counter.screen()
        await counter.save(f"Waived worktop delivery, $85.00, approved by {SUPERVISOR}")
        await counter.holds("third trip for nothing · you", f"approved by {SUPERVISOR}", where="case")
        await counter.sees("Stephen", where="status")
    with kept(demo_url) as desk:
        given = _given(desk)[0]
        assert (given.by, given.approved_by) == ("Stephen Okafor", SUPERVISOR)
        assert PIN not in repr([(each.before, each.after) for each in models.Change.select()])


async def test_or_it_goes_to_the_approvals_and_the_clerk_gets_the_answer(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("1043", "Shari Caldwell")
        await counter.press("w")
        await counter.type("85\tparcel and postage\tfour calls")
        await counter.sees("over your limit of $40.00", "Ctrl+N send it to Approvals")
        await counter.press("ctrl+n")
        await counter.sees("a supervisor decides in Approvals")
        await counter.save("Sent to Approvals; the answer comes to your due list")
        await counter.holds("waive fee, $85.00: parcel and postage", "you asked", where="case")
        await counter.press("Y")
        await counter.sees("/ filter   D take back   o open customer   Esc back")
        await counter.press("escape")

    async with at_the_counter(demo_url, home, size=NARROW, employee=SUPERVISOR) as counter:
        counter.clock.tick(30)
        await counter.press("f2")
        await counter.sees("For you to approve", "$85.00 parcel and", "Shari Caldwell", where="due")
        await counter.press("escape")
        await counter.open("1043", "Shari Caldwell")
        await counter.press("Y")
        await counter.sees("Approvals", "Waiting", "Delia Montrose", "four calls", "Enter answer   / filter")
        await counter.press("/")
        await counter.type("shari\n")
        await counter.press("enter")
        await counter.sees(
            "Answer Stephen Okafor", "Shari Caldwell, case #1043", "four calls", "Earlier: 1 concession"
        )
        await counter.press("tab", "ctrl+u")
        await counter.type("60\tthis much")
        await counter.save("Approved, and given")

    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        counter.clock.tick(60)
        await counter.press("f2")
        await counter.sees("Answers to you", "$60.00 of $85.00 approved", where="due")
        while getattr(counter.app.screen.pane.chosen.asked, "verdict", None) is None:  # type: ignore[attr-defined]
            await counter.press("j")
        await counter.press("enter")
        await counter.holds("✓ waive fee, $60.00 of $85.00: parcel and postage", "approved for less", where="case")
        await counter.press("escape", "x")
        await counter.sees("Answer seen", where="keys")
        await counter.sees_not("Answers to you", where="due")
        await counter.press("escape")
        await counter.open("1043", "Shari Caldwell")
        await counter.holds("waived parcel and postage, $60.00", f"approved by {SUPERVISOR}", where="case")


async def test_the_slip_and_the_customers_story_say_what_and_how_much_and_never_why(
    demo_url: str, home: Path
) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("1040", "Delia Montrose")
        await counter.press("w")
        await counter.type("19\tcoffee and a chair\tshe was furious")
        await counter.save("Waived coffee and a chair, $19.00")
    with kept(demo_url) as desk:
        case = desk.cases.numbered("1040")
        slip = slip_text(desk.slips.content(case))
        theirs = story_text(for_customer(desk.stories.of_case(case)))
        ours = story_text(desk.stories.of_case(case))
    for text in (slip, theirs):
        assert "waived truck rental, $40.00" in text
        assert "after all that trouble" not in text.replace("Waived the truck rental after all that trouble", "")
        assert "coffee and a chair" not in text, "it was not marked for the customer"
    for words in ("waived coffee and a chair, $19.00", "she was furious", "third trip for nothing"):
        assert words in " ".join(ours.split())


async def test_what_cannot_be_taken_back_by_a_key_is_not_said_to_be(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW, employee=SUPERVISOR) as counter:
        await counter.open("1040", "Delia Montrose")
        await counter.press("Y")
        await counter.sees("Approvals", "Waiting", "Enter answer")
        await counter.press("enter")
        await counter.sees("Answer Stephen Okafor")
        await counter.press("right", "tab", "tab")
        await counter.type("not this time")
        await counter.save("Refused; they can ask again")
        await counter.sees_not("takes it back")


async def test_an_approval_that_was_taken_back_promises_nobody_money(demo_url: str, home: Path) -> None:
    with kept(demo_url, SUPERVISOR) as desk:
        asked = next(each for each in desk.approvals.waiting() if each.customer == "Delia Montrose")
        desk.approvals.approve(asked.id)
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.open("1040", "Delia Montrose")
        await counter.press("u")
        await counter.sees("Take back: approval")
        await counter.press("enter")
        await counter.sees("Taken back: approval", where="keys")
        await counter.press("Y")
        await counter.sees("Waiting", "approved, then taken back by you", "waits for a supervisor until")
        await counter.press("escape")
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("1040", "Delia Montrose")
        await counter.holds("approved, then taken back by Margaret Liu", "waits for a supervisor", where="case")
        assert "approved by Margaret" not in counter.read("case")
        await counter.press("f2")
        await counter.sees("Answers to you", "taken back: $85.00 approved", where="due")
    with kept(demo_url, SUPERVISOR) as desk:
        again = next(each for each in desk.approvals.for_me() if each.customer == "Delia Montrose")
        assert (again.concession, again.at, again.expires_at) == (asked.concession, asked.at, asked.expires_at)
        desk.approvals.approve(again.id)


async def test_where_nobody_has_a_pin_none_is_asked_for_and_it_says_what_to_do(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("1040", "Delia Montrose")
        await counter.press("w")
        await counter.sees("Who decides", "Approvals")
        assert "a supervisor here" not in counter.screen()
        assert "PIN" not in counter.screen()
        await counter.type("85\tworktop delivery\tthird trip")
        await counter.sees("over your limit of $40.00")
        await counter.press("ctrl+s")
        await counter.sees("send it to Approvals, or have one sign in with F8", where="foot")


async def test_whose_pin_is_not_asked_where_it_goes_to_the_approvals_and_earlier_cases_are_called_so(
    demo_url: str, home: Path
) -> None:
    with kept(demo_url, SUPERVISOR) as desk:
        margaret = next(each for each in desk.shop.staff() if each.name == SUPERVISOR)
        desk.signing.set_pin(margaret.id, PIN)
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("1040", "Delia Montrose")
        await counter.press("w")
        await counter.sees("Who decides", "Decided before:", "Supervisor", "Their PIN")
        await counter.type("85\tworktop delivery\tthird trip")
        await counter.sees("Ctrl+N send it to Approvals")
        await counter.press("ctrl+n")
        await counter.sees_not("Their PIN")
        await counter.sees("Who decides", "Decided before:")
        assert "Supervisor" not in counter.screen()
        await counter.press("tab", "left")
        await counter.sees("Supervisor", "Their PIN")
