"""Tips beside orders and cases, and the form that says what came of one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from deskui.domain.ids import ArticleId, ArticleVersionId, CaseId, EmployeeId, OrderId, TipOfferId
from deskui.domain.manual.typed import ArticleTyped
from deskui.domain.tips import Fit, Tip, TipAnswer, TipInView, TipOffer
from deskui.exchange.manual.markdown import article_blocks
from deskui.ui.dialogs.tips import _text as shown_text
from deskui.ui.panels.tips import case_tips, order_tips
from tests.conftest import NOW
from tests.ui import panel_rows as rows
from tests.ui.driving import NARROW, WIDE, at_the_counter
from tests.ui.panel_rows import SCENE, text_of, width_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.driving import Counter

NAME = "Ottilie Brandt"
HOSTILE = "[red]Ring[/] [@click=app.bell]\x1b]0;x\x07 \u202ereversed"


def tip(row: int, title: str, *, order: int = 7, case: int = 0, note: bool = False, ago: float = -1) -> TipInView:
    about = (OrderId(order) if order else None, CaseId(case) if case else None)
    said = Tip(ArticleId(row), ArticleVersionId(row), title, NOW.date(), (), is_note=note)
    if ago < 0:
        return TipInView(said, *about, Fit.PRODUCT)
    at = NOW - timedelta(days=ago)
    given = TipOffer(TipOfferId(1), said.article_id, *about, TipAnswer.DECLINED, "", EmployeeId(2), "Paul", at)
    return TipInView(said, *about, Fit.PRODUCT, given, is_open=False)


@pytest.mark.parametrize("width", [33, 46, 76])
def test_two_tips_stand_with_an_order_and_how_many_more_there_are(width: int) -> None:
    tips = [tip(each, f"Same price to buy, number {each}") for each in range(1, 6)]
    lines = order_tips([*tips, tip(9, "another order's", order=8)], OrderId(7), SCENE, width)
    painted = " ".join(" ".join(map(text_of, lines)).split())
    assert painted == "tip: Same price to buy, number 1 tip: Same price to buy, number 2 +3, d has all of them"
    assert max(map(width_of, lines)) <= width


def test_what_was_offered_says_so_in_words() -> None:
    (line,) = order_tips([tip(1, "Same price to buy", ago=3)], OrderId(7), SCENE, 76)
    assert text_of(line) == "tip: Same price to buy, offered 3 d ago by Paul: declined"


def test_a_product_note_is_called_one() -> None:
    (line,) = order_tips([tip(1, "Pairs with two phones", note=True)], OrderId(7), SCENE, 76)
    assert text_of(line) == "note: Pairs with two phones"


def test_stored_markup_and_control_characters_are_shown_as_they_are() -> None:
    view = rows.view(tips=(tip(1, HOSTILE, order=0, case=3),))
    painted = "".join(text_of(line) for item in case_tips(view, SCENE, 76) for line in item.lines)
    assert "[red]Ring[/] [@click=app.bell]" in painted
    assert not {"\x1b", "\x07", "\u202e"} & set(painted)


async def written(counter: Counter, *titles: str) -> None:
    """The supervisor ties tips to what was rented."""
    for title in titles:
        typed = ArticleTyped("tip", title, f"All about: {title}", products="tent rental, a week")
        await counter.elsewhere("Margaret Liu", lambda desk, typed=typed: desk.manual.add(typed))


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_of_several_one_is_chosen_and_its_text_is_read(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await written(counter, "Dry it before you fold it", "Pegs are sold apart")
        await counter.open("ottilie", NAME)
        await counter.press("1")
        await counter.holds("+1, d has all of them", where="history")
        await counter.press("d")
        await counter.sees("What came of a tip", "All about: Pegs are sold apart")
        await counter.press("shift+tab", "right")
        await counter.sees("All about: Dry it before you fold it")
        await counter.press("tab", "enter")
        await counter.sees("Choose what they said: taken, declined, not now.")
        await counter.press("d", "enter")
        await counter.sees("Written down: declined", where="keys")
        await counter.holds("+1, d has all of them", where="history")
        view = await counter.ask(lambda desk: desk.customers.view(desk.lookup.find(NAME)[0].customer_id))
        declined = {each.tip.title for each in view.tips if not each.is_open}
        assert declined == {"Dry it before you fold it"}
        await counter.press("d")
        await counter.sees("All about: Pegs are sold apart")
        await counter.press("shift+tab", "right", "right")
        await counter.sees_not("All about: Dry it before you fold it")


async def test_the_first_letter_chooses_the_answer_even_when_typed_at_once(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await written(counter, "Dry it before you fold it")
        await counter.open("ottilie", NAME)
        await counter.type("1dd\n")
        await counter.sees("Written down: declined", where="keys")


async def test_enter_on_a_tip_of_the_case_reads_it(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("ottilie", NAME)
        await counter.sees("Enter read, say", where="keys")
        await counter.press("enter")
        await counter.sees("What came of the tip", "pays $24.90 a week", "annoyed anybody.")
        await counter.sees_not("**")
        await counter.press("escape")
        await counter.sees_not("What came of the tip")


async def test_where_the_manual_has_nothing_to_say_it_says_so(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.press("d")
        await counter.sees("The manual has no tip for what is in view here; m searches it.", where="keys")


def test_what_a_tip_says_is_painted_as_in_the_manual() -> None:
    text = "| what | from whom |\n|---|---|\n| doors | Alder |\n\n1. One receipt\n2. Fronts last\n"
    lines = [text_of(line).split() for line in shown_text(article_blocks(text), 53, 10)]
    assert ["1.", "One", "receipt"] in lines
    assert ["2.", "Fronts", "last"] in lines
    assert not any("|" in line for line in lines)
    assert len(shown_text(article_blocks("word\n\n" * 40), 53, 10)) == 10
