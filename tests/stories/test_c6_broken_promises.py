"""C6: "in a week" became two months: about ten calls from the customer, none from the store, five wrong dates."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from deskui.domain.conversation import Channel, Direction, Mood
from deskui.domain.due.due_list import DueKind
from deskui.domain.typed import ConversationTyped, StatementTyped
from tests import postgres
from tests.ui.driving import NARROW, WIDE, at_the_counter
from tests.ui.promises import promise as promise_it

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.ids import CaseId, CustomerId, PromiseId
    from tests.ui.driving import Counter

NAME = "Ilse Brandauer"
CLERKS = ("Ada", "Ben", "Paul")
EXCUSES = (
    "The truck broke down.",
    "It is on the next truck.",
    "The hub has it.",
    "Next week, surely.",
    "One is missing.",
)


async def two_months(counter: Counter) -> PromiseId:
    """She orders; then she calls every six days, and every second time somebody else names another date."""
    await counter.press("f7")
    await counter.sees("New customer")
    await counter.type(NAME)
    await counter.save("Customer added")
    await counter.until(lambda: counter.opened() == NAME, "she is on screen")
    await counter.press("o")
    await counter.type("Kitchen appliances\tdelivery")
    await counter.save("Case opened")
    await counter.sees("Kitchen appliances", where="customer")
    await promise_it(counter, "kitchen appliances delivered sat noon", "Promised for Sat 28 Nov 12:00")
    view = counter.app.screen.view
    who, case = view.customer.id, view.case.id
    promise: PromiseId = (await counter.ask(lambda desk: desk.promises.of_customer(who)))[0].promise.id
    for call in range(10):
        counter.clock.tick(6 * 24 * 60)
        clerk = CLERKS[call % 3]
        await counter.elsewhere(clerk, lambda desk: desk.conversations.log(who, called(case)))
        if call % 2 == 0:
            later = moved(who, promise, case, counter.clock.now + timedelta(days=7), EXCUSES[call // 2])
            await counter.elsewhere(clerk, later)
    counter.clock.tick(6 * 24 * 60)
    await counter.press("f5")
    return promise


def called(case: CaseId) -> ConversationTyped:
    return ConversationTyped("Where is it?", Channel.PHONE, Direction.IN, mood=Mood.BAD, case_id=case)


def moved(who: CustomerId, promise: PromiseId, case: CaseId, due: datetime, excuse: str) -> Callable[[Desk], object]:
    """Another date, another story."""

    def work(desk: Desk) -> None:
        desk.promises.move(promise, due, excuse, True)
        desk.told.say(who, StatementTyped("kitchen", excuse, due, case_id=case))

    return work


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_screen_says_so_in_words(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await two_months(counter)
        await counter.sees("kitchen appliances", "moved 5x", "we owe a call", where="header")
        await counter.press("4")
        await counter.sees("first said Sat 28 Nov 2026 12:00, moved 5x", where="case")
        await counter.sees("they contacted us 10x", "we never reached them", "we owe a call", where="case")
        await counter.press("P")
        await counter.sees("first said Sat 28 Nov 2026 12:00", "moved 5x", where="choices")
        await counter.press("v")
        for excuse in EXCUSES if size == WIDE else EXCUSES[:1]:
            await counter.sees(excuse)
        await counter.press("end")
        await counter.sees("All 6 dates given")


async def test_the_due_list_has_it_until_somebody_calls_and_delivers(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        promise = await two_months(counter)
        view = counter.app.screen.view
        who, case = view.customer.id, view.case.id
        assert await due_kinds(counter, who) == {DueKind.PROMISE, DueKind.CALL}
        await counter.press("f2")
        await counter.sees(NAME, "kitchen appliances delivered")
        await counter.press("escape")
        spoke = ConversationTyped("It comes tomorrow.", Channel.PHONE, Direction.OUT, case_id=case)
        await counter.elsewhere("Paul", lambda desk: desk.conversations.log(who, spoke))
        await counter.press("f5")
        await counter.sees_not("we owe a call")
        assert await due_kinds(counter, who) == {DueKind.PROMISE}
        await counter.press("P", "x")
        await counter.sees("late; u takes it back", where="keys")
        assert await due_kinds(counter, who) == set()
        kept = await counter.ask(lambda desk: desk.promises.one(promise))
        assert (kept.standing.moved, kept.standing.kept_first_date) == (5, False)


async def due_kinds(counter: Counter, who: CustomerId) -> set[DueKind]:
    """What is due of hers."""
    items = await counter.ask(lambda desk: desk.due.list())
    return {each.kind for each in items if each.customer_id == who}


@pytest.mark.parametrize("table", ["promise", "promise_entry", "statement", "journal"])
async def test_nobody_can_edit_it_away(demo_url: str, home: Path, table: str) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await two_months(counter)
        with postgres.plain(demo_url) as plain:
            before = plain.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
            assert before
            for statement in (
                f"UPDATE {table} SET id = id",
                f"DELETE FROM {table}",
                postgres.PAST_TRIGGERS.format(table),
            ):
                with pytest.raises(Exception, match="append-only"):
                    plain.execute(statement)
            assert plain.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() == before
        await counter.press("f5", "4")
        await counter.sees("moved 5x", where="case")
