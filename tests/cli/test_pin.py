"""`deskui pin`: whoever owns the database helps somebody who forgot theirs."""

from __future__ import annotations

import io
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from deskui.__main__ import main
from deskui.desk.opening import open_desk

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def url(tmp_path: Path) -> str:
    address = f"sqlite:///{(tmp_path / 'shop.sqlite3').as_posix()}"
    with closing(open_desk(address)) as desk:
        desk.shop.set_up("Alder", "Desk 1", "Ada")
        desk.signing.set_pin(desk.shop.staff()[0].id, "581730")
    return address


def run(monkeypatch: pytest.MonkeyPatch, url: str, name: str, typed: str) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    return main(["--database", url, "pin", name])


def test_a_forgotten_pin_is_set_anew(
    url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, url, "ada", "402967\n") == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "The PIN is set.\n")
    with closing(open_desk(url, employee="Ada")) as desk:
        desk.signing.sign_in("Ada", "402967")


@pytest.mark.parametrize(("name", "typed"), [("Zed", "402967\n"), ("Ada", "000000\n"), ("Ada", "")])
def test_what_is_not_accepted_changes_nothing(
    url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, typed: str
) -> None:
    assert run(monkeypatch, url, name, typed) == 1
    assert capsys.readouterr().err.count("\n") == 1
    with closing(open_desk(url, employee="Ada")) as desk:
        desk.signing.sign_in("Ada", "581730")
