"""`deskui board`: what was done in a period, against the one before."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

import click

from deskui.cli.output import format_of, output_options, put_out

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.cli.invocation import Invocation

FORMATS: Final = ("text", "csv", "html", "pdf")


@click.command("board")
@click.option("--days", type=click.IntRange(1, 731), metavar="N", help="The last N days, today among them; 30.")
@click.option(
    "--period", metavar="TEXT", help="Other days: 'last month', '1 nov - 20 nov', '2026-11-01 - 2026-11-20'."
)
@output_options(FORMATS)
@click.pass_obj
def command(
    invocation: Invocation, days: int | None, period: str | None, kind: str | None, output: Path | None
) -> None:
    """Count what was done: promises kept, contacts, visits, cases, each against as many days before.

    CSV has every figure of the whole desk, of each kind of case and of each clerk.
    """
    if days is not None and period is not None:
        raise click.UsageError("Give --days or --period, not both.")
    chosen = format_of(kind, output, FORMATS)
    put_out(_written(invocation, period or f"{days or 30} days", chosen), output, is_text=chosen != "pdf")


def _written(invocation: Invocation, asked: str, kind: str) -> bytes:
    from deskui.desk.opening import open_desk
    from deskui.domain.board.period import typed_period
    from deskui.exchange.boards.written import written_board

    employee = invocation.settings.employee
    with contextlib.closing(open_desk(invocation.url, create=False, as_owner=True, employee=employee)) as desk:
        session = desk.session
        while desk.duty.recount() < 100:
            pass  # a shop of an earlier version is counted first, bit by bit
        board = desk.board.read(typed_period(asked, session.today(desk.now())))
        label = "" if desk.board.own is None or session.employee is None else session.employee.name
        content = written_board(board, kind, session.shop, label, session.region)
        desk.act_as_owner()  # who is named in the settings need not be who typed this
        desk.looks.exported(f"board of {board.period.words}, {kind}, on the command line")
        return content
