"""The set-up, an area a row: what it is called, what is set there, who changed it last, and what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.kinds import KindOf
from deskui.ui.format import moment_words
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cells, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.kinds import WorkKind
    from deskui.domain.setup import AreaSet
    from deskui.ui.panels.scene import Scene

    Cell = tuple[str, Role]

_TITLED: Final = 27
"""Cells of the longest name of an area, and a gap."""
_WIDE: Final = 125
"""Lines of so many cells have room for all of it side by side."""
_GAP: Final = 2
_WHEN: Final = 40
"""Cells that the time and the name may take, at most."""


def area_items(areas: Sequence[AreaSet], scene: Scene, width: int) -> list[Item]:
    """A row for each area: in columns where there is room, else one below the other; nothing of it is cut."""
    if width < _WIDE:
        return [_stacked(each, scene, width) for each in areas]
    rows = [_cells(each, scene) for each in areas]
    widths = _widths(rows, width)
    titles = tuple((title, Role.QUIET) for title in ("", "what is set", "changed last", "what to do, or who may"))
    keyed = zip(areas, rows, strict=True)
    return [
        Item(_beside(titles if any(row[3][0] for row in rows) else titles[:3], widths)),
        *(Item(_beside(row, widths), ("area", each.area.value)) for each, row in keyed),
    ]


def _stacked(area: AreaSet, scene: Scene, width: int) -> Item:
    """What is set beside the name, and below it the rest."""
    title, said, (when, quieter), note = _cells(area, scene)
    is_change = area.changed is not None and not area.changed.is_beginning and not area.elsewhere
    others, room = (said, (f"changed {when}" if is_change else when, quieter), note), width - _TITLED
    below = [line for words, role in others if words for line in wrapped(words, room, role)]
    lines = [
        Line((span(f"{title[0] if not place else '':<{_TITLED}}"), *each.spans)) for place, each in enumerate(below)
    ]
    return Item(tuple(lines), ("area", area.area.value))


def _cells(area: AreaSet, scene: Scene) -> tuple[Cell, Cell, Cell, Cell]:
    """The columns of a row; whose it is to change stands before what to do."""
    said = (f"! {area.whose}" if area.whose else "", area.to_do)
    note = (" · ".join(filter(None, said)), Role.WARN if area.whose else Role.ACCENT)
    return (area.area.value, Role.TEXT), (area.words, Role.TEXT), (_changed(area, scene), Role.QUIET), note


def _widths(rows: Sequence[Sequence[Cell]], width: int) -> tuple[int, ...]:
    """As wide as each column wants to be; what is set and what is to be done give way where that is too much."""
    widest = [max(cells((span(row[place][0]),)) for row in rows) + _GAP for place in range(4)]
    when = min(_WHEN, widest[2])
    left = width - _TITLED - when
    note = min(widest[3], max(left - widest[1], left * 9 // 20)) if widest[3] > _GAP else 0
    return _TITLED, min(widest[1], left - note), when, note


def _beside(row: Sequence[Cell], widths: Sequence[int]) -> tuple[Line, ...]:
    """Columns side by side, in as many lines as the longest of them needs."""
    columns = [
        wrapped(words, room - _GAP, role) if words else () for (words, role), room in zip(row, widths, strict=False)
    ]
    lines = []
    for place in range(max(map(len, columns))):
        spans: list[Span] = []
        for column, room in zip(columns, widths, strict=False):
            said = column[place].spans if place < len(column) else ()
            spans += [*said, Span(" " * (room - cells(said)))]
        lines.append(Line(tuple(spans)))
    return tuple(lines)


def _changed(area: AreaSet, scene: Scene) -> str:
    """`3 Nov by Margaret Liu`, `as set up today 09:02 by you`, `never changed`."""
    if area.elsewhere or area.changed is None:
        return area.elsewhere or "never changed"
    at = moment_words(area.changed.at, scene.now, scene.zone)
    by = f" by {scene.called(None, area.changed.by)}" if area.changed.by else ""
    if area.changed.is_beginning:
        return f"as set up {at}{by}"
    return f"{at}{by or ' on the command line'}"


def kind_items(kinds: Sequence[WorkKind], width: int) -> list[Item]:
    """The kinds of case, then those of promise, each with the words it went by before."""
    items: list[Item] = []
    for of, title in ((KindOf.CASE, "Cases"), (KindOf.PROMISE, "Promises")):
        found = [each for each in kinds if each.of is of]
        items.append(Item((*((BLANK,) if items else ()), Line((span(title, Role.TITLE),)))))
        items += [_kind_item(each, width) for each in found]
        if not found:
            items.append(
                Item(wrapped("No kind is listed; those used before are offered, n adds one.", width, Role.QUIET))
            )
    return items


def _kind_item(kind: WorkKind, width: int) -> Item:
    tail = (cut(quiet(f"before: {', '.join(kind.earlier)}"), max(8, width // 2)),) if kind.earlier else ()
    return Item((Line((cut(span(kind.title), max(12, width - cells(tail) - 2)),), tail),), ("kind", kind.id))
