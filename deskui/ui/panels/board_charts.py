"""Charts of the board in characters: columns over days, bars, and a map of busy hours; all read without colour."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from deskui.domain.board.charts import LINES
from deskui.domain.board.figures import table
from deskui.domain.moments import WEEKDAYS, short_date
from deskui.ui.lines import BLANK, Line, Role, Span, quiet, span
from deskui.ui.panels.fitting import cells, cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deskui.domain.board.charts import Charts
    from deskui.domain.board.figures import Figure
    from deskui.domain.board.groups import Group

_EIGHTHS: Final = " ▁▂▃▄▅▆▇█"
_NONE: Final = "·"
"""A day or hour with nothing."""
_SHADES: Final = ("", "█", "▒█", "░▒█", "░▒▓█")
"""The shades for so many different counts: each is told from the next without colour."""
_GAP: Final = 9
"""Cells behind a bar, for its number."""
_DAY: Final = 6
_HOUR: Final = 3
"""Cells between the beginnings of two hours that are named, so that they do not run together."""
_AXIS: Final = 5
"""Cells in front of columns, for the most of them."""


def days_lines(charts: Charts, figure: Figure, width: int, height: int) -> list[Line]:
    """Columns over the days of the period, one row of them for each line there is; the most stands beside them."""
    told = LINES[figure.source.value]
    room = max(10, width - _AXIS - 1)
    step = max(1, -(-len(charts.days) // room))
    tall = max(1, (height - 1) // len(told) - 1)
    lines: list[Line] = []
    for name, measures in told:
        values = _summed(charts.line(measures), step)
        most = max(values, default=0)
        lines.append(Line((span(name, Role.STRONG), quiet(f"  {sum(values):,} in all, {most:,} at most"))))
        lines += _columns(values, most, tall, room)
    first, last = short_date(charts.days[0]), short_date(charts.days[-1])
    across = min(room, len(_summed((0,) * len(charts.days), step)) * _wide(len(charts.days), step, room))
    ends = f"{'':<{_AXIS}}{first}{last:>{max(0, across - len(first))}}" if across > len(first) + len(last) else first
    return [*lines, Line((quiet(ends + (f"  {step} days a column" if step > 1 else "")),))]


def _wide(days: int, step: int, room: int) -> int:
    """Cells of a column: as many as there is room for, three at most."""
    return max(1, min(3, room // max(1, -(-days // step))))


def _summed(values: Sequence[int], step: int) -> tuple[int, ...]:
    """So many days together."""
    return tuple(sum(values[at : at + step]) for at in range(0, len(values), step))


def _columns(values: Sequence[int], most: int, tall: int, room: int) -> list[Line]:
    wide = max(1, min(3, room // max(1, len(values))))
    lines = []
    for row in range(tall, 0, -1):
        front = f"{most:>{_AXIS - 1},} " if row == tall else " " * _AXIS
        shown = "".join(_block(each, most, row, tall) * wide for each in values)
        lines.append(Line((quiet(front), Span(shown, Role.ACCENT))))
    return lines


def _block(value: int, most: int, row: int, tall: int) -> str:
    """The part of a column in one row of it; a count of one is never nothing."""
    if not value:
        return _NONE if row == 1 else " "
    filled = max(1, round(value * tall * 8 / most)) - (row - 1) * 8
    return _EIGHTHS[max(0, min(8, filled))]


def bar_lines(group: Group, figure: Figure, width: int) -> list[Line]:
    """The figures of the same part as bars beside each other."""
    told = [each for each in table(group) if each.figure.part == figure.part and not each.figure.is_median]
    most = max((each.number for each in told), default=0)
    named = min(max((cells((span(each.title),)) for each in told), default=0), width - _GAP - 8) + 1
    room = max(8, width - named - _GAP)
    lines = []
    for each in told:
        length = 0 if not most else max(each.number > 0, round(each.number * room / most))
        name = cut(span(each.title), named - 1)
        gap = Span(" " * (named - cells((name,))))
        lines.append(Line((name, gap, Span("█" * length, Role.ACCENT), Span(f" {each.number:,}", Role.STRONG))))
    return lines


def hours_lines(charts: Charts, width: int) -> list[Line]:
    """How busy each hour of the week was: a row a weekday, a column an hour, darker where more came."""
    busy = [hour for hour in range(24) if any(row[hour] for row in charts.hours)]
    if not busy:
        return [Line((quiet("Nobody came in these days."),))]
    hours = range(busy[0], busy[-1] + 1)
    shades = shades_of(number for row in charts.hours for number in row)
    legend = [f"{_NONE} none", *(f"{each.shade} {each.words}" for each in shades), "", "", "", "", "", ""]
    across = max(map(len, legend))
    sums = [f"  {sum(row):,}" for row in charts.hours]
    left = width - _DAY - max(map(len, sums)) - across - 2
    wide = max(1, min(3, left // len(hours)))
    step = -(-_HOUR // wide)
    head = "".join(f"{hour:<{wide * step}}" for hour in hours[::step]).rstrip()
    lines = [Line((quiet(f"{'':<{_DAY}}{head}"),))]
    for name, row, told, said in zip(WEEKDAYS, charts.hours, sums, legend, strict=False):
        shown = "".join((_shade(row[hour], shades) * min(2, wide)).ljust(wide) for hour in hours)
        spans = (span(f"{name:<{_DAY}}"), Span(shown, Role.ACCENT), quiet(told))
        lines.append(Line(spans, (quiet(f"{said:<{across}}"),)))
    return lines


class Shade(NamedTuple):
    """A shade, and the counts that it stands for: from the least to the most of them."""

    shade: str
    least: int
    most: int

    @property
    def words(self) -> str:
        """`3`, `4 to 6`."""
        return f"{self.most:,}" if self.least == self.most else f"{self.least:,} to {self.most:,}"


def shades_of(counts: Iterable[int]) -> tuple[Shade, ...]:
    """A shade for each count that there is, where these are few, else for each quarter of the way to the most."""
    known = sorted({each for each in counts if each})
    if len(known) < len(_SHADES):
        bounds = [(each, each) for each in known]
    else:
        ends = [known[-1] * part // 4 for part in (1, 2, 3, 4)]
        bounds = [(least + 1, most) for least, most in pairwise((0, *ends))]
        bounds = [(least, most) for least, most in bounds if any(least <= each <= most for each in known)]
    return tuple(Shade(shade, *each) for shade, each in zip(_SHADES[len(bounds)], bounds, strict=True))


def _shade(number: int, shades: Sequence[Shade]) -> str:
    return next((each.shade for each in shades if each.least <= number <= each.most), _NONE)


def one_chart(
    group: Group, charts: Charts, figure: Figure, which: int, width: int, height: int
) -> tuple[str, list[Line]]:
    """One of the charts, and what it is called."""
    part = figure.part.lower()
    if which == 0:
        return f"By day: {part}", days_lines(charts, figure, width, height)
    if which == 1:
        return f"In bars: {part}", bar_lines(group, figure, width)
    return "Busy hours: contacts and visits", hours_lines(charts, width)


def all_charts(group: Group, charts: Charts, figure: Figure, width: int, height: int) -> list[Line]:
    """As many of the charts as there is room for, one below the other, each with its title."""
    lines: list[Line] = []
    for which in range(CHARTS):
        title, chart = one_chart(group, charts, figure, which, width, 9)
        if not lines or len(lines) + len(chart) + 2 <= height:
            lines += [*([BLANK] if lines else []), Line((Span(title, Role.TITLE),)), *chart]
    return lines


CHARTS: Final = 3
"""How many there are."""
