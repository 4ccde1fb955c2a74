"""The lookup by keys: typed, scanned, steered and emptied."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from deskui.demo.everybody import EVERYBODY
from deskui.store import models
from deskui.store.reads.paging import PAGE
from tests.ui.driving import NARROW, NORMAL, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("many", [60, pytest.param(200, marks=pytest.mark.long)])
async def test_scanned_codes_each_open_the_right_customer(demo_url: str, home: Path, many: int) -> None:
    codes = [
        (number, who.name)
        for who in EVERYBODY
        for number in (*(bought.number for bought in who.bought), *([who.loyalty] if who.loyalty else []))
        if not number.startswith("#")
    ]
    scans = random.Random(7).choices(codes, k=many)
    opened: list[str] = []
    async with at_the_counter(demo_url, home, size=NORMAL) as counter:
        desk = counter.app.screen
        load = desk.open_customer

        def noted(customer_id: int, *rest: object, **more: object) -> None:
            opened.append(
                next((hit.name for hit in desk.find.hits if hit.customer_id == customer_id), "somebody else")
            )
            load(customer_id, *rest, **more)  # type: ignore[arg-type]

        desk.open_customer = noted
        for start in range(0, many, 20):
            await counter.type("".join(f"/{code}\n" for code, _ in scans[start : start + 20]))
            await counter.until(lambda want=start + 20: len(opened) == want, f"{start + 20} scans")
        await counter.until(lambda: counter.opened() == scans[-1][1], "the last one is open")
    assert opened == [name for _, name in scans]


@pytest.mark.parametrize("enter", ["enter", "ctrl+j"])
async def test_both_enter_keys_open(demo_url: str, home: Path, enter: str) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.type("wendell")
        await counter.press(enter)
        await counter.sees("Wendell Ishikawa", where="header")
        await counter.press("3", enter)
        await counter.sees("Change a note on Wendell Ishikawa")


@pytest.mark.parametrize("size", [NARROW, NORMAL, WIDE])
async def test_every_letter_narrows_the_list(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.type("s")
        await counter.sees("found", where="results")
        await counter.type("hari")
        await counter.sees("1 found", "Shari Caldwell", where="results")
        await counter.press("backspace", "backspace", "backspace", "backspace", "backspace")
        await counter.sees("Recently opened", where="results")


async def test_arrows_steer_the_list_from_the_box(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.type("smith")
        await counter.sees("John Smith", where="results")
        names = [hit.name for hit in counter.app.screen.find.hits]
        await counter.press("down")
        await counter.sees(names[1], where="preview")
        await counter.press("enter")
        await counter.sees(names[1], where="header")


async def test_a_misspelt_name_is_found_and_marked(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.find("ishikava")
        await counter.sees("Wendell Ishikawa", "similar name", where="results")


async def test_esc_keeps_what_was_typed_and_goes_back(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.find("shari")
        await counter.press("escape")
        await counter.sees("Opal Freeman", where="header")
        assert counter.app.screen.query_one("#lookup").value == "shari"


async def test_an_opened_customer_is_recent_from_then_on(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("lucius", "Lucius Byrd")
        await counter.press("slash", "ctrl+u")
        await counter.until(lambda: counter.read("results").startswith("╭─ Recently opened"), "the recent ones")
        await counter.until(lambda: counter.app.screen.find.hits[0].name == "Lucius Byrd", "Lucius is first")


async def test_the_first_start_asks_three_questions(url: str, home: Path) -> None:
    async with at_the_counter(url, home, size=NARROW, employee="", ready=False) as counter:
        await counter.sees("Welcome. Shop and name, and the desk is yours.")
        await counter.press("ctrl+s")
        await counter.sees("The shop's name is empty; type it first.", where="foot")
        await counter.type("Corner Shop\tWindow\tKim Novak")
        await counter.press("ctrl+s")
        await counter.sees("No customers yet.", "deskui import customers.csv", "deskui demo")
        await counter.sees("Window", "Kim Novak, administrator", where="status")
        await counter.find("first customer")
        await counter.press("enter")
        await counter.sees("New customer", "First Customer")
        await counter.save("Customer added")
    with kept(url, "Kim Novak") as desk:
        assert desk.session.shop == "Corner Shop"
        assert desk.lookup.find("first")[0].name == "First Customer"


async def test_leaving_the_first_questions_leaves_the_app(url: str, home: Path) -> None:
    async with at_the_counter(url, home, employee="", ready=False) as counter:
        await counter.sees("Welcome.")
        await counter.press("escape")
        await counter.until(lambda: counter.app._exit, "the app is left")


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (40, 10), (300, 90)])
async def test_no_size_of_the_terminal_breaks_it(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.type("shari")
        await counter.press("enter")
        await counter.until(lambda: counter.opened() == "Shari Caldwell", "Shari is open")
        await counter.press("1", "2", "3", "4", "question_mark", "escape", "n", "escape")
        await counter.pilot.resize_terminal(80, 24)
        await counter.sees("Shari Caldwell", where="header")


@pytest.mark.parametrize("keys", [("P",), ("y",), ("l",), ("W",), ("c", "tab")])
async def test_a_scan_over_a_dialog_opens_the_customer_of_the_code(
    demo_url: str, home: Path, keys: tuple[str, ...]
) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        before = len(counter.app.screen_stack)
        await counter.press(*keys)
        await counter.until(lambda: len(counter.app.screen_stack) > before, "the dialog")
        await counter.type("/R-86077\n")
        await counter.sees("Delia Montrose", where="header")


@pytest.mark.parametrize("size", [NARROW, WIDE])
@pytest.mark.parametrize("typed", ["R-86980", "po 5061", "#20290", "87111", "SN-SW9-11870"])
async def test_an_order_that_is_looked_for_has_the_cursor_in_the_history(
    demo_url: str, home: Path, size: tuple[int, int], typed: str
) -> None:
    with kept(demo_url) as desk:
        hit = desk.lookup.find(typed)[0]
    assert (hit.order_id is not None, hit.case_id) == (True, None)
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open(typed, hit.name)
        desk_screen = counter.app.screen
        assert desk_screen.row == ("order", hit.order_id)
        await counter.sees(hit.text.split()[-1], where="history")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_an_order_far_down_is_read_on_to(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    with kept(demo_url) as desk, desk.store.transaction():
        found = desk.lookup.find("R-86980")[0]
        old = models.Order.get_by_id(found.order_id).__data__
        models.Order.insert_many(
            old | {"id": 900_000 + at, "number": f"X-{at}", "placed_at": old["placed_at"] + timedelta(hours=at + 1)}
            for at in range(PAGE + 20)
        ).execute()
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("R-86980", found.name)
        await counter.sees("R-86980", where="history")
        await counter.until(lambda: counter.app.screen.row == ("order", found.order_id), "the cursor is on it")
        await counter.press("f5")
        await counter.at_rest()
        assert counter.app.screen.row == ("order", found.order_id)
