"""Who is there until when, and giving work to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.person import must_be_ours
from deskui.desk.rota import Rota
from deskui.desk.verb import verb
from deskui.domain.text import clean_text
from deskui.errors import Conflict, NotAllowed
from deskui.store.reads import cases, hand_overs
from deskui.store.writes import follow_ups
from deskui.store.writes import hand_overs as writes

if TYPE_CHECKING:
    from deskui.domain.done import Done
    from deskui.domain.hand_over import HandOver
    from deskui.domain.ids import CaseId, CustomerId, EmployeeId, HandOverId
    from deskui.store.entry import Entry


CASE_HAND_OVER: Final = verb("case.hand_over", "case handed over", "case.subject")
CASE_HAND_OVER_ALL: Final = verb("case.hand_over_all", "cases handed over")
CASE_ACKNOWLEDGE: Final = verb("case.acknowledge", "hand-over acknowledged")


class Duty(Rota):
    """The rota of the desk, and hand-overs."""

    def hand_over(
        self,
        case_id: CaseId,
        to: EmployeeId,
        note: str,
        operation: str | None = None,
        *,
        version: int | None = None,
    ) -> Done:
        """Give a case, as it was seen at `version` if that is said, to a colleague, with a note they acknowledge.

        Its follow-ups that were its owner's go with it.
        Raises: NotAllowed when it is theirs already, BadInput for a note that is not accepted, Conflict when
        somebody else has changed the case.
        """
        must_be_ours(to)
        said = clean_text(note, "The note")

        return self.perform(CASE_HAND_OVER, operation, lambda entry: give_case(entry, case_id, to, said, version))

    def hand_over_all(self, giver: EmployeeId, to: EmployeeId, note: str, operation: str | None = None) -> Done:
        """Give all open cases and follow-ups of one colleague to another; the subject is how many cases there were.

        Raises: NotAllowed when both are the same or there is nothing to give.
        """
        if giver == to:
            raise NotAllowed("Both are the same person; choose somebody else.")
        must_be_ours(to)
        said = clean_text(note, "The note")

        def work(entry: Entry) -> tuple[int, None]:
            given = [cases.case(each) for each in cases.open_of(giver)]
            for case in given:
                writes.hand_over(entry, case, to, said)
            if not follow_ups.give_follow_ups(entry, giver, to) and not given:
                raise NotAllowed("There is nothing to hand over; nothing of theirs is open.")
            return len(given), None

        return self.perform(CASE_HAND_OVER_ALL, operation, work)

    def acknowledge(self, hand_over_id: HandOverId, operation: str | None = None) -> Done:
        """Write down that the person acting, to whom a case was given, has seen it.

        Raises: NotAllowed when it was given to somebody else, or is acknowledged already.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            given = hand_overs.hand_over(hand_over_id)
            if given.receiver_id != entry.actor.employee_id:
                raise NotAllowed(f"That case was given to {given.receiver}; only they can acknowledge it.")
            if given.acknowledged_at is not None:
                raise NotAllowed("That is acknowledged already.")
            writes.acknowledge(entry, given)
            return hand_over_id, given.customer_id

        return self.perform(CASE_ACKNOWLEDGE, operation, work)

    def waiting(self) -> tuple[HandOver, ...]:
        """What was handed to the person acting and is not acknowledged yet, the oldest first."""
        me = self.session.actor.employee_id
        return () if me is None else hand_overs.waiting_for(me)


def give_case(
    entry: Entry, case_id: CaseId, to: EmployeeId, note: str, version: int | None = None
) -> tuple[int, CustomerId]:
    """Give a case to a colleague inside a verb, and return what that is about.

    Raises: NotAllowed when it is theirs already, Conflict when it is not as it was seen at `version`.
    """
    case = cases.case(cases.survivor(case_id))
    if version not in (None, case.version):
        theirs: dict[str, object] = {"owner": case.owner, "version": case.version}
        raise Conflict("Somebody else has changed this case meanwhile; look at both and choose.", theirs)
    if case.owner_id == to:
        raise NotAllowed(f"That case is {case.owner}'s already; choose somebody else.")
    writes.hand_over(entry, case, to, note)
    return case.id, case.customer_id
