"""Checklists and guides to choose from, and the versions of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.steps.step_list import ListKind
from deskui.ui.format import count_words, moment_words
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, strong, wrapped
from deskui.ui.panels.fitting import cells, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.steps.template import StepTemplate
    from deskui.ui.panels.scene import Scene

_TITLES = {ListKind.CHECKLIST: "Checklists", ListKind.GUIDE: "Guides"}


def template_items(templates: Sequence[StepTemplate], width: int, case_kind: str = "") -> list[Item]:
    """Checklists, then guides, a line each; those of the kind of case at hand come first."""
    items: list[Item] = []
    for kind, title in _TITLES.items():
        found = [each for each in templates if each.kind is kind]
        found.sort(key=lambda each: not case_kind or each.case_kind.casefold() != case_kind.casefold())
        if found:
            items.append(Item((*((BLANK,) if items else ()), Line((span(title, Role.TITLE),)))))
        items += [Item((_row(each, width),), ("template", each.family)) for each in found]
    return items


def _row(template: StepTemplate, width: int) -> Line:
    """Its title; which cases go through it when, or that the customer may read it; and how many steps it has."""
    whose = "they may read it" if template.for_customer else template.stage.value
    steps = count_words(len(template.lines), "step")
    words = " · ".join(filter(None, (template.case_kind or "any case", whose, steps)))
    tail = (cut(quiet(words), max(8, width - 24)),)
    return Line((cut(span(template.title), max(12, width - cells(tail) - 2)),), tail)


def version_items(versions: Sequence[StepTemplate], scene: Scene, width: int) -> list[Item]:
    """Every version with its steps, newest first."""
    items: list[Item] = []
    for each in versions:
        when = f"{moment_words(each.at, scene.now, scene.zone)}{f' by {each.by}' if each.by else ''}"
        retired = (Span("  retired", Role.WARN),) if each.retired_at is not None else ()
        head = Line((strong(f"Version {each.number}"), *retired), (quiet(when),))
        named = wrapped(each.title, width, Role.QUIET)
        steps = (
            line for place, text in enumerate(each.lines, 1) for line in wrapped(f"{place} {text}", width, indent=2)
        )
        items.append(Item((*((BLANK,) if items else ()), head, *named, *steps), ("version", each.number)))
    return items
