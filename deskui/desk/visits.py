"""Visits: the clock that runs while a customer stands at the counter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.visit import VisitEnd
from deskui.errors import NotAllowed
from deskui.store.reads import visits as reads
from deskui.store.writes import looks, openings
from deskui.store.writes import visits as writes

if TYPE_CHECKING:
    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId, VisitId
    from deskui.domain.visit import Visit
    from deskui.store.entry import Entry


VISIT_OPEN: Final = verb("visit.open")
VISIT_TAKE_OVER: Final = verb("visit.take_over")
VISIT_END: Final = verb("visit.end", when_locked=True)
VISIT_ABANDON: Final = verb("visit.abandon")


class Visits(Area):
    """Visits at this desk; one at a time."""

    def current(self) -> Visit | None:
        """The visit that goes on at this desk."""
        return next(iter(reads.open_visits(self.session.desk)), None)

    def open(self, customer_id: CustomerId, operation: str | None = None) -> Done:
        """Start the clock for a customer, who is among those opened lately from now on.

        It goes on when it runs for them already.
        A visit of somebody else still open at this desk ends as left without a word. Private notes of others that
        come on screen with the customer are written down as seen.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            who, running = self.who(customer_id), None
            openings.opened(who, entry.at)
            self._look(entry, who)
            for each in reads.open_visits(entry.actor.desk):
                if running is None and each.customer_id == who:
                    running = each.id
                else:
                    writes.end_visit(entry, each, VisitEnd.LEFT)
            return running or writes.open_visit(entry, who), who

        return self.perform(VISIT_OPEN, operation, work)

    def take_over(self, customer_id: CustomerId, operation: str | None = None) -> Done:
        """The visit of a customer that goes on at this desk goes on with the person acting, as `open` begins one."""

        def work(entry: Entry) -> tuple[int, CustomerId]:
            who = self.who(customer_id)
            self._look(entry, who)
            for each in reads.open_visits(entry.actor.desk):
                if each.customer_id == who:
                    writes.take_over_visit(entry, each)
                    return each.id, who
            return writes.open_visit(entry, who), who

        return self.perform(VISIT_TAKE_OVER, operation, work)

    def _look(self, entry: Entry, who: CustomerId) -> None:
        if self.session.is_supervisor:
            looks.saw_private_notes(entry, who)

    def end(self, visit_id: VisitId, how: VisitEnd, operation: str | None = None) -> Done:
        """Stop the clock of a visit.

        Raises: NotAllowed when it has ended, NotFound when there is none.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            visit = reads.visit(visit_id)
            if visit.ended_at is not None:
                raise NotAllowed("That visit has ended already; open the customer again to begin another.")
            writes.end_visit(entry, visit, how)
            return visit_id, visit.customer_id

        return self.perform(VISIT_END, operation, work)

    def close_abandoned(self, operation: str | None = None) -> int:
        """Close the visits that a crash left open at this desk, when something was last written there.

        Returns how many there were; nothing is written when there are none.
        """
        left = reads.open_visits(self.session.desk)
        if not left:
            return 0

        def work(entry: Entry) -> tuple[int, None]:
            sign = reads.last_sign_of(entry.actor.desk)
            for each in reads.open_visits(entry.actor.desk):
                until = min(entry.at, max(each.opened_at, sign or each.opened_at))
                writes.end_visit(entry, each, VisitEnd.ABANDONED, at=max(until, each.opened_at))
            return 0, None

        self.perform(VISIT_ABANDON, operation, work)
        return len(left)
