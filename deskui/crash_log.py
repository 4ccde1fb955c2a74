"""The file an unexpected error is written to: where it happened, and nothing of what was stored or typed."""

from __future__ import annotations

import contextlib
import logging
import os
import platform
import sys
import threading
import traceback
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING, Final

from platformdirs import user_log_path

from deskui import __version__

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST: Final = 256 * 1024
_KEPT: Final = 3


def record(error: BaseException) -> Path | None:
    """Append the error to the log file and return its place; None when it cannot be written.

    Messages, local variables and source lines are left out: they may hold what customers said.
    """
    path = user_log_path("deskui", appauthor=False) / "deskui.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with contextlib.closing(_PrivateFile(path, maxBytes=_LARGEST, backupCount=_KEPT)) as log:
            log.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
            log.emit(logging.LogRecord("deskui", logging.ERROR, "", 0, "\n".join(redacted(error)), None, None))
    except OSError:
        return None
    return path


def take_over_stderr() -> None:
    """From now on the log gets what Python would print by itself: on a full screen, stderr is the screen."""
    logging.getLogger().addHandler(_Redacting(logging.ERROR))
    logging.captureWarnings(capture=True)
    threading.excepthook = lambda failed: _quietly(failed.exc_value)
    sys.unraisablehook = lambda failed: _quietly(failed.exc_value)


def _quietly(error: BaseException | None) -> None:
    if error is not None and not isinstance(error, SystemExit):
        record(error)


class _Redacting(logging.Handler):
    """Keeps the errors that come with log lines, and not the lines: they may quote what was typed."""

    def emit(self, record: logging.LogRecord) -> None:
        _quietly(record.exc_info[1] if record.exc_info else None)


class _PrivateFile(RotatingFileHandler):
    """A log that its owner alone may read, also after turning over; it never writes to stderr."""

    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        return TextIOWrapper(os.fdopen(handle, "ab"), encoding="utf-8", errors="backslashreplace")

    def handleError(self, record: logging.LogRecord) -> None:
        raise


def redacted(error: BaseException) -> list[str]:
    """The error as lines: versions, then each exception of the chain by type with the places it passed."""
    lines = [f"deskui {__version__}, Python {platform.python_version()}, {sys.platform}"]
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}")
        lines += [
            f"  {frame.f_code.co_filename}:{line} in {frame.f_code.co_qualname}"
            for frame, line in traceback.walk_tb(current.__traceback__)
        ]
        current = current.__cause__ or current.__context__
    return lines
