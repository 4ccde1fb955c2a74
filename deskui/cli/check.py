"""`deskui check`: whether what is kept is what was written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from deskui.domain.checked import Checked, Head
from deskui.domain.visible import visible

if TYPE_CHECKING:
    from deskui.cli.invocation import Invocation


@click.command("check")
@click.option(
    "--known", metavar="ENTRY", help="An entry that an earlier check printed, to see that it is still there."
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as one object.")
@click.pass_obj
def command(invocation: Invocation, known: str | None, as_json: bool) -> int:
    """Look the database over, and say what is not as it was written.

    File, tables, journal and rows are compared with what the program made and wrote. The newest entry is printed at
    the end: kept somewhere else, --known shows later that no end of the journal was cut off. Nothing is changed.
    """
    from deskui.desk.checking import head_typed, look_over

    done: list[Checked] = []
    newest: Head | None = None
    for found in look_over(invocation.url, None if known is None else head_typed(known)):
        if isinstance(found, Head):
            newest = found
        else:
            done.append(found)
            if not as_json:
                _tell(found)
    if as_json:
        click.echo(_as_object(done, newest))
    elif newest is not None:
        click.echo(f"The newest entry is {newest}; write it down elsewhere.")
    return 1 if any(each.wrong for each in done) else 0


def _tell(found: Checked) -> None:
    click.echo(f"{found.check:<9} {'WRONG' if found.wrong else 'ok':<6} {found.seen}")
    for sentence in (*found.wrong, *found.noticed):
        click.echo(f"{'':<10}{visible(sentence)}")


def _as_object(done: list[Checked], newest: Head | None) -> str:
    checks = {str(each.check): {"seen": each.seen, "wrong": each.wrong, "noticed": each.noticed} for each in done}
    return json.dumps({"checks": checks, "newest": None if newest is None else str(newest)})
