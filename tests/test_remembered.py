from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from deskui.remembered import Remembered, without_password


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "state" / "remembered.json"


def test_what_was_set_is_there_at_the_next_start(place: Path) -> None:
    Remembered(place).set("theme", "nord")
    Remembered(place).set("panel", "2")
    assert Remembered(place).get("theme") == "nord"
    assert Remembered(place).get("panel") == "2"


def test_nothing_remembered_gives_the_default(place: Path) -> None:
    assert Remembered(place).get("theme") == ""
    assert Remembered(place).get("theme", "gruvbox") == "gruvbox"


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("postgresql://desk:s3:c%40ret@host:5432/shop", "postgresql://desk@host:5432/shop"),
        ("postgresql://desk@host/shop?password=s3&sslmode=require", "postgresql://desk@host/shop?&sslmode=require"),
        ("postgresql://host:5432/shop", "postgresql://host:5432/shop"),
        ("sqlite:///C:/shops/a:b@c.sqlite3", "sqlite:///C:/shops/a:b@c.sqlite3"),
    ],
)
def test_no_password_is_written_into_files(address: str, kept: str) -> None:
    assert without_password(address) == kept


@pytest.mark.parametrize("broken", [b"", b"{", b"[1]", b'{"theme": 3}', b"\xff\xfe", b"[" * 100_000])
def test_a_broken_file_is_ignored_and_replaced(place: Path, broken: bytes) -> None:
    place.parent.mkdir()
    place.write_bytes(broken)
    assert Remembered(place).get("theme") == ""
    Remembered(place).set("theme", "nord")
    assert Remembered(place).get("theme") == "nord"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_only_its_owner_may_read_the_file(place: Path) -> None:
    Remembered(place).set("theme", "nord")
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700


def test_a_write_leaves_nothing_beside_the_file(place: Path) -> None:
    Remembered(place).set("theme", "nord")
    assert list(place.parent.iterdir()) == [place]


def test_a_place_that_cannot_be_written_is_let_be(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    remembered = Remembered(tmp_path / "state" / "remembered.json")
    remembered.set("theme", "nord")
    assert remembered.get("theme") == ""


def test_a_failed_write_keeps_what_was_there(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Remembered(place).set("theme", "nord")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    Remembered(place).set("theme", "gruvbox")
    assert Remembered(place).get("theme") == "nord"
    assert list(place.parent.iterdir()) == [place]
