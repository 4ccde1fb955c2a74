"""Follow-ups: dated tasks on customers that were not promised to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.desk.area import Area
from deskui.desk.person import must_be_ours
from deskui.desk.verb import verb
from deskui.domain.due.follow_up_line import read_follow_up
from deskui.domain.due_time.days import parse_day
from deskui.domain.text import clean_line
from deskui.errors import BadInput
from deskui.store.reads import follow_ups as reads
from deskui.store.writes import follow_ups as writes

if TYPE_CHECKING:
    from datetime import date

    from deskui.desk.verb import Verb
    from deskui.domain.done import Done
    from deskui.domain.due.follow_up import FollowUp
    from deskui.domain.due.follow_up_line import FollowUpReading
    from deskui.domain.ids import CustomerId, FollowUpId
    from deskui.domain.typed import FollowUpTyped
    from deskui.store.entry import Entry

_FIELD: Final = "The day"


FOLLOW_UP_ADD: Final = verb("follow_up.add", "follow-up", "follow_up.what")
FOLLOW_UP_MOVE: Final = verb("follow_up.move", "follow-up moved", "follow_up.what")
FOLLOW_UP_SETTLE: Final = verb("follow_up.settle", "follow-up settled", "follow_up.what")


class FollowUps(Area):
    """Follow-ups, in the same due list as promises."""

    def of_customer(self, customer_id: CustomerId) -> tuple[FollowUp, ...]:
        """The follow-ups of a customer that are not settled, soonest first."""
        return reads.of_customer(self.who(customer_id))

    def reading(self, line: str) -> FollowUpReading:
        """What one line would plan, and for which day."""
        return read_follow_up(line, self.session.today(self.now()))

    def add(self, customer_id: CustomerId, typed: FollowUpTyped, operation: str | None = None) -> Done:
        """Add a follow-up, for the person acting unless somebody else is named.

        Raises: BadInput naming the field that is not accepted.
        """
        columns = self.checked(typed)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            return writes.add_follow_up(entry, customer_id, columns), customer_id

        return self.perform(FOLLOW_UP_ADD, operation, work)

    def settle(self, task_id: FollowUpId, version: int, outcome: str = "", operation: str | None = None) -> Done:
        """Write down that a follow-up is done, and how it ended.

        Raises: Conflict when somebody else was faster.
        """
        said = clean_line(outcome, "The outcome")
        return self._change(
            FOLLOW_UP_SETTLE, task_id, version, {"settled_at": self.now(), "outcome": said}, operation
        )

    def move(self, task_id: FollowUpId, version: int, due: str, operation: str | None = None) -> Done:
        """Give a follow-up another day, as typed.

        Raises: BadInput for a day that is not understood or has passed, Conflict when somebody else was faster.
        """
        return self._change(FOLLOW_UP_MOVE, task_id, version, {"due_on": self.day(due)}, operation)

    def checked(self, typed: FollowUpTyped) -> dict[str, Any]:
        """The columns of a follow-up as typed.

        Raises: BadInput naming the field that is not accepted: without words, or with a day that has passed.
        """
        if typed.due < self.session.today(self.now()):
            raise BadInput("That day has passed; give a later one.", _FIELD)
        must_be_ours(typed.owner_id)
        return {
            "kind": typed.kind.value,
            "what": clean_line(typed.what, "The follow-up", needed=True),
            "due_on": typed.due,
            "owner": typed.owner_id or self.session.actor.employee_id,
            "case": typed.case_id,
            "conversation": typed.conversation_id,
        }

    def day(self, text: str) -> date:
        """The day that is meant, from today on.

        Raises: BadInput when it is not understood, has passed or is over two years ahead.
        """
        today = self.session.today(self.now())
        day = parse_day(text, today, _FIELD)
        if day is None:
            raise BadInput("Say on which day, such as fri or in 2 weeks.", _FIELD)
        return day

    def _change(
        self, verb: Verb, task_id: FollowUpId, version: int, columns: dict[str, Any], operation: str | None
    ) -> Done:
        def work(entry: Entry) -> tuple[int, CustomerId]:
            customer_id = reads.follow_up(task_id).customer_id
            writes.change_follow_up(entry, task_id, version, columns)
            return task_id, customer_id

        return self.perform(verb, operation, work)
