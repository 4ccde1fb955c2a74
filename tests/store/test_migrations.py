"""A database is brought up to date once, after a copy; one from the future is left alone."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from peewee import Model
from playhouse.migrations import Migration

from deskui.errors import DatabaseTrouble
from deskui.store import engine, schema
from deskui.store.store import Store
from tests import postgres
from tests.store.test_journal import hire

NEXT = """
def up(migrator, db):
    db.execute_sql("ALTER TABLE employee ADD COLUMN badge TEXT")
"""
BROKEN = """
def up(migrator, db):
    db.execute_sql("ALTER TABLE employee ADD COLUMN badge TEXT")
    raise RuntimeError("half way")
"""


def place(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def content(url: str) -> object:
    """The bytes of the file, or which migrations the server's database has had."""
    if not postgres.SERVER:
        return place(url).read_bytes()
    with postgres.plain(url) as connection:
        return connection.execute("SELECT name FROM schema_migration ORDER BY name").fetchall()


def files(url: str) -> set[str]:
    return {each.name for each in place(url).parent.glob(place(url).name + "*")}


def opened(url: str, names: tuple[str, ...] = ("Kim",)) -> None:
    store = Store.open(url)
    try:
        for name in names:
            hire(store, name)
    finally:
        store.close()


@pytest.fixture
def url(new_url: str) -> str:
    """Here nothing is there yet."""
    return new_url


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of migrations of a later version of the program."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    return folder


@pytest.mark.embedded("about files")
def test_a_new_file_gets_every_migration_and_no_copy(url: str) -> None:
    opened(url)
    assert engine.applied_names(place(url)) == schema.known_names()
    assert not any(".before-" in name for name in files(url))


@pytest.mark.embedded("about files")
def test_opening_it_again_changes_nothing(url: str) -> None:
    opened(url)
    before = place(url).read_bytes()
    Store.open(url).close()
    assert place(url).read_bytes() == before


@pytest.mark.embedded("about files")
def test_a_copy_is_kept_before_a_pending_migration(url: str, later: Path) -> None:
    opened(url)
    (later / "0900_badges.py").write_text(NEXT)
    store = Store.open(url)
    try:
        assert "badge" in {each.name for each in store.database.get_columns("employee")}
        assert hire(store, "Lee").sequence == 2
    finally:
        store.close()
    copy = place(url).with_name(place(url).name + ".before-0900_badges")
    with sqlite3.connect(copy) as kept:
        assert kept.execute("SELECT name FROM employee").fetchall() == [("Kim",)]
        assert "badge" not in {row[1] for row in kept.execute("PRAGMA table_info(employee)")}
        assert kept.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    kept.close()
    assert engine.applied_names(place(url)) == schema.known_names()


def test_a_migration_that_fails_leaves_the_database_as_it_was(url: str, later: Path) -> None:
    opened(url)
    (later / "0900_badges.py").write_text(BROKEN)
    with pytest.raises(Exception, match="half way"):
        Store.open(url)
    (later / "0900_badges.py").unlink()
    store = Store.open(url)
    try:
        assert "badge" not in {each.name for each in store.database.get_columns("employee")}
    finally:
        store.close()


def test_a_database_from_the_future_is_refused_and_left_untouched(url: str, later: Path) -> None:
    (later / "0900_badges.py").write_text(NEXT)
    opened(url)
    (later / "0900_badges.py").unlink()
    before, beside = content(url), files(url)
    with pytest.raises(
        DatabaseTrouble, match=r"written by a newer version of deskui \(0900_badges\); update this one"
    ):
        Store.open(url)
    assert content(url) == before
    assert files(url) == beside


@pytest.mark.embedded("about files")
def test_another_programs_database_is_refused_and_left_untouched(url: str) -> None:
    with sqlite3.connect(place(url)) as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    before = place(url).read_bytes()
    with pytest.raises(DatabaseTrouble, match="the database of another program"):
        Store.open(url)
    assert place(url).read_bytes() == before


@pytest.mark.embedded("about files")
@pytest.mark.parametrize("content", [b"hello", b"PK\x03\x04" + b"\0" * 100, b"SQLite format 2\0"])
def test_a_file_of_another_kind_is_refused_and_left_untouched(url: str, content: bytes) -> None:
    place(url).write_bytes(content)
    with pytest.raises(DatabaseTrouble, match="is not a database; name another file"):
        Store.open(url)
    assert place(url).read_bytes() == content


def test_two_processes_may_open_a_new_file_at_once(url: str) -> None:
    code = (
        "import sys; from deskui.store.store import Store; s = Store.open(sys.argv[1]); "
        "print(s.database.execute_sql('SELECT count(*) FROM schema_migration').fetchone()[0]); s.close()"
    )
    several = [
        subprocess.Popen([sys.executable, "-c", code, url], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    said = [each.communicate(timeout=60) for each in several]
    assert [each.returncode for each in several] == [0] * 4, said
    assert {out.strip() for out, _ in said} == {str(len(schema.known_names()))}


def test_migrations_are_numbered_one_by_one() -> None:
    numbers = sorted(int(name[:4]) for name in schema.known_names())
    assert numbers == list(range(1, len(numbers) + 1))


def made_by(steps: list[Any]) -> list[Any]:
    database = engine.make_database("sqlite:///:memory:")
    with database.connection_context():
        for step in steps:
            step.up(None, database)
        found = database.execute_sql("SELECT type, name, sql FROM sqlite_master ORDER BY rowid").fetchall()
    return list(found)


def test_the_steps_work_for_one_database_after_another_and_leave_no_table_bound() -> None:
    steps = [each.load() for each in Migration.load_directory(str(schema.MIGRATIONS))]
    assert made_by(steps) == made_by(steps) != []
    tables = [each for step in steps for each in vars(step).values() if isinstance(each, type)]
    models = [each for each in tables if issubclass(each, Model) and each is not Model]
    assert len(models) > 20
    assert [each for each in models if each._meta.database is not None] == []
