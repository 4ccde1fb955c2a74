"""The other panels, the case and what we owe in one line, for screens that show one panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.ui.lines import Line, Role, Span, quiet, span
from deskui.ui.panels.case_work import urgency
from deskui.ui.panels.fitting import cells
from deskui.ui.panels.owed import owed_in_short

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.pages import CustomerView
    from deskui.ui.panels.scene import Scene

_PANELS: Final = ("History", "Conversations", "Notes")


def case_strip(view: CustomerView, scene: Scene, width: int) -> Line:
    """The numbers of the panels, then as much of the case as fits beside what we owe: its subject gives way first."""
    owed = owed_in_short(view, scene)
    tail = (*owed, Span(" ")) if owed else ()
    lines = [Line((*_keys(gap), span(words)), tail) for gap in ("  ", " ") for words in _ways(view)]
    room = width - (cells(tail) + 1 if tail else 0)
    return next((each for each in lines if cells(each.spans) <= room), lines[-1])


def _keys(gap: str) -> tuple[Span, ...]:
    spans: list[Span] = [Span(" ")]
    for place, words in enumerate(_PANELS, 1):
        spans += [Span(f"{place} ", Role.KEY), quiet(words + gap)]
    return (*spans, Span("4 ", Role.KEY))


def _ways(view: CustomerView) -> Iterable[str]:
    case = view.case
    if case is None:
        return ("no case open", "Case")
    number = f"#{case.number}"
    mark = "".join(each.text for each in urgency(case, " "))
    number = f"{number}{mark}"
    return (f"{number} {case.status.value} · {case.subject}", f"{number} {case.status.value}", number, "Case")
