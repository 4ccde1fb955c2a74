"""`deskui slip`: what the customer of a case takes along."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

import click

from deskui.cli.output import case_argument, format_of, output_options, put_out

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.cli.invocation import Invocation

FORMATS: Final = ("text", "pdf", "escpos")


@click.command("slip")
@case_argument
@output_options(FORMATS)
@click.pass_obj
def command(invocation: Invocation, case: tuple[str, ...], kind: str | None, output: Path | None) -> None:
    """Write what the customer of a case takes along.

    CASE is its number, such as 1043. escpos is what receipt printers understand, as wide as the settings say.
    Nothing is kept of it; the desk keeps the slips that it prints.
    """
    chosen = format_of(kind, output, FORMATS)
    put_out(_written(invocation, " ".join(case), chosen), output, is_text=chosen == "text")


def _written(invocation: Invocation, typed: str, kind: str) -> bytes:
    from deskui.desk.opening import open_desk

    settings = invocation.settings
    with contextlib.closing(
        open_desk(invocation.url, create=False, as_owner=True, employee=settings.employee)
    ) as desk:
        content = desk.slips.content(desk.cases.numbered(typed))
    if kind == "pdf":
        from deskui.exchange.slips.pdf import slip_pdf

        return slip_pdf(content)
    if kind == "escpos":
        from deskui.exchange.slips.escpos import slip_escpos

        return slip_escpos(content, settings.desk_printer.columns)
    from deskui.exchange.slips.text import slip_text

    return slip_text(content).encode()
