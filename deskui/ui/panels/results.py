"""Who was found: one customer a line, with why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size

from deskui.domain.lookup import Matched
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deskui.domain.lookup import Hit

_FEWER: Final = "Fewer letters, the last four digits of a phone, or any receipt number find more."
_DOES: Final = 41
"""Cells of what a way does, with the gap before how."""
_SHOWN_ANYWAY = (Matched.RECENT, Matched.NEWEST, Matched.NAME)


_IN_SHORT = (Matched.NUMBER,)
"""What tells by itself what it is, and needs the room on a narrow screen."""


def results(hits: Sequence[Hit], width: int) -> list[Item]:
    """A line for each customer found: name, how to reach them, standing, and what matched."""
    name = max(18, min(40, width * 38 // 100))
    reach = max(0, min(24, width - name - 30)) if width >= 64 else 0
    return [_hit(hit, name, reach) for hit in hits]


def _hit(hit: Hit, name: int, reach: int) -> Item:
    spans = [span(_fit(hit.name, name), Role.STRONG)]
    called = span(f' "{hit.preferred_name}"', Role.ACCENT)
    if hit.preferred_name and hit.preferred_name not in hit.name and cells([*spans, called]) <= name:
        spans.append(called)
    used = cells(spans)
    spans.append(Span(" " * max(2, name + 2 - used)))
    if reach and not hit.is_void:  # which needs the room
        other = hit.phone or hit.email or hit.company
        spans.append(quiet(set_cell_size(span(_fit(other, reach)).text, reach + 2)))
    spans.extend(_why(hit))
    return Item((Line(tuple(spans), (span(hit.tier.upper(), Role.BADGE),) if hit.tier else ()),), hit.customer_id)


def _why(hit: Hit) -> list[Span]:
    if hit.matched in _SHOWN_ANYWAY:
        return [quiet(hit.company)] if hit.company else []
    if hit.is_void:
        return [span(hit.text, Role.BAD)]
    role = Role.WARN if hit.matched is Matched.SIMILAR else Role.ACCENT
    is_shown = hit.text in (hit.phone, hit.email, hit.name)
    if hit.matched in _IN_SHORT or hit.text.casefold().startswith(f"{hit.matched.value} ".casefold()):
        return [span(hit.text, role)]
    return [span(f"{hit.matched.value} ", role), *([] if is_shown else [span(hit.text)])]


def _fit(text: str, width: int) -> str:
    return text if cell_len(text) <= width else set_cell_size(text, width - 1) + "…"


def nothing_found(typed: str, width: int) -> list[Item]:
    """What to do when nobody was found."""
    return [
        Item(
            (
                BLANK,
                Line((span("Nobody found for "), span(typed, Role.STRONG))),
                BLANK,
                Line((Span("Enter", Role.KEY), quiet("  adds them as a new customer, with what you typed"))),
                Line((Span("Esc", Role.KEY), quiet("    clears the box"))),
                BLANK,
                *wrapped(_FEWER, width, Role.QUIET),
            )
        )
    ]


def empty_shop(bring_in: str, look_around: str, width: int) -> list[Item]:
    """What to do in a shop that has no customers yet; `bring_in` is the command that imports into it.

    `look_around` is the one that opens a sample shop.
    """
    ways = (
        ("Bring yours in, from another terminal:", bring_in),
        ("Look around in a sample shop:", look_around),
        ("Add the first by hand:", "type a name here and press Enter"),
    )
    return [Item((BLANK, Line((span("No customers yet.", Role.STRONG),)), *_ways(ways, width)))]


def _ways(ways: Iterable[tuple[str, str]], width: int) -> tuple[Line, ...]:
    """Side by side, or what is typed below what it does where it is too long for that."""
    lines: list[Line] = [BLANK]
    for does, typed in ways:
        if len(typed) <= width - _DOES:
            lines.append(Line((quiet(f"{does:<{_DOES}}"), span(typed))))
        else:
            lines += [Line((quiet(does),)), *wrapped(typed, width, indent=2), BLANK]
    return tuple(lines)
