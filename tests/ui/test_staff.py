"""Who is on duty: here and away, hours as people type them, and work that goes from one to another."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from deskui.demo.staff import SUPERVISOR
from deskui.desk.opening import open_desk
from deskui.domain.working_hours.words import hours_words
from deskui.store.writes import recount
from tests.conftest import NOW
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from deskui.domain.staff import Employee
    from tests.ui.driving import Counter


async def staff_list(counter: Counter) -> None:
    await counter.press("f6")
    await counter.sees("Desk hours: open now, closes 17:00", "Rosa Lindqvist", where="choices")


async def point_at(counter: Counter, name: str) -> None:
    await counter.press("home")
    for _ in range(12):
        row = counter.app.screen.list.key
        who = next((duty.employee.name for duty, _ in counter.app.screen.shown.staff
                    if ("employee", duty.employee.id) == row), "")  # fmt: skip
        if who == name:
            return
        await counter.press("j")
    raise AssertionError(f"{name} is not in the list\n{counter.screen()}")


def person(desk: Desk, name: str) -> Employee:
    return next(each for each in desk.shop.staff() if each.name == name)


def case_of(desk: Desk, typed: str) -> Case:
    case = desk.customers.view(desk.lookup.find(typed)[0].customer_id).case
    assert case is not None
    return case


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_everybody_is_there_with_duty_and_load_and_the_cursor_is_on_me(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await staff_list(counter)
        for name, words in (("Paul", "on until 17:00"), ("Rosa Lindqvist", "back Mon 07:00"), ("Ben", "away")):
            assert words in counter.line_of(f" {name} ")
        me = await counter.ask(lambda desk: person(desk, "Stephen Okafor").id)
        assert counter.app.screen.list.key == ("employee", me)
        load = (await counter.ask(lambda desk: desk.duty.loads()))[me]
        assert load.cases
        shown = [load.cases, load.promises + load.follow_ups]
        if size == WIDE:
            shown = [load.cases, load.promises, load.follow_ups]
        mine = counter.line_of("Stephen Okafor   you", where="choices")
        assert [int(word) for word in mine.split("17:00")[1].split() if word.isdigit()] == shown


async def test_enter_opens_who_the_cursor_is_on_and_says_nothing_about_them(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await staff_list(counter)
        await counter.sees("Enter open", "x here / away", where="keys")
        await counter.press("enter")
        await counter.sees("Stephen Okafor in the directory", "4403")
        await counter.press("escape", "home", "enter")
        await counter.sees("Desk hours", "mon-sat 9-18, sun 10-17", "61 h a week")
        await counter.press("escape")
        await counter.sees("on until 17:00", where="choices")
    with kept(demo_url) as desk:
        assert person(desk, "Stephen Okafor").present


async def test_here_or_away_is_taken_back_by_undo(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await staff_list(counter)
        await point_at(counter, "Paul")
        await counter.press("x")
        await counter.sees("Paul is away from now on; u takes it back", where="keys")
        await counter.until(lambda: "away" in counter.line_of("Paul ", where="choices"), "the row says so")
        await counter.press("u")
        await counter.sees("Take back: here or away (Paul)")
        await counter.press("enter")
        await counter.until(lambda: "on until 17:00" in counter.line_of("Paul ", where="choices"), "he is back")


async def test_one_key_says_away_and_the_same_key_says_here(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await staff_list(counter)
        await counter.press("x")
        await counter.sees("✓ Stephen Okafor is away from now on", where="keys")
        await counter.until(lambda: "away" in counter.line_of(" Stephen Okafor  "), "the row says so")
        await counter.press("x")
        await counter.sees("✓ Stephen Okafor is here, on until 17:00", where="keys")
        await point_at(counter, "Rosa Lindqvist")
        await counter.press("x")
        await counter.sees("Rosa Lindqvist is away from now on", where="keys")
        await counter.press("x")
        await counter.sees("Rosa Lindqvist is not away any more, back Mon 07:00", where="keys")
    with kept(demo_url) as desk:
        assert person(desk, "Stephen Okafor").present


async def test_the_row_of_the_desk_is_no_person(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await staff_list(counter)
        await counter.press("home", "x")
        await counter.sees("The desk is open by its hours; h changes them.", where="keys")
        await counter.press("a")
        await counter.sees("Put the cursor on a colleague first", where="keys")


@pytest.mark.usefixtures("impatient")
async def test_what_somebody_else_writes_is_seen_while_the_list_is_open(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await staff_list(counter)
        await counter.ask(lambda desk: desk.duty.switch(person(desk, "Paul"), False))
        await counter.until(lambda: "away" in counter.line_of("Paul ", where="choices"), "Paul is away")


async def test_hours_of_a_colleague_are_read_back_while_they_are_typed(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await staff_list(counter)
        await point_at(counter, "Rosa Lindqvist")
        await counter.press("h")
        await counter.sees("Hours of Rosa Lindqvist", "mon-fri 7-15", "40 h a week · back Mon 07:00")
        await counter.press("ctrl+u")
        await counter.sees("whenever the desk is open · on until 17:00")
        await counter.type("mon-thu 8-12 13")
        await counter.sees("'13' is not understood; write mon-fri 9-18")
        await counter.type("-17, sun 8-14")
        await counter.sees("Mon-Thu 08:00-12:00 13:00-17:00, Sun 08:00-14:00", "38 h a week · on until 14:00")
        await counter.press("enter")
        await counter.sees("✓ Hours of Rosa Lindqvist saved", where="keys")
        await counter.until(lambda: "on until 14:00" in counter.line_of(" Rosa "), "the row says so")
        await counter.press("h")
        await counter.sees("Hours of Rosa Lindqvist")
        await counter.press("ctrl+u", "enter")
        await counter.until(lambda: "on until 17:00" in counter.line_of(" Rosa "), "as the desk again")
    with kept(demo_url) as desk:
        assert person(desk, "Rosa Lindqvist").hours == ""


async def test_a_night_that_nobody_works_is_asked_about_once(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await staff_list(counter)
        await counter.press("h")
        await counter.sees("Hours of Stephen Okafor")
        await counter.type("mon-fri 9-5")
        await counter.press("enter")
        await counter.sees("That is mon 09:00 to 05:00 of the next day, 20 h; 5 in the evening is 17.", where="foot")
        await counter.press("enter")
        await counter.sees("Hours of Stephen Okafor saved", where="keys")


async def test_hours_that_are_not_understood_are_refused_and_kept_in_the_form(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await staff_list(counter)
        await counter.press("h")
        await counter.sees("Hours of Stephen Okafor")
        await counter.type("mon-fri")
        await counter.press("enter")
        await counter.sees("Say the hours of mon too, such as mon 9-18, or mon closed.", where="hint-hours")
        assert counter.app.screen.values() == {"hours": "mon-fri"}


async def test_hours_that_somebody_else_changed_are_shown_in_words(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await staff_list(counter)
        await point_at(counter, "Paul")
        await counter.press("h")
        await counter.sees("Hours of Paul")
        await counter.press("ctrl+u")
        await counter.type("mon-fri 9-18")

        def night(desk: Desk) -> object:
            from deskui.domain.working_hours.typed import week_typed

            return desk.duty.set_hours_of(person(desk, "Paul"), week_typed("22-6"))

        await counter.ask(night)
        await counter.press("enter")
        await counter.sees("Somebody else changed this meanwhile", "Hours: 22-6", where="foot")
        await counter.press("enter")
        await counter.sees("Hours of Paul saved", where="keys")


async def test_desk_hours_and_holidays_are_set_and_all_promises_counted_anew_meanwhile(
    demo_url: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recount, "STEP", 3)
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=NARROW) as counter:
        await staff_list(counter)
        await counter.press("home", "h")
        await counter.sees("Desk hours", "mon-sat 9-18, sun 10-17", "61 h a week · open now, closes 17:00")
        await counter.press("ctrl+u")
        await counter.type("mon-fri 8-18, sun 9-14\t25 dec, 2027-01-01")
        await counter.sees("55 h a week · open now, closes 14:00", "Fri 25 Dec, Fri 1 Jan 2027")
        await counter.save("Desk hours saved; advice is counted anew")
        await counter.sees("Desk hours: open now, closes 14:00", "Counting all promises anew", where="choices")
        await counter.sees("on until 14:00", where="choices")
        await counter.press("j", "x")
        await counter.sees("Ada is away from now on", where="keys")
        await counter.press("escape")
        await counter.open("shari", "Shari Caldwell")
        await counter.until(lambda: not counter.app.chores.recounting._under_way, "all is counted")
        assert await counter.ask(lambda desk: desk.duty.roster().recounted) == 100
    with kept(demo_url) as desk:
        hours = desk.duty.roster().hours
        assert hours_words(hours.week) == "mon-fri 8-18, sun 9-14"
        assert hours.holidays == {date(2026, 12, 25), date(2027, 1, 1)}


async def test_what_was_not_counted_when_the_program_ended_is_counted_at_the_next_start(
    demo_url: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recount, "STEP", 3)
    with kept(demo_url, SUPERVISOR) as desk:
        roster = desk.duty.roster()
        desk.duty.set_hours(roster.hours.week[::-1], version=roster.version)
        assert desk.duty.roster().recounted < 100
    async with at_the_counter(demo_url, home) as counter:
        await counter.until(lambda: not counter.app.chores.recounting._under_way, "all is counted")
        assert await counter.ask(lambda desk: desk.duty.roster().recounted) == 100


async def test_all_of_a_colleague_is_handed_over_and_taken_back(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await staff_list(counter)
        paul = await counter.ask(lambda desk: person(desk, "Paul").id)
        before = (await counter.ask(lambda desk: desk.duty.loads()))[paul]
        assert before.cases > 1
        await point_at(counter, "Paul")
        await counter.press("a")
        await counter.sees("Hand over all of Paul's work", f"{before.cases} open cases", "Ada, on until 17:00")
        await counter.type("a\tOn leave until Monday.")
        await counter.save(f"{before.cases} cases handed over, and the follow-ups; u takes it back")
        await counter.until(
            lambda: counter.line_of("Paul ", where="choices").split("17:00")[1].split()[0] == "·", "no case is his"
        )
        waiting = await counter.elsewhere("Ada", lambda desk: desk.duty.waiting())
        assert {each.note for each in waiting if each.giver == "Paul"} >= {"On leave until Monday."}
        await counter.press("a")
        await counter.sees("Paul has no open case and no follow-up to hand over.", where="keys")
        await counter.press("u")
        await counter.sees("Take back: cases handed over")
        await counter.press("enter")
        await counter.until(
            lambda: f" {before.cases} " in counter.line_of("Paul ", where="choices"), "Paul has his cases again"
        )
        assert (await counter.ask(lambda desk: desk.duty.loads()))[paul] == before


async def test_a_case_is_handed_over_with_a_note_that_the_receiver_acknowledges(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee="Paul") as counter:
        await counter.open("1043", "Shari Caldwell")
        await counter.press("a")
        await counter.sees("Hand over case #1043", "It is Paul's now.", "Ada, on until 17:00")
        await counter.type("a\tShe prefers text.")
        await counter.save("Case handed over to Ada; u takes it back")
        await counter.sees("owner Ada", "She prefers text.", where="case")
    async with at_the_counter(demo_url, home, employee="Ada") as counter:
        counter.clock.tick(5)
        await counter.open("1043", "Shari Caldwell")
        await counter.sees("Handed to you by Paul", "She prefers text.", where="case")
        await counter.press("4", "home")
        await counter.until(lambda: (counter.app.focused.key or ("",))[0] == "hand_over", "the cursor is on it")
        await counter.press("enter")
        await counter.sees("Seen; Paul knows; u takes it back", where="keys")
        await counter.sees_not("She prefers text.")
        await counter.press("u")
        await counter.sees("Take back: hand-over acknowledged on Shari Caldwell")
        await counter.press("enter")
        await counter.sees("Handed to you by Paul", where="case")
    with kept(demo_url, employee="Ada") as desk:
        assert "She prefers text." in [each.note for each in desk.duty.waiting()]


async def test_who_takes_a_case_for_themselves_has_nothing_to_acknowledge(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("1043", "Shari Caldwell")
        await counter.press("a")
        await counter.sees("Hand over case #1043", "Stephen Okafor, you, on until 17:00")
        await counter.save("Case handed over to Stephen Okafor")
        await counter.sees("owner you", where="case")
        assert [each.case_number for each in await counter.ask(lambda desk: desk.duty.waiting())].count(1043) == 0
    with kept(demo_url) as desk:
        assert case_of(desk, "1043").owner == "Stephen Okafor"


async def test_a_case_that_changed_hands_meanwhile_is_shown_before_it_is_given_on(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("1043", "Shari Caldwell")
        await counter.press("a")
        await counter.sees("Hand over case #1043")

        def give(desk: Desk) -> object:
            return desk.duty.hand_over(case_of(desk, "1043").id, person(desk, "Rosa Lindqvist").id, "")

        await counter.elsewhere("Paul", give)
        await counter.press("ctrl+s")
        await counter.sees("Somebody else changed this meanwhile", "To whom: Rosa Lindqvist", where="foot")
        await counter.save("Case handed over to Stephen Okafor")
    with kept(demo_url) as desk:
        assert case_of(desk, "1043").owner == "Stephen Okafor"


@pytest.mark.usefixtures("impatient")
async def test_the_clock_moves_duty_on_while_the_list_is_open(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await staff_list(counter)
        counter.clock.now += timedelta(hours=7)
        await counter.sees("Desk hours: opens Mon 09:00", "back Mon 09:00", where="choices")


async def test_a_new_shop_gets_its_second_colleague(url: str, home: Path) -> None:
    with closing(open_desk(url, clock=lambda: NOW)) as desk:
        desk.shop.set_up("Alder", "Desk 3", "Ada", zone="America/Denver")
    async with at_the_counter(url, home, employee="Ada", size=NARROW) as counter:
        await counter.press("f6")
        await counter.sees("Ada", where="choices")
        await counter.press("n")
        await counter.sees("New colleague", "● clerk")
        await counter.press("ctrl+s")
        await counter.sees("The name", where="foot")
        await counter.type("ADA\x13")
        await counter.sees("ADA is on the staff list already; give the new colleague another name.", where="foot")
        await counter.press("ctrl+u")
        await counter.type("Bob\ts\t4417")
        await counter.save("Bob is on the staff list; u takes it back")
        await counter.sees("Bob", "supervisor", "4417", where="choices")
    async with at_the_counter(url, home, employee="Bob") as counter:
        await counter.sees("Bob, supervisor", where="status")


async def test_before_opening_i_am_here_and_can_say_so(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        counter.clock.now -= timedelta(hours=5)
        await counter.press("f6")
        await counter.sees("Desk hours: opens", where="choices")
        assert "here now" in counter.line_of("Stephen Okafor  ", where="choices")
        await counter.press("x")
        await counter.sees("✓ Stephen Okafor is away from now on", where="keys")
        await counter.press("x")
        await counter.sees("✓ Stephen Okafor is here", where="keys")
        await counter.until(lambda: "here now" in counter.line_of("Stephen Okafor  ", where="choices"), "so it says")


async def test_work_for_somebody_who_is_away_is_asked_about_once(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await staff_list(counter)
        await point_at(counter, "Paul")
        await counter.press("a")
        await counter.sees("Hand over all of Paul's work")
        await counter.press("b", "ctrl+s")
        await counter.sees("Ben is away.", "Ctrl+S again hands it over all the same", where="foot")
        await counter.save("handed over")
