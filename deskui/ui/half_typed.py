"""Saying that half-typed text is kept, and which key brings it back."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, Final

from deskui.ui.lines import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.ui.drafts import DraftOf
    from deskui.ui.shell import Shell

_MOST: Final = 3
"""So many customers are named at the start."""


def half_typed(app: Shell, number: str) -> str:
    """`note (n), promise (p)`: what the person acting has half typed about the customer of that number."""
    return _named(app, app.drafts.of_place(app.place, number))


async def tell_half_typed(app: Shell) -> None:
    """Look through what is kept from earlier, and say for whom there is something."""
    await to_thread(app.drafts.survey)
    by_name: dict[str, list[DraftOf]] = {}
    for each in app.drafts.of_place(app.place):
        by_name.setdefault(each.name, []).append(each)
    if by_name:
        words = [f"{name}: {_named(app, drafts)}" for name, drafts in by_name.items()]
        more = f"; and {len(words) - _MOST} more" if len(words) > _MOST else ""
        app.say(f"Half-typed text is kept for {'; '.join(words[:_MOST])}{more}", Role.QUIET)


def _named(app: Shell, drafts: Iterable[DraftOf]) -> str:
    return ", ".join(dict.fromkeys(f"{each.title} ({app.key(each.command)})" for each in drafts))
