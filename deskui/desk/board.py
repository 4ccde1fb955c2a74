"""The board: what was done in a period, at three levels, and the rows behind each number."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from deskui.desk.area import Area
from deskui.domain.board.charts import Charts, charts, desk_clock
from deskui.domain.board.groups import Group, Level, Scope, by_clerk, by_kind, together
from deskui.domain.board.measures import Source
from deskui.errors import NoRight
from deskui.store.reads import staff
from deskui.store.reads.board import cases, goodwill, promises, reviewed, talks, visits
from deskui.store.reads.board.asked import Asked
from deskui.store.writes import recount

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime, tzinfo

    from deskui.domain.board.charts import Moment
    from deskui.domain.board.figures import Figure
    from deskui.domain.board.measures import Cell
    from deskui.domain.board.period import Period
    from deskui.domain.board.rows import BoardRow

Row = TypeVar("Row")
_IN_A_ROW: Final = 250
"""After so many rows others may go on."""


@dataclass(frozen=True, slots=True)
class Board:
    """What was counted: of the scope asked for, of its kinds of case and clerks where asked for, and its charts.

    Whoever is no supervisor gets what was counted of themselves alone. `counted` is how much of all promises is
    counted, in per cent: less than 100 only for a while after the program was brought up to date.
    """

    period: Period
    at: datetime
    zone: tzinfo
    group: Group
    kinds: tuple[Group, ...]
    clerks: tuple[Group, ...]
    charts: Charts
    counted: int

    def groups(self, level: Level) -> tuple[Group, ...]:
        """The groups of a level."""
        return {Level.DESK: (self.group,), Level.KIND: self.kinds, Level.CLERK: self.clerks}[level]


class Boards(Area):
    """Reads the board; all of it as it is at one moment."""

    @property
    def own(self) -> Scope | None:
        """The only scope that the person acting may see; None for supervisors, who see all."""
        me = self.session.employee
        return Scope(Level.CLERK, clerk=me.id) if me is not None and self.session.sees_own_alone else None

    def read(self, period: Period, scope: Scope | None = None, apart: Iterable[Level] = tuple(Level)) -> Board:
        """The board of a period: a known number of statements, whatever there is.

        `apart` is what the groups of are wanted: to tell kinds and clerks apart takes longer than to count all of it.
        Raises: NoRight when it is somebody else's, and the person acting is no supervisor.
        """
        own = self.own  # once: somebody else may sign in while it is read
        scope, wanted = self._allowed(own, scope), set(apart)
        by_clerks, by_kinds = Level.CLERK in wanted, Level.KIND in wanted and own is None
        with self.store.snapshot():
            asked = self._asked(period, scope, by_clerks, by_kinds)
            cells = list(_giving_way(_cells(asked)))
            return Board(
                period=period,
                at=asked.now,
                zone=self.session.zone,
                group=together(cells, scope),
                kinds=by_kind(cells) if by_kinds else (),
                clerks=by_clerk(cells, staff.names()) if by_clerks else (),
                charts=charts(_giving_way(_moments(asked)), period),
                counted=recount.done(),
            )

    def _asked(self, period: Period, scope: Scope, by_clerks: bool, by_kinds: bool) -> Asked:
        zone = self.session.zone
        before, start, end = period.before.start(zone), period.start(zone), period.end(zone)
        clock = desk_clock(period, zone)
        return Asked(before, start, end, self.now(), scope, by_clerks, by_kinds, clock)

    def rows(self, figure: Figure, period: Period, scope: Scope | None = None) -> tuple[BoardRow, ...]:
        """The rows behind a number of that scope, the newest first; of very many the newest ones: one statement.

        Raises: NoRight as `read` does.
        """
        scope, zone = self._allowed(self.own, scope), self.session.zone
        of, start, end = figure.counts, period.start(zone), period.end(zone)
        if figure.source is Source.PROMISE:
            return promises.rows(of, scope, start, end, self.now())
        if figure.source is Source.TALK:
            return talks.rows(of, scope, start, end)
        if figure.source is Source.VISIT:
            return visits.rows(of, scope, start, end)
        if figure.source is Source.GOODWILL:
            return goodwill.rows(of, scope, start, end)
        if figure.source in (Source.FEEDBACK, Source.REVIEW):
            return reviewed.rows(of, scope, start, end)
        return cases.rows(of, scope, start, end, self.now())

    @staticmethod
    def _allowed(own: Scope | None, scope: Scope | None) -> Scope:
        if own is not None and scope not in (None, own):
            raise NoRight("Only a supervisor may look at the board of others; yours is shown.")
        return own or scope or Scope()


def _cells(asked: Asked) -> Iterator[Cell]:
    yield from promises.counted(asked)
    yield from talks.counted(asked)
    yield from talks.counted_again(asked)
    yield from visits.counted(asked)
    yield from cases.counted_closed(asked)
    yield from cases.counted_open(asked)
    yield from goodwill.counted(asked)
    yield from reviewed.counted(asked)
    yield from reviewed.counted_waiting(asked)


def _moments(asked: Asked) -> Iterator[Moment]:
    for each in (promises, talks, visits, cases, goodwill, reviewed):
        yield from each.moments(asked)


def _giving_way(rows: Iterable[Row]) -> Iterator[Row]:
    """The same rows; whoever looks somebody up meanwhile has the interpreter in between."""
    for number, row in enumerate(rows):
        if not number % _IN_A_ROW:
            time.sleep(0)
        yield row
