"""A terminal to run a program in: a real pty, keys in, bytes out, and the screen they make."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

_LIMIT: Final = 30.0
"""Seconds to wait for anything at all."""
_OWN_TERMINAL: Final = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
)
LEFT_OUT: Final = ("COLUMNS", "LINES", "NO_COLOR", "TERM_PROGRAM", "TEXTUAL_ANIMATIONS")


class NeverShown(AssertionError):
    """What was waited for did not come in time; the message holds the screen."""


class Terminal:
    """A program in a pty of its own; used as a context, at whose end the program is gone.

    `login` makes it the controlling terminal, so that closing it hangs the program up.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 160,
        rows: int = 45,
        variables: Mapping[str, str] | None = None,
        login: bool = False,
        limits: Callable[[], None] | None = None,
    ) -> None:
        self.sent = bytearray()
        self.replies = True
        self._painted = 0
        self._ended = False
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._ours, theirs = pty.openpty()
        _size(theirs, columns, rows)
        environment = {name: value for name, value in os.environ.items() if name not in LEFT_OUT}
        environment |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", **(variables or {})}
        command = [sys.executable, "-c", _OWN_TERMINAL, *command] if login else list(command)
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            start_new_session=True,
            preexec_fn=limits,
        )
        os.close(theirs)
        os.set_blocking(self._ours, False)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the program, if it still runs, and the terminal."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.hang_up()

    def hang_up(self) -> None:
        """Close the terminal's end, as a closed window does."""
        if self._ours >= 0:
            os.close(self._ours)
            self._ours = -1

    # --- in ----------------------------------------------------------------------------------------------

    def write(self, keys: bytes | str, limit: float = _LIMIT) -> float:
        """Type; reads meanwhile what the program sends, and returns when the first byte went in."""
        waiting = memoryview(keys.encode() if isinstance(keys, str) else keys)
        began, until = time.perf_counter(), time.perf_counter() + limit
        while waiting:
            readable, writable, _ = select.select([self._ours], [self._ours], [], 1)
            if readable:
                self._take()
            if writable:
                with contextlib.suppress(BlockingIOError):
                    waiting = waiting[os.write(self._ours, waiting[:1024]) :]
            if time.perf_counter() > until:
                raise NeverShown(f"{len(waiting)} bytes not taken in {limit} s\n{self.text}")
        return began

    def resize(self, columns: int, rows: int) -> None:
        """Change the size, as dragging the window's corner does."""
        _ = self.screen  # what was painted for the size before belongs there
        _size(self._ours, columns, rows)
        self._screen.resize(rows, columns)
        self.signal(signal.SIGWINCH)

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    # --- out ---------------------------------------------------------------------------------------------

    def read(self, seconds: float) -> bool:
        """Wait at most so long for something to come, and take it; False when nothing came."""
        if self._ended:
            return False
        readable, _, _ = select.select([self._ours], [], [], max(0.0, seconds))
        return bool(readable) and self._take()

    def _take(self) -> bool:
        try:
            part = os.read(self._ours, 262_144)
        except BlockingIOError:
            return True
        except OSError as error:
            if error.errno != errno.EIO:  # Linux says so when the other end is closed
                raise
            part = b""
        self._ended = not part
        self.sent += part
        if b"\x1b[?2026$p" in part and self.replies:
            os.write(self._ours, b"\x1b[?2026;2$y")  # as most terminals of today: frames are taken whole
        return bool(part)

    def settle(self, quiet: float = 0.025, limit: float = _LIMIT) -> float:
        """Take what comes until nothing came for `quiet` seconds; when the last byte came (0 when none did)."""
        last, until = 0.0, time.perf_counter() + limit
        while self.read(quiet) and time.perf_counter() < until:
            last = time.perf_counter()
        return last

    def clog(self, limit: float = 5.0) -> None:
        """Have the program paint, without reading it, until its terminal takes no more."""
        until, before, same = time.perf_counter() + limit, -1, 0
        rows, columns = struct.unpack("HHHH", fcntl.ioctl(self._ours, termios.TIOCGWINSZ, bytes(8)))[:2]
        while same < 10 and time.perf_counter() < until:
            rows ^= 1
            self.resize(columns, rows)
            select.select([], [], [], 0.05)
            unread = struct.unpack("i", fcntl.ioctl(self._ours, termios.FIONREAD, bytes(4)))[0]
            same = same + 1 if unread == before and unread > 1000 else 0
            before = unread

    def until(self, holds: Callable[[], bool], what: str, limit: float = _LIMIT) -> float:
        """Take what comes until `holds`; when it did. Raises: NeverShown after `limit` seconds."""
        until = time.perf_counter() + limit
        while True:
            now = time.perf_counter()
            if holds():
                return now
            if now > until or (self._ended and self.process.poll() is not None and not holds()):
                raise NeverShown(f"{what}: not in {limit} s, exit code {self.process.poll()}\n{self.text}")
            self.read(min(0.05, until - now))

    def shown(self, text: str, limit: float = _LIMIT) -> float:
        """Wait until the text stands on the screen."""
        return self.until(lambda: text in self.text, f"{text!r} on the screen", limit)

    def gone(self, text: str, limit: float = _LIMIT) -> float:
        """Wait until the text stands nowhere on the screen."""
        return self.until(lambda: text not in self.text, f"{text!r} gone from the screen", limit)

    def ends(self, limit: float = _LIMIT) -> int:
        """Wait for the program's end, taking what it says; its exit code (negative: the signal)."""
        self.until(lambda: self.process.poll() is not None, "the end", limit)
        while self.read(0.05):
            pass
        code = self.process.returncode
        assert code is not None
        return code

    @property
    def screen(self) -> list[str]:
        """The rows on the screen."""
        self._stream.feed(bytes(self.sent[self._painted :]))
        self._painted = len(self.sent)
        return list(self._screen.display)

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(row.rstrip() for row in self.screen).rstrip()

    @property
    def busy(self) -> float:
        """Seconds of processor time that all threads of the program have used (0 where the system does not say)."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    @property
    def title(self) -> str:
        """The title the window was given."""
        _ = self.screen
        return str(self._screen.title)

    @property
    def is_raw(self) -> bool:
        """Whether the terminal does not echo what is typed."""
        return not termios.tcgetattr(self._ours)[3] & termios.ECHO


def _size(handle: int, columns: int, rows: int) -> None:
    fcntl.ioctl(handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def desk_command(url: str, *arguments: str) -> list[str]:
    """How the desk is started on a database."""
    return [sys.executable, "-m", "deskui", "--database", url, *arguments]
