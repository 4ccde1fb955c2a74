"""`deskui demo`: the desk on a sample shop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from deskui.cli.demo_making import make_shop
from deskui.cli.shell import command_line
from deskui.domain.visible import visible
from deskui.errors import Usage
from deskui.settings import sqlite_url

if TYPE_CHECKING:
    from deskui.cli.invocation import Invocation
    from deskui.settings import Settings

DEMO_PIN: Final = "246810"
_HAVE_PIN: Final = f"Everybody in this sample shop has the PIN {DEMO_PIN}."


@click.command("demo")
@click.option(
    "--customers",
    type=click.IntRange(0, 5_000_000),
    default=0,
    metavar="N",
    help="Add this many made-up customers, with three orders each on average.",
)
@click.option(
    "--keep",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Keep the sample shop in this file, or go on with the one kept there; without it, it is gone at the end.",
)
@click.option("--pins", is_flag=True, help=f"Give everybody in a new sample shop a PIN: {DEMO_PIN}.")
@click.pass_obj
def command(invocation: Invocation, customers: int, keep: Path | None, pins: bool) -> int:
    """Open a throw-away sample shop.

    Alder & Finch in Denver: some seventy customers with full histories, and no real person among them.
    """
    from deskui.cli.screen import refuse_unfit_terminal
    from deskui.demo.throw_away import throw_away_folder

    # First of all, so that a mistake in the settings or a terminal that will not do costs no waiting.
    settings = invocation.settings
    refuse_unfit_terminal()
    with throw_away_folder() as folder:
        if keep is None:
            file = folder / "demo.sqlite3"
            _make(file, customers, pins=pins)
            return _open(settings, file, folder)
        if _is_kept(keep):
            _say(f"{keep} is there already: opening the sample shop in it as it was left.")
            if customers:
                _say("Customers are added to a new sample shop only, none to this one.")
            if pins:
                _say("PINs are given in a new sample shop only; s and p gives them in this one.")
        else:
            _make(keep, customers, pins=pins)
        code = _open(settings, keep)
    _tell_how_to_go_on(keep.absolute())
    return code


def _make(file: Path, customers: int, *, pins: bool) -> None:
    make_shop(file, sqlite_url(file), customers)
    if pins:
        from deskui.demo.pins import give_pins

        give_pins(sqlite_url(file), DEMO_PIN)


def _is_kept(file: Path) -> bool:
    """Whether there is a sample shop under that name. Raises: Usage when there is something else."""
    from deskui.demo.shop import is_sample_shop

    if not file.exists() and not file.is_symlink():
        return False
    if not file.is_file() or not is_sample_shop(sqlite_url(file)):
        raise Usage(f"{file} is there already and is no sample shop; name a file that is not there.")
    return True


def _tell_how_to_go_on(file: Path) -> None:
    _say(f"The sample shop is kept in {file}. To go on where it was left:")
    _say(f"  {command_line('demo', '--keep', str(file))}")
    _say("or, as any other shop:")
    _say(f"  {command_line('--database', sqlite_url(file))}")


def _open(settings: Settings, file: Path, folder: Path | None = None) -> int:
    """Open the desk as the clerk of the stories; half-typed texts go to `folder`, when the shop goes away with it."""
    import msgspec

    from deskui.cli.screen import open_on_screen
    from deskui.demo.pins import is_pin_of
    from deskui.demo.staff import ACTING, DESK

    changes = {"desk": DESK, "employee": ACTING}
    if folder is not None:
        changes["drafts"] = str(folder / "drafts")
    url = sqlite_url(file)
    says = _HAVE_PIN if is_pin_of(url, ACTING, DEMO_PIN) else ""
    return open_on_screen(msgspec.structs.replace(settings, **changes), url, says)


def _say(line: str) -> None:
    click.echo(visible(line), err=True)
