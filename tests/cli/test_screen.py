"""What a terminal must be able to do before the desk is opened in it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from deskui.__main__ import UNEXPECTED
from deskui.cli import screen
from deskui.errors import Usage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")


def in_terminal(columns: int, rows: int, *arguments: str, **variables: str) -> tuple[int, str]:
    """Run the program in a terminal of this size; its exit code and everything the terminal was sent."""
    return python_in_terminal(columns, rows, ["-m", "deskui", *arguments], variables)


def python_in_terminal(
    columns: int,
    rows: int,
    arguments: list[str],
    variables: dict[str, str],
    typed: tuple[tuple[str, bytes], ...] = (),
) -> tuple[int, str]:
    """Each part of `typed` is sent once its text has been seen on the screen."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    process = subprocess.Popen(
        [sys.executable, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment | {"TERM": "xterm-256color"} | variables,
    )
    watchdog = threading.Timer(60, process.kill)
    watchdog.start()
    os.close(theirs)
    sent, waiting = b"", list(typed)
    try:
        while part := os.read(ours, 65536):
            sent += part
            if waiting and waiting[0][0].encode() in sent:
                os.write(ours, waiting.pop(0)[1])
    except OSError:  # Linux says so when the other end is closed.
        pass
    finally:
        watchdog.cancel()
        os.close(ours)
    return process.wait(timeout=60), sent.decode()


def test_without_a_terminal_the_desk_does_not_open(deskui: Callable[..., Outcome], url: str) -> None:
    refused = deskui("--database", url)
    assert refused.code == 2
    assert "needs a terminal" in refused.sentence


@pytest.mark.parametrize(("columns", "rows"), [(59, 24), (80, 15), (1, 1)])
def test_a_terminal_too_small_is_told_both_sizes(url: str, columns: int, rows: int) -> None:
    code, sent = in_terminal(columns, rows, "--database", url)
    assert code == 2
    assert f"{columns} columns by {rows} rows" in sent
    assert "60 by 16" in sent
    assert sent.count("\n") == 1
    assert "\x1b" not in sent


@pytest.mark.parametrize("term", ["", "dumb", "unknown"])
def test_a_terminal_that_can_do_nothing_is_told_to_set_term(url: str, term: str) -> None:
    code, sent = in_terminal(80, 24, "--database", url, TERM=term)
    assert code == 2
    assert "set TERM" in sent
    assert "\x1b" not in sent


def test_a_terminal_that_does_not_say_its_size_counts_as_80_by_24(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(screen, "_is_terminal", lambda _: True)
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((0, 0)))
    screen.refuse_unfit_terminal()


def test_closed_standard_streams_count_as_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stdin__", None)
    with pytest.raises(Usage, match="needs a terminal"):
        screen.refuse_unfit_terminal()


@pytest.mark.embedded("about files")
@pytest.mark.parametrize("broken", ["not a database", "a folder"])
def test_a_database_that_cannot_be_used_is_told_when_the_screen_is_given_back(new_url: str, broken: str) -> None:
    from deskui.store.engine import database_path

    path = database_path(new_url)
    assert path is not None
    if broken == "a folder":
        path.mkdir()
    else:
        path.write_text("name,phone\n")
    code, sent = in_terminal(80, 24, "--database", new_url)
    assert code == 3
    said = sent.rpartition("\x1b")[2]
    assert broken.removeprefix("not ") in said
    assert said.count("\n") == 1
    assert "Traceback" not in sent


FAILING = """
import sys
from deskui.__main__ import main
from deskui.ui.app import DeskApp

def fail(self):
    pin = "4471"
    raise ZeroDivisionError(f"her PIN is {pin}")

DeskApp.on_mount = fail
sys.exit(main())
"""


def test_a_screen_that_fails_leaves_one_sentence_and_a_log(url: str, tmp_path: Path) -> None:
    code, sent = python_in_terminal(80, 24, ["-c", FAILING, "--database", url], {})
    assert code == UNEXPECTED
    assert "Traceback" not in sent
    assert "4471" not in sent
    (log,) = tmp_path.rglob("deskui.log")
    assert sent.rpartition("\x1b")[2].endswith(f"what happened is in {log}.\r\n")
    assert "in fail" in log.read_text()
    assert "4471" not in log.read_text()


def test_a_byte_that_is_not_utf_8_does_not_make_the_desk_deaf(shop: str) -> None:
    typed = (("Lookup", b"q\xff\xfez"), ("\ufffdz", b"\x11"))
    code, sent = python_in_terminal(120, 40, ["-m", "deskui", "--database", shop], {}, typed)
    assert code == 0
    assert "\ufffdz" in sent
