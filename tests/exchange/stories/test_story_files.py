"""The story of a case as text, as a web page and on paper."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from deskui.domain.case import CaseStatus
from deskui.domain.story.story import Audience, Story, StoryEntry, StoryKind, StoryLine, for_customer
from deskui.exchange.stories.html import story_html
from deskui.exchange.stories.pdf import story_pdf
from deskui.exchange.stories.text import story_text
from tests.exchange.slips.reading import pdf_text
from tests.ui.test_hostile import HOSTILE

START: Final = datetime(2026, 11, 19, 16, 10, tzinfo=UTC)


def story(*words: str, summary: str = "", **more: object) -> Story:
    """A case with a contact a day, each with a summary that is internal."""
    lines = (StoryLine(summary, Audience.INTERNAL),) if summary else ()
    entries = tuple(
        StoryEntry(START + timedelta(days=day), StoryKind.CONTACT, each, "Paul", Audience.CUSTOMER, lines)
        for day, each in enumerate(words)
    )
    told = Story(
        shop="Alder & Finch", zone=UTC, written_at=START + timedelta(days=30), number=1043, subject="Missing parcel",
        customer="Shari Caldwell", status=CaseStatus.OPEN, owner="Paul", references=("PO 4471",), entries=entries,
    )  # fmt: skip
    return told if not more else type(told)(**{name: getattr(told, name) for name in told.__slots__} | more)  # type: ignore[attr-defined]


class Page(HTMLParser):
    """The texts of a web page, and every tag and attribute in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_in_text_every_line_says_who_may_read_it() -> None:
    lines = story_text(story("by phone, from the customer", summary="She was cross. " * 12)).splitlines()
    at = next(place for place, line in enumerate(lines) if "by phone" in line)
    assert lines[at] == "customer  16:10  contact      by phone, from the customer · Paul"
    assert lines[at + 1].startswith("internal                    | She was cross.")
    assert all(line.startswith("|                           | ") for line in lines[at + 2 :])
    assert max(map(len, lines)) <= 80


def test_the_customers_copy_has_no_marks_and_nothing_internal() -> None:
    told = story_text(for_customer(story("by phone, from the customer", summary="She was cross.")))
    assert "16:10  contact    by phone, from the customer · Paul" in told.replace("      by", "    by")
    assert "internal is left out" in told
    assert "cross" not in told
    assert "customer  16:10" not in told


def test_days_are_in_order_and_said_in_full() -> None:
    told = story_text(story("one", "two", "three"))
    days = ["Thursday 19 November 2026", "Friday 20 November 2026", "Saturday 21 November 2026"]
    assert [line for line in told.splitlines() if line in days] == days


def test_what_is_left_out_of_a_long_case_is_said() -> None:
    long = story("one", left_out=12_345)
    assert "12,345 earlier contacts are not told here." in story_text(long)
    assert "12,345 earlier contacts are not told here." in story_html(long)


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_stays_text_on_a_web_page(kind: str) -> None:
    hostile = HOSTILE[kind] + "<script>alert(1)</script><img src=x onerror=alert(1)>&\"'"
    page = Page(story_html(story(hostile, summary=hostile)))
    plain = Page(story_html(story("x", summary="x")))
    assert page.tags == plain.tags
    assert page.attributes == plain.attributes
    assert "".join(page.texts).count("<script>alert(1)</script>") == 2


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_control_character_gets_into_a_file(kind: str) -> None:
    told = story(HOSTILE[kind], summary=HOSTILE[kind])
    for text in (story_text(told), story_html(told)):
        assert {sign for sign in text if unicodedata.category(sign) in ("Cc", "Cs")} <= {"\n"}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_makes_a_pdf_all_the_same(kind: str) -> None:
    assert "Missing parcel" in pdf_text(story_pdf(story(HOSTILE[kind], summary=HOSTILE[kind])))


@settings(max_examples=20, deadline=None)
@given(some.text(max_size=200))
def test_any_text_makes_a_pdf(text: str) -> None:
    assert story_pdf(story(text, summary=text)).startswith(b"%PDF")


def test_a_web_page_needs_nothing_else() -> None:
    page = story_html(story("one"))
    assert Page(page).attributes & {"src", "href", "onload"} == set()
    assert "default-src 'none'" in page


def test_a_pdf_says_on_every_page_whether_it_may_be_handed_out() -> None:
    long = story(*["by phone, from the customer"] * 60, summary="Asked again for the parcel.")
    ours, theirs = pdf_text(story_pdf(long)), pdf_text(story_pdf(for_customer(long)))
    assert ours.count("internal: not to be handed out") > 2
    assert theirs.count("customer copy") > 1
    assert "Asked again" not in theirs


def test_letters_that_the_font_lacks_are_written_in_others() -> None:
    assert "ZhangWei, Zoë Ødegård, 25 €" in pdf_text(story_pdf(story("张伟, Zoë Ødegård, 25 €")))
