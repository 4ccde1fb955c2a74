"""`deskui pin NAME`: a PIN for somebody who has forgotten theirs, set by whoever owns the database."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

import click

from deskui.desk.opening import open_desk
from deskui.errors import NotFound, Usage

if TYPE_CHECKING:
    from deskui.cli.invocation import Invocation


@click.command("pin")
@click.argument("name")
@click.pass_obj
def command(invocation: Invocation, name: str) -> int:
    """Give somebody on the staff list a new PIN, without the old one.

    Whoever may write the database file may do that; at the desk, only an administrator.
    """
    with contextlib.closing(open_desk(invocation.url, create=False, as_owner=True)) as desk:
        wanted = " ".join(name.casefold().split())
        who = next((each for each in desk.shop.staff() if each.name.casefold() == wanted), None)
        if who is None:
            raise NotFound(f"Nobody called {name.strip()[:40]!r} is on the staff list.")
        desk.signing.set_pin(who.id, _typed())
    click.echo("The PIN is set.", err=True)
    return 0


def _typed() -> str:
    """The PIN, typed twice unseen on a terminal, else one line of what comes in."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    first: str = click.prompt("New PIN", hide_input=True, err=True)
    again: str = click.prompt("Once more", hide_input=True, err=True)
    if first != again:
        raise Usage("The two differ; nothing was changed.")
    return first
