"""Who somebody is: new customers, their profile, and the ways to reach them, all by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import postgres
from tests.ui.driving import NARROW, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.pages import CustomerView


def view_of(desk: Desk, typed: str) -> CustomerView:
    return desk.customers.view(desk.lookup.find(typed)[0].customer_id)


async def test_nobody_found_and_enter_adds_them(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.find("quentin zabriskie")
        await counter.sees("Nobody found for quentin zabriskie", "adds them as a new customer")
        await counter.press("enter")
        await counter.sees("New customer", "Quentin Zabriskie")
        await counter.type("303 555 0199")
        await counter.sees("(303) 555-0199")
        await counter.save("Customer added")
        await counter.sees("Quentin Zabriskie", "303 555 0199", where="header")
        await counter.find("0199")
        await counter.sees("Quentin Zabriskie", where="results")
    with kept(demo_url) as desk:
        view = view_of(desk, "zabriskie")
        assert (view.customer.given_name, view.customer.family_name) == ("Quentin", "Zabriskie")
        assert [(each.value, each.preferred) for each in view.known.points] == [("303 555 0199", True)]


@pytest.mark.parametrize(
    ("typed", "field"),
    [("970 555 0111", "phone"), ("quentin@zabriskie.example.net", "email"), ("Quentin Zabriskie", "name")],
)
async def test_what_was_typed_is_already_filled_in(demo_url: str, home: Path, typed: str, field: str) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.find(typed)
        await counter.sees("Nobody found for")
        await counter.press("enter")
        await counter.sees("New customer")
        values = counter.app.screen.values()
        assert values[field] == typed
        assert not any(value for name, value in values.items() if name != field)


async def test_those_who_look_alike_are_offered_first(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.find("303 555 0131")
        await counter.until(lambda: counter.app.screen.find.hits, "somebody is found")
        await counter.press("ctrl+p")
        await counter.type("add a customer")
        await counter.sees("Add a customer")
        await counter.press("enter")
        await counter.sees("New customer", "who look alike", "John Smith", "C-1051")
        await counter.press("escape")
        await counter.sees("John Smith", where="results")


async def test_an_empty_name_is_refused_and_nobody_is_added(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.find("970 555 0111")
        await counter.press("enter")
        await counter.sees("New customer")
        await counter.press("ctrl+s")
        await counter.sees("Name is empty; type it first.", where="foot")
    with kept(demo_url) as desk:
        assert desk.lookup.find("9705550111") == []


async def test_editing_the_profile_changes_only_what_was_typed(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.press("E")
        await counter.sees("Profile of Opal Freeman")
        await counter.type("\t\t\tFreeman & Cousins")
        await counter.save("Profile saved")
        await counter.sees("Freeman & Cousins", where="header")
        await counter.find("freeman & cousins")
        await counter.sees("Opal Freeman", where="results")
    with kept(demo_url) as desk:
        who = view_of(desk, "opal").customer
        assert (who.company, who.tier, who.version) == ("Freeman & Cousins", "SILVER", 2)


async def test_an_impossible_day_is_refused_in_the_profile(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.press("E")
        await counter.sees("Profile of Opal Freeman")
        await counter.type("\t\t\t\t\t\t2026-02-30")
        await counter.press("ctrl+s")
        await counter.sees("There is no 30 Feb 2026; correct the date.", where="foot")


async def test_contact_points_are_added_changed_and_taken_away(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.press("A", "a")
        await counter.sees("New contact point of Opal Freeman")
        await counter.type("303 555 0188\twork\ty\tmornings")
        await counter.save("Contact point saved; u takes it back")
        await counter.sees("303 555 0188", "preferred", where="choices")

        await counter.press("home", "enter")
        await counter.sees("Contact point of Opal Freeman")
        await counter.press("ctrl+u")
        await counter.type("303 555 0189")
        await counter.save("Contact point saved")
        await counter.sees("303 555 0189", where="choices")

        await counter.press("D")
        await counter.sees("Contact point taken away; u brings it back", where="keys")
        await counter.sees_not("303 555 0189")
        await counter.press("u")
        await counter.sees("Take back: contact point removed on Opal Freeman")
        await counter.press("enter")
        await counter.sees("303 555 0189", where="choices")
        await counter.press("home", "D")
        await counter.sees_not("303 555 0189")
        await counter.press("escape")
        await counter.sees("303-555-0158", where="header")
    with kept(demo_url) as desk:
        assert [each.value for each in view_of(desk, "opal").known.points] == [
            "303-555-0158",
            "opal.freeman@example.com",
        ]
        assert desk.lookup.find("5550189") == []


async def test_only_one_contact_point_is_the_preferred_one(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.press("A", "a")
        await counter.sees("New contact point of Opal Freeman")
        await counter.type("303 555 0188\t\ty")
        await counter.save("Contact point saved")
    with kept(demo_url) as desk:
        preferred = [each.value for each in view_of(desk, "opal").known.points if each.preferred]
        assert preferred == ["303 555 0188"]


async def test_columns_that_an_import_kept_aside_are_shown_above_the_profile(demo_url: str, home: Path) -> None:
    with postgres.plain(demo_url) as database:
        aside = '{"Badge": "[red]7", "Shoe size": "39"}'
        database.execute(f"UPDATE customer SET custom = '{aside}' WHERE name = 'Shari Caldwell'")
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("E")
        await counter.sees("From the import: Badge: [red]7 · Shoe size: 39")
