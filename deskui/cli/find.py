"""`deskui find`: the lookup of the desk, without the desk."""

from __future__ import annotations

import contextlib
import json
import sys
from typing import TYPE_CHECKING

import click

from deskui.cli.columns import aligned
from deskui.domain.lookup import Matched
from deskui.domain.text import without_hidden
from deskui.domain.visible import HIDDEN
from deskui.errors import NotFound, Usage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.cli.invocation import Invocation
    from deskui.domain.lookup import Hit


@click.command("find")
@click.argument("text", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@click.option("--limit", type=click.IntRange(1, 1000), default=30, show_default=True, help="How many at most.")
@click.pass_obj
def command(invocation: Invocation, text: tuple[str, ...], as_json: bool, limit: int) -> None:
    """Look a customer up without opening the desk.

    TEXT is what you would type in the lookup: part of a name, a phone number or its last digits, an e-mail
    address, a receipt, PO, order or case number, or "likes: hot wheels". Best match first: name, number, phone
    and tier, and the reason when it is not the name.
    """
    sought = without_hidden(" ".join(text)).strip()
    if not sought:
        raise Usage("There is nothing to look for; type a name or a number after deskui find.")
    hits = _find(invocation.url, sought, limit)
    if as_json:
        click.echo(as_objects(hits))
    elif hits:
        click.echo("\n".join(as_lines(hits)))
    if not hits:
        raise NotFound(f'Nobody was found for "{sought}"; try fewer letters, or another number.')


def _find(url: str, sought: str, limit: int) -> Sequence[Hit]:
    from deskui.desk.opening import open_desk

    with contextlib.closing(open_desk(url, create=False, as_owner=True)) as desk:
        return desk.lookup.find(sought, limit)


def as_lines(hits: Sequence[Hit]) -> list[str]:
    """One aligned line a customer: name and what they like to be called, number, phone, tier, and why they match."""
    return aligned([(_name(hit), hit.number, hit.phone, hit.tier, _reason(hit)) for hit in hits])


def as_objects(hits: Sequence[Hit]) -> str:
    """The customers as one JSON array; hidden characters are escaped, safe for a terminal too."""
    rows = [
        {
            "number": hit.number,
            "name": hit.name,
            "preferred_name": hit.preferred_name,
            "company": hit.company,
            "tier": hit.tier,
            "phone": hit.phone,
            "email": hit.email,
            "matched": str(hit.matched),
            "text": hit.text,
            "exact": hit.exact,
            "case": hit.case_id,
            "order": hit.order_id,
        }
        for hit in hits
    ]
    narrow = not (sys.stdout.encoding or "").lower().startswith("utf")
    written = json.dumps(rows, ensure_ascii=narrow, separators=(", ", ": "))
    return HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _name(hit: Hit) -> str:
    if not hit.preferred_name or hit.preferred_name == hit.name:
        return hit.name
    return f"{hit.name} ({hit.preferred_name})"


def _reason(hit: Hit) -> str:
    """Why somebody is there when it is not the name; its text only where the line does not hold it already."""
    if hit.matched is Matched.NAME:
        return ""
    stands_there = hit.text in ("", hit.name, hit.number, hit.phone)
    return str(hit.matched) if stands_there else f"{hit.matched}: {hit.text}"
