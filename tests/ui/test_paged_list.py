"""Long lists read page by page: nothing is lost or shown twice, whatever is written or refused meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.desk.conversations import Conversations
from deskui.errors import DatabaseTrouble
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.paged_list import PAGE
from tests.ui.driving import at_the_counter

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.ui.driving import Counter

REGULAR = ("ingrid", "Ingrid Thorvaldsen")


async def regular(counter: Counter) -> Any:
    """Open the customer of twenty years, and go to what was said."""
    await counter.open(*REGULAR)
    await counter.press("2")
    return counter.app.screen.pane.talks


async def test_a_page_asked_for_before_the_list_was_read_anew_is_not_put_behind_it(
    demo_url: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskui.ui.counter.PATIENCE", 10)
    async with at_the_counter(demo_url, home) as counter:
        talks = await regular(counter)
        talks.on_item_list_end_neared(ItemList.EndNeared(talks))
        await counter.until(lambda: len(talks.rows) == 2 * PAGE, "the second page")
        talks.on_item_list_end_neared(ItemList.EndNeared(talks))
        counter.app.counter.ask(lambda _desk: None).result()  # the page is there, and has not been taken yet
        counter.app.screen.show_case(None)
        await counter.until(lambda: len(talks.rows) == PAGE and not talks._pages.pending, "the first page anew")
        await counter.press("end")
        await counter.until(lambda: len(talks.rows) == talks.total, "all of it")
        ids = [each.id for each in talks.rows]
        assert len(ids) == len(set(ids)) > PAGE


async def test_a_refused_page_is_said_and_can_be_asked_for_again(
    demo_url: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, refusing = Conversations.page, [True]

    def page(self: Conversations, *args: Any, **kwargs: Any) -> Any:
        if refusing[0]:
            raise DatabaseTrouble("The database is busy; try again in a moment.")
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Conversations, "page", page)
    async with at_the_counter(demo_url, home) as counter:
        talks = await regular(counter)
        await counter.press("end")
        await counter.sees("The database is busy", where="keys")
        refusing[0] = False
        await counter.press("home", "end")
        await counter.until(lambda: len(talks.rows) == talks.total, "all of it")


async def test_the_end_of_a_long_list_is_one_key_away(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        talks = await regular(counter)
        await counter.press("end")
        await counter.until(
            lambda: len(talks.rows) == talks.total and talks.key == ("conversation", talks.rows[-1].id), "the last"
        )
