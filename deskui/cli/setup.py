"""`deskui setup`: all that a shop has set, as one TOML file."""

from __future__ import annotations

import contextlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deskui.domain.visible import visible

if TYPE_CHECKING:
    from deskui.cli.invocation import Invocation


@click.group("setup")
def command() -> None:
    """Export and import the set-up of the shop."""


@command.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@click.pass_obj
def export(invocation: Invocation, file: Path) -> None:
    """Write the set-up into FILE as TOML, or to stdout where it is -.

    Shop, hours, staff, limits, checklists and guides, kinds of case, promise and benefit, rules of outreach; never a
    PIN. The manual has a folder of its own: deskui manual export.
    """
    from deskui.cli.output import put_out
    from deskui.desk.opening import open_desk
    from deskui.exchange.setup.exporting import setup_text

    with contextlib.closing(open_desk(invocation.url, create=False, as_owner=True)) as desk:
        text = setup_text(desk)
        desk.looks.exported("set-up of the shop, on the command line")
    put_out(text.encode(), None if str(file) == "-" else file, is_text=True)


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Change nothing; say what an import would do.")
@click.pass_obj
def bring_in(invocation: Invocation, file: Path, dry_run: bool) -> None:
    """Bring the set-up in FILE into the shop: all of it, or nothing where anything is refused.

    Of what changes it says what stood there before and what stands there now. What FILE leaves out stays as it is,
    nobody is removed, and the same FILE twice changes nothing. In a new database it is the first start.
    """
    from deskui.desk.opening import open_desk, open_to_try
    from deskui.exchange.setup.importing import Became, import_setup
    from deskui.exchange.setup.reading import read_setup

    read = read_setup(file)
    opened = open_to_try(invocation.url) if dry_run else open_desk(invocation.url, as_owner=True)
    with contextlib.closing(opened) as desk:
        told = import_setup(desk, read, dry_run=dry_run)
    counts = Counter(each.became for each in told)
    for each in told:
        if each.became is not Became.UNCHANGED:
            click.echo(f"{each.became}: {visible(each.name)}")
        for difference in each.changes:
            click.echo(f"  {visible(str(difference))}")
        if each.told and each.became is not Became.UNCHANGED:
            click.echo(f"  {visible(each.told)}")
    click.echo(" · ".join(f"{each.value} {counts[each]}" for each in Became))
    if dry_run:
        click.echo("This was a dry run: nothing was changed.", err=True)
