"""What is due, for one of the staff or for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.desk.area import Area
from deskui.domain.due_list import in_order
from deskui.store.reads import due as reads

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.due_list import Counts, DueItem
    from deskui.domain.staff import Employee


class DueList(Area):
    """Promises still to be kept, follow-ups, and calls we owe."""

    def list(self, whose: Employee | None = None, now: datetime | None = None) -> tuple[DueItem, ...]:
        """All that is due of one of the staff, or of the whole desk with None, soonest first.

        `due_list.grouped` puts it under overdue, today, tomorrow, this week and later.
        """
        return in_order(reads.items(None if whose is None else whose.id, now or self.now()), self.session.zone)

    def counts(self, me: Employee | None = None, now: datetime | None = None) -> Counts:
        """How much is due today, overdue and owed, for the given person (else the one acting) and for the desk."""
        who = self.session.actor.employee_id if me is None else me.id
        return reads.counts(who, now or self.now(), self.session.zone)
