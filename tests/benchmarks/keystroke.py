"""How long from a key to its paint: the real desk on a real database in a real pty, beside what bounds it.

Run: python -m tests.benchmarks.keystroke --customers 20000
A key's time is from its byte written to the terminal to the last byte of the paint that follows, before a
silence of 20 ms; "whole" goes on to a silence of 90 ms, so that the preview beside the list is in it.
It prints a table and never fails on time. Shops are built once into --folder.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from deskui.settings import sqlite_url
from tests.benchmarks.built import default_folder, shop_of
from tests.benchmarks.terminal import Terminal, desk_command

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RAW: Final = """
import os, tty
tty.setraw(0)
row = "x" * 150
for count in range(10**9):
    key = os.read(0, 16)
    if key == b"q": break
    os.write(1, "".join(f"\\x1b[{line};1H{row} {count}" for line in range(1, 46)).encode())
"""
BARE: Final = """
from textual.app import App
from textual.widgets import Input
class Bare(App):
    ENABLE_COMMAND_PALETTE = False
    def compose(self): yield Input(placeholder="ready")
Bare().run()
"""
DOWN: Final = b"\x1b[B"
CLEAR: Final = b"\x15"
FRAME: Final = b"\x1b[?2026h"


class Key(NamedTuple):
    """Milliseconds to the paint that follows a key and to the last of all, the frames, and the processor time."""

    painted: float
    whole: float
    frames: int
    cpu: float


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure the desk, and what no program can beat."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--customers", type=int, default=20_000)
    parser.add_argument("--folder", type=Path, default=default_folder())
    parser.add_argument("--names", type=int, default=60, help="how many names are typed")
    parser.add_argument("--only", default="", help="a part of the name of the lines to measure")
    parser.add_argument("--columns", type=int, default=160)
    parser.add_argument("--rows", type=int, default=45)
    parser.add_argument("--no-rivals", action="store_true", help="leave out the raw terminal and the bare Input")
    asked = parser.parse_args(arguments)
    place = shop_of(asked.customers, asked.folder)
    names = _names(place, asked.names)
    size = f"{asked.columns}x{asked.rows}"
    _say(f"{asked.customers:,} customers, {size}, milliseconds from key to paint\n{HEAD}")
    bound = 0.0
    if not asked.no_rivals:
        raw = _rival(RAW, asked, names)
        bound = percentile([key.painted for key in raw], 50)
        _line("raw terminal, every row", raw, bound)
        _line("bare Textual Input", _rival(BARE, asked, names), bound)
    with (
        tempfile.TemporaryDirectory() as home,
        Terminal(
            desk_command(sqlite_url(place)), columns=asked.columns, rows=asked.rows, variables=_apart(home)
        ) as desk,
    ):
        desk.shown("Recently opened")
        desk.settle(0.5)
        list(_typed(desk, names[:3]))
        for name, keys in (
            ("letter of a name", _typed(desk, names)),
            ("letter of a phone", _typed(desk, _phones(place, asked.names // 4))),
            ("arrow down in the list", _moved(desk, names)),
            ("Enter opens a customer", _opened(desk, names)),
            ("panel key", _panels(desk, asked.names)),
        ):
            if asked.only in name:
                _line(name, list(keys), bound)


def _apart(home: str) -> dict[str, str]:
    """Nothing of the machine's own is read or written, but compiled modules, as in any installation."""
    return {"HOME": home, "XDG_DATA_HOME": home, "XDG_STATE_HOME": home, "XDG_CONFIG_HOME": home}


def press(terminal: Terminal, key: bytes) -> Key:
    """Press one key and wait until nothing more is painted."""
    before, busy = len(terminal.sent), terminal.busy
    began = terminal.write(key)
    painted = 0.0
    while not painted and time.perf_counter() - began < 5:
        painted = terminal.settle(0.02)
    whole = max(painted, terminal.settle(0.09))
    frames = terminal.sent.count(FRAME, before)
    return Key((painted - began) * 1000, (whole - began) * 1000, frames, (terminal.busy - busy) * 1000)


def _typed(desk: Terminal, texts: Sequence[str]) -> Iterator[Key]:
    for text in texts:
        press(desk, CLEAR)
        for letter in text:
            yield press(desk, letter.encode())


def _moved(desk: Terminal, names: Sequence[str]) -> Iterator[Key]:
    for letter in sorted({name[0].casefold() for name in names if name[0].isascii()})[:8]:
        press(desk, CLEAR)
        press(desk, letter.encode())
        for _ in range(20):
            yield press(desk, DOWN)


def _opened(desk: Terminal, names: Sequence[str]) -> Iterator[Key]:
    for name in names:
        press(desk, CLEAR)
        desk.write(name)
        desk.settle(0.1)
        yield press(desk, b"\r")
        press(desk, b"/")


def _panels(desk: Terminal, count: int) -> Iterator[Key]:
    desk.write(b"\r")
    desk.settle(0.3)
    press(desk, b"1")
    for place in range(count * 2):
        yield press(desk, str((place + 1) % 4 + 1).encode())


def _rival(program: str, asked: argparse.Namespace, names: Sequence[str]) -> list[Key]:
    command = [sys.executable, "-c", program]
    settings = {"TEXTUAL_FPS": "250"}
    with Terminal(command, columns=asked.columns, rows=asked.rows, variables=settings) as rival:
        rival.settle(1.5)
        return [press(rival, letter.encode()) for name in names for letter in name if letter != "q"][:200]


def _names(place: Path, count: int) -> list[str]:
    connection = sqlite3.connect(place)
    rows = connection.execute("SELECT name FROM customer WHERE length(name) BETWEEN 6 AND 14 ORDER BY id LIMIT 4000")
    names = [name for (name,) in rows if name.isascii() and name.replace(" ", "").isalpha()]
    connection.close()
    return Random(2).sample(names, min(count, len(names)))


def _phones(place: Path, count: int) -> list[str]:
    connection = sqlite3.connect(place)
    rows = connection.execute("SELECT key FROM contact_point WHERE kind = 'phone' AND key LIKE '+1%' LIMIT 4000")
    phones = [key[2:] for (key,) in rows]
    connection.close()
    return Random(3).sample(phones, min(count, len(phones)))


HEAD: Final = f"{'':26}{'keys':>6}" + "".join(
    f"{title:>8}" for title in ("p50", "p95", "p99", "max", "x raw", "whole50", "whole99", "frames", "cpu")
)


def _line(name: str, keys: Sequence[Key], bound: float) -> None:
    painted, whole = [key.painted for key in keys], [key.whole for key in keys]
    figures = [percentile(painted, part) for part in (50, 95, 99, 100)]
    figures += [figures[0] / bound if bound else 0.0, percentile(whole, 50), percentile(whole, 99)]
    figures += [sum(part) / max(1, len(keys)) for part in zip(*((key.frames, key.cpu) for key in keys), strict=True)]
    _say(f"{name:26}{len(keys):6}" + "".join(f"{each:8.1f}" for each in figures))


def percentile(times: Sequence[float], part: int) -> float:
    """The time that `part` in a hundred stay under."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, len(ordered) * part // 100)] if ordered else 0.0


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
