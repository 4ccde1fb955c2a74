from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from deskui.cli.shell import command_line, quoted

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="the rules of a POSIX shell")


@on_posix
@pytest.mark.parametrize("argument", ["plain", "two words", "it's", 'say "so"', "$HOME", "100%25", "a`b`", "", "ü x"])
def test_an_argument_comes_out_of_a_shell_as_it_was(argument: str) -> None:
    assert shlex.split(quoted(argument)) == [argument]


def test_double_quotes_are_preferred_as_every_shell_knows_them() -> None:
    assert quoted("Card no=loyalty") == '"Card no=loyalty"'


@on_posix
def test_the_program_is_named_as_it_was_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = tmp_path / "bin" / "deskui"
    installed.parent.mkdir()
    installed.touch(0o755)
    monkeypatch.setattr("sys.argv", [str(installed)])
    monkeypatch.setenv("PATH", "/nowhere")
    assert command_line("find", "x y") == f'{installed} find "x y"'
    monkeypatch.setenv("PATH", str(installed.parent))
    assert command_line("find") == "deskui find"
    monkeypatch.setattr("sys.argv", [str(Path("somewhere") / "deskui" / "__main__.py")])
    assert command_line("find") == f"{quoted(sys.executable)} -m deskui find"
