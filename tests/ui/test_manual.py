"""The manual over whatever is open: searched as one types, left as it was entered, and written in the app."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from deskui.domain.manual.file_text import typed_of
from deskui.store import models
from deskui.ui.screens.desk import DeskScreen
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk


@pytest.mark.parametrize(
    "way",
    [("f9",), ("f2", "m"), ("s", "f9"), ("f1", "f9"), ("ctrl+p", "f9"), ("N", "f9"), ("f9", "enter", "f9")],
    ids=" ".join,
)
async def test_it_opens_from_anywhere_and_esc_comes_back_there(
    demo_url: str, home: Path, way: tuple[str, ...]
) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.sees("Recently opened", "(DEE-lya)", "GOLD since 2019")
        await counter.press(*way[:-1])
        await counter.until(lambda: not getattr(counter.app.screen, "busy", False), "what is open has its rows")
        await counter.previewed()
        await counter.at_rest()
        before, stack = counter.screen(), list(counter.app.screen_stack)
        await counter.press(way[-1])
        await counter.sees("some words of what you want to know", where="wanted")
        await counter.press("escape")
        await counter.until(lambda: counter.app.screen_stack == stack, "it is closed")
        await counter.until(lambda: counter.screen() == before, f"as it was before:\n{before}")


async def test_the_key_that_opens_it_closes_it(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("f9")
        await counter.sees("some words", where="wanted")
        await counter.press("f9")
        await counter.until(lambda: isinstance(counter.app.screen, DeskScreen), "it is closed")


async def test_letters_are_typed_in_the_box_and_act_in_the_list(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee="Margaret Liu") as counter:
        await counter.press("f9")
        await counter.type("quick menu")
        await counter.sees("quick menu", where="wanted")
        await counter.press("tab", "n")
        await counter.sees("New article")


async def test_what_no_longer_holds_is_shown_by_one_key(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("f9")
        await counter.type("summer sale")
        await counter.sees("Nothing in the manual has “summer sale” in it", where="choices")
        await counter.press("ctrl+t")
        await counter.sees("Summer sale: no returns on garden furniture", "no longer so", where="choices")
        await counter.press("enter")
        await counter.sees("over since")
        await counter.press("escape", "ctrl+t")
        await counter.sees("Nothing in the manual", where="choices")


async def test_a_change_to_come_is_announced_and_can_be_read(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("f9")
        await counter.type("returns within")
        await counter.sees("changes Wed 25 Nov", where="choices")
        await counter.press("enter", "v", "enter")
        await counter.sees("only from Wed 25 Nov", "the end of January")


async def test_a_new_article_is_found_at_once_by_everybody(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee="Margaret Liu") as counter:
        await counter.press("f9", "tab", "n")
        await counter.sees("New article")
        await counter.type("Gift wrapping\twrap, ribbon\tIt is free in December.")
        await counter.save("In the manual: Gift wrapping")
        await counter.press("tab")
        await counter.type("ribb")
        await counter.sees("Gift wrapping", "policy", where="choices")
        await counter.sees("It is free in December.", "version 1, Margaret Liu", where="article")


async def test_only_those_who_write_the_manual_are_offered_the_keys_for_it(demo_url: str, home: Path) -> None:
    for name, offered in (("Stephen Okafor", False), ("Margaret Liu", True)):
        async with at_the_counter(demo_url, home, size=NARROW, employee=name) as counter:
            await counter.press("f9")
            await counter.sees("Tab list", where="keys")
            await counter.at_rest()
            assert ("n new article" in counter.read("keys")) is offered
            await counter.type("waiving\n")
            await counter.sees("v versions", where="keys")
            await counter.at_rest()
            assert ("e change" in counter.read("keys")) is offered
            assert ("retire" in counter.read("keys")) is offered


async def test_half_typed_text_comes_back_after_a_look_into_the_manual(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW, employee="Margaret Liu") as counter:
        await counter.press("f9", "tab", "n")
        await counter.type("Gift wrapping\twrap\tIt is fr")
        await counter.press("f9")
        await counter.type("coupon\n")
        await counter.sees("issued again, once")
        await counter.press("escape", "escape")
        await counter.type("ee.")
        await counter.save("In the manual: Gift wrapping")
    with kept(demo_url):
        assert models.ArticleVersion.select().order_by(-models.ArticleVersion.id).first().text == "It is free."


async def test_both_versions_stand_side_by_side_when_somebody_else_was_faster(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee="Margaret Liu") as counter:
        await counter.press("f9")
        await counter.type("price match\n")
        await counter.sees("Matching a lower price")
        await counter.press("e")
        await counter.type(" Mine.")
        await counter.press(*["shift+tab"] * 4)
        await counter.type("mine, too")

        def change(desk: Desk) -> None:
            (found, *_) = desk.manual.find("price match")
            assert found.edition is not None
            article = found.edition.article
            typed = replace(typed_of(found.edition, desk.manual.ties(article.id)), text="Theirs.", why="so")
            desk.manual.revise(article.id, article.version, typed)

        await counter.elsewhere("Margaret Liu", change)
        await counter.press("ctrl+s")
        await counter.sees("Somebody else changed this meanwhile. Theirs is now:", "Text: Theirs.")
        await counter.save("A new version is kept")


async def test_a_change_needs_a_reason_and_the_cursor_goes_there(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee="Margaret Liu") as counter:
        await counter.press("f9")
        await counter.type("price match\n")
        await counter.sees("Matching a lower price")
        await counter.press("e", "ctrl+s")
        await counter.sees("Nothing was changed, so nothing was saved", where="keys")
        await counter.press("e")
        await counter.type(" Mine.")
        await counter.press("ctrl+s")
        await counter.sees("Say why it is changed")
        await counter.type("they asked")
        await counter.save("A new version is kept")


async def test_nobody_in_view_is_told_nothing(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("f9")
        await counter.type("waiving\n")
        await counter.sees("clerk decides")
        await counter.press("y")
        await counter.sees("Nobody is in view to be told; open a customer first.")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_an_article_that_is_retired_while_it_is_read_says_so(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size, employee="Margaret Liu") as counter:
        await counter.press("f9")
        await counter.type("waiving\n")
        await counter.sees("in force since")
        await counter.press("d")
        await counter.sees("Retired: Truck rental: waiving the fee; u takes it back", where="keys")
        await counter.sees("retired · version 2")
        await counter.press("d")
        await counter.sees("in force since")
