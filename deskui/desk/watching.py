"""Watching a case: hearing of what others do to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.errors import NotAllowed
from deskui.store.reads import case_work, cases, news
from deskui.store.writes import case_work as writes

if TYPE_CHECKING:
    from deskui.domain.case_work import News
    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId, CaseWatchId, CustomerId, EmployeeId
    from deskui.store.entry import Entry


CASE_WATCH: Final = verb("case.watch", "watching a case", "case.subject")
CASE_UNWATCH: Final = verb("case.unwatch", "watching a case no more", "case.subject")
CASE_SEEN: Final = verb("case.seen", "news of a case seen", "case.subject")


class Watching(Area):
    """Watched cases and their news, for the person acting."""

    def watch(self, case_id: CaseId, operation: str | None = None) -> Done:
        """Hear of what becomes of a case from now on.

        Raises: NotAllowed when it is watched already.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            case, me = cases.case(cases.survivor(case_id)), self._me()
            if case_work.watches(case.ids, me):
                raise NotAllowed(f"You watch case #{case.number} already.")
            writes.watch(entry, case.id, me)
            return case.id, case.customer_id

        return self.perform(CASE_WATCH, operation, work)

    def unwatch(self, case_id: CaseId, operation: str | None = None) -> Done:
        """Hear of a case no more.

        Raises: NotAllowed when it is not watched.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            case = cases.case(cases.survivor(case_id))
            if not writes.unwatch(entry, case.ids, self._me()):
                raise NotAllowed(f"You do not watch case #{case.number}.")
            return case.id, case.customer_id

        return self.perform(CASE_UNWATCH, operation, work)

    def news(self) -> tuple[News, ...]:
        """What others did to watched cases since it was acknowledged, a line a case, the oldest first."""
        me = self.session.actor.employee_id
        return () if me is None else news.of(me)

    def seen(self, watch_id: CaseWatchId, operation: str | None = None) -> Done:
        """Acknowledge the news of a watched case.

        Raises: NotFound when it is not watched any more, NotAllowed when somebody else watches it.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            whose, about = news.seen(watch_id)
            if whose != self._me():
                raise NotAllowed("Only whoever watches a case can acknowledge its news.")
            case = cases.case(about)
            writes.see_news(entry, case.ids, whose)
            return case.id, case.customer_id

        return self.perform(CASE_SEEN, operation, work)

    def _me(self) -> EmployeeId:
        me = self.session.actor.employee_id
        if me is None:
            raise NotAllowed("Nobody is acting at this desk; choose who you are first.")
        return me
