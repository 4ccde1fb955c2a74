"""The counts above the queue are those of what the person acting could judge now, however it is narrowed."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from deskui.domain.note import NoteKind
from deskui.domain.review.item import Kind, Narrowed, Risk
from deskui.domain.typed import NoteTyped
from deskui.store import models
from tests.desk.counter import DAY
from tests.desk.reviews import Shop, shop
from tests.store.spying import full_scans, watched

if TYPE_CHECKING:
    from deskui.domain.staff import Employee

__all__ = ["shop"]


def everything(shop: Shop, seed: int) -> None:
    """Things that each of three wrote on days of a year and a half."""
    chance = random.Random(seed)
    models.Employee.update(branch="Airport").where(models.Employee.id == shop.paul.id).execute()
    models.Shop.update(review_first=2, review_one_in=2, review_words="cancer").execute()
    for number in range(40):
        shop.counter.tick(DAY * chance.randrange(1, 25))
        by = chance.choice((shop.ada, shop.ben, shop.paul))
        shop.act(by)
        if chance.random() < 0.6:
            shop.writes(f"note {number}{' cancer' * (number % 7 == 0)}", chance.choice(list(NoteKind)), by=by)
        elif chance.random() < 0.5:
            shop.talks(f"talk {number}")
        else:
            shop.tells(f"topic {number}", f"told {number}")
        shop.act(shop.paul)
        if number % 5 == 0 and (looked := shop.desk.reviewing.next()):
            shop.desk.verdicts.approve(looked[0].item)


def narrowings(someone: Employee) -> list[Narrowed]:
    return [
        Narrowed(),
        *(Narrowed(kind=kind) for kind in Kind),
        Narrowed(author=someone.id),
        Narrowed(author=someone.id, kind=Kind.NOTE),
        Narrowed(branch="airport"),
        Narrowed(branch="nowhere"),
        Narrowed(older_than=100),
        Narrowed(newer_than=100, kind=Kind.STALE),
        Narrowed(older_than=30, newer_than=300),
        Narrowed(rest=True),
        Narrowed(rest=True, author=someone.id),
    ]


@pytest.mark.parametrize("seed", range(3))
def test_they_are_those_of_the_queue_however_it_is_narrowed(shop: Shop, seed: int) -> None:
    everything(shop, seed)
    shop.act(shop.paul)
    shop.desk.reviewing.next(ahead=3)  # which nobody else can judge now
    for me in (shop.ada, shop.paul):
        shop.act(me)
        for narrowed in narrowings(shop.ben):
            counts = shop.desk.reviewing.counts(narrowed)
            found = [each.item.risk for each in shop.desk.reviewing.next(narrowed, ahead=1000)]
            shop.desk.reviewing.let_go()
            if narrowed.rest:
                assert counts.rest == len(found), narrowed
                continue
            by_risk = {risk: count for risk, count in counts.by_risk.items() if risk is not Risk.REST}
            wanted = {risk: found.count(risk) for risk in Risk if risk is not Risk.STALE and found.count(risk)}
            assert (by_risk, counts.stale) == (wanted, found.count(Risk.STALE)), narrowed
        if me is shop.ada:
            shop.act(shop.paul)
            shop.desk.reviewing.let_go()


def test_one_is_told_of_how_many_only_where_it_is_narrowed(shop: Shop) -> None:
    for text in ("one", "two"):
        shop.writes(text)
    shop.talks("a talk")
    assert shop.desk.reviewing.counts().of is None
    narrowed = shop.desk.reviewing.counts(Narrowed(kind=Kind.CONVERSATION))
    assert (narrowed.waiting, narrowed.of) == (1, 3)
    rest = shop.desk.reviewing.counts(Narrowed(kind=Kind.CONVERSATION, rest=True))
    assert (rest.rest, rest.of) == (0, 0)


def test_a_fact_that_waits_in_the_queue_is_not_asked_about_as_well(shop: Shop) -> None:
    note = shop.writes("has a dog")
    shop.desk.verdicts.approve(shop.next())
    shop.counter.tick(DAY * 400)
    assert shop.desk.reviewing.counts().stale == 1
    shop.act(shop.ben)
    version = models.Note.get_by_id(note).version
    shop.desk.notes.edit(shop.who, note, version, NoteTyped("has two dogs", NoteKind.FACT))
    shop.act(shop.ada)
    counts = shop.desk.reviewing.counts()
    assert (counts.waiting, counts.stale) == (1, 0)
    assert shop.queue() == ["has two dogs"]


def test_they_are_read_by_indexes(shop: Shop) -> None:
    everything(shop, 7)
    shop.act(shop.ada)
    with watched(shop.desk.store.database) as ran:
        for narrowed in narrowings(shop.ben):
            shop.desk.reviewing.counts(narrowed)
    assert full_scans(shop.desk.store.database, ran) == []
