"""The board: what was done in a period, at three levels, and the rows behind each number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.desk.area import Area
from deskui.domain.board.charts import Charts, charts
from deskui.domain.board.groups import Group, Level, Scope, by_clerk, by_kind, of_one, whole
from deskui.domain.board.measures import Source
from deskui.errors import NoRight
from deskui.store.reads import staff
from deskui.store.reads.board import cases, goodwill, promises, reviewed, talks, visits
from deskui.store.writes import recount

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime, tzinfo

    from deskui.domain.board.charts import Moment
    from deskui.domain.board.figures import Figure
    from deskui.domain.board.measures import Cell
    from deskui.domain.board.period import Period
    from deskui.domain.board.rows import BoardRow


@dataclass(frozen=True, slots=True)
class Board:
    """What was counted: of the scope asked for, of each kind of case and of each clerk, and its charts.

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
        if me is None or self.session.is_supervisor:
            return None
        return Scope(Level.CLERK, clerk=me.id)

    def read(self, period: Period, scope: Scope | None = None) -> Board:
        """The board of a period: a known number of statements, whatever there is.

        Raises: NoRight when it is somebody else's, and the person acting is no supervisor.
        """
        own = self.own  # once: somebody else may sign in while it is read
        scope = self._allowed(own, scope)
        with self.store.snapshot():
            now, names = self.now(), staff.names()
            cells = [each for each in self._cells(period, now) if own is None or scope.has(each)]
            kinds, clerks = by_kind(cells), by_clerk(cells, names)
            return Board(
                period=period,
                at=now,
                zone=self.session.zone,
                group=_group(cells, scope, (*kinds, *clerks)),
                kinds=kinds if own is None else (),
                clerks=clerks,
                charts=charts(self._moments(period, scope, now), period, self.session.zone),
                counted=recount.done(),
            )

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

    def _cells(self, period: Period, now: datetime) -> Iterator[Cell]:
        zone = self.session.zone
        before, start, end = period.before.start(zone), period.start(zone), period.end(zone)
        yield from promises.counted(before, start, end, now)
        yield from talks.counted(before, start, end)
        yield from talks.counted_again(before, start, end)
        yield from visits.counted(before, start, end)
        yield from cases.counted_closed(before, start, end)
        yield from cases.counted_open(now)
        yield from goodwill.counted(before, start, end)
        yield from reviewed.counted(before, start, end)
        yield from reviewed.counted_waiting()

    def _moments(self, period: Period, scope: Scope, now: datetime) -> Iterator[Moment]:
        start, end = period.start(self.session.zone), period.end(self.session.zone)
        yield from promises.moments(scope, start, end, now)
        yield from talks.moments(scope, start, end)
        yield from visits.moments(scope, start, end)
        yield from cases.moments(scope, start, end)
        yield from goodwill.moments(scope, start, end)
        yield from reviewed.moments(scope, start, end)


def _group(cells: list[Cell], scope: Scope, known: tuple[Group, ...]) -> Group:
    """The group of that scope, also when nothing was counted of it."""
    if scope.level is Level.DESK:
        return whole(cells)
    return next((each for each in known if each.scope == scope), None) or of_one(cells, scope, "")
