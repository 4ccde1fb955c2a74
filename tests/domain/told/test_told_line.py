from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.told.statement import are_similar
from deskui.domain.told.told_line import read_told
from deskui.domain.working_hours.hours import Span, WorkingHours

DENVER = ZoneInfo("America/Denver")
SHOP = WorkingHours(((Span(time(9), time(17)),),) * 7, frozenset(), DENVER)
SUNDAY = datetime(2026, 11, 22, 10, 42, tzinfo=DENVER).astimezone(UTC)


def _read(line: str, topic: str = "") -> tuple[str, str, str]:
    read = read_told(line, SUNDAY, SHOP, topic)
    return read.topic, read.text, f"{read.date.astimezone(DENVER):%a %d %H:%M}" if read.date else ""


@pytest.mark.parametrize(
    ("line", "topic", "text", "date"),
    [
        ("hub answers by Mon 12:00", "hub answers", "hub answers by Mon 12:00", "Mon 23 12:00"),
        ("the truck will be here on fri", "the truck will be here", "the truck will be here on fri", "Fri 27 17:00"),
        ("delivery is  at tue 9-12", "delivery", "delivery is at tue 9-12", "Tue 24 12:00"),
        ("tomorrow noon: glasses ready", "glasses ready", "tomorrow noon: glasses ready", "Mon 23 12:00"),
        ("the truck comes tomorrow morning", "the truck", "the truck comes tomorrow morning", "Mon 23 12:00"),
        ("hub answers at 3", "hub answers", "hub answers at 3", "Sun 22 15:00"),
        ("hub answers on 12/1", "hub answers on 12/1", "hub answers on 12/1", ""),
        ("parcel sent yesterday", "parcel sent", "parcel sent yesterday", ""),
        ("tomorrow noon the glasses", "the glasses", "tomorrow noon the glasses", "Mon 23 12:00"),
        ("claim: form explained", "claim", "form explained", ""),
        ("hub : Mon 12:00", "hub", "Mon 12:00", "Mon 23 12:00"),
        ("order 1043: comes by Mon 12:00", "order 1043", "comes by Mon 12:00", "Mon 23 12:00"),
        ("see https://example.org", "see https://example.org", "see https://example.org", ""),
        ("no refund without receipt", "no refund without receipt", "no refund without receipt", ""),
        ("parcel left today 9:00", "parcel left", "parcel left today 9:00", ""),
        ("hub answers mon or tue", "hub answers mon or tue", "hub answers mon or tue", ""),
        ("will be by mon", "will be by mon", "will be by mon", "Mon 23 17:00"),
        ("mon noon", "mon noon", "mon noon", "Mon 23 12:00"),
        (": mon", ": mon", ": mon", "Mon 23 17:00"),
        ("   ", "", "", ""),
    ],
)
def test_a_line_tells_its_topic_and_the_moment_it_names(line: str, topic: str, text: str, date: str) -> None:
    assert _read(line) == (topic, text, date)


def test_a_topic_that_is_given_wins_and_no_word_is_lost() -> None:
    assert _read("hub: says Mon 12:00", " hub  answers ") == ("hub answers", "hub: says Mon 12:00", "Mon 23 12:00")


@given(st.text(max_size=60))
def test_every_line_has_a_topic_unless_it_is_empty(line: str) -> None:
    read = read_told(line, SUNDAY, SHOP)
    assert bool(read.topic) == bool(read.text) == bool(line.split())


@pytest.mark.parametrize(
    ("one", "other", "similar"),
    [
        ("hub answer", "hub answers", True),
        ("deliveries", "the delivery", True),
        ("order 1043", "parcel 1043", True),
        ("hub", "claim form", False),
        ("answers on mon", "truck on mon", False),
        ("here at 12 00", "there at 12 00", False),
        ("at 30 nov", "by 30 nov", False),
        ("it will be here", "will it be here", False),
        ("", "", False),
    ],
)
def test_topics_are_similar_by_a_word_that_says_what_they_are_about(one: str, other: str, similar: bool) -> None:
    assert are_similar(one, other) is are_similar(other, one) is similar
