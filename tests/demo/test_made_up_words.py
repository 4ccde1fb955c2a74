"""What is promised and said in a made-up shop is believable: kept mostly, open only of late, and in human numbers."""

from __future__ import annotations

import shutil
from collections import Counter
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from deskui.demo import setting
from deskui.demo.everybody import EVERYBODY
from deskui.demo.generator import fill
from deskui.demo.setting import DAY, Setting
from deskui.demo.shop import make_demo
from deskui.demo.staff import ACTING, DESK
from deskui.desk.opening import open_desk
from deskui.domain.promises.promise import SETTLES
from deskui.domain.promises.standing import Outcome, live_entries, standing
from deskui.store import models
from deskui.store.reads import promises as reads
from deskui.store.store import Store
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.store.reads.promises import Known

CUSTOMERS = 4000


@pytest.fixture(scope="module")
def _made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("made-up") / "shop.sqlite3"
    make_demo(f"sqlite:///{file.as_posix()}", CUSTOMERS, now=NOW)
    return file


@pytest.fixture
def desk(_made_once: Path, tmp_path: Path) -> Iterator[Desk]:
    copy = tmp_path / "shop.sqlite3"
    shutil.copy(_made_once, copy)
    address = f"sqlite:///{copy.as_posix()}"
    with closing(open_desk(address, desk_name=DESK, employee=ACTING, clock=lambda: NOW)) as opened:
        yield opened


def made_up() -> list[Known]:
    """All promises of those who came behind the people of the stories, in the open database."""
    promise = models.Promise
    ids = [row[0] for row in promise.select(promise.id).where(promise.customer > len(EVERYBODY)).tuples()]
    return reads.with_entries(ids)


@pytest.mark.usefixtures("desk")
def test_there_are_as_many_promises_as_a_shop_makes() -> None:
    for model, each in ((models.Promise, 0.3), (models.Statement, 0.2), (models.FollowUp, 0.05)):
        assert abs(model.select().count() / CUSTOMERS - each) < each / 4, model


@pytest.mark.usefixtures("desk")
def test_most_promises_are_kept_and_few_are_open() -> None:
    found = Counter(standing(promise, entries, NOW).outcome for promise, entries in made_up())
    share = {outcome: count / found.total() for outcome, count in found.items()}
    kept = share[Outcome.KEPT_EARLY] + share[Outcome.KEPT_ON_TIME] + share[Outcome.KEPT_LATE]
    assert 0.84 < kept < 0.92
    assert min(share[Outcome.KEPT_ON_TIME], share[Outcome.KEPT_LATE], share[Outcome.RELEASED]) > 0.02
    assert share[Outcome.SUPERSEDED] > 0.01
    assert share[Outcome.OPEN] < 0.05


@pytest.mark.usefixtures("desk")
def test_nothing_happens_to_a_promise_before_it_is_made_or_after_it_is_settled() -> None:
    moved = 0
    for promise, entries in made_up():
        assert promise.made_at < promise.due
        assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)
        assert all(promise.made_at <= entry.at <= NOW for entry in entries)
        assert all(entry.kind not in SETTLES for entry in live_entries(promise, entries)[:-1])
        due = promise.due
        for entry in entries:
            if entry.due is not None:
                assert entry.due > due
                assert entry.reason
                due, moved = entry.due, moved + 1
    assert moved > 10


@pytest.mark.usefixtures("desk")
def test_a_closed_case_has_no_open_promise() -> None:
    still, case = models.OpenPromise, models.Case
    query = still.select(still.promise).join(case, on=(still.case == case.id)).where(case.status == "closed")
    assert list(query.tuples()) == []


def test_what_is_due_can_be_done_in_a_day(desk: Desk) -> None:
    counts = desk.due.counts()
    for mine, everybody in (counts.due_today, counts.overdue, counts.we_owe):
        assert mine <= 8
        assert mine < everybody <= 20
    assert len({item.owner for item in desk.due.list()}) >= 5


@pytest.mark.parametrize(
    ("kind", "case_kind"), [("parts", "order"), ("call back", ""), ("refund", "payment"), ("delivery", "")]
)
def test_the_advisor_has_much_to_go_by(desk: Desk, kind: str, case_kind: str) -> None:
    found = desk.promises.advice(kind, case_kind)
    assert found is not None
    advice, group = found
    assert group.startswith(kind)
    assert advice.finished >= 15
    assert 2 < advice.halfway < advice.within < 200


def test_kinds_of_promise_take_their_time(desk: Desk) -> None:
    times = {kind: found[0].halfway for kind in ("call back", "delivery") if (found := desk.promises.advice(kind))}
    assert times["call back"] * 3 < times["delivery"]


@pytest.mark.usefixtures("desk")
def test_what_is_told_differently_corrects_what_was_told_before() -> None:
    said = {each.id: each for each in models.Statement.select()}
    corrections = [each for each in said.values() if each.corrects_id is not None]
    assert len(corrections) > 20
    for each in corrections:
        earlier = said[each.corrects_id]
        assert (earlier.customer_id, earlier.topic_key) == (each.customer_id, each.topic_key)
        assert earlier.said_at <= each.said_at


@pytest.mark.usefixtures("desk")
def test_what_was_promised_and_told_belongs_to_what_was_said_then() -> None:
    talks = {each.id: each for each in models.Conversation.select()}
    for model in (models.Promise, models.Statement, models.FollowUp):
        for row in model.select().where(model.customer > len(EVERYBODY)):
            talk = talks[row.conversation_id]
            assert (talk.customer_id, talk.case_id) == (row.customer_id, row.case_id)
            assert talk.reached


def test_a_bigger_shop_has_no_longer_due_list(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def still_open(address: str) -> int:
        store = Store.open(address)
        try:
            fill(store, customers=3000, now=NOW)
            tasks = models.FollowUp.settled_at.is_null()
            return models.OpenPromise.select().count() + models.FollowUp.select().where(tasks).count()
        finally:
            store.close()

    small = still_open(url)
    monkeypatch.setattr(setting, "_BUSY", 300)
    assert still_open(f"sqlite:///{(tmp_path / 'big.sqlite3').as_posix()}") < small / 4


@pytest.mark.usefixtures("store")
def test_opening_hours_pass_from_one_day_to_the_next() -> None:
    shop = Setting.of_shop(NOW, 3, 100)
    opening = shop.at(5, 0)
    hour = timedelta(hours=1) // timedelta(milliseconds=1)
    assert shop.later(opening, 2) == opening + 2 * hour
    assert shop.later(opening + 8 * hour, 2) == opening + DAY + hour
    assert shop.later(opening + 15 * hour, 2) == opening + DAY + 2 * hour
