"""Limits in lines: whose, and what bounds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.ui.format import moment_words
from deskui.ui.lines import Item, Line, Role, quiet, span, wrapped
from deskui.ui.panels.goodwill import say_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.goodwill.limits import Limit
    from deskui.ui.panels.scene import Scene


def whose_words(limit: Limit) -> str:
    """`clerks`, `Ben, credit`."""
    whose = limit.employee or ("" if limit.role is None else f"{limit.role.value}s")
    return whose if limit.kind is None else f"{whose}, {limit.kind.value}"


def bounds_words(limit: Limit, scene: Scene) -> str:
    """`$40.00 each act · $100.00 a customer in a month · $150.00 in all in a week`."""
    say, bounds = say_in(scene, limit.currency), limit.bounds
    parts = (
        "" if bounds.per_act is None else f"{say(bounds.per_act)} each act",
        "" if bounds.per_customer is None else f"{say(bounds.per_customer)} a customer in a {bounds.customer_period}",
        "" if bounds.per_clerk is None else f"{say(bounds.per_clerk)} in all in a {bounds.clerk_period}",
    )
    return " · ".join(each for each in parts if each) or "no limit any more"


def limit_items(limits: Iterable[Limit], scene: Scene, width: int) -> list[Item]:
    """Whose, what bounds them, and who set that when."""
    rows = []
    for each in limits:
        head = Line((span(whose_words(each), Role.STRONG),), (quiet(_set(each, scene)),))
        rows.append(Item((head, *wrapped(bounds_words(each, scene), width, indent=2)), ("limit", each.id)))
    return rows


def version_items(versions: Iterable[Limit], scene: Scene, width: int) -> list[Item]:
    """How a limit came to be what it is, newest first."""
    return [
        Item((Line((span(_set(each, scene)),)), *wrapped(bounds_words(each, scene), width, Role.QUIET, indent=2)))
        for each in versions
    ]


def _set(limit: Limit, scene: Scene) -> str:
    by = scene.called(None, limit.by)
    when = moment_words(limit.at, scene.now, scene.zone)
    return f"set by {by}, {when}" if by else f"set {when}"
