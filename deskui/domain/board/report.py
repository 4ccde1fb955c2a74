"""The board as one page: the same in a file, on paper and in a table."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from deskui.domain.board.figures import FEW, FEWEST, FIGURES, NOT_COMPARED, figure, table, tell
from deskui.domain.board.groups import Level
from deskui.domain.moments import long_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime, tzinfo

    from deskui.domain.board.figures import Told
    from deskui.domain.board.groups import Group
    from deskui.domain.board.period import Period

_LISTED: Final = (
    "due",
    "early",
    "on_time",
    "late",
    "broken",
    "they",
    "we",
    "again",
    "visits",
    "closed",
    "open",
    "given",
)
"""The figures of each group that stand side by side."""
LISTED_TITLES: Final = tuple(each.replace("_", " ") for each in _LISTED)
_MOST: Final = 12
"""So many groups of a level stand on the page; CSV has them all."""
LEGEND: Final = (
    f"Counts with what they are a share of. Nothing is scored, and fewer than {FEWEST} are not compared ({FEW}). "
    "Promises count on the day they were due; a customer came again when they contacted us within 7 days about the "
    "same case, or about none; solved at the first visit is a case closed after one contact of theirs at most."
)


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A figure: its name, the count, its share, the same before, and the change."""

    title: str
    count: str
    share: str
    before: str
    change: str


@dataclass(frozen=True, slots=True)
class ReportPart:
    """The figures of one part, such as promises."""

    title: str
    rows: tuple[ReportRow, ...]


@dataclass(frozen=True, slots=True)
class ReportGroups:
    """The groups of a level, each with its counts in the order of `LISTED_TITLES`; `more` are left out."""

    title: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    more: int


@dataclass(frozen=True, slots=True)
class Report:
    """The page: its title, a few lines on what it is of, the figures, and the groups."""

    title: str
    head: tuple[str, ...]
    parts: tuple[ReportPart, ...]
    groups: tuple[ReportGroups, ...]
    written_at: datetime


def report(
    shop: str,
    label: str,
    period: Period,
    group: Group,
    levels: Iterable[tuple[Level, Sequence[Group]]],
    at: datetime,
    zone: tzinfo,
) -> Report:
    """The page of a group of the board, `label` its name, with the groups of these levels."""
    of = label or f"the {Level.DESK.value}"
    return Report(
        title=f"{shop}: the board of {of}" if shop else f"The board of {of}",
        head=(
            f"{period.words}, {period.days} days, against {period.before.words}",
            f"as of {long_words(at, zone)}",
        ),
        parts=tuple(
            ReportPart(part, tuple(_row(each) for each in told))
            for part, told in groupby(table(group), key=lambda each: each.figure.part)
        ),
        groups=tuple(_groups(level, members) for level, members in levels if members),
        written_at=at,
    )


def _row(told: Told) -> ReportRow:
    return ReportRow(told.title, told.count, told.share, told.before, told.shown_change)


def _groups(level: Level, groups: Sequence[Group]) -> ReportGroups:
    rows = tuple((each.label, _counts(each)) for each in groups[:_MOST])
    return ReportGroups(f"By {level.value}", rows, max(0, len(groups) - _MOST))


def _counts(group: Group) -> tuple[str, ...]:
    return tuple(f"{tell(figure(name), group).number:,}" for name in _LISTED)


CSV_HEADER: Final = (
    *("level", "group", "part", "figure", "count", "of", "before", "before of", "change", "change in", "note"),
)


def csv_rows(groups: Iterable[Group]) -> Iterable[tuple[str, ...]]:
    """Every figure of every group as plain numbers, the unit of a change beside it, and what is not compared."""
    for group in groups:
        for each in FIGURES:
            told = tell(each, group)
            of = each.share_of(group.scope.level)
            yield (
                group.scope.level.value,
                group.label,
                each.part,
                told.title,
                _median(group.now.median) if each.is_median else str(told.number),
                str(group.now.sum(of)) if of else "",
                "" if each.is_now else _before(each.is_median, group, told),
                str(group.before.sum(of)) if of and not each.is_now else "",
                "" if told.moved is None else f"{told.moved}".removesuffix(".0"),
                _unit(is_median=each.is_median, is_share=bool(of)) if told.moved is not None else "",
                NOT_COMPARED if told.change == NOT_COMPARED else "",
            )


def _unit(*, is_median: bool, is_share: bool) -> str:
    return "minutes" if is_median else "points" if is_share else ""


def _before(is_median: bool, group: Group, told: Told) -> str:
    return _median(group.before.median) if is_median else str(group.before.sum(told.figure.counts))


def _median(minutes: float | None) -> str:
    return "" if minutes is None else f"{minutes:g}"
