"""The wrap-up: all that one contact leaves behind, in one form and one transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from deskui.desk.area import Area
from deskui.desk.conversations import LONGEST_VISIT, checked_conversation
from deskui.desk.verb import verb
from deskui.desk.wrap_up_reading import WrapUpReader
from deskui.domain.text import clean_line
from deskui.domain.visit import VisitEnd
from deskui.errors import BadInput
from deskui.store.reads import visits as reads
from deskui.store.writes import conversations, follow_ups, visits

if TYPE_CHECKING:
    from deskui.desk.area import Post
    from deskui.desk.follow_ups import FollowUps
    from deskui.desk.promises import Promises
    from deskui.desk.told import Told
    from deskui.desk.wrap_up_reading import WrapUpLines, WrapUpReading
    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId, CustomerId
    from deskui.domain.typed import PromiseTyped, WrapUpTyped
    from deskui.domain.visit import Visit
    from deskui.store.entry import Entry


WRAP_UP: Final = verb("wrap_up", "contact wrapped up", "conversation.summary")


@dataclass(frozen=True, slots=True)
class WrapUpChecked:
    """The columns of a contact, and of what it leaves behind."""

    contact: dict[str, Any]
    told: tuple[dict[str, Any], ...]
    promise: dict[str, Any] | None
    follow_up: dict[str, Any] | None


class WrapUp(Area):
    """Finishing with a customer."""

    def __init__(self, post: Post, told: Told, promises: Promises, follow_ups: FollowUps) -> None:
        super().__init__(post)
        self._told, self._promises, self._follow_ups = told, promises, follow_ups
        self._reader = WrapUpReader(post, told, promises, follow_ups)

    def reading(self, customer_id: CustomerId, lines: WrapUpLines) -> WrapUpReading:
        """What the lines would leave behind, and what is to be said about it before it is saved.

        Nothing is doubted while something is refused, as that is to be mended first.
        """
        read = self._reader.read(customer_id, lines)
        if read.refusal is not None:
            return replace(read, doubts=())
        try:
            self.checked(read.typed)
        except BadInput as refusal:
            return replace(read, doubts=(), refusal=refusal)
        return read

    def finish(self, customer_id: CustomerId, typed: WrapUpTyped, operation: str | None = None) -> Done:
        """Log the contact with all that was told, promised and planned in it, and end the visit.

        Without a case of their own, these belong to the case of the conversation; without minutes, it took as long
        as the visit. Raises: BadInput naming the field that is not accepted; nothing is kept then.
        """
        checked = self.checked(typed)
        columns, case = checked.contact, typed.conversation.case_id

        def write(entry: Entry) -> tuple[int, CustomerId]:
            visit = self._visit_of(customer_id)
            if visit is not None and not typed.conversation.minutes.strip():
                columns["minutes"] = min(LONGEST_VISIT, visit.length(entry.at) // timedelta(minutes=1))
            talk = conversations.add_conversation(entry, customer_id, columns)

            def of_talk(checked: dict[str, Any]) -> dict[str, Any]:
                return {**checked, "case": checked["case"] or case, "conversation": talk}

            for each in checked.told:
                self._told.added(entry, customer_id, of_talk(each))
            if checked.promise is not None:
                self._promises.added(entry, customer_id, of_talk(checked.promise))
            if checked.follow_up is not None:
                follow_ups.add_follow_up(entry, customer_id, of_talk(checked.follow_up))
            if visit is not None and typed.ends_visit:
                visits.end_visit(entry, visit, VisitEnd.WRAPPED_UP, talk=talk)
            return talk, customer_id

        return self.perform(WRAP_UP, operation, write)

    def checked(self, typed: WrapUpTyped) -> WrapUpChecked:
        """The columns of all that was typed.

        Raises: BadInput naming the field that is not accepted.
        """
        case, promise, task = typed.conversation.case_id, typed.promise, typed.follow_up
        contact = checked_conversation(typed.conversation, self.now())
        contact["next_step"] = clean_line(typed.next_step, "The next step")
        return WrapUpChecked(
            contact,
            tuple(self._told.checked(each) for each in typed.told),
            None if promise is None else self._promises.checked(_of_case(promise, case)),
            None if task is None else self._follow_ups.checked(task),
        )

    def _visit_of(self, customer_id: CustomerId) -> Visit | None:
        who = self.who(customer_id)
        return next((each for each in reads.open_visits(self.session.desk) if each.customer_id == who), None)


def _of_case(promised: PromiseTyped, case: CaseId | None) -> PromiseTyped:
    """The promise in its case, as what it is advised to be due hangs on that."""
    return replace(promised, case_id=promised.case_id or case)
