"""Praise and coaching between two people, and handing a case to somebody else with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.duty import give_case
from deskui.desk.person import must_be_ours
from deskui.desk.verb import verb
from deskui.domain.feedback import About, FeedbackKind
from deskui.domain.staff import Role
from deskui.domain.text import clean_text
from deskui.errors import NotAllowed
from deskui.store.reads import cases, staff
from deskui.store.reads import feedback as reads
from deskui.store.writes import feedback as writes

if TYPE_CHECKING:
    from deskui.domain.done import Done
    from deskui.domain.feedback import Feedback
    from deskui.domain.ids import CaseId, CustomerId, EmployeeId, FeedbackId
    from deskui.domain.staff import Employee
    from deskui.store.entry import Entry

GIVE: Final = verb("feedback.give", "feedback", "feedback.kind", needs=Role.SUPERVISOR)
REASSIGN: Final = verb("feedback.reassign", "case given to somebody else", "feedback.kind", needs=Role.SUPERVISOR)
ANSWER: Final = verb("feedback.answer", "answer to feedback")
SEEN: Final = verb("feedback.seen", "feedback seen", "feedback.kind")


class Feedbacks(Area):
    """What is said about somebody's work, for the two of them."""

    def give(self, about: About, row: int, kind: FeedbackKind, comment: str, operation: str | None = None) -> Done:
        """Say something about a conversation, note, case or promise to whoever's work it is.

        Raises: BadInput without a comment; NotAllowed where it is nobody's, or one's own.
        """
        said = clean_text(comment, "The comment", needed=True)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            whose = reads.whose(about, row)
            given = say_to(entry, whose.employee_id, kind, said, about, row, whose.customer_id, whose.case_id)
            return given, whose.customer_id

        return self.perform(GIVE, operation, work)

    def reassign(
        self, about: About, row: int, to: EmployeeId, comment: str, note: str = "", operation: str | None = None
    ) -> Done:
        """Hand the case that this is about to somebody else, with its story, and say why to whoever had it.

        The comment is for the one who had it, the `note` for the one who gets it.
        Raises: as `give`; NotAllowed where it is about no case, or the case is theirs already.
        """
        said = clean_text(comment, "The comment", needed=True)
        words = clean_text(note, "The note")
        must_be_ours(to)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            whose = reads.whose(about, row)
            if whose.case_id is None:
                raise NotAllowed("That is about no case, so there is none to give to somebody else.")
            case = cases.case(cases.survivor(whose.case_id))
            had = case.owner_id or whose.employee_id
            given = say_to(entry, had, FeedbackKind.REASSIGN, said, about, row, case.customer_id, case.id)
            give_case(entry, case.id, to, words)
            return given, case.customer_id

        return self.perform(REASSIGN, operation, work)

    def whose(self, about: About, row: int) -> Employee:
        """Whose work that is, to whom something can be said about it.

        Raises: NotFound when it is gone; NotAllowed where it is nobody's, or one's own.
        """
        who = _somebody_else(reads.whose(about, row).employee_id, self.session.actor.employee_id)
        found = staff.employee(who)
        assert found is not None, "nobody is taken off the staff list for good"
        return found

    def answer(self, feedback_id: FeedbackId, text: str, operation: str | None = None) -> Done:
        """Say something back; only one of the two may, as often as they want.

        Raises: BadInput for an empty text, NotFound for anybody else.
        """
        said = clean_text(text, "The answer", needed=True)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            found = reads.one(feedback_id, self._me())
            writes.see(entry, found, self._me())
            return writes.answer(entry, found, said), found.customer_id

        return self.perform(ANSWER, operation, work)

    def seen(self, feedback_id: FeedbackId, operation: str | None = None) -> Done:
        """Take note of what is new in it for the person acting.

        Raises: NotFound for anybody but the two, NotAllowed when there is nothing new.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            found = reads.one(feedback_id, self._me())
            if not writes.see(entry, found, self._me()):
                raise NotAllowed("That is seen already.")
            return feedback_id, found.customer_id

        return self.perform(SEEN, operation, work)

    def mine(self) -> tuple[Feedback, ...]:
        """What was said to the person acting, and what they said to others; the newest first."""
        me = self.session.actor.employee_id
        return () if me is None else reads.of(me)

    def news(self) -> tuple[Feedback, ...]:
        """What of it the person acting has not seen yet, the oldest first."""
        me = self.session.actor.employee_id
        return () if me is None else reads.unseen(me)

    def _me(self) -> EmployeeId:
        me = self.session.actor.employee_id
        if me is None:
            raise NotAllowed("Nobody is acting at this desk; choose who you are first.")
        return me


def say_to(
    entry: Entry,
    whose: EmployeeId | None,
    kind: FeedbackKind,
    comment: str,
    about: About,
    row: int,
    customer_id: CustomerId,
    case_id: CaseId | None,
) -> FeedbackId:
    """Say something to somebody inside another verb.

    Raises: NotAllowed where it is nobody's work, or that of the person acting.
    """
    to = _somebody_else(whose, entry.actor.employee_id)
    return writes.give(entry, to, kind, comment, about, row, customer_id, case_id)


def _somebody_else(whose: EmployeeId | None, me: EmployeeId | None) -> EmployeeId:
    if whose is None:
        raise NotAllowed("Nobody here did that, so there is nobody to say it to.")
    if whose == me:
        raise NotAllowed("That is your own work; feedback is for somebody else's.")
    return whose
