"""Who is found by what is typed, who stands in, and what stands on a card."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from deskui.domain.directory import Reach, called_by, card, contact_person, matches
from deskui.domain.ids import EmployeeId
from deskui.domain.staff import Employee, Role
from deskui.domain.working_hours.hours import Span, WorkingHours

DENVER = ZoneInfo("America/Denver")
MONDAY = datetime(2026, 11, 23, 17, 42, tzinfo=UTC)
"""10:42 in Denver."""
ROSA = Employee(
    EmployeeId(1), "Rosa Lindqvist", Role.EXPEDITER, "4417", "303-555-0117", "Denver", True, ("trucks",), 1,
    skills=("purchase orders", "Freight"), email="rosa@example.org",
)  # fmt: skip
TOMASZ = replace(ROSA, id=EmployeeId(2), name="Tomasz Wróbel", company="Hudson Cabinets", branch="", skills=())


def _hours(opens: int, closes: int, zone: str = "America/Denver") -> WorkingHours:
    return WorkingHours(((Span(time(opens), time(closes)),),) * 5 + ((), ()), frozenset(), ZoneInfo(zone))


@pytest.mark.parametrize(
    "typed",
    ["", "ros", "LIND", "rosa exped", "purch", "orders", "frei", "denv", "4417", "truck", "lindqvist, freight"],
)
def test_somebody_is_found_by_the_beginnings_of_name_role_skill_and_branch(typed: str) -> None:
    assert matches(ROSA, typed)


@pytest.mark.parametrize("typed", ["osa", "hudson", "rosa clerk", "manager"])
def test_nobody_is_found_by_other_words(typed: str) -> None:
    assert not matches(ROSA, typed)


def test_accents_need_not_be_typed_and_a_firm_finds_its_people() -> None:
    assert matches(TOMASZ, "wrobel hud")
    assert matches(replace(ROSA, is_manager=True), "manager")


def test_a_deputy_is_named_only_while_somebody_is_not_there_and_one_who_is_there_comes_first() -> None:
    away, there = Reach(ROSA, _hours(13, 15)), Reach(TOMASZ, _hours(8, 17))
    asked = Reach(ROSA, _hours(7, 9), (away, there))
    assert asked.stand_in(MONDAY) == there
    assert Reach(ROSA, _hours(7, 9), (away,)).stand_in(MONDAY) == away
    assert Reach(ROSA, _hours(7, 15), (there,)).stand_in(MONDAY) is None
    assert Reach(replace(ROSA, present=False), _hours(7, 15), (there,)).stand_in(MONDAY) == there


def test_a_contact_person_is_said_in_words_of_the_moment_with_their_deputy() -> None:
    deputy = Reach(TOMASZ, _hours(8, 17, "America/New_York"))
    said = contact_person(Reach(ROSA, _hours(7, 9), (deputy,)), MONDAY, DENVER)
    assert (said.name, said.role, said.extension) == ("Rosa Lindqvist", "expediter", "4417")
    assert (said.hours, said.availability, said.is_there) == ("Mon-Fri 7-9", "opens Tue 07:00", False)
    assert said.deputy is not None
    assert (said.deputy.company, said.deputy.hours) == ("Hudson Cabinets", "Mon-Fri 8-17 New York time")
    assert said.deputy.availability == "open now, closes 15:00 our time"
    away = contact_person(Reach(replace(ROSA, present=False), _hours(7, 15)), MONDAY, DENVER)
    assert (away.availability, away.is_there, away.deputy) == ("away", False, None)


def test_a_card_says_who_where_and_how() -> None:
    reached = "x4417 · 303-555-0117 · rosa@example.org"
    assert card(ROSA, "Alder & Finch") == ("Rosa Lindqvist", "expediter, Alder & Finch, Denver", reached)
    assert card(replace(ROSA, is_manager=True), "Alder")[1] == "manager, Alder, Denver"
    assert card(TOMASZ, "Alder")[1] == "expediter, Hudson Cabinets"
    bare = replace(ROSA, extension="", phone="", email="", branch="")
    assert card(bare, "") == ("Rosa Lindqvist", "expediter")
    assert called_by(bare) == ""
