"""D3: she gave the store manager's name, her own name and her number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.driving import Counter


async def _directory(counter: Counter) -> None:
    await counter.press("f6")
    await counter.sees("Rosa Lindqvist", "Tomasz Wróbel", where="choices")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lindq", "Rosa Lindqvist"),
        ("superv", "Margaret Liu"),
        ("manager", "Margaret Liu"),
        ("spanish", "Ada"),
        ("hudson", "Tomasz Wróbel"),
        ("wrobel", "Tomasz Wróbel"),
        ("4403", "Stephen Okafor"),
    ],
)
async def test_somebody_is_found_by_name_role_skill_or_firm(demo_url: str, home: Path, typed: str, name: str) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await _directory(counter)
        await counter.press("slash")
        await counter.type(typed)
        await counter.until(lambda: counter.read("details").startswith(name), f"the cursor is on {name}")
        people = [each.key for each in counter.app.screen.list.items if each.key is not None]
        assert len(people) == 1


async def test_a_branch_finds_all_of_it_and_esc_shows_everybody_again(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await _directory(counter)
        await counter.press("slash")
        await counter.type("denver clerk")
        await counter.sees("Ada", "Ben", "Paul", "Stephen Okafor", where="choices")
        await counter.sees_not("Rosa", "Tomasz", "Desk hours", where="choices")
        await counter.press("down", "enter")
        assert counter.read("details").startswith("Ben")
        await counter.press("x")
        await counter.sees("Ben is here, on until 17:00", where="keys")
        await counter.press("escape")
        await counter.sees("Rosa Lindqvist", "Desk hours", where="choices")
        await counter.press("slash")
        await counter.type("zzz")
        await counter.sees("Nobody fits zzz; less of it finds more.", where="choices")
        await counter.press("escape", "escape")
        await counter.sees("Recently opened")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_whoever_the_cursor_is_on_stands_below_with_numbers_hours_and_deputy(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await _directory(counter)
        await counter.press("k")
        await counter.sees("Rosa Lindqvist expediter, Denver x4417 · 303-555-0117", where="details")
        await counter.sees("opens Mon 07:00 Mon-Fri 7-15", "deputy Paul, x4401", where="details")
        await counter.press("end")
        await counter.sees("expediter, Hudson Cabinets x212 · 212-555-0144", where="details")
        await counter.sees("opens Mon 06:00 our time Mon-Fri 8-12 13-17 New York time", where="details")


async def test_a_contact_at_another_firm_is_added_edited_and_removed(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await _directory(counter)
        await counter.press("n")
        await counter.sees("New colleague, or contact at another firm")
        await counter.type("Wanda Kroll\te\t77\t\t\tAlder Freight\t\ttrucks\tmon-fri 7-3\tnew york\t\tRosa Lindqvist")
        await counter.sees("Mon-Fri 07:00-03:00 next day")
        await counter.save("Wanda Kroll is in the directory; u takes it back")
        await counter.sees("Wanda Kroll", "Alder Freight", where="choices")
        await counter.press("end")
        await counter.sees("Wanda Kroll expediter, Alder Freight x77", where="details")
        await counter.press("e")
        await counter.sees("Wanda Kroll in the directory", "● expediter", "Rosa Lindqvist")
        await counter.type(" Jr.\tc")
        await counter.save("Wanda Kroll saved; u takes it back")
        await counter.sees("Wanda Kroll Jr. contact, Alder Freight", where="details")
        await counter.press("D")
        await counter.sees("Wanda Kroll Jr. removed; u brings them back", where="keys")
        await counter.sees_not("Wanda", where="choices")
        await counter.press("end", "D")
        await counter.sees("Tomasz Wróbel is whom we call about case #1040", where="keys")
        await counter.press("k", "D")
        await counter.sees("Stephen Okafor is of our own staff, who stay on the list", where="keys")
    with kept(demo_url) as desk:
        assert "Wanda Kroll Jr." not in [each.employee.name for each in desk.directory.everybody()]


async def test_people_of_other_firms_are_in_no_choice_of_who_does_it(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("po 5120", "Delia Montrose")
        for key, words in (("a", "Hand over case"), ("E", "Asks for")):
            await counter.press(key)
            await counter.sees(words)
            options = repr([field.options for field in counter.app.screen.spec.fields])
            assert "Rosa Lindqvist" in options
            assert "Tomasz" not in options
            await counter.press("escape")
        await counter.press("f2", "3")
        await counter.sees("Whose list", "Rosa Lindqvist")
        await counter.sees_not("Tomasz", where="choices")


async def test_my_card_and_the_managers_are_there_to_be_given(demo_url: str) -> None:
    with kept(demo_url) as desk:
        me, manager = desk.session.employee, desk.directory.manager()
        assert me is not None
        assert manager is not None
        assert desk.directory.card(me) == (
            "Stephen Okafor",
            "clerk, Alder & Finch, Denver",
            "x4403 · stephen@alder-finch.example.com",
        )
        assert desk.directory.card(manager) == (
            "Margaret Liu",
            "manager, Alder & Finch, Denver",
            "x4400 · 303-555-0100 · margaret@alder-finch.example.com",
        )
