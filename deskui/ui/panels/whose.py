"""Whose due list is shown and how much is on it, and what stands there when it is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.due_list import DueGroup, grouped
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span
from deskui.ui.panels.fitting import cells, cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deskui.domain.due_list import DueItem
    from deskui.domain.staff import Employee
    from deskui.ui.panels.scene import Scene

_REST: Final = "later"
"""All that is for another day, in few words."""
_NAME: Final = 20
"""Cells of a colleague's name."""


def counts_of(items: Iterable[DueItem], scene: Scene) -> tuple[tuple[DueGroup, int], ...]:
    """How much there is in each group that has any."""
    return tuple((group, len(members)) for group, members in grouped(items, scene.now, scene.zone))


def whose_line(choices: Sequence[tuple[str, str, bool]], counts: Sequence[tuple[DueGroup, int]], width: int) -> Line:
    """Whose list it is among those there are (key, words, whether it is shown), and how much is in each group."""
    spans: list[Span] = [Span(" ")]
    for key, words, is_shown in choices:
        role = Role.STRONG if is_shown else Role.QUIET
        mark = Span(" ● " if is_shown else " ○ ", role)
        spans += [span(key, Role.KEY), mark, cut(span(words, role), _NAME), Span("   ")]
    short = _in_short(counts)
    ways = (counts, short, [each for each in short if each[0] != _REST])
    told = (_told(each) for each in ways)
    return Line(tuple(spans), next((each for each in told if cells(spans) + cells(each) <= width), ()))


def _told(counts: Sequence[tuple[str, int]]) -> tuple[Span, ...]:
    put: list[Span] = []
    for group, count in counts:
        role = Role.BAD if group == DueGroup.OVERDUE else Role.QUIET
        put += [quiet(" · ") if put else Span(""), Span(f"{count:,} {group}", role)]
    return (*put, Span(" "))


def _in_short(counts: Sequence[tuple[DueGroup, int]]) -> list[tuple[str, int]]:
    """Those that cannot wait, and all others as one number."""
    now = {DueGroup.HANDED: "handed", DueGroup.OVERDUE: "overdue", DueGroup.TODAY: "today"}
    short = [(now[group], count) for group, count in counts if group in now]
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
