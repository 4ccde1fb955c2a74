"""`deskui story`: a case as one readable page."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

import click

from deskui.cli.output import case_argument, format_of, output_options, put_out

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.cli.invocation import Invocation

FORMATS: Final = ("text", "html", "pdf")


@click.command("story")
@case_argument
@output_options(FORMATS)
@click.option("--customer", is_flag=True, help="Leave only what the customer may read.")
@click.pass_obj
def command(
    invocation: Invocation, case: tuple[str, ...], kind: str | None, output: Path | None, customer: bool
) -> None:
    """Tell a case from its first contact to now.

    CASE is its number, such as 1043. Each line is marked as internal or as known to the customer.
    """
    chosen = format_of(kind, output, FORMATS)
    put_out(_written(invocation, " ".join(case), chosen, customer=customer), output, is_text=chosen != "pdf")


def _written(invocation: Invocation, typed: str, kind: str, *, customer: bool) -> bytes:
    from deskui.desk.opening import open_desk
    from deskui.domain.story.story import for_customer

    with contextlib.closing(
        open_desk(invocation.url, create=False, as_owner=True, employee=invocation.settings.employee)
    ) as desk:
        case = desk.cases.numbered(typed)
        story = desk.stories.of_case(case)
        copy = "the customer's story" if customer else "story"
        desk.act_as_owner()  # who is named in the settings need not be who typed this
        desk.looks.exported(f"{copy} of case #{story.number}, {kind}, on the command line", case)
        region = desk.session.region
    told = for_customer(story) if customer else story
    if kind == "pdf":
        from deskui.exchange.stories.pdf import story_pdf

        return story_pdf(told, region)
    if kind == "html":
        from deskui.exchange.stories.html import story_html

        return story_html(told).encode()
    from deskui.exchange.stories.text import story_text

    return story_text(told).encode()
