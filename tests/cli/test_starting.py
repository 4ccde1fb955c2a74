from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest

from deskui import __version__
from deskui.__main__ import READER_GONE, UNEXPECTED, main
from deskui.cli import find
from deskui.cli.group import SUBCOMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

LOADED = """
import sys
from deskui.__main__ import main
code = main(sys.argv[1:])
heavy = {"textual", "rich", "peewee", "msgspec", "phonenumbers", "babel", "vobject", "rapidfuzz", "platformdirs"}
print(*sorted(heavy & set(sys.modules)), file=sys.stderr)
"""


def loaded_by(*arguments: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", LOADED, *arguments], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_help_loads_nothing_but_the_command_line() -> None:
    assert loaded_by("--help") == set()
    assert loaded_by("--version") == set()


def test_keys_and_find_do_without_the_screen(shop: str) -> None:
    assert not loaded_by("keys") & {"textual", "rich", "peewee"}
    assert not loaded_by("--database", shop, "find", "shari") & {"textual", "rich", "vobject", "babel"}


def test_the_help_names_every_command_with_a_line(deskui: Callable[..., Outcome]) -> None:
    shown = deskui("--help")
    assert (shown.code, shown.err) == (0, "")
    for name, lazy in SUBCOMMANDS.items():
        assert f"{name} " in shown.out
        assert lazy.help in shown.out


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_every_command_has_help_that_begins_as_the_list_says(deskui: Callable[..., Outcome], name: str) -> None:
    shown = deskui(name, "--help")
    assert (shown.code, shown.err) == (0, "")
    assert SUBCOMMANDS[name].help.rstrip(".") in " ".join(shown.out.split())


def test_the_version_is_printed(deskui: Callable[..., Outcome]) -> None:
    assert deskui("--version") == (0, f"deskui {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["fnd"], "No such command 'fnd'; see deskui --help."),
        (["--databse", "x"], "No such option"),
        (["find"], "see deskui find --help."),
        (["find", "x", "--limit", "many"], "'many' is not a valid integer"),
    ],
)
def test_what_makes_no_sense_is_told_in_one_sentence(
    deskui: Callable[..., Outcome], arguments: list[str], said: str
) -> None:
    refused = deskui(*arguments)
    assert refused.code == 2
    assert said in refused.sentence


def fail_with(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> int:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(find, "_find", fail)
    return main(["find", "shari"])


def test_an_unexpected_failure_is_a_sentence_and_a_log_not_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert fail_with(ZeroDivisionError("her PIN is 4471"), monkeypatch) == UNEXPECTED
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "ZeroDivisionError" in said.err
    (log,) = tmp_path.rglob("deskui.log")
    assert str(log) in said.err
    assert "4471" not in said.err + log.read_text()


@pytest.mark.parametrize("interruption", [KeyboardInterrupt(), click.Abort()])
def test_ctrl_c_ends_with_130_and_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], interruption: BaseException
) -> None:
    assert fail_with(interruption, monkeypatch) == 130
    assert capsys.readouterr() == ("", "")


def test_variables_for_developers_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_SCREENSHOT", "TEXTUAL_DEVTOOLS_PORT"):
        monkeypatch.setenv(name, "1")
    main(["--version"])
    assert not [name for name in os.environ if name.startswith("TEXTUAL") and name != "TEXTUAL_ANIMATIONS"]


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe without a reader is no error on Windows")
@pytest.mark.parametrize("arguments", [["--help"], ["keys"]])
def test_a_reader_that_goes_away_is_no_failure(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "deskui", *arguments], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (READER_GONE, b"")
