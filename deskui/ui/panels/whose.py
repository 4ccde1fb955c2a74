"""Whose due list is shown and how much is on it, and what stands there when it is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.due.due_list import DueGroup, DueKind, grouped
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span
from deskui.ui.panels.fitting import cells, cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deskui.domain.due.due_list import DueItem
    from deskui.domain.staff import Employee
    from deskui.ui.panels.scene import Scene

_REST: Final = "after today"
"""All that is for another day, in few words."""
_HANDED: Final = "handed"
_FEEDBACK: Final = "feedback"
_DUE_TODAY: Final = "due today"
_SHORT: Final = {
    DueGroup.ESCALATED.value: "escalated",
    DueGroup.APPROVE.value: "to approve",
    DueGroup.ANSWERED.value: "answers",
    DueGroup.HANDED.value: _HANDED,
    DueGroup.FIX.value: "to fix",
    DueGroup.FEEDBACK.value: _FEEDBACK,
    _DUE_TODAY: "today",
}
_CALLS: Final = "calls"
_LAST: Final = (_REST, DueGroup.NEWS.value, _FEEDBACK, _HANDED)
"""What is counted together with others first where there is no room, the first of it first."""
_MORE: Final = "more"
"""All that has no room by itself."""
_NAME: Final = 20
"""Cells of a colleague's name."""


def counts_of(items: Iterable[DueItem], scene: Scene) -> tuple[tuple[str, int], ...]:
    """How much there is in each group that has any; calls beside what is due today, as in the first line."""
    counts: list[tuple[str, int]] = []
    for group, members in grouped(items, scene.now, scene.zone):
        calls = sum(each.kind is DueKind.CALL for each in members)
        named = _DUE_TODAY if group is DueGroup.TODAY else group.value
        told = ((named, len(members) - calls), ("call" if calls == 1 else _CALLS, calls))
        counts += [each for each in told if each[1]]
    return tuple(counts)


def whose_line(choices: Sequence[tuple[str, str, bool]], counts: Sequence[tuple[str, int]], width: int) -> Line:
    """Whose list it is among those there are (key, words, whether it is shown), and how much is in each group."""
    spans: list[Span] = [Span(" ")]
    for key, words, is_shown in choices:
        role = Role.STRONG if is_shown else Role.QUIET
        mark = Span(" ● " if is_shown else " ○ ", role)
        spans += [span(key, Role.KEY), mark, cut(span(words, role), _NAME), Span("   ")]
    told = (_told(each) for each in _ways(counts))
    return Line(tuple(spans), next((each for each in told if cells(spans) + cells(each) <= width), ()))


def _ways(counts: Sequence[tuple[str, int]]) -> Iterator[Sequence[tuple[str, int]]]:
    """All of it, then in short, then with more and more of it as one number: nothing is left out without a word."""
    yield counts
    short = _in_short(counts)
    yield short
    behind = [name for name, _ in reversed(short)]
    last = [*(each for each in _LAST if each in behind), *(each for each in behind if each not in _LAST)]
    for fewer in range(1, len(last) + 1):
        gone = last[:fewer]
        yield [*(each for each in short if each[0] not in gone), (_MORE, sum(n for name, n in short if name in gone))]


def _told(counts: Sequence[tuple[str, int]]) -> tuple[Span, ...]:
    put: list[Span] = []
    for group, count in counts:
        role = Role.BAD if group == DueGroup.OVERDUE else Role.QUIET
        words = f"+{count:,}" if group == _MORE else f"{count:,} {group}"
        put += [quiet(" · ") if put else Span(""), Span(words, role)]
    return (*put, Span(" "))


def _in_short(counts: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Those that cannot wait, and all others as one number."""
    now = (*_SHORT, DueGroup.NEWS.value, DueGroup.OVERDUE.value, "call", _CALLS)
    short = [(_SHORT.get(group, group), count) for group, count in counts if group in now]
    rest = sum(count for group, count in counts if group not in now)
    return [*short, *([(_REST, rest)] if rest else [])]


def nothing_due(whose: str, keys: Iterable[tuple[str, str]]) -> list[Item]:
    """What to do when nothing is due: keys, and what each of them does."""
    lines = [BLANK, Line((span(f"Nothing is due{whose}.", Role.STRONG),)), BLANK]
    lines += [Line((span(f"{key:<6}", Role.KEY), quiet(words))) for key, words in keys]
    return [Item(tuple(lines))]


def colleagues(staff: Iterable[tuple[Employee, Span]]) -> list[Item]:
    """One line for each of the staff: the name, the role, and whether they are there."""
    return [
        Item((Line((span(each.name, Role.STRONG), quiet(f"  {each.role.value}")), (duty,)),), each.id)
        for each, duty in staff
    ]
