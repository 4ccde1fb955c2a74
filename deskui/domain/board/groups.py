"""The three levels of the board: the whole desk, a kind of case, a clerk."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from deskui.domain.board.measures import DECIDED, GIVEN, OPEN_CASES, Measure, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deskui.domain.board.measures import Cell
    from deskui.domain.ids import EmployeeId

NO_KIND: Final = "no kind of case"
NOBODY: Final = "nobody named"
_WEIGHED: Final = (*DECIDED, Measure.THEY_US, Measure.WE_THEM, Measure.VISITS, Measure.CLOSED, *OPEN_CASES, *GIVEN)


class Level(StrEnum):
    """What the figures are told of."""

    DESK = "whole desk"
    KIND = "kind of case"
    CLERK = "clerk"


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose figures: of everything, of a kind of case in all its spellings, or of a clerk (None for nobody named)."""

    level: Level = Level.DESK
    kinds: tuple[str, ...] = ()
    clerk: EmployeeId | None = None


WHOLE: Final = Scope()


@dataclass(slots=True)
class Group:
    """What was counted of one scope, in the period and in the one before it."""

    scope: Scope
    label: str
    now: Tally = field(default_factory=Tally)
    before: Tally = field(default_factory=Tally)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was counted of it, neither in the period nor in the one before."""
        return not self.now.counts.total() and not self.before.counts.total()

    def add(self, cell: Cell) -> None:
        """Count these too."""
        (self.before if cell.is_before else self.now).add(cell)


def together(cells: Iterable[Cell], scope: Scope = WHOLE) -> Group:
    """All of what was counted of a scope."""
    return _group(scope, scope.level.value, cells)


def by_kind(cells: Iterable[Cell]) -> tuple[Group, ...]:
    """One group for each kind of case, however it is spelt: the busiest first, what has no kind last."""
    known: defaultdict[str, list[Cell]] = defaultdict(list)
    spelt: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in cells:
        key = " ".join(each.kind.split()).casefold()
        known[key].append(each)
        spelt[key][each.kind] += each.number
    groups = []
    for key, members in known.items():
        label = min(spelt[key], key=lambda kind: (-spelt[key][kind], kind)) if key else NO_KIND
        groups.append(_group(Scope(Level.KIND, tuple(sorted(spelt[key]))), label, members))
    return _in_order(groups, last=NO_KIND)


def by_clerk(cells: Iterable[Cell], names: Mapping[EmployeeId, str]) -> tuple[Group, ...]:
    """One group for each clerk: the busiest first, what names nobody last."""
    known: defaultdict[EmployeeId | None, list[Cell]] = defaultdict(list)
    for each in cells:
        known[each.clerk].append(each)
    groups = [
        _group(
            Scope(Level.CLERK, clerk=clerk), NOBODY if clerk is None else names.get(clerk, f"no. {clerk}"), members
        )
        for clerk, members in known.items()
    ]
    return _in_order(groups, last=NOBODY)


def _group(scope: Scope, label: str, cells: Iterable[Cell]) -> Group:
    group = Group(scope, label)
    for each in cells:
        group.add(each)
    return group


def _in_order(groups: Iterable[Group], last: str) -> tuple[Group, ...]:
    def place(group: Group) -> tuple[bool, int, str]:
        return group.label == last, -group.now.sum(_WEIGHED), group.label.casefold()

    return tuple(sorted(groups, key=place))
