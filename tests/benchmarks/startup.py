"""How long until the program is there: the desk's first meaningful frame in a real pty, and the quick commands.

Run: python -m tests.benchmarks.startup
It prints a table beside what bounds it, and never fails on time.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from deskui.demo.shop import make_demo
from deskui.settings import sqlite_url
from tests.benchmarks.built import NOW
from tests.benchmarks.keystroke import percentile
from tests.benchmarks.terminal import Terminal, desk_command

if TYPE_CHECKING:
    from collections.abc import Sequence

BARE: Final = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    ENABLE_COMMAND_PALETTE = False
    def compose(self): yield Static("ready")
Bare().run()
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each several times, in turn, so that a busy moment of the machine hits them all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--times", type=int, default=7)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        shop = Path(folder) / "demo.sqlite3"
        make_demo(sqlite_url(shop), now=NOW)
        home = {"HOME": folder, "XDG_DATA_HOME": folder, "XDG_STATE_HOME": folder, "XDG_CONFIG_HOME": folder}
        python, deskui = [sys.executable], [sys.executable, "-m", "deskui", "--database", sqlite_url(shop)]
        runs = {
            "python -c pass": lambda: _ran([*python, "-c", "pass"], home),
            "import textual.app": lambda: _ran([*python, "-c", "import textual.app"], home),
            "deskui --version": lambda: _ran([*deskui, "--version"], home),
            "deskui --help": lambda: _ran([*deskui, "--help"], home),
            "deskui find shari": lambda: _ran([*deskui, "find", "shari"], home),
            "bare Textual app, frame": lambda: _shown([*python, "-c", BARE], home, "ready"),
            "deskui, first frame": lambda: _shown(desk_command(sqlite_url(shop)), home, "Lookup"),
            "deskui, first customers": lambda: _shown(desk_command(sqlite_url(shop)), home, "Recently opened"),
        }
        times: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(asked.times + 1):
            for name, run in runs.items():
                times[name].append(run())
    _say(f"{'milliseconds':28}{'p50':>8}{'min':>8}{'max':>8}")
    for name, taken in times.items():
        warm = taken[1:]
        _say(f"{name:28}{percentile(warm, 50):8.0f}{min(warm):8.0f}{max(warm):8.0f}")


def _ran(command: list[str], variables: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, env=os.environ | variables, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - began) * 1000


def _shown(command: list[str], variables: dict[str, str], text: str) -> float:
    sign = text.encode()
    with Terminal(command, variables=variables) as terminal:
        at = terminal.until(lambda: sign in terminal.sent, text)
        return (at - terminal.started) * 1000


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
