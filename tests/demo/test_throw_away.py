"""The folder of a demo is gone afterwards, whatever happened."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from typing import TYPE_CHECKING

import pytest

from deskui.demo.throw_away import throw_away_folder

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def test_the_folder_is_gone_at_the_end(place: Path) -> None:
    with throw_away_folder() as folder:
        (folder / "demo.sqlite3").write_bytes(b"x")
        assert folder.parent == place
    assert list(place.iterdir()) == []


def test_the_folder_is_gone_after_an_error(place: Path) -> None:
    def fails() -> None:
        with throw_away_folder() as folder:
            (folder / "demo.sqlite3").write_bytes(b"x")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert list(place.iterdir()) == []


def test_a_running_demo_keeps_its_folder(place: Path) -> None:
    with throw_away_folder() as first, throw_away_folder() as second:
        assert first.is_dir()
        assert second.is_dir()


def test_what_a_killed_demo_left_is_removed_by_the_next(place: Path) -> None:
    script = (
        "import os, sys, tempfile; tempfile.tempdir = sys.argv[1]\n"
        "from deskui.demo.throw_away import throw_away_folder\n"
        "with throw_away_folder() as folder:\n"
        "    print(folder, flush=True)\n"
        "    os._exit(9)\n"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(place)], capture_output=True, text=True, check=False)
    left = killed.stdout.strip()
    assert [str(each) for each in place.iterdir()] == [left]
    with throw_away_folder():
        assert left not in [str(each) for each in place.iterdir()]


def test_a_folder_that_is_just_being_made_is_left_alone(place: Path) -> None:
    fresh, stale = place / "deskui-demo-fresh", place / "deskui-demo-stale"
    fresh.mkdir()
    stale.mkdir()
    os.utime(stale, (time.time() - 3600, time.time() - 3600))
    with throw_away_folder():
        assert fresh.is_dir()
        assert not stale.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_is_never_followed(place: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (place / "deskui-demo-trap").symlink_to(precious)
    os.utime(precious, (time.time() - 3600, time.time() - 3600))
    with throw_away_folder():
        assert precious.is_dir()
