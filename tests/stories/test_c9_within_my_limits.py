"""C9: front-line staff take most decisions themselves, within limits that a supervisor sets."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

from deskui.demo.staff import ACTING, SUPERVISOR
from deskui.desk.opening import open_desk
from deskui.domain.goodwill.goodwill import GoodwillKind, GoodwillTyped
from tests.conftest import NOW
from tests.ui.driving import NARROW, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_supervisor_raises_the_limit_and_the_clerk_decides_alone(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW, employee=SUPERVISOR) as counter:
        await counter.open("1043", "Shari Caldwell")
        await counter.press("L")
        await counter.sees("Limits: what each may decide alone", "clerks", "$40.00 each act")
        await counter.press("end")
        await counter.sees("supervisors", "n new   v versions")
        await counter.press("home")
        await counter.sees("Enter change   n new   v versions")
        await counter.press("enter")
        await counter.sees("Limit: clerks", "Every bound that is set has to hold")
        await counter.press("ctrl+u")
        await counter.type("90")
        await counter.save("Limit set")
        await counter.sees("$90.00 each act", "set by you")
        await counter.press("v")
        await counter.sees("$40.00 each act", "$90.00 each act")
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("1043", "Shari Caldwell")
        await counter.holds("You may waive up to $85.00; $85.00 left this week.", where="case")
        await counter.press("w")
        await counter.type("85\tparcel\tfour calls")
        await counter.save("Waived parcel, $85.00")
        await counter.holds("Nothing is left for you to waive this week: a supervisor decides.", where="case")


async def test_a_clerk_sees_the_limits_and_sets_none(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("1043", "Shari Caldwell")
        await counter.press("L")
        await counter.sees("clerks", "supervisors", "$400.00 each act", "v versions")
        await counter.sees_not("Enter change", where="keys")
        await counter.sees_not("n new", where="keys")
        await counter.press("home", "enter")
        await counter.sees("Limits are set by a supervisor.")
        await counter.press("n")
        await counter.sees("Limits are set by a supervisor.")


async def test_what_is_typed_over_the_limit_is_never_lost(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("1043", "Shari Caldwell")
        await counter.press("w")
        await counter.type("500\tparcel\tall those calls")
        await counter.press("ctrl+s")
        await counter.sees("Over your limit of $40.00", where="foot")
        await counter.press("escape", "w")
        await counter.sees("500", "all those calls", "What you had typed is back")
    with kept(demo_url) as desk:
        given = desk.goodwill.of_customer(desk.lookup.find("1043")[0].customer_id)
        assert "all those calls" not in {each.concession.reason for each in given}


async def test_what_was_given_is_taken_back_by_u_and_the_limit_has_it_again(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("1043", "Shari Caldwell")
        await counter.press("w")
        await counter.type("40\tparcel\tfour calls")
        await counter.save("Waived parcel, $40.00")
        await counter.press("u")
        await counter.sees("Take back: goodwill (", "$")
        await counter.press("enter")
        await counter.holds("You may waive up to $40.00; $85.00 left this week.", "taken back by you", where="case")


async def test_a_supervisor_takes_back_what_a_clerk_gave_the_week_before(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW, employee=SUPERVISOR) as counter:
        await counter.open("1040", "Delia Montrose")
        await counter.press("4", "end")
        while "goodwill" not in str(counter.app.screen.row):  # type: ignore[attr-defined]
            await counter.press("k")
        await counter.press("enter")
        await counter.sees("Goodwill for Delia Montrose", "waived truck rental, $40.00")
        await counter.press("home", "D")
        await counter.sees("Take goodwill back", "Delia Montrose", "waived truck rental, $40.00", "The reason")
        await counter.type("the truck was paid after all")
        await counter.save("Taken back")
        await counter.sees("taken back by you")
        await counter.press("D")
        await counter.sees(f"{SUPERVISOR} has taken that back already.")
        assert "The reason" not in counter.screen()


async def test_a_request_with_the_year_wrong_is_taken_back_by_a_supervisor_and_the_limit_goes_on(
    demo_url: str, home: Path
) -> None:
    with closing(open_desk(demo_url, employee=ACTING, clock=lambda: NOW + timedelta(days=365))) as desk:
        whom = desk.lookup.find("1040")[0].customer_id
        desk.approvals.ask(whom, GoodwillTyped(GoodwillKind.CREDIT, "one year early", "500"))
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("1043", "Shari Caldwell")
        await counter.press("w")
        await counter.type("19\tparcel\tfour calls")
        await counter.press("ctrl+s")
        await counter.sees("a request for Delia Montrose is dated", "a supervisor takes that back", where="foot")
    async with at_the_counter(demo_url, home, size=NARROW, employee=SUPERVISOR) as counter:
        await counter.open("1040", "Delia Montrose")
        await counter.press("Y", "/")
        await counter.type("year early\n")
        await counter.sees("one year early", "D take back")
        await counter.press("D")
        await counter.sees("What Stephen Okafor asked for Delia Montrose is not asked for any")
        await counter.press("enter")
        await counter.sees("Taken back")
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("1043", "Shari Caldwell")
        await counter.press("w", "ctrl+s")
        await counter.sees("Waived parcel, $19.00")
