"""What cannot be opened: one sentence, an exit code, and everything as it was."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from deskui.store.engine import database_path
from tests.cli.conftest import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome


@pytest.fixture
def refused(as_ordinary_user: Callable[..., Outcome], tmp_path: Path) -> Callable[[str], str]:
    """Look somebody up in the database at an address; the sentence of the refusal."""

    def refuse(url: str) -> str:
        before = _contents(tmp_path)
        outcome = as_ordinary_user("--database", url, "find", "shari")
        assert outcome.code > 1
        assert _contents(tmp_path) == before
        return outcome.sentence

    return refuse


def _contents(folder: Path) -> dict[Path, bytes | None]:
    return {
        path: path.read_bytes() if path.is_file() else None for path in folder.rglob("*") if "home" not in path.parts
    }


def address(path: Path) -> str:
    return f"sqlite:///{path.as_posix()}"


def test_a_folder_is_refused(refused: Callable[[str], str], tmp_path: Path) -> None:
    assert "is a folder" in refused(address(tmp_path))


@pytest.mark.parametrize("content", [b"name,phone\n", b"PK\x03\x04" + b"\0" * 200, b"\0", b"SQLite format 3"])
def test_a_file_that_is_no_database_is_refused(refused: Callable[[str], str], tmp_path: Path, content: bytes) -> None:
    (tmp_path / "customers.csv").write_bytes(content)
    assert "is not a database" in refused(address(tmp_path / "customers.csv"))


def test_a_damaged_database_is_refused(refused: Callable[[str], str], tmp_path: Path) -> None:
    (tmp_path / "shop.sqlite3").write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)
    assert "shop.sqlite3" in refused(address(tmp_path / "shop.sqlite3"))


def test_the_database_of_another_program_is_refused(refused: Callable[[str], str], tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.sqlite3") as other:
        other.execute("CREATE TABLE bookmark (url TEXT)")
    other.close()
    assert "another program" in refused(address(tmp_path / "other.sqlite3"))


@pytest.mark.embedded("about files")
def test_a_database_of_a_newer_program_is_refused(refused: Callable[[str], str], shop: str) -> None:
    path = database_path(shop)
    assert path is not None
    with sqlite3.connect(path) as database:
        columns = [row[1] for row in database.execute("PRAGMA table_info(schema_migration)")]
        row = database.execute("SELECT * FROM schema_migration").fetchone()
        newer = ["9999_tomorrow" if column == "name" else value for column, value in zip(columns, row, strict=True)]
        if "id" in columns:
            newer[columns.index("id")] = None
        database.execute(f"INSERT INTO schema_migration VALUES ({','.join('?' * len(newer))})", newer)
    database.close()
    assert "newer version of deskui" in refused(shop)


@pytest.mark.parametrize(
    "url",
    [
        "mysql://shop",
        "shop.sqlite3",
        "sqlite://shop",
        "sqlite:",
        "https://example.org",
        "\x1b[31m",
        "sqlite:///a%00b",
    ],
)
def test_an_address_of_no_kind_we_know_is_refused(refused: Callable[[str], str], url: str) -> None:
    said = refused(url)
    assert "sqlite:///path/to/file" in said
    assert "\x1b" not in said


WITHOUT_DRIVER = "import sys; sys.modules['psycopg'] = None; from deskui.__main__ import main; sys.exit(main())"


def test_a_server_without_a_driver_to_reach_it_is_refused() -> None:
    address = "postgresql://desk:secret@127.0.0.1/shop"
    outcome = run(["-c", WITHOUT_DRIVER, "--database", address, "find", "shari"], {})
    assert outcome.code == 3
    assert "pip install 'psycopg[binary]'" in outcome.sentence
    assert "secret" not in outcome.sentence


def test_a_pipe_is_refused(refused: Callable[[str], str], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is not a file" in refused(address(tmp_path / "pipe"))


def test_a_folder_on_the_way_that_is_a_file_is_refused(refused: Callable[[str], str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    refused(address(tmp_path / "file" / "shop.sqlite3"))


def test_a_settings_file_that_is_not_there_is_refused(deskui: Callable[..., Outcome], tmp_path: Path) -> None:
    outcome = deskui("--config", tmp_path / "none.toml", "find", "shari")
    assert outcome.code == 2
    assert "none.toml does not exist" in outcome.sentence


@pytest.mark.embedded("about files")
def test_a_file_that_may_not_be_read_is_refused(refused: Callable[[str], str], shop: str) -> None:
    path = database_path(shop)
    assert path is not None
    path.chmod(0)
    assert str(path) in refused(shop)


@pytest.mark.embedded("about files")
def test_a_file_that_may_not_be_written_is_refused(refused: Callable[[str], str], shop: str) -> None:
    path = database_path(shop)
    assert path is not None
    path.chmod(0o400)
    assert "read-only" in refused(shop)


@pytest.mark.embedded("about files")
@pytest.mark.parametrize(("mode", "said"), [(0o500, "read-only"), (0, "Permission denied")])
def test_a_folder_that_is_closed_to_us_is_refused(
    refused: Callable[[str], str], shop: str, tmp_path: Path, mode: int, said: str
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    for file in tmp_path.glob("shop.sqlite3*"):
        file.rename(closed / file.name)
    closed.chmod(mode)
    try:
        assert said in refused(address(closed / "shop.sqlite3"))
    finally:
        closed.chmod(0o700)
