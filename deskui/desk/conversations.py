"""What was said: logging a contact, and reading back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.feedback import About
from deskui.domain.note import ReviewState
from deskui.domain.review.item import Subject
from deskui.domain.staff import Role
from deskui.domain.text import clean_line, clean_text
from deskui.errors import BadInput, NotAllowed
from deskui.store.reads import conversations as reads
from deskui.store.reads import feedback, fix_requests, staff
from deskui.store.reads.paging import PAGE
from deskui.store.writes import conversations as writes
from deskui.store.writes import reviews

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.conversation import Conversation
    from deskui.domain.done import Done
    from deskui.domain.ids import ConversationId, CustomerId, EmployeeId
    from deskui.domain.pages import Cursor, Page
    from deskui.domain.typed import ConversationTyped
    from deskui.store.entry import Entry

LONGEST_VISIT: Final = 24 * 60


CONVERSATION_EDIT: Final = verb("conversation.edit", "conversation change", "conversation.summary")
CONVERSATION_LOG: Final = verb("conversation.log", "conversation", "conversation.summary")


class Conversations(Area):
    """Contacts with customers."""

    def page(self, customer_id: CustomerId, after: Cursor, limit: int = PAGE) -> Page[Conversation]:
        """The next page of what was said."""
        return reads.of_customer(self.who(customer_id), after, limit)

    def log(self, customer_id: CustomerId, typed: ConversationTyped, operation: str | None = None) -> Done:
        """Log a contact that just happened.

        Raises: BadInput naming the field that is not accepted.
        """
        columns = checked_conversation(typed, self.now())
        return self.on(
            customer_id,
            CONVERSATION_LOG,
            operation,
            lambda entry: writes.add_conversation(entry, customer_id, columns),
        )

    def edit(
        self, talk: ConversationId, version: int, summary: str, next_step: str, operation: str | None = None
    ) -> Done:
        """Write again what was said in a conversation, as its author was asked to; it is reviewed again.

        Raises: BadInput naming the field; NotAllowed for anybody but its author and supervisors; Conflict.
        """
        columns = {
            "summary": clean_text(summary, "The summary", needed=True),
            "next_step": clean_line(next_step, "The next step"),
            "review": ReviewState.WAITING.value,
        }

        def work(entry: Entry) -> tuple[int, CustomerId]:
            whose = feedback.whose(About.CONVERSATION, talk)
            if not _may_rewrite(entry, talk, whose.employee_id):
                raise NotAllowed("Only whoever had the conversation can write it again.")
            by_me = reviews.reworded(entry, Subject.CONVERSATION, talk, columns)
            writes.change_conversation(entry, talk, version, by_me)
            reviews.is_fixed(entry, Subject.CONVERSATION, talk)
            return talk, whose.customer_id

        return self.perform(CONVERSATION_EDIT, operation, work)


def _may_rewrite(entry: Entry, talk: ConversationId, had_by: EmployeeId | None) -> bool:
    """Whoever had it, whoever is asked to put it right, and supervisors, by their role as it is kept now."""
    if (me := entry.actor.employee_id) is None or me == had_by:
        return True
    who = staff.employee(me)
    if who is not None and who.may_act_as(Role.SUPERVISOR):
        return True
    return (Subject.CONVERSATION, talk) in {(each.subject, each.row) for each in fix_requests.to_fix(me)}


def checked_conversation(typed: ConversationTyped, now: datetime) -> dict[str, Any]:
    """The columns of a contact as typed, that happened at `now`.

    Raises: BadInput naming the field that is not accepted.
    """
    return {
        "at": now,
        "channel": typed.channel.value,
        "direction": typed.direction.value,
        "reached": typed.reached,
        "mood": typed.mood.value,
        "minutes": parse_minutes(typed.minutes),
        "summary": clean_text(typed.summary, "The summary", needed=True),
        "case": typed.case_id,
    }


def parse_minutes(text: str) -> int:
    """Whole minutes as typed; empty is 0.

    Raises: BadInput when it is not a number from 0 to a day.
    """
    typed = text.strip() or "0"
    if not (typed.isascii() and typed.isdigit()) or int(typed[:6]) > LONGEST_VISIT:
        raise BadInput(f"Minutes are a whole number from 0 to {LONGEST_VISIT}.", "Minutes")
    return int(typed)
