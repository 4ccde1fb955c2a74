"""Charts of the board in characters: columns over days, bars, and a map of busy hours; all read without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.board.charts import LINES
from deskui.domain.board.figures import table
from deskui.domain.moments import WEEKDAYS, short_date
from deskui.ui.lines import BLANK, Line, Role, Span, quiet, span
from deskui.ui.panels.fitting import cells, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.board.charts import Charts
    from deskui.domain.board.figures import Figure
    from deskui.domain.board.groups import Group

_EIGHTHS: Final = " ▁▂▃▄▅▆▇█"
_NONE: Final = "·"
"""A day or hour with nothing."""
_SHADES: Final = "·░▒▓█"
_NAME: Final = 26
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
    room = max(8, width - _NAME - 9)
    lines = []
    for each in told:
        length = 0 if not most else max(each.number > 0, round(each.number * room / most))
        name = cut(span(each.title), _NAME - 1)
        gap = Span(" " * (_NAME - cells((name,))))
        lines.append(Line((name, gap, Span("█" * length, Role.ACCENT), Span(f" {each.number:,}", Role.STRONG))))
    return lines


def hours_lines(charts: Charts, width: int) -> list[Line]:
    """How busy each hour of the week was: a row a weekday, a column an hour, darker where more came."""
    busy = [hour for hour in range(24) if any(row[hour] for row in charts.hours)]
    if not busy:
        return [Line((quiet("Nobody came in this period."),))]
    hours = range(busy[0], busy[-1] + 1)
    most = max(map(max, charts.hours))
    wide = 3 if width >= 6 + 3 * len(hours) else 2 if width >= 6 + 2 * len(hours) else 1
    head = "".join(f"{hour:<{wide}}" if wide > 1 else str(hour % 10) for hour in hours)
    lines = [Line((quiet(f"{'':<6}{head}"),))]
    for name, row in zip(WEEKDAYS, charts.hours, strict=True):
        shown = "".join((_shade(row[hour], most) * min(2, wide)).ljust(wide) for hour in hours)
        lines.append(Line((span(f"{name:<6}"), Span(shown, Role.ACCENT), quiet(f"  {sum(row):,}"))))
    return [*lines, Line((quiet(_legend(most)),))]


def _shade(value: int, most: int) -> str:
    return _SHADES[0 if not value else max(1, -(-value * 4 // most))]


def _legend(most: int) -> str:
    """`· none  ░ up to 3  ▒ up to 6 …`, without the shades that few would make alike."""
    ends = [most * part // 4 for part in (1, 2, 3, 4)]
    told = [f"{shade} up to {end:,}" for shade, end in zip(_SHADES[1:], ends, strict=True) if end]
    return "  ".join((f"{_SHADES[0]} none", *told))


def chart_lines(
    group: Group, charts: Charts, figure: Figure, which: int | None, width: int, height: int
) -> list[Line]:
    """One of the charts with its title, or with None as many as there is room for, one below the other."""
    part = figure.part.lower()
    made = (
        (f"By day: {part}", days_lines(charts, figure, width, 9 if which is None else height - 1)),
        (f"In bars: {part}", bar_lines(group, figure, width)),
        ("Busy hours: contacts and visits", hours_lines(charts, width)),
    )
    lines: list[Line] = []
    for place, (title, chart) in enumerate(made):
        if which not in (None, place):
            continue
        drawn = [Line((Span(title, Role.TITLE),)), *chart]
        if lines and len(lines) + len(drawn) + 1 > height:
            continue
        lines += [*([BLANK] if lines else []), *drawn]
    return lines


CHARTS: Final = 3
"""How many there are."""
