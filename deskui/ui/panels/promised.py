"""Promises in a panel: those to be kept with when they are due, then how the others ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from deskui.domain.promises.promise import Basis
from deskui.domain.promises.standing import Outcome
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cells, cut, flowing
from deskui.ui.panels.promise_words import due_words, is_news_to_them, outcome_words, sign

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.promises.promise import Promise
    from deskui.domain.promises.view import PromiseView
    from deskui.ui.panels.scene import Scene

SETTLED: Final = 5
"""So many that ended are shown."""
_INDENT: Final = 2
_MOST_LINES: Final = 4


def open_promises(views: Iterable[PromiseView], scene: Scene, width: int) -> list[Item]:
    """An item for each promise still to be kept: what and when, where it stands, how often it was moved."""
    shown = [each for each in views if each.is_open]
    ends = {each.promise.id: outcome_words(each, scene) for each in shown}
    column = max((cell_len(each.text) for each in ends.values()), default=0)
    return [_open(each, ends[each.promise.id], column, scene, width) for each in shown]


def _open(view: PromiseView, end: Span, column: int, scene: Scene, width: int) -> Item:
    role = Role.BAD if view.standing.outcome is Outcome.BROKEN else Role.TEXT
    when = Span(due_words(view.due, scene, view.standing.earliest), role)
    tail = (when, Span(" " * (column - cell_len(end.text) + 2)), end)
    *above, last = wrapped(view.promise.what, width - _INDENT, Role.TEXT, most=_MOST_LINES)
    heads = [Line(each.spans) for each in above]
    if cells(last.spans) + cells(tail) + 2 <= width - _INDENT:
        heads.append(Line(last.spans, tail))
    else:
        heads += [Line(last.spans), *_alone(tail, when, end, width - _INDENT)]
    first, *rest = (Line((Span(" " * _INDENT), *each.spans), each.tail) for each in heads)
    first = Line((sign(view), *first.spans[1:]), first.tail)
    return Item((first, *rest, *_details(view, scene, width)), ("promise", view.promise.id))


def _alone(tail: tuple[Span, ...], when: Span, end: Span, room: int) -> tuple[Line, ...]:
    """When and how it stands below the words, at the right edge; one below the other where that is too narrow."""
    return (Line((), tail),) if cells(tail) + 1 < room else (Line((when,)), Line((end,)))


def _details(view: PromiseView, scene: Scene, width: int) -> tuple[Line, ...]:
    by = made_and_kept_by(view.promise, scene)
    untold = Span("they do not know of it yet", Role.WARN) if is_news_to_them(view) else None
    basis = "" if view.promise.basis is Basis.OWN_JUDGEMENT else view.promise.basis.value
    said = _first_said(view.first_said, width - _INDENT)
    parts = (*(Span(each, Role.WARN) for each in said), untold, quiet(by), quiet(basis))
    return flowing(parts, width, _INDENT)


def made_and_kept_by(promise: Promise, scene: Scene) -> str:
    """Who promised it, and who has to do it where that is somebody else: `by Ada, for Paul to do`."""
    who = scene.called(promise.made_by_id, promise.made_by)
    keeper = "" if promise.owner_id in (None, promise.made_by_id) else scene.called(promise.owner_id, promise.owner)
    return ", ".join(filter(None, (f"by {who}" if who else "", f"for {keeper} to do" if keeper else "")))


def _first_said(words: str, room: int) -> list[str]:
    """In one, or without how often it was broken, or in all its parts, as they fit."""
    if cell_len(words) <= room:
        return [words]
    first, _, last = words.rpartition(", ")
    return [first, last] if cell_len(first) <= room else words.split(", ")


def settled_promises(views: Iterable[PromiseView], scene: Scene, width: int) -> list[Item]:
    """A quiet line for each of the newest promises that ended: what, and how."""
    return [_settled(each, scene, width) for each in [each for each in views if not each.is_open][:SETTLED]]


def _settled(view: PromiseView, scene: Scene, width: int) -> Item:
    end = outcome_words(view, scene)
    moved = f", moved {view.standing.moved}x" if view.standing.moved else ""
    tail = (Span(end.text, Role.WARN if end.role is Role.WARN else Role.QUIET), quiet(moved))
    what = cut(quiet(view.promise.what), max(8, width - _INDENT - cells(tail) - 2))
    return Item((Line((sign(view), what), tail),), ("promise", view.promise.id))


def heading(words: str, role: Role = Role.TITLE) -> Item:
    """The title of a section, with a free line above."""
    return Item((BLANK, Line((span(words, role),))))
