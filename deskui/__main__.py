"""Where the program starts and ends: every outcome is an exit code and at most one sentence on stderr."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_DEVELOPER_VARIABLES: Final = (
    "TEXTUAL",
    "TEXTUAL_DEBUG",
    "TEXTUAL_DEVTOOLS_HOST",
    "TEXTUAL_DEVTOOLS_PORT",
    "TEXTUAL_LOG",
    "TEXTUAL_PRESS",
    "TEXTUAL_SCREENSHOT",
    "TEXTUAL_SCREENSHOT_FILENAME",
    "TEXTUAL_SCREENSHOT_LOCATION",
    "TEXTUAL_SHOW_RETURN",
)
"""With these set, Textual writes keys and screens where others can read them, or types by itself."""

UNEXPECTED: Final = 70
INTERRUPTED: Final = 130
READER_GONE: Final = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; nothing raised inside leaves as a traceback."""
    for name in _DEVELOPER_VARIABLES:
        os.environ.pop(name, None)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A pipe on Windows, and some locales, cannot take every name: escape it rather than fail.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_is_gone()
    except Exception as error:
        return _unexpected(error)


def _run(arguments: Sequence[str]) -> int:
    """Expected refusals end here, in one sentence each."""
    import click

    from deskui.cli.root import root
    from deskui.errors import DeskError

    try:
        # Not root.main(): it expands file patterns on Windows (`find *4411`) and has exit codes of its own.
        with root.make_context("deskui", list(arguments)) as context:
            code = root.invoke(context)
        sys.stdout.flush()
    except DeskError as refusal:
        return _say(refusal.sentence, refusal.exit_code)
    except click.UsageError as refusal:
        command = refusal.ctx.command_path if refusal.ctx else "deskui"
        return _say(f"{refusal.format_message().rstrip('.')}; see {command} --help.", refusal.exit_code)
    except click.ClickException as refusal:
        return _say(refusal.format_message(), refusal.exit_code)
    except click.Abort:
        return INTERRUPTED
    except click.exceptions.Exit as done:
        return done.exit_code
    return code if isinstance(code, int) else 0


def _say(sentence: str, code: int) -> int:
    """Write one line to stderr; it may quote file names and typed text, which must not steer the terminal."""
    from deskui.domain.visible import visible

    sys.stderr.write(visible(" ".join(sentence.split())) + "\n")
    return code


def _reader_is_gone() -> int:
    """Quiet, as with `| head`; the interpreter must find nothing to flush into the closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return READER_GONE


def _unexpected(error: Exception) -> int:
    from deskui.crash_log import record

    place = record(error)
    where = f"what happened is in {place}" if place else "the log file could not be written"
    return _say(f"deskui failed unexpectedly ({type(error).__name__}); {where}.", UNEXPECTED)


if __name__ == "__main__":
    sys.exit(main())
