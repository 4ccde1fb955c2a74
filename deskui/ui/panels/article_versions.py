"""The versions of an article, each with what changed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.manual.difference import changes
from deskui.domain.moments import date_words
from deskui.ui.format import moment_words
from deskui.ui.lines import BLANK, Item, Line, Role, quiet, span, strong, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deskui.domain.manual.article import ArticleVersion
    from deskui.domain.manual.difference import Change
    from deskui.ui.panels.scene import Scene

_ROLES: Final = {"-": Role.BAD, "+": Role.GOOD, " ": Role.QUIET, "…": Role.QUIET}
_MOST: Final = 200
"""Lines of changes that are shown of one version."""


def version_items(versions: Sequence[ArticleVersion], scene: Scene, width: int) -> list[Item]:
    """Newest first: from when it holds, who wrote it and why, and the lines that differ from the one before."""
    items: list[Item] = []
    for place, each in enumerate(versions):
        earlier = versions[place + 1] if place + 1 < len(versions) else None
        lines = (*_head(each, scene, width), *(_changed(changes(earlier, each), width) if earlier else ()))
        items.append(Item((*((BLANK,) if place else ()), *lines), ("version", each.id)))
    return items


def _head(said: ArticleVersion, scene: Scene, width: int) -> Iterator[Line]:
    year = scene.now.astimezone(scene.zone).year
    until = "" if said.valid_until is None else f" to {date_words(said.valid_until, year)}"
    by = f" by {said.by}" if said.by else ""
    written = quiet(f"{moment_words(said.at, scene.now, scene.zone)}{by}")
    yield Line((strong(f"Version {said.number}"),), (written,))
    yield from wrapped(f"Holds from {date_words(said.valid_from, year)}{until}", width, indent=2)
    if said.why:
        yield from wrapped(f"Why: {said.why}", width, indent=2)


def _changed(found: Sequence[Change], width: int) -> Iterator[Line]:
    for change in found[:_MOST]:
        first, *rest = wrapped(change.text, width - 4, _ROLES[change.sign])
        yield Line((span(f"  {change.sign} ", _ROLES[change.sign]), *first.spans))
        for line in rest:
            yield Line((span("    "), *line.spans))
    if not found:
        yield Line((quiet("  nothing but the days"),))
