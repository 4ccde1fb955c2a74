"""What is due, for one of the staff or for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.desk.area import Area
from deskui.domain.due.due_list import (
    answered,
    escalated,
    handed,
    in_order,
    to_approve,
    watched,
)
from deskui.domain.due.work_lines import said_to, to_fix
from deskui.errors import NotAllowed
from deskui.store.reads import due as reads

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.desk.area import Post
    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.due.due_list import Counts, DueItem
    from deskui.domain.staff import Employee


class DueList(Area):
    """Promises still to be kept, follow-ups, outreach, and calls we owe."""

    def __init__(self, post: Post, desk: Desk) -> None:
        super().__init__(post)
        self._desk = desk

    def list(self, whose: Employee | None = None, now: datetime | None = None) -> tuple[DueItem, ...]:
        """All that is due of one of the staff, or of the whole desk with None, soonest first.

        `due_list.grouped` puts it under overdue, today, tomorrow, this week and later.
        """
        return in_order(reads.items(None if whose is None else whose.id, now or self.now()), self.session.zone)

    def mine(self, now: datetime | None = None) -> tuple[DueItem, ...]:
        """What waits for the person acting to answer or acknowledge it, and all that is due of them."""
        me, desk = self.session.employee, self._desk
        if me is None:
            return ()
        waiting = (
            *map(escalated, desk.escalations.waiting()),
            *map(to_approve, desk.approvals.for_me()),
            *map(answered, desk.approvals.answers()),
            *map(handed, desk.duty.waiting()),
            *map(to_fix, desk.reviewing.to_fix()),
            *(said_to(each, me.id) for each in desk.feedback.news()),
            *map(watched, desk.watching.news()),
        )
        return (*waiting, *self.list(me, now))

    def counts(self, me: Employee | None = None, now: datetime | None = None) -> Counts:
        """How much is due today, overdue and owed, for the given person (else the one acting) and for the desk."""
        who = self.session.actor.employee_id if me is None else me.id
        return reads.counts(who, now or self.now(), self.session.zone)

    def settle(self, item: DueItem, operation: str | None = None) -> Done:
        """Settle a line of the list: a promise is kept, a follow-up done, a hand-over or news acknowledged.

        Raises: NotAllowed for a call, which is settled by reaching them, for an escalation, which wants an answer,
        and for what is settled already; Conflict when somebody else was faster.
        """
        desk = self._desk
        if item.promise_id is not None:
            return desk.promises.keep(item.promise_id, operation)
        if item.follow_up_id is not None:
            return desk.follow_ups.settle(item.follow_up_id, item.version, operation=operation)
        if item.given is not None:
            return desk.duty.acknowledge(item.given.id, operation)
        if item.news is not None:
            return desk.watching.seen(item.news.id, operation)
        if item.feedback is not None:
            return desk.feedback.seen(item.feedback.id, operation)
        if item.fix is not None:
            return desk.reviewing.fixed(item.fix, operation)
        if item.asked is not None:
            if item.asked.verdict is None:
                raise NotAllowed("A request wants an answer; Y opens all of them.")
            return desk.approvals.seen(item.asked.id, operation)
        if item.raised is not None:
            raise NotAllowed("An escalation wants an answer; Enter opens its case.")
        raise NotAllowed("Reaching them settles a call we owe; c logs it.")
