"""`deskui` itself: the global options, and the desk when no subcommand is named."""

from __future__ import annotations

from pathlib import Path

import click

from deskui import __version__
from deskui.cli.group import LazyGroup
from deskui.cli.invocation import Invocation


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--database",
    metavar="URL",
    envvar="DESKUI_DATABASE",
    show_envvar=True,
    help="The database, such as sqlite:///path/to/file or postgresql://user@host/name.",
)
@click.option(
    "--config",
    metavar="FILE",
    type=click.Path(path_type=Path),
    envvar="DESKUI_CONFIG",
    show_envvar=True,
    help="The settings file (TOML) to use instead of the default one.",
)
@click.version_option(__version__, prog_name="deskui", message="%(prog)s %(version)s")
@click.pass_context
def root(context: click.Context, database: str | None, config: Path | None) -> int:
    """The customer in front of you, on screen in five keystrokes.

    Without a command, opens the desk.
    """
    context.obj = Invocation(database, config)
    if context.invoked_subcommand is not None:
        return 0
    from deskui.cli.screen import open_on_screen

    return open_on_screen(context.obj.settings, context.obj.url)
