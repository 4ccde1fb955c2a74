"""Clocks that are wrong: set back they give nothing, once ahead they are noticed and hold nothing up for good."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from deskui.desk.checking import look_over
from deskui.desk.opening import open_desk
from deskui.domain.checked import Check, Checked
from deskui.domain.ids import ApprovalId, GoodwillId
from deskui.domain.profile import Profile
from deskui.errors import Conflict, NotAllowed
from tests import postgres
from tests.desk.counter import DAY, HOUR
from tests.desk.goodwill import Shop
from tests.store.spying import full_scans, watched

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desk.counter import Counter

YEAR = 365 * DAY
MINUTE = timedelta(minutes=1)


@pytest.fixture
def shop(counter: Counter) -> Shop:
    return Shop(counter)


def refused(shop: Shop, does: Callable[[], object]) -> str:
    """Try it, be refused, and see that nothing was written."""
    before = shop.counter.entries()
    with pytest.raises(NotAllowed) as found:
        does()
    assert shop.counter.entries() == before
    return found.value.sentence


def weeks(shop: Shop, how_many: int = 3) -> list[int | None]:
    """What is left in each week that comes, with nothing given meanwhile."""
    found = []
    for _ in range(how_many):
        found.append(shop.left())
        shop.counter.now += 7 * DAY
    return found


def test_a_request_that_is_not_made_any_more_holds_no_limit(shop: Shop) -> None:
    shop.counter.now += YEAR
    shop.ask()
    shop.counter.undo()
    shop.counter.now -= YEAR
    shop.give("40")
    shop.counter.now += 7 * DAY
    shop.give("40")


@pytest.mark.parametrize("how", ["withdrawn", "refused"])
def test_a_supervisor_frees_what_a_request_dated_ahead_held(shop: Shop, how: str) -> None:
    shop.counter.now += YEAR
    asked = ApprovalId(shop.ask().subject)
    shop.counter.now -= YEAR
    assert refused(shop, lambda: shop.give("40")) == (
        "By the clock it is Monday 23 November 2026, but a request for Shari Caldwell is dated "
        "Tuesday 23 November 2027: set the clock right, or a supervisor takes that back."
    )
    assert "set the clock right" in refused(shop, shop.ask)
    shop.acting(shop.margaret)
    if how == "withdrawn":
        shop.desk.approvals.withdraw(asked)
    else:
        shop.desk.approvals.refuse(asked, "The clock was wrong.")
    shop.acting(shop.ben)
    assert weeks(shop) == [4000, 4000, 4000]
    shop.ask()
    (newest, *_) = shop.desk.approvals.newest()
    assert newest.expires_at == shop.counter.now + 7 * DAY


def test_a_supervisor_frees_what_goodwill_dated_ahead_held(shop: Shop) -> None:
    shop.counter.now += YEAR
    given = GoodwillId(shop.give("40").subject)
    shop.counter.now -= YEAR
    assert "but goodwill for Shari Caldwell is dated" in refused(shop, lambda: shop.give("1"))
    shop.acting(shop.margaret)
    assert "set the clock right" in refused(shop, lambda: shop.give("1"))
    shop.desk.goodwill.take_back(given, "the year was wrong")
    shop.acting(shop.ben)
    shop.give("40")
    assert shop.left() == 0
    shop.counter.now += 7 * DAY
    assert shop.left() == 4000


def test_a_clock_set_back_gives_nothing_to_anybody(shop: Shop) -> None:
    asked = ApprovalId(shop.ask().subject)
    for back in (2 * DAY, 30 * DAY, YEAR):
        shop.counter.now -= back
        for who in (shop.ben, shop.paul, shop.ada):
            shop.acting(who)
            refused(shop, lambda: shop.give("1"))
            refused(shop, shop.ask)
        refused(shop, lambda: shop.desk.approvals.approve(asked))
        shop.counter.now += back


def test_a_jump_ahead_gives_one_allowance_and_then_stops_the_shop_until_it_is_looked_at(shop: Shop) -> None:
    shop.give("40")
    for week in range(3):
        shop.counter.now += 7 * DAY
        shop.give("40", shop.counter.customer(f"Somebody {week}"))
    shop.counter.now -= 21 * DAY
    another = shop.counter.customer("Another")
    assert "for Somebody 2 is dated" in refused(shop, lambda: shop.give("1", another))


def test_less_than_a_day_ahead_takes_from_what_is_next(shop: Shop) -> None:
    shop.counter.now += 23 * HOUR
    shop.give("40")
    shop.counter.now -= 23 * HOUR
    assert shop.left() == 0


def test_only_who_asked_or_a_supervisor_withdraws_and_only_what_has_no_answer(shop: Shop) -> None:
    asked = ApprovalId(shop.ask().subject)
    shop.acting(shop.paul)
    with pytest.raises(NotAllowed, match="Only whoever asked"):
        shop.desk.approvals.withdraw(asked)
    shop.counter.now += 8 * DAY
    shop.acting(shop.ben)
    shop.desk.approvals.withdraw(asked)
    with pytest.raises(Conflict):
        shop.desk.approvals.withdraw(asked)


def test_the_clock_of_the_server_counts_and_none_far_ahead_of_it(shop: Shop) -> None:
    server = shop.counter.now
    shop.desk.post.witness = lambda: server
    shop.counter.now = server + 6 * MINUTE
    assert refused(shop, lambda: shop.give("1")) == (
        "This desk's clock is ahead of the server's (Monday 23 November 2026, 10:42): set it right, then try again."
    )
    refused(shop, shop.ask)
    shop.counter.now = server - YEAR
    shop.give("40")
    assert shop.standing()[0].counts_at == server
    shop.counter.now = server
    assert shop.left() == 0
    refused(shop, lambda: shop.give("1"))


@pytest.mark.skipif(not postgres.SERVER, reason="a file has no server")
def test_a_desk_on_a_server_is_held_against_the_clock_of_it(shop: Shop, url: str) -> None:
    shop.counter.now = datetime.now(UTC) + 10 * MINUTE
    shop.desk.post.witness = shop.desk.store.server_now
    assert "ahead of the server's" in refused(shop, lambda: shop.give("1"))
    with closing(open_desk(url, employee="Ben")) as desk:
        desk.goodwill.give(shop.whom, shop.typed("1"))


@pytest.mark.embedded("a server has a clock of its own")
def test_a_file_has_no_clock_of_its_own(shop: Shop) -> None:
    assert shop.desk.store.server_now() is None


def test_the_check_names_entries_whose_time_runs_backwards(shop: Shop, url: str) -> None:
    shop.counter.now -= 23 * HOUR
    shop.counter.customer("Somebody")
    shop.counter.now += 23 * HOUR + YEAR
    shop.give("1")
    shop.counter.now -= YEAR
    number = shop.desk.customers.create(Profile("Delia Montrose")).sequence
    found = [each for each in look_over(url) if isinstance(each, Checked)]
    assert not any(each.wrong for each in found)
    (sentence,) = next(each.noticed for each in found if each.check is Check.JOURNAL)
    assert sentence.startswith(f"Entry {number} (customer.create, Ben, ")
    assert sentence.endswith("is dated 365 days before the one it follows: some clock was wrong.")


def test_many_old_ones_are_not_looked_through_for_the_newest(shop: Shop) -> None:
    shop.give("1")
    shop.ask()
    with watched(shop.desk.store.database) as ran:
        shop.desk.goodwill.weighed(shop.whom)
    assert full_scans(shop.desk.store.database, ran) == []
