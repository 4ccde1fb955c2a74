"""Other rules of the review sort what waits in short steps, and queue and board count the same meanwhile."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from deskui.desk.opening import open_desk
from deskui.domain.board.measures import Measure
from deskui.domain.board.period import last_days
from deskui.domain.typed import RulesTyped
from deskui.store.writes import review_queue
from tests.desk.reviews import Shop, shop

if TYPE_CHECKING:
    import pytest

    from deskui.desk.desk import Desk

__all__ = ["shop"]


def set_rules(desk: Desk, words: str, one_in: str = "0") -> None:
    desk.reviewing.set_rules(RulesTyped(words, one_in, "0", "12"), desk.reviewing.rules().version)


def waiting(desk: Desk) -> tuple[int, int]:
    """How many wait by the queue, and by the board."""
    board = desk.board.read(last_days(30, desk.session.today(desk.now())))
    return desk.reviewing.counts().waiting, board.group.now.sum((Measure.WAITING,))


def test_what_is_not_sampled_is_counted_by_neither(shop: Shop) -> None:
    set_rules(shop.desk, "depot")
    for each in range(3):
        shop.talks(f"all well {each}")
    assert waiting(shop.desk) == (0, 0)
    shop.talks("still at the depot")
    assert waiting(shop.desk) == (1, 1)


def test_it_is_sorted_in_steps_and_gone_on_with_after_a_start(
    shop: Shop, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review_queue, "STEP", 3)
    set_rules(shop.desk, "")
    for each in range(8):
        shop.talks(f"left at the depot {each}")
    set_rules(shop.desk, "depot")
    assert waiting(shop.desk) == (3, 3)
    shop.talks("back at the depot")  # has its place by the rules as they are
    assert waiting(shop.desk) == (4, 4)
    assert shop.desk.reviewing.sort() is True
    assert waiting(shop.desk) == (7, 7)
    with closing(open_desk(url)) as later:
        later.act_as(shop.ada)
        while later.reviewing.sort():
            pass
        assert waiting(later) == (9, 9)
        assert later.reviewing.sort() is False
