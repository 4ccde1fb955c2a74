"""`deskui manual`: the manual as a folder of Markdown files, and searched without opening the desk."""

from __future__ import annotations

import contextlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deskui.cli.columns import aligned
from deskui.domain.text import without_hidden
from deskui.domain.visible import visible
from deskui.errors import BadInput, NotFound, Usage

if TYPE_CHECKING:
    from deskui.cli.invocation import Invocation
    from deskui.domain.manual.found import Found, Pieces


@click.group("manual")
def command() -> None:
    """Export, import and search the manual."""


@command.command("export")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def export(invocation: Invocation, folder: Path) -> None:
    """Write every article in use into FOLDER as Markdown.

    Articles already there are written anew; what is no article is left alone, and so is everything outside FOLDER.
    """
    from deskui.desk.opening import open_desk
    from deskui.exchange.manual.exporting import export_manual

    with contextlib.closing(open_desk(invocation.url, create=False, as_owner=True)) as desk:
        done = export_manual(desk, folder)
    for name, reason in done.refused:
        click.echo(f"{visible(name)}: {reason}", err=True)
    click.echo(f"written {done.written} · unchanged {done.unchanged} · refused {len(done.refused)}")
    if done.refused:
        raise BadInput(f"Not all of the manual is in {folder}.")


@command.command("import")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Change nothing; say what an import would do.")
@click.pass_obj
def bring_in(invocation: Invocation, folder: Path, dry_run: bool) -> None:
    """Bring the Markdown files of FOLDER into the manual.

    An article is known again by its title; one that says something else gets a new version. The same FOLDER twice
    changes nothing.
    """
    from deskui.desk.opening import open_desk
    from deskui.exchange.manual.importing import Became, import_manual

    counts: Counter[str] = Counter()
    with contextlib.closing(open_desk(invocation.url, create=False, as_owner=True)) as desk:
        for told in import_manual(desk, folder, dry_run=dry_run):
            counts[told.became] += 1
            if told.became is Became.REFUSED:
                click.echo(visible(f"{told.name}: {told.reason}"), err=True)
            elif told.became is not Became.UNCHANGED:
                click.echo(visible(f"{told.became}: {told.name}"))
    click.echo(" · ".join(f"{each.value} {counts[each]}" for each in Became))
    if dry_run:
        click.echo("This was a dry run: nothing was changed.", err=True)
    if counts[Became.REFUSED]:
        raise BadInput(f"Refused: {counts[Became.REFUSED]}; see above why.")


@command.command("find")
@click.argument("text", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many at most.")
@click.pass_obj
def find(invocation: Invocation, text: tuple[str, ...], limit: int) -> None:
    """Search the manual for TEXT: titles before texts, with the hit in context."""
    from deskui.desk.opening import open_desk

    sought = without_hidden(" ".join(text)).strip()
    if not sought:
        raise Usage("There is nothing to look for; type a word after deskui manual find.")
    with contextlib.closing(open_desk(invocation.url, create=False, as_owner=True)) as desk:
        found = desk.manual.find(sought, limit)
    if not found:
        raise NotFound(f'Nothing in the manual has "{sought}" in it; try fewer or other words.')
    click.echo("\n".join(aligned([_row(each) for each in found])))


def _row(found: Found) -> tuple[str, ...]:
    return found.kind.value, _plain(found.title), _plain(found.excerpt)


def _plain(pieces: Pieces) -> str:
    return visible("".join(text for text, _ in pieces))
