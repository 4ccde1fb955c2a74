"""The queue is what a slow, plain look at everything says it should be, whatever was done in whatever order."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from deskui.desk.checking import look_over
from deskui.domain.checked import Checked
from deskui.domain.note import NoteKind, ReviewState
from deskui.domain.review.item import EVERYTHING, Subject
from deskui.domain.review.words import STARTING_LIST
from deskui.domain.typed import NoteTyped
from deskui.errors import DeskError
from deskui.store import models
from deskui.store.store import Store
from tests import postgres
from tests.desk.counter import HOUR
from tests.desk.reviews import Shop, shop
from tests.store.older import make_older

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["shop"]

WORDS = ("likes trains", "has cancer", "never lend tools", "moved house")


def plainly(shop: Shop) -> set[tuple[Subject, int]]:
    """What waits, by reading everything."""
    found = set()
    for subject, model in ((Subject.NOTE, models.Note), (Subject.CONVERSATION, models.Conversation)):
        for each in model.select():
            if each.withdrawn_at is None and each.review == ReviewState.WAITING:
                found.add((subject, each.id))
    back = {each.takes_back_id for each in models.Verdict.select() if each.takes_back_id}
    mistaken = {each.corrects_id for each in models.Statement.select() if each.kind == "taken back"}
    for each in models.Statement.select():
        said = [one for one in models.Verdict.select().order_by(models.Verdict.id) if one.entity == "statement"]
        stands = [one for one in said if one.row == each.id and one.id not in back and one.takes_back_id is None]
        asked = [
            one
            for one in models.FixRequest.select()
            if (one.entity, one.row) == ("statement", each.id) and one.withdrawn_at is None and one.done_at is None
        ]
        is_open = not stands or (stands[-1].verdict == "to fix" and not asked)
        if each.kind == "said" and each.id not in mistaken and is_open:
            found.add((Subject.STATEMENT, each.id))
    return found


def kept() -> set[tuple[Subject, int]]:
    return {(Subject(each.entity), each.row) for each in models.ReviewItem.select()}


def deeds(shop: Shop, rng: random.Random) -> list[Callable[[], object]]:
    """What may be done next."""
    desk = shop.desk
    notes = list(models.Note.select().where(models.Note.withdrawn_at.is_null()))
    note = rng.choice(notes) if notes else None

    def by_ben(work: Callable[[], object]) -> Callable[[], object]:
        def go() -> None:
            shop.act(shop.ben)
            try:
                work()
            finally:
                shop.act(shop.ada)

        return go

    def judge() -> None:
        item = rng.choice(desk.reviewing.next(EVERYTHING, ahead=5)).item
        ways = (
            desk.verdicts.approve,
            lambda each: desk.verdicts.ask_to_fix(each, "no"),
            lambda each: desk.verdicts.commend(each, "well"),
            lambda each: desk.verdicts.redact(each, "", "health"),
        )
        rng.choice(ways)(item)

    return [
        lambda: shop.writes(rng.choice(WORDS), rng.choice(list(NoteKind))),
        lambda: shop.talks(rng.choice(WORDS)),
        lambda: shop.tells(rng.choice(WORDS), rng.choice(WORDS)),
        by_ben(lambda: note and desk.notes.edit(shop.who, note.id, note.version, NoteTyped(rng.choice(WORDS)))),
        by_ben(lambda: note and desk.notes.withdraw(shop.who, note.id, note.version)),
        by_ben(lambda: desk.reviewing.fixed(desk.reviewing.to_fix()[0])),
        by_ben(shop.counter.undo),
        shop.counter.undo,
        judge,
        judge,
        judge,
    ]


@pytest.mark.parametrize("seed", range(4))
def test_it_is_kept_exact(shop: Shop, url: str, seed: int) -> None:
    rng, done = random.Random(seed), 0
    for _ in range(60):
        shop.counter.tick(HOUR)
        try:
            rng.choice(deeds(shop, rng))()
            done += 1
        except (DeskError, IndexError):
            pass  # refused, or there was nothing to do that to: nothing may have changed
        assert kept() == plainly(shop)
    assert done > 25
    assert [words for each in look_over(url) if isinstance(each, Checked) for words in each.wrong] == []


OLD_ROWS = """
INSERT INTO note (customer_id, kind, text, source, visibility, review, written_at, author_id, version) VALUES
    (1, 'fact', 'has a dog', '', 'shared', 'waiting', 1, 1, 1),
    (1, 'fact', 'checked', '', 'shared', 'approved', 1, 1, 1);
"""


def test_what_was_written_before_there_were_reviews_waits_for_nobody(
    new_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_older(new_url, "0025", tmp_path, monkeypatch)
    before = (
        "INSERT INTO shop (name, zone, region, currency, hours, holidays, created_at, version) "
        "VALUES ('Alder', 'UTC', 'US', 'USD', '', '', 1, 1)",
        *(f"INSERT INTO {table} ({columns}) VALUES ({values})" for table, columns, values in OLDER),
        OLD_ROWS.strip().rstrip(";"),
    )
    with postgres.plain(new_url) as connection:
        for statement in before:
            connection.execute(statement)
    store = Store.open(new_url)
    try:
        assert kept() == set()
        assert [each.review for each in models.Note.select().order_by(models.Note.id)] == ["earlier", "approved"]
        assert [each.review for each in models.Conversation.select()] == ["earlier"]
        assert models.Shop.select().first().review_words == STARTING_LIST
    finally:
        store.close()


OLDER = (
    (
        "employee",
        "name, role, extension, phone, branch, interests, present, created_at, version",
        "'Ada', 'clerk', '', '', '', '', TRUE, 1, 1",
    ),
    (
        "customer",
        "number, name, given_name, family_name, preferred_name, say_as, company, prefers, tier, birthday, "
        "spend_currency, custom, "
        "created_at, version",
        "'C-1', 'Shari', '', '', '', '', '', '', '', '', '', '{}', 1, 1",
    ),
    (
        "conversation",
        "customer_id, employee_id, at, channel, direction, reached, mood, minutes, summary, created_at, version",
        "1, 1, 1, 'phone', 'in', TRUE, 'even', 2, 'first', 1, 1",
    ),
)
