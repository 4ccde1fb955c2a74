"""The board in lines: the figures of a group beside those of the period before, and the groups of a level."""

from __future__ import annotations

from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from deskui.domain.board.figures import FEW, FEWEST, NOT_COMPARED, WILL_STAND, table
from deskui.domain.board.groups import Level
from deskui.domain.board.measures import DECIDED, GIVEN, OPEN_CASES, Measure
from deskui.domain.moments import short_date
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cells, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.board.figures import Told
    from deskui.domain.board.groups import Group
    from deskui.domain.board.measures import Tally
    from deskui.domain.board.period import Period


class _Column(NamedTuple):
    """A column of the list of groups: its head in two lines, its cells, and what it counts, of what."""

    above: str
    head: str
    room: int
    counts: tuple[Measure, ...]
    of: tuple[Measure, ...] = ()

    def told(self, now: Tally) -> str:
        """`31 of 42`, `8`."""
        return f"{now.sum(self.counts):,}" + (f" of {now.sum(self.of):,}" if self.of else "")


_KEPT: Final = DECIDED[:3]
_TITLE: Final = 32
_COUNT: Final = 6
_WHOLE: Final = frozenset(
    {
        "due",
        "they",
        "we",
        "visits",
        "closed",
        "open",
        "given",
        "commended",
        "coached",
        "reassigned",
        "waiting",
        "unsampled",
    }
)
"""Figures that others below them are a part of."""
_LABEL: Final = 16
_PART: Final = 21
_COLUMNS: Final = (
    _Column("promises", "kept of due", 13, _KEPT, DECIDED),
    _Column("they", "to us", 7, (Measure.THEY_US,)),
    _Column("we to", "them", 6, (Measure.WE_THEM,)),
    _Column("came", "again", 7, (Measure.AGAIN,)),
    _Column("", "visits", 8, (Measure.VISITS,)),
    _Column("open", "now", 6, OPEN_CASES),
)
"""What is told of each group; the two lines of the head together say what it is."""
_MORE: Final = (
    _Column("cases", "closed", 8, (Measure.CLOSED,)),
    _Column("goodwill", "given", 10, GIVEN),
    _Column("kept", "early", 7, (Measure.KEPT_EARLY,)),
    _Column("", "broken", 8, (Measure.BROKEN,)),
    _Column("kept", "late", 6, (Measure.KEPT_LATE,)),
    _Column("kept", "on time", 9, (Measure.KEPT_ON_TIME,)),
)
"""What is told besides, as far as there is room."""
_ALL: Final = (*_COLUMNS, *_MORE)
_MARK: Final = 2
"""Cells behind the numbers, for the mark of a group that is too small."""
_TITLES: Final = {Level.DESK: "the whole desk", Level.KIND: "by kind of case", Level.CLERK: "by clerk"}
_WEIGHS: Final = (*DECIDED, Measure.THEY_US, Measure.WE_THEM, Measure.VISITS, *OPEN_CASES)


def figure_items(group: Group, width: int) -> list[Item]:
    """Every figure of a group under the heading of its part; each number can be opened."""
    items: list[Item] = []
    for part, told in groupby(table(group), key=lambda each: each.figure.part):
        items.append(Item((*([BLANK] if items else []), _heading(part))))
        items += [Item((_figure(each, width),), each.figure.id) for each in told]
    return items


def _heading(part: str) -> Line:
    return Line((Span(part, Role.TITLE),), (quiet("before, change") if part == "Promises due" else Span(""),))


def _figure(told: Told, width: int) -> Line:
    is_whole = told.figure.id in _WHOLE
    title = cut(span(f"{'' if is_whole else '  '}{told.title}"), _TITLE)
    left = (
        Span(f"{title.text:<{_TITLE}}", Role.TEXT),
        Span(f"{told.count or '-':>{_COUNT}}", Role.STRONG),
        quiet(f"  {told.share}"),
    )
    return Line(left, _before(told, width - cells(left) - 2))


def _before(told: Told, room: int) -> tuple[Span, ...]:
    """`60 % of 38, +14 points`; where room is short the counts of before give way to the change."""
    if not told.change:
        return ()
    change = told.shown_change
    short = told.before.partition(" of ")[0] if "%" in told.before else told.before
    ways = (f"{told.before}, {change}", f"{short}, {change}", change)
    said = next((each for each in ways if not each.startswith(", ") and len(each) <= room), change)
    return (quiet(said),)


def not_compared(groups: Sequence[Group], *, listed: bool) -> str:
    """What `-` means, where it stands anywhere among the figures of a group or the groups of a level."""
    if listed:
        is_there = any(_is_few(each) for each in groups)
    else:
        is_there = any(told.change == NOT_COMPARED for each in groups for told in table(each))
    return f"{FEW} {'in all ' if listed else ''}{NOT_COMPARED}" if is_there else ""


def nothing_counted(key: str, width: int) -> list[Item]:
    """What will stand where nothing was counted yet, and how other days are chosen."""
    lines = [
        Line((span("Nothing was counted in these days, nor in as many before.", Role.STRONG),)),
        BLANK,
        Line((quiet("What will stand here, each beside what it was in the days before:"),)),
    ]
    for part, said in WILL_STAND.items():
        (first, *rest) = wrapped(said, width - _PART)
        lines.append(Line((Span(f"{part:<{_PART}}", Role.TITLE), *first.spans)))
        lines += (Line((Span(" " * _PART), *each.spans)) for each in rest)
    lines += [
        BLANK,
        *wrapped(f"It counts by itself what is written down at the desk; {key} chooses other days.", width),
    ]
    return [Item((each,)) for each in lines]


def group_items(groups: Sequence[Group], width: int) -> list[Item]:
    """One line a group, the busiest first; behind each are its figures. What does not fit is left out."""
    longest = max(cells((span(each.label),)) for each in groups) + 1
    label = max(_LABEL, min(longest, width - sum(each.room for each in _COLUMNS) - _MARK))
    left = width - label - _MARK
    fit = sum(room <= left for room in accumulate(each.room for each in _ALL))
    columns = _ALL[: max(fit, len(_COLUMNS))]
    heads = ("".join(f"{told:>{each.room}}" for told, each in _heads(columns, place)) for place in (0, 1))
    rows = [Item(tuple(Line((quiet(f"{'':<{label}}{head}"),)) for head in heads))]
    return rows + [Item((_group(each, label, columns),), each.scope) for each in groups]


def _heads(columns: Sequence[_Column], place: int) -> list[tuple[str, _Column]]:
    return [(each.head if place else each.above, each) for each in columns]


def _group(group: Group, label: int, columns: Sequence[_Column]) -> Line:
    called = cut(span(group.label, Role.STRONG), label - 1)
    numbers = "".join(f"{each.told(group.now):>{each.room}}" for each in columns)
    few = quiet(f" {FEW}" if _is_few(group) else "")
    return Line((called, Span(" " * (label - cells((called,)))), span(numbers), few))


def _is_few(group: Group) -> bool:
    return group.now.sum(_WEIGHS) < FEWEST


def head_line(choices: Sequence[tuple[str, str, bool]], period: tuple[str, str, Period], width: int) -> Line:
    """The levels there are (key, words, whether it is shown), and the period by its key, as asked and in days."""
    spans: list[Span] = [Span(" ")] if choices else [Span(" "), quiet("your own figures")]
    for key, words, is_shown in choices:
        role = Role.STRONG if is_shown else Role.QUIET
        spans += [
            span(key, Role.KEY),
            Span(" ● " if is_shown else " ○ ", role),
            span(words, role),
            Span("  "),
        ]
    key, asked, days = period
    before = days.before
    dates = f"{days.words}, before: {short_date(before.first)} - {short_date(before.last)}"
    ways = (f" {asked}: {dates} ", f" {asked}: {days.words} ", f" {days.words} ", f" {asked} ")
    room = width - cells(spans) - len(key) - 1
    said = next((each for each in ways if len(each) <= room), ways[-1])
    return Line(tuple(spans), (span(key, Role.KEY), quiet(said)))


def title_words(level: Level, label: str) -> str:
    """`Board: the whole desk`, `Board: by clerk`, `Board: Paul`."""
    return f"Board: {label or _TITLES[level]}"
