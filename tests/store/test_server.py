"""A database on a server: reached again after it was away, busy in one sentence, and in the order of plain signs."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from deskui.errors import DatabaseTrouble, Usage
from deskui.store import journal, models
from deskui.store.entry import Actor
from deskui.store.store import Store
from tests import postgres
from tests.conftest import NOW
from tests.store.lookup.conftest import Shop
from tests.store.spying import watched
from tests.store.test_journal import hire

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.domain.ids import CustomerId
    from deskui.store.entry import Entry

pytestmark = pytest.mark.server

OFFLINE = r"^The database server is offline; nothing was saved, try again\.$"


def test_after_a_restart_the_next_question_is_answered(store: Store, url: str) -> None:
    hire(store, "Kim")
    postgres.hang_up(url)
    assert models.Employee.select().count() == 1
    postgres.hang_up(url)
    assert store.index.recent() == []


def test_after_a_restart_the_next_verb_is_done_once(store: Store, url: str) -> None:
    hire(store, "Kim")
    postgres.hang_up(url)
    hire(store, "Lee")
    assert models.Employee.select().count() == models.Journal.select().count() == 2


def test_a_restart_in_the_middle_of_a_verb_leaves_nothing_and_is_told(store: Store, url: str) -> None:
    def work(entry: Entry) -> tuple[int, CustomerId | None]:
        row = entry.insert(models.Employee, name="Kim", role="clerk", created_at=NOW)
        postgres.hang_up(url)
        return row, None

    with pytest.raises(DatabaseTrouble, match=OFFLINE):
        store.perform(Actor(None, ""), NOW, "staff.add", "key", work)
    assert models.Employee.select().count() == models.Journal.select().count() == 0
    assert hire(store, "Kim", "key").repeated is False


def test_while_it_is_away_questions_and_verbs_are_refused_and_later_answered(store: Store, url: str) -> None:
    hire(store, "Kim")
    postgres.hang_up(url, stays_away=True)
    for _ in range(2):
        with pytest.raises(DatabaseTrouble, match=OFFLINE):
            models.Employee.select().count()
        with pytest.raises(DatabaseTrouble, match=OFFLINE):
            hire(store, "Lee")
    postgres.hang_up(url)
    hire(store, "Lee")
    assert models.Employee.select().count() == 2
    assert list(journal.broken_entries()) == []


def test_another_desk_that_writes_too_long_is_said_plainly(store: Store, url: str) -> None:
    store.database.execute_sql("SET lock_timeout = 1")
    with postgres.plain(url) as other, other.transaction():
        other.execute(f"SELECT pg_advisory_xact_lock({0x4465736B})")
        with pytest.raises(
            DatabaseTrouble, match=r"^The database is busy with another desk; nothing was saved, try again\.$"
        ):
            hire(store, "Kim")
    assert hire(store, "Kim").repeated is False


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("postgresql://desk:secret@[::1/x", "The database address is not understood"),
        ("postgresql:secret", "The database address is not understood"),
        ("postgresql://desk:secret@127.0.0.1/", "The database address names no database"),
        ("postgresql://desk:secret@127.0.0.1/x?colour=secret", "The database address is not understood"),
    ],
)
def test_an_address_that_makes_no_sense_is_refused_without_quoting_it(address: str, sentence: str) -> None:
    with pytest.raises(Usage, match=sentence) as refused:
        Store.open(address)
    assert "secret" not in refused.value.sentence


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"path": "/deskui_not_there"}, "There is no such database on the server"),
        ({"netloc": "nobody@{host}"}, "The database server does not know the user"),
        ({"netloc": "desk@deskui.invalid"}, "There is no database server of that name"),
        ({"netloc": "desk@127.0.0.1:9"}, "The database server is offline"),
    ],
)
def test_a_server_that_does_not_let_us_in_is_told_in_one_sentence(changed: dict[str, str], sentence: str) -> None:
    parts = postgres.urlsplit(postgres.SERVER)
    host = parts.netloc.rpartition("@")[2]
    address = parts._replace(**{name: value.format(host=host) for name, value in changed.items()}).geturl()
    with pytest.raises(DatabaseTrouble, match=sentence):
        Store.open(address)


@pytest.fixture(params=["C", "en-US", "de-DE-u-co-phonebk"])
def abroad(request: pytest.FixtureRequest) -> Iterator[Shop]:
    """A shop in a database that sorts as people of that language do: small beside capital, signs before digits."""
    language = "" if request.param == "C" else f"LOCALE_PROVIDER icu ICU_LOCALE '{request.param}'"
    options = f"TEMPLATE template0 LOCALE 'C.UTF-8' {language}"
    with postgres.fresh_database(options=options) as url, closing(Store.open(url)) as store:
        yield Shop(store, NOW)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("R-882", ["Jörg Smith", "Ann Ames"]),
        ("R-88213", ["Ann Ames"]),
        ("88", ["Jörg Smith", "Ann Ames"]),
        ("L-55", ["Ann Ames"]),
        ("C-90", ["Ada Aens"]),
        ("ann@", ["Ann Ames"]),
        ("ann_b", ["Jörg Smith"]),
        ("ANN@EXAMPLE.ORG", ["Ann Ames"]),
        ("aems", ["Ann Ames", "Ada Aens"]),
    ],
)
def test_beginnings_are_found_whatever_the_language_of_the_server(abroad: Shop, typed: str, found: list[str]) -> None:
    abroad.add("Ada Aens", number="C-9001")
    abroad.add("Ann Ames", number="X-1", receipt=["R-88213"], loyalty=["L-5501"], emails=["ann@example.org"])
    abroad.add("Jörg Smith", number="X-2", receipt=["R-88299"], emails=["ann_b@example.org"])
    assert sorted(abroad.names(typed)) == sorted(found)


@pytest.mark.parametrize("typed", ["R-88213", "0142", "C-9001", "ann@example.org", "ammes"])
def test_beginnings_are_looked_up_between_the_ends_of_an_index(abroad: Shop, typed: str) -> None:
    for number in range(40):
        abroad.add(f"Ann{number} Ames", receipt=[f"R-{88000 + number}"], emails=[f"ann{number}@example.org"])
    database = abroad.store.database
    with watched(database) as ran:
        abroad.find(typed)
    ranges = [(sql, params) for sql, params in ran.statements if " < %s" in sql]
    assert ranges
    database.execute_sql("SET enable_seqscan = off")
    for sql, params in ranges:
        plan = "\n".join(row[0] for row in database.execute_sql(f"EXPLAIN {sql}", params).fetchall())
        assert "Seq Scan" not in plan
        assert plan.count("Index Cond: ((") >= sql.count(" < %s"), plan
