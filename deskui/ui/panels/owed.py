"""What we owe the customer in a few lines: said shorter before anything of it is left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from deskui.domain.promises.standing import Outcome
from deskui.ui.lines import Role, Span, quiet
from deskui.ui.panels.fitting import DOT, cells, cut, joined
from deskui.ui.panels.owed_words import SAYINGS, all_owed, next_owed
from deskui.ui.panels.promise_words import due_words, is_today

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.pages import CustomerView
    from deskui.ui.panels.owed_words import Group, Owed
    from deskui.ui.panels.scene import Scene


def owed_lines(view: CustomerView, scene: Scene, width: int, most: int) -> list[Group]:
    """All we owe in at most `most` lines, empty when it is nothing; what is due next only where room is left."""
    owed: list[Owed] = []
    following, first = next_owed(view, scene), None
    for how in SAYINGS:
        owed = all_owed(view, scene, how)
        lines = _packed([each.words for each in owed], width)
        if len(lines) > most or any(cells(each) > width for each in lines):
            continue
        said = _with_next(lines, following, width, most)
        if said != lines or not following:
            return said  # the longest words that leave room for what is due next
        first = first or lines
    return first or _counted(owed, width, most)


def each_owed(view: CustomerView, scene: Scene, width: int) -> list[Group]:
    """All we owe and what is due next, one thing a line, each as long as the width allows."""
    ways = [[_marked(each.words) for each in all_owed(view, scene, how)] for how in SAYINGS]
    lines = [next((each for each in same if cells(each) <= width), same[-1]) for same in zip(*ways, strict=True)]
    return _with_next(lines, next_owed(view, scene), width, len(lines) + 1, beside=False)


def _packed(groups: Sequence[Group], width: int) -> list[Group]:
    """The groups side by side in as many lines as they need, a mark before each line."""
    lines: list[Group] = []
    for group in groups:
        if lines and cells(lines[-1]) + len(DOT) + cells(group) <= width:
            lines[-1] = joined([lines[-1], group])
        else:
            lines.append(_marked(group))
    return lines


def _marked(group: Group) -> Group:
    return Span("! ", group[0].role), *group


def _with_next(lines: list[Group], following: Group, width: int, most: int, *, beside: bool = True) -> list[Group]:
    if not following:
        return lines
    if beside and lines and cells(lines[-1]) + len(DOT) + cells(following) <= width:
        return [*lines[:-1], joined([lines[-1], following])]
    if len(lines) == most:
        return lines
    first, what = following
    return [*lines, (first, cut(what, width - cells([first])))]


def _counted(owed: Sequence[Owed], width: int, most: int) -> list[Group]:
    """As many as fit, and of the others how many of each kind: only where even the shortest words are too many."""
    for shown in range(len(owed) - 1, -1, -1):
        lines = _packed([*(each.words for each in owed[:shown]), _rest(owed[shown:], shown > 0)], width)
        if len(lines) <= most and all(cells(each) <= width for each in lines):
            return lines
    return lines


def _rest(owed: Sequence[Owed], more: bool) -> Group:
    counts = Counter(each.counted for each in owed)
    words = ", ".join(f"{count} {'more ' if more else ''}{counted}" for counted, count in counts.items())
    return (Span(f"{'and ' if more else ''}{words}", owed[0].words[0].role),)


def owed_in_short(view: CustomerView, scene: Scene) -> Group:
    """The same in a few words beside something else: `! 1 broken · 2 due today · call owed`, or what is due next."""
    broken = sum(each.standing.outcome is Outcome.BROKEN for each in view.promises)
    today = sum(is_today(each, scene) for each in view.promises)
    groups: list[Group] = [(Span(f"! {broken} broken", Role.BAD),)] if broken else []
    groups += [(Span(f"{today} due today", Role.WARN),)] if today else []
    groups += [(Span("call owed", Role.WARN),)] if view.call_owed is not None else []
    if not groups:
        groups = [(quiet(f"promised {due_words(each.due, scene)}"),) for each in view.promises[:1] if each.is_open]
    return joined(groups, " · ")
