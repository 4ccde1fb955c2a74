"""The set-up, an area a line: what it is called, what is set there, and who changed it last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.kinds import KindOf
from deskui.ui.format import moment_words
from deskui.ui.lines import BLANK, Item, Line, Role, quiet, span, wrapped
from deskui.ui.panels.fitting import cells, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.kinds import WorkKind
    from deskui.domain.setup import AreaSet
    from deskui.ui.panels.scene import Scene

_TITLED: Final = 27
"""Cells of the longest name of an area, and a gap."""
_ENOUGH: Final = 24
"""Cells that what is set needs to be of use; who changed it is left out before they are fewer."""


def area_items(areas: Sequence[AreaSet], scene: Scene, width: int) -> list[Item]:
    """A line for each area."""
    return [_area_item(each, scene, width) for each in areas]


def _area_item(area: AreaSet, scene: Scene, width: int) -> Item:
    tail = (quiet(_changed(area, scene)),) if area.changed is not None else ()
    if width - _TITLED - cells(tail) - 2 < min(_ENOUGH, len(area.words)):
        tail = ()
    room = max(8, width - _TITLED - (cells(tail) + 2 if tail else 0))
    head = (span(f"{area.area.value:<{_TITLED}}"), cut(quiet(area.words), room))
    return Item((Line(head, tail),), ("area", area.area.value))


def _changed(area: AreaSet, scene: Scene) -> str:
    if area.changed is None or area.changed.at.year < 2000:
        return ""
    when = moment_words(area.changed.at, scene.now, scene.zone)
    return f"{when}{f' {scene.called(None, area.changed.by)}' if area.changed.by else ''}"


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
