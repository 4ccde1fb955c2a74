"""The numbers of a case: what is on order under each, and above all the one that holds everything up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.arrivals import Arrival, arrival
from deskui.domain.moments import date_words, near_day
from deskui.ui.format import count_words, day_words
from deskui.ui.lines import Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cells
from deskui.ui.panels.promised import heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.arrivals import Supply
    from deskui.domain.case import Case
    from deskui.domain.order import Reference
    from deskui.ui.panels.scene import Scene

_KIND: Final = 10
"""Cells of the column of kinds; a number that begins with its kind stands there by itself."""
_SIGN: Final = 2
_SIGNS: Final = {
    Role.GOOD: Span("✓ ", Role.GOOD),
    Role.TEXT: Span("o ", Role.ACCENT),
    Role.WARN: Span("! ", Role.WARN),
    Role.BAD: Span("! ", Role.BAD),
}
_ROLES: Final = {
    Arrival.HERE: Role.GOOD,
    Arrival.EXPECTED: Role.TEXT,
    Arrival.LATE: Role.BAD,
    Arrival.UNDATED: Role.WARN,
}


def waited_for(case: Case, scene: Scene, width: int) -> list[Item]:
    """What holds the case up: `waits for PO 4473: expected Fri 27 Nov, 3 of 4 here`; nothing once it is closed."""
    if case.supply is None or case.closed_at is not None:
        return []
    first, *rest = waiting_lines(case.supply, scene, width - _SIGN)
    sign, indent = _SIGNS[first.spans[0].role], Span(" " * _SIGN)
    return [Item((Line((sign, *first.spans)), *(Line((indent, *each.spans)) for each in rest)))]


def waiting_lines(supply: Supply, scene: Scene, width: int) -> tuple[Line, ...]:
    """What is waited for and until when, and how much is here, which goes below before anything is broken."""
    if supply.weakest is None:
        many = f"all {supply.numbers:,} orders are here" if supply.numbers > 1 else "what was ordered is here"
        return wrapped(many, width, Role.GOOD)
    words, role = arrival_words(supply.weakest, scene)
    for_what = f"waits for {supply.weakest.number}: {words}"
    here = f"{supply.here:,} of {supply.numbers:,} here"
    if supply.numbers == 1:
        return wrapped(for_what, width, role)
    if len(for_what) + 1 <= width < len(for_what) + 2 + len(here):
        return (Line((span(f"{for_what},", role),)), Line((Span(here, role),)))
    return wrapped(f"{for_what}, {here}", width, role)


def arrival_words(reference: Reference, scene: Scene) -> tuple[str, Role]:
    """When it comes or came: `expected Fri 27 Nov`, `received 2 Nov`, `late since Thu`, `no date`; or nothing."""
    where = arrival(reference, scene.today)
    if where is None:
        return "", Role.QUIET
    if reference.received is not None:
        return f"received {day_words(reference.received, scene.today)}", _ROLES[where]
    if reference.expected is None:
        return where.value, _ROLES[where]
    if where is Arrival.LATE:
        return f"late since {near_day(reference.expected, scene.today)}", _ROLES[where]
    days = (reference.expected - scene.today).days
    day = day_words(reference.expected, scene.today) if days < 2 else date_words(reference.expected, scene.today.year)
    return f"expected {day}", Role.WARN if days == 0 else _ROLES[where]


def references(case: Case, scene: Scene, width: int) -> list[Item]:
    """The section of the numbers, with how many there are where not all are shown."""
    shown = len(case.references)
    if not shown:
        return []
    rest = case.reference_count - shown
    more = [Item((Line((quiet(f"+{count_words(rest, 'more number')}, Enter lists all"),)),), ("references", case.id))]
    return [heading("References"), *reference_rows(case.references, scene, width), *(more if rest > 0 else [])]


def reference_rows(shown: Iterable[Reference], scene: Scene, width: int) -> list[Item]:
    """A row for each: `PO 4471   Alder Cabinets   expected Fri 27 Nov`."""
    return [_row(each, scene, width) for each in shown]


def _row(reference: Reference, scene: Scene, width: int) -> Item:
    words, role = arrival_words(reference, scene)
    tail = (span(words, role),) if words else ()
    number, supplier = named(reference), quiet(f"  {reference.supplier}" if reference.supplier else "")
    behind = quiet(f"  of {reference.order}" if reference.order and reference.order != reference.number else "")
    room = width - (cells(tail) + 2 if tail else 0)
    if cells((*number, supplier, behind)) <= room:
        lines = [Line((*number, supplier, behind), tail)]
    elif cells((*number, supplier)) <= room:
        lines = [Line((*number, supplier), tail)]
    else:
        lines = [Line(number, tail), Line((Span(" " * (_KIND - 2)), supplier))]
    return Item(tuple(lines), ("reference", reference.id))


def named(reference: Reference) -> tuple[Span, ...]:
    """`receipt   R-88213`, and `PO 4471` alone: it says what it is."""
    kind, number = reference.kind.value, span(reference.number)
    if number.text.casefold().startswith(kind.casefold()):
        return (Span(f"{number.text:<{_KIND - 2}}", number.role),)
    return (quiet(f"{kind:<{_KIND}}"), number)
