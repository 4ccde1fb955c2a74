"""Leaving when told to from outside: the window was closed, the machine shuts down, the terminal is gone."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from types import FrameType

    from deskui.ui.app import DeskApp

PATIENCE: Final = 1.4
"""Seconds the app has to close in good order; after that it is ended, whatever holds it."""
HUNG_UP: Final = 129
"""The exit code of a program whose terminal is gone: 128 and the number of SIGHUP."""
_DRAFTS: Final = 0.3
_SIGNALS: Final = ("SIGHUP", "SIGTERM", "SIGQUIT", "SIGBREAK")
_GIVE_BACK: Final = b"".join(
    b"\x1b[" + each for each in b"?2026l ?2004l ?7h ?1000l ?1003l ?1015l ?1006l <u ?1049l ?25h ?1004l".split()
)
"""What Textual's driver sends when it stops: paste, wrapping, mouse, keyboard, screen, cursor, focus."""


class Leaving:
    """While this context is open, a signal to end closes the app, and ends the program within two seconds.

    A terminal that takes no output holds the event loop, so a handler of the loop would never run: this one is
    run by the interpreter, only hands the wish to the loop, and starts a thread that does not wait for ever.
    """

    def __init__(self, app: DeskApp) -> None:
        self._app = app
        self._ended = threading.Event()
        self._code = 0
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Leaving:
        if threading.current_thread() is threading.main_thread():
            for name in _SIGNALS:
                if (number := getattr(signal, name, None)) is not None:
                    self._before[number] = signal.signal(number, self._told)
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        for number, handler in self._before.items():
            signal.signal(number, handler)

    @property
    def code(self) -> int:
        """The exit code of who was told to leave, 128 and the signal's number as shells count; 0 when nobody was."""
        return self._code

    def _told(self, number: int, _frame: FrameType | None) -> None:
        self.leave(128 + number)

    def leave(self, code: int) -> None:
        """Close the app from any thread, and end the program with this exit code even when it will not close."""
        if self._code:
            return
        self._code = code
        threading.Thread(target=self._end_late, name="leaving", daemon=True).start()
        with suppress(RuntimeError):  # no loop runs (any more): it is on its way out already
            loop = getattr(self._app, "_loop", None) or asyncio.get_running_loop()
            loop.call_soon_threadsafe(lambda: self._app.exit(code, return_code=code))

    def _end_late(self) -> None:
        if self._ended.wait(PATIENCE):
            return
        self._app.drafts.close(_DRAFTS)
        with suppress(Exception):
            give_back(self._app)
        os._exit(self._code)


def give_back(app: DeskApp) -> None:
    """Put the terminal as it was found, without waiting for one that takes nothing."""
    if sys.platform == "win32":
        return
    import termios

    driver = app._driver
    keys, screen = getattr(driver, "fileno", None), getattr(driver, "_file", None)
    if keys is None or screen is None:
        return
    if (found := getattr(driver, "attrs_before", None)) is not None:
        with suppress(termios.error):
            termios.tcsetattr(keys, termios.TCSANOW, found)
    handle = screen.fileno()
    os.set_blocking(handle, False)
    try:
        with suppress(OSError):
            os.write(handle, _GIVE_BACK)
    finally:
        os.set_blocking(handle, True)
