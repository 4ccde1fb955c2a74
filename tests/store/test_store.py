"""One verb, one transaction, one journal entry; a repeat does nothing, and a failure leaves nothing."""

from __future__ import annotations

import os
import stat
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from deskui.errors import DatabaseTrouble
from deskui.store import journal, models
from deskui.store.store import Store
from tests import postgres
from tests.conftest import NOW
from tests.store.spying import watched
from tests.store.test_journal import hire

if TYPE_CHECKING:
    from deskui.domain.ids import CustomerId
    from deskui.store.entry import Entry

from deskui.store.entry import Actor


def test_a_verb_is_one_transaction_and_one_entry(store: Store) -> None:
    with watched(store.database) as ran:
        hire(store, "Kim")
    assert ran.transactions == ["BEGIN to write", "COMMIT"]
    assert models.Journal.select().count() == 1


def test_a_repeated_operation_does_nothing_twice(store: Store) -> None:
    first, second = hire(store, "Kim", "key-1"), hire(store, "Kim", "key-1")
    assert (second.subject, second.sequence, second.repeated) == (first.subject, first.sequence, True)
    assert models.Employee.select().count() == models.Journal.select().count() == 1


def test_without_the_key_a_repeat_is_done_again(store: Store) -> None:
    hire(store, "Kim", "key-1")
    hire(store, "Kim", "key-2")
    assert models.Employee.select().count() == 2


def test_a_verb_that_fails_half_way_leaves_nothing(store: Store) -> None:
    def work(entry: Entry) -> tuple[int, CustomerId | None]:
        entry.insert(models.Employee, name="Kim", role="clerk", created_at=NOW)
        raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        store.perform(Actor(None, ""), NOW, "staff.add", "key", work)
    assert models.Employee.select().count() == models.Journal.select().count() == 0
    assert hire(store, "Kim", "key").repeated is False


def test_threads_with_connections_of_their_own_lose_nothing(store: Store) -> None:
    failures: list[BaseException] = []

    def clerk(place: int) -> None:
        store.connect()
        try:
            for number in range(10):
                hire(store, f"{place}/{number}")
        except BaseException as error:
            failures.append(error)
        finally:
            store.close()

    clerks = [threading.Thread(target=clerk, args=(place,)) for place in range(4)]
    for each in clerks:
        each.start()
    for each in clerks:
        each.join()
    assert failures == []
    assert models.Employee.select().count() == models.Journal.select().count() == 40
    assert list(journal.broken_entries()) == []


def test_a_closed_store_says_so_in_one_sentence(store: Store) -> None:
    store.close()
    with pytest.raises(DatabaseTrouble, match=r"^The database is closed; start deskui again\.$"):
        hire(store, "Kim")


@pytest.mark.embedded("PRAGMA")
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("application_id", 0x4465736B)],
)
def test_it_is_opened_durably(store: Store, pragma: str, value: object) -> None:
    assert store.database.execute_sql(f"PRAGMA {pragma}").fetchone()[0] == value


@pytest.mark.embedded("modes of files")
@pytest.mark.skipif(sys.platform == "win32", reason="modes are of POSIX systems")
def test_nobody_else_may_read_the_file(url: str) -> None:
    before = os.umask(0)
    try:
        store = Store.open(url)
        hire(store, "Kim")
        path = Path(url.removeprefix("sqlite:///"))
        modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.glob("shop.sqlite3*")}
        store.close()
    finally:
        os.umask(before)
    assert set(modes.values()) == {0o600}, modes


@pytest.mark.embedded("PRAGMA")
def test_a_busy_database_is_said_plainly(store: Store, url: str) -> None:
    store.database.execute_sql("PRAGMA busy_timeout = 1")
    busy = r"^The database is busy with another program; nothing was saved, try again\.$"
    with postgres.plain(url) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseTrouble, match=busy):
            hire(store, "Kim")
    assert not hire(store, "Kim").repeated
