"""Going full-screen: what the terminal must be able to do, and the one place that loads the screens."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from deskui.cli.shell import command_line
from deskui.errors import Usage
from deskui.remembered import without_password

if TYPE_CHECKING:
    from deskui.settings import Settings

NARROWEST: Final = 60
"""Columns that the desk needs."""
LOWEST: Final = 16
"""Rows that the desk needs."""


def open_on_screen(settings: Settings, url: str, door_says: str = "") -> int:
    """Open the desk on the database at `url` and return the exit code once it is closed.

    `door_says` stands where somebody signs in.
    Raises: Usage when there is no terminal, or one that cannot show the desk; DatabaseTrouble from the store.
    """
    refuse_unfit_terminal()
    # Textual reads its frame rate when it is imported; the default of 60 costs a clerk 10 ms a keystroke.
    os.environ.setdefault("TEXTUAL_FPS", str(settings.frames_per_second))
    from platformdirs import user_state_path

    from deskui.crash_log import take_over_stderr
    from deskui.remembered import Remembered
    from deskui.ui.app import run_desk
    from deskui.ui.leaving import HUNG_UP
    from deskui.ui.patient_input import forgive_bad_bytes

    take_over_stderr()
    forgive_bad_bytes()
    code = run_desk(
        url,
        desk_name=settings.desk,
        employee=settings.employee,
        theme=settings.theme,
        keys=settings.key_overrides,
        drafts=settings.drafts_folder,
        files=settings.files_folder,
        printer=settings.desk_printer,
        lock_after=settings.lock_after,
        remembered=Remembered(user_state_path("deskui", appauthor=False) / "remembered.json"),
        bring_in=_bring_in(settings, url),
        look_around=command_line("demo"),
        door_says=door_says,
    )
    if code == HUNG_UP:
        _leave_the_terminal()
    return code


def _bring_in(settings: Settings, url: str) -> str:
    """The command that imports into this database; which one is said where no other command would find it."""
    place = () if url == settings.database_url and not settings.database else ("--database", without_password(url))
    return command_line(*place, "import", "customers.csv")


def _leave_the_terminal() -> None:
    """Send what is left to nowhere: the interpreter's last flush would fail, and its code hide ours."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):
            os.dup2(nowhere, stream)


def refuse_unfit_terminal() -> None:
    """Raises: Usage in one sentence when a standard stream is no terminal, or it is dumb or too small.

    All three are needed: keys come in on stdin, and Textual draws on stderr.
    """
    if not all(_is_terminal(stream) for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__)):
        raise Usage("The desk needs a terminal; start it in one, or look somebody up with deskui find.")
    if sys.platform != "win32" and os.environ.get("TERM", "") in ("", "dumb", "unknown"):
        raise Usage("The terminal does not say what it can do; set TERM, for example TERM=xterm-256color.")
    size = shutil.get_terminal_size()
    if size.columns < NARROWEST or size.lines < LOWEST:
        raise Usage(
            f"The terminal is {size.columns} columns by {size.lines} rows; "
            f"the desk needs {NARROWEST} by {LOWEST}: make the window larger."
        )


def _is_terminal(stream: object) -> bool:
    """Whether a standard stream is there (it may be closed or missing) and is a terminal."""
    try:
        return bool(stream is not None and stream.isatty())  # type: ignore[attr-defined]
    except ValueError:
        return False
