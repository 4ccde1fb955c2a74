"""One promise from its making to where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.promises.promise import EntryKind
from deskui.ui.format import moment_words
from deskui.ui.kit.reading import Reading
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import flowing
from deskui.ui.panels.promise_words import due_words, outcome_words, sign
from deskui.ui.panels.promised import made_and_kept_by

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from deskui.domain.promises.promise import PromiseEntry
    from deskui.domain.promises.view import PromiseView
    from deskui.ui.panels.scene import Scene

_LABEL = 12


def promise_page(view: PromiseView, scene: Scene, customer: str = "") -> Reading:
    """What, to whom, first said when, every entry behind it in order, where it stands, and all dates ever given."""
    return Reading("Promise", lambda width: [Item((each,)) for each in promise_lines(view, scene, width, customer)])


def promise_lines(view: PromiseView, scene: Scene, width: int, customer: str = "") -> list[Line]:
    """The page in lines of that width."""
    made, stands = view.promise, view.standing
    when = Span(due_words(view.due, scene, stands.earliest))
    lines = [*wrapped(made.what, width, Role.STRONG, most=6), BLANK]
    lines += _row("To", [span(customer)], width) if customer else []
    lines += _row("Due", [when], width) if view.is_open else []
    lines += _row("Stands", [Span(sign(view).text + outcome_words(view, scene).text, sign(view).role)], width)
    lines += _row("Promised", [span(made_and_kept_by(made, scene))], width) if view.is_open else []
    lines += _row("Kind", [span(made.kind)], width) if made.kind else []
    lines += _row("Rests on", [span(made.basis.value)], width)
    lines += [BLANK, Line((Span("What happened", Role.TITLE),))]
    lines += _happened(_moment(made.made_at, made.made_by, scene), f"promised for {_first(view, scene)}", (), width)
    for each in view.entries:
        lines += _entry(each, scene, width)
    dates = [due_words(made.due, scene), *(due_words(each.due, scene) for each in view.entries if each.due)]
    title = f"All {len(dates)} dates given" if len(dates) > 1 else "One date given"
    return [*lines, BLANK, Line((Span(title, Role.TITLE),)), *flowing(map(Span, dates), width, 2, "  >  ")]


def _first(view: PromiseView, scene: Scene) -> str:
    return due_words(view.promise.due, scene, view.promise.earliest)


def _row(label: str, value: Iterable[Span], width: int) -> list[Line]:
    first, *rest = flowing(value, width - _LABEL)
    gap = Span(" " * _LABEL)
    return [Line((quiet(f"{label:<{_LABEL}}"), *first.spans)), *(Line((gap, *each.spans)) for each in rest)]


def _moment(at: datetime, by: str, scene: Scene) -> str:
    return ", ".join(each for each in (moment_words(at, scene.now, scene.zone), by) if each)


def _entry(entry: PromiseEntry, scene: Scene, width: int) -> list[Line]:
    words, notes = entry.kind.value, []
    if entry.reason:
        notes.append((f"because: {entry.reason}" if entry.kind is EntryKind.MOVED else entry.reason, Role.QUIET))
    if entry.kind is EntryKind.MOVED and entry.due is not None:
        words = f"moved to {due_words(entry.due, scene, entry.earliest)}"
        knows = ("they were told", Role.QUIET) if entry.told else ("they were not told", Role.WARN)
        notes.append(knows)
    return _happened(_moment(entry.at, entry.by, scene), words, notes, width)


def _happened(when: str, words: str, notes: Iterable[tuple[str, Role]], width: int) -> list[Line]:
    """One thing that happened: what, when and by whom at the right, then what is to be said of it."""
    lines = [Line((Span("  "), span(words)), (quiet(when),))]
    for text, role in notes:
        lines += wrapped(text, width, role, indent=4, most=4)
    return lines
