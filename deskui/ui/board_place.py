"""Where somebody is on the board."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.domain.board.groups import Level, Scope
from deskui.domain.board.period import typed_period

if TYPE_CHECKING:
    from datetime import date

    from deskui.desk.board import Board
    from deskui.desk.desk import Desk
    from deskui.domain.board.period import Period


@dataclass(slots=True)
class BoardPlace:
    """Level, group, period and number, so that all are there again when somebody comes back from a customer."""

    level: Level = Level.DESK
    scope: Scope | None = None
    """The group whose figures are shown; None for the list of a level's groups, or the whole desk."""
    label: str = ""
    """What that group is called."""
    asked: str = "30 days"
    """The period as it was asked for; it moves on with the days."""
    key: object = None
    """The row under the cursor."""
    came_from: object = None
    """The group in the list to which Esc goes back."""
    chart: int = 0
    """Which of the charts is shown where there is room for one."""

    def period(self, today: date) -> Period:
        """The days that are meant today."""
        return typed_period(self.asked, today)

    @property
    def lists_groups(self) -> bool:
        """Whether the groups of a level are listed, and not the figures of one."""
        return self.level is not Level.DESK and self.scope is None

    def read(self, desk: Desk) -> Board:
        """The board of that place; whoever may only see their own is at their own."""
        if (own := desk.board.own) is not None:
            self.level, self.scope = own.level, own
            self.label = "you"
        apart = (self.level,) if self.lists_groups else ()
        return desk.board.read(self._days(desk), self.scope, apart)

    def read_all(self, desk: Desk, *, is_table: bool) -> Board:
        """What is saved of that place: the group with all levels below it; a table has every group there is."""
        return desk.board.read(self._days(desk), None if is_table else self.scope)

    def _days(self, desk: Desk) -> Period:
        return self.period(desk.session.today(desk.now()))

    def turn_to(self, level: Level) -> None:
        """Go to the top of another level."""
        self.level, self.scope, self.label, self.key = level, None, "", None

    def go_into(self, scope: Scope, label: str) -> None:
        """Go to the figures of a group."""
        self.came_from = self.key
        self.scope, self.label, self.key = scope, label, None

    def go_back(self) -> None:
        """Go back to the list of groups."""
        self.scope, self.label, self.key = None, "", self.came_from
