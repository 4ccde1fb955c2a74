"""The call list: whom to call today, who is calling, and what came of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from deskui.desk.area import Area
from deskui.desk.calls import CallReader
from deskui.desk.conversations import checked_conversation
from deskui.desk.outreach_rules import OutreachRules
from deskui.desk.verb import verb
from deskui.domain.conversation import Channel, Direction, Mood
from deskui.domain.due_time.days import parse_day
from deskui.domain.outreach.call_list import RESTS, SPOKEN, Call, CallTyped, Outcome
from deskui.domain.text import clean_line
from deskui.domain.typed import ConversationTyped
from deskui.errors import BadInput, Conflict, NotAllowed
from deskui.store.reads import outreach_people as people
from deskui.store.writes import conversations, follow_ups
from deskui.store.writes import outreach as writes

if TYPE_CHECKING:
    from datetime import date

    from deskui.desk.area import Post
    from deskui.desk.calls import CallList
    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId
    from deskui.domain.staff import Employee
    from deskui.store.entry import Entry


OUTREACH_LOG: Final = verb("outreach.log", "call", "outreach_try.about")
OUTREACH_SKIP: Final = verb("outreach.skip", "skipped call", "outreach_try.about")
OUTREACH_CLAIM: Final = verb("outreach.claim")
OUTREACH_RELEASE: Final = verb("outreach.release")
_LONGEST_ABOUT: Final = 1_000


class Outreach(Area):
    """Calls for the customer's sake, which nobody promised them."""

    def __init__(self, post: Post) -> None:
        super().__init__(post)
        self.rules = OutreachRules(post)
        self._reader = CallReader(post, self.rules)

    def list(self, whose: Employee | None = None) -> CallList:
        """Whom to call today, the most pressing first: all of them, or those for one of the staff."""
        return self._reader.read(whose)

    def claim(self, call: Call, operation: str | None = None) -> Done:
        """Take a row to call, for 15 minutes; whoever has it already keeps it.

        Desks may have one name, so somebody else at the same one is another.

        Raises: NotAllowed when somebody else has it, Conflict when somebody has called them since it was read.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            who = self.who(call.customer_id)
            _refuse_taken(entry, call, who)
            writes.release(entry, who)
            return writes.claim(entry, who), who

        return self.perform(OUTREACH_CLAIM, operation, work)

    def release(self, customer_id: CustomerId, operation: str | None = None) -> Done:
        """Give a row up that the person acting has taken here; does nothing where it has none."""

        def work(entry: Entry) -> tuple[int, CustomerId]:
            writes.release(entry, self.who(customer_id))
            return customer_id, customer_id

        return self.perform(OUTREACH_RELEASE, operation, work)

    def log(self, call: Call, typed: CallTyped, operation: str | None = None) -> Done:
        """Log what came of a call as a contact of ours, and take the row off the list until the next date.

        What was planned is done once they were reached, else it moves along. Raises: BadInput naming the field,
        NotAllowed when another desk is calling them, Conflict when somebody has called them since.
        """
        if typed.outcome is Outcome.SKIPPED:
            raise BadInput("A row is skipped with a reason.", "outcome")
        again, reached = self.again(typed), typed.outcome in SPOKEN
        contact = checked_conversation(_conversation(call, typed, reached), self.now())

        def work(entry: Entry) -> tuple[int, CustomerId]:
            who = self.who(call.customer_id)
            _refuse_taken(entry, call, who)
            talk = conversations.add_conversation(entry, who, contact)
            row = writes.add_try(entry, who, self._try(call, typed, again) | {"conversation": talk})
            if typed.outcome is Outcome.NO_CALLS:
                writes.refuse_calls(entry, who)
            if typed.outcome is Outcome.WRONG and call.phone_id is not None:
                writes.is_wrong(entry, call.phone_id)
            _planned_is(entry, call, again, typed, self.session.today(entry.at))
            writes.release(entry, who)
            return row, who

        return self.perform(OUTREACH_LOG, operation, work)

    def skip(self, call: Call, reason: str, again: str = "", operation: str | None = None) -> Done:
        """Take a row off the list with a reason, until a date or for 30 days.

        Raises: BadInput without a reason, NotAllowed when another desk is calling them, Conflict when somebody has
        called them since.
        """
        said = clean_line(reason, "The reason", needed=True)
        typed = CallTyped(Outcome.SKIPPED, again=again)
        day = self.again(typed)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            who = self.who(call.customer_id)
            _refuse_taken(entry, call, who)
            row = writes.add_try(entry, who, self._try(call, typed, day) | {"reason": said})
            _planned_is(entry, call, day, typed, self.session.today(entry.at))
            writes.release(entry, who)
            return row, who

        return self.perform(OUTREACH_SKIP, operation, work)

    def again(self, typed: CallTyped) -> date:
        """The first day on which rules may list them again: the one typed, else as long as usual for the outcome.

        Raises: BadInput for a day that is not understood, or has passed, or is today.
        """
        today = self.session.today(self.now())
        day = parse_day(typed.again, today, "Again on")
        if day is None:
            return today + timedelta(days=RESTS[typed.outcome])
        if day == today:
            raise BadInput("It is on the list today; give a later day, such as fri or in 2 weeks.", "Again on")
        return day

    @staticmethod
    def _try(call: Call, typed: CallTyped, again: date) -> dict[str, Any]:
        families = [str(each.family) for each in call.reasons if each.family is not None]
        return {
            "outcome": typed.outcome.value,
            "about": call.about[:_LONGEST_ABOUT],
            "families": f" {' '.join(families)} " if families else "",
            "again_on": again,
        }


def _refuse_taken(entry: Entry, call: Call, who: CustomerId) -> None:
    """See that nobody else is calling, or has called since the list was read."""
    tried = people.last_tries([who]).get(who)
    if tried is not None and tried.id != call.last_try:
        by = tried.by or "Somebody"
        raise Conflict(f"{by} has been at {call.customer} meanwhile: {tried.outcome}; take another row.", {})
    claim = people.claims([who], entry.at).get(who)
    if claim is not None and (claim.desk, claim.by_id) != (entry.actor.desk, entry.actor.employee_id):
        raise NotAllowed(f"{claim.by} is calling {call.customer} at {claim.desk}; take another row.")


def _conversation(call: Call, typed: CallTyped, reached: bool) -> ConversationTyped:
    said = typed.summary.strip() or f"Outreach, {typed.outcome.value}: {call.about}"[:_LONGEST_ABOUT]
    return ConversationTyped(said, Channel.PHONE, Direction.OUT, reached, Mood(typed.mood), typed.minutes)


def _planned_is(entry: Entry, call: Call, again: date, typed: CallTyped, today: date) -> None:
    """What a colleague planned is done when they were reached or it was skipped for good, else put off."""
    done = typed.outcome in SPOKEN or (typed.outcome is Outcome.SKIPPED and not typed.again.strip())
    columns: dict[str, Any] = {"settled_at": entry.at, "outcome": typed.outcome.value}
    if not done:
        columns = {"due_on": max(again, today)}
    for each in call.reasons:
        if each.follow_up_id is not None:
            follow_ups.change_follow_up(entry, each.follow_up_id, each.version, columns)
