from __future__ import annotations

import csv
import stat
import sys
from pathlib import Path

import pytest

from deskui.domain.importing.incoming import Refused
from deskui.errors import BadInput
from deskui.exchange.rejects_file import RejectsFile, rejects_path


def test_nothing_is_written_when_there_is_nothing_to_say(tmp_path: Path) -> None:
    rejects = RejectsFile(tmp_path / "a.rejects.csv")
    rejects.start()
    rejects.close()
    assert not rejects.written
    assert list(tmp_path.iterdir()) == []


def test_line_reason_and_row_are_written_for_the_owner_only_and_hold_no_formula(tmp_path: Path) -> None:
    rejects = RejectsFile(tmp_path / "a.rejects.csv")
    rejects.header = ("Name", "=cmd")
    rejects.add(Refused(3, "no date", (("=1+1", "-x"), ("@y", "plain\ud800\0"))))
    rejects.close()
    with rejects.path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows == [
        ["line", "reason", "Name", "'=cmd"],
        ["3", "no date", "'=1+1", "'-x"],
        ["3", "no date", "'@y", "plain?"],
    ]
    if sys.platform != "win32":
        assert stat.S_IMODE(rejects.path.stat().st_mode) == 0o600


def test_the_rejects_of_an_earlier_run_are_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "a.rejects.csv"
    path.write_text("line,reason,Name\n2,x,y\n")
    RejectsFile(path).start()
    assert not path.exists()


def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.rejects.csv"
    path.write_text("my thesis\n")
    with pytest.raises(BadInput, match="move it away"):
        RejectsFile(path).start()
    assert path.read_text() == "my thesis\n"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_is_never_written_through(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("line,reason\n")
    link = tmp_path / "a.rejects.csv"
    link.symlink_to(target)
    with pytest.raises(BadInput):
        RejectsFile(link).start()
    with pytest.raises(BadInput):
        RejectsFile(link).add(Refused(1, "x"))
    assert target.read_text() == "line,reason\n"


def test_the_file_stands_beside_the_import(tmp_path: Path) -> None:
    assert rejects_path(tmp_path / "shop.csv") == tmp_path / "shop.csv.rejects.csv"
    assert isinstance(rejects_path(Path("shop.csv")), Path)
