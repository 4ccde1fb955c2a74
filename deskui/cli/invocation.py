"""What the command line was started with, handed to every subcommand as click's context object."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.settings import Settings


@dataclass
class Invocation:
    """The global options as given; subcommands take it by `@click.pass_obj`."""

    database: str | None
    config: Path | None

    @cached_property
    def settings(self) -> Settings:
        """The settings in force, read when first asked for. Raises: Usage when they are not accepted."""
        from deskui.settings import read_settings

        return read_settings(self.config, self.database)

    @property
    def url(self) -> str:
        """The address of the database to work on."""
        return self.settings.database_url
