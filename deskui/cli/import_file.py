"""`deskui import`: customers, orders and benefits from a shop's export."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from deskui.cli.import_progress import followed
from deskui.cli.import_saying import FirstRefusals, say
from deskui.cli.import_words import doubtful, read_two_ways, understood
from deskui.errors import Usage
from deskui.exchange.file_import import FORMATS, opened
from deskui.exchange.rejects_file import RejectsFile, rejects_path

if TYPE_CHECKING:
    from deskui.cli.invocation import Invocation
    from deskui.domain.importing.incoming import Tally
    from deskui.exchange.file_import import Export

_MOST_SHOWN: Final = 20
"""Refusals that a dry run tells, which leaves no file of them."""
_FEW_SHOWN: Final = 5
"""Refusals that an import tells; all of them are in the file."""
_INTERRUPTED: Final = 130


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--format", "kind", type=click.Choice(FORMATS), default="auto", show_default=True, help="What wrote the file."
)
@click.option("--map", "maps", metavar="COLUMN=FIELD", multiple=True, help="What a column means; may be repeated.")
@click.option(
    "--dates",
    type=click.Choice(("day-first", "month-first")),
    help="How 03/04/2026 is meant, else by country.",
)
@click.option("--dry-run", is_flag=True, help="Change nothing; say what an import would do.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as one object.")
@click.pass_obj
def command(
    invocation: Invocation,
    file: Path,
    kind: str,
    maps: tuple[str, ...],
    dates: str | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Bring in customers, orders and benefits from a shop's export.

    The same FILE twice changes nothing, and an interrupted import can be run again. Rows that cannot be read
    go to FILE.rejects.csv with line and reason; all others come in.
    """
    with opened(file, kind, _mapping(maps)) as export:
        rejects = RejectsFile(rejects_path(file))
        rejects.header = export.header
        if not dry_run:
            rejects.start()
        tally, whole = _run(invocation.url, export, rejects, dates, dry_run)
        _tell(export, rejects, tally)
        if as_json:
            click.echo(_as_object(export, rejects, tally))
        elif whole:
            click.echo(str(tally))
        if dry_run and whole:
            say("This was a dry run: nothing was changed.")
        return 0 if whole else _INTERRUPTED


def _as_object(export: Export, rejects: RejectsFile, tally: Tally) -> str:
    doubts = export.doubts
    written = {
        **asdict(tally),
        "format": export.kind,
        "columns": [asdict(column) for column in export.columns],
        "rejects": str(rejects.path) if rejects.written else None,
        "doubtful": doubts.count,
        "look_at": [asdict(row) for row in doubts.listed],
        "names_turned": doubts.turned,
    }
    return json.dumps(written)


def _run(url: str, export: Export, rejects: RejectsFile, dates: str | None, dry_run: bool) -> tuple[Tally, bool]:
    """What became of the records, and whether the file was read to its end."""
    from deskui.desk.importing import importing
    from deskui.exchange.locale_rules import LocaleRules

    refuse = FirstRefusals(None, _MOST_SHOWN) if dry_run else FirstRefusals(rejects.add, _FEW_SHOWN)
    with importing(url, dry_run=dry_run) as importer:
        for sentence in understood(export.kind, export.columns):
            say(sentence)
        session = importer.session
        rules = LocaleRules.of(session.region, session.currency, session.zone)
        if dates is not None:
            rules = replace(rules, day_first=dates == "day-first")
        try:
            with followed(export.records(rules), export.file) as records:
                return importer.take(records, refuse), True
        except KeyboardInterrupt:
            stays = "nothing was changed" if dry_run else "what is in stays in, run the same command again to go on"
            say(f"Stopped at {importer.tally}; {stays}.")
            return importer.tally, False
        finally:
            rejects.close()
            refuse.tell()
            for sentence in read_two_ways(rules):
                say(sentence)


def _tell(export: Export, rejects: RejectsFile, tally: Tally) -> None:
    if export.encoding == "cp1252":
        say("The file is not UTF-8; it was read as Windows-1252.")
    for sentence in doubtful(export.doubts):
        say(sentence)
    if not tally.records:
        say(f"{export.file.path} holds a header and no rows; there was nothing to bring in.")
    if rejects.written:
        say(f"The rows that were not accepted are in {rejects.path}, with line and reason.")


def _mapping(maps: tuple[str, ...]) -> dict[str, str]:
    """COLUMN=FIELD as given, split at the last `=`. Raises: Usage when there is none."""
    found = {}
    for one in maps:
        column, sign, name = one.rpartition("=")
        if not sign or not column.strip() or not name.strip():
            raise Usage(f'--map {one!r} is not COLUMN=FIELD; write for example --map "Kunde=name".')
        found[column.strip()] = name.strip().lower().replace("-", "_")
    return found
