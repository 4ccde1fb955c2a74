"""Where a command puts what it made: a file, or stdout."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from deskui.cli.shell import quoted
from deskui.errors import Usage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

case_argument = click.argument("case", nargs=-1, required=True)
"""`1043`, `#1043` or `case 1043`."""


def output_options(formats: Sequence[str]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The options --format and --output; without --format the ending of the file decides."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        written = click.option(
            "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file instead of stdout."
        )
        form = click.option(
            "--format", "kind", type=click.Choice(formats), help="What to write; text, unless FILE ends otherwise."
        )
        return form(written(command))

    return decorate


def format_of(kind: str | None, output: Path | None, formats: Sequence[str]) -> str:
    """The format asked for, else that of the file's ending, else text."""
    ending = "" if output is None else output.suffix.lower().removeprefix(".")
    return kind or (ending if ending in formats else "text")


def put_out(content: bytes, output: Path | None, *, is_text: bool) -> None:
    """Write it to the file, or to stdout, which must not be a terminal unless it is text.

    Raises: Usage in one sentence when it cannot be written there.
    """
    if output is not None:
        try:
            output.write_bytes(content)
        except OSError as error:
            raise Usage(f"{output} cannot be written: {error.strerror or type(error).__name__}.") from error
    elif is_text:
        click.echo(content.decode(), nl=False)
    elif sys.stdout.isatty():
        raise Usage(f"That is nothing for a terminal; write it to a file with --output {quoted('FILE')}.")
    else:
        click.echo(content, nl=False)
