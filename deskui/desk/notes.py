"""What is known about a customer as a person: writing it down, changing it, taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.due_time.days import Reach, parse_day
from deskui.domain.note import NoteKind, ReviewState, Visibility
from deskui.domain.review.item import Subject
from deskui.domain.text import clean_line, clean_text
from deskui.errors import BadInput, NotFound
from deskui.store.reads import notes, staff
from deskui.store.writes import notes as writes
from deskui.store.writes import reviews

if TYPE_CHECKING:
    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId, NoteId
    from deskui.domain.typed import NoteTyped
    from deskui.store.entry import Entry


NOTE_WRITE: Final = verb("note.write", "note", "note.text")
NOTE_EDIT: Final = verb("note.edit", "note change", "note.text")
NOTE_WITHDRAW: Final = verb("note.withdraw", "note withdrawn", "note.text")


class Notes(Area):
    """Notes, interests and alerts."""

    def write(self, customer_id: CustomerId, typed: NoteTyped, operation: str | None = None) -> Done:
        """Write a note on a customer.

        Raises: BadInput naming the field that is not accepted.
        """
        columns = self._checked(typed)
        return self.on(customer_id, NOTE_WRITE, operation, lambda entry: writes.add_note(entry, customer_id, columns))

    def edit(
        self,
        customer_id: CustomerId,
        note: NoteId,
        version: int,
        typed: NoteTyped,
        operation: str | None = None,
    ) -> Done:
        """Change a note; what it said before stays in its revisions, and it is reviewed again.

        Raises: BadInput naming the field, Conflict when somebody else was faster, NotFound for one private of others.
        """
        columns = self._checked(typed)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            _must_be_readable(entry, note)
            by_me = reviews.reworded(entry, Subject.NOTE, note, columns | {"review": ReviewState.WAITING.value})
            writes.change_note(entry, customer_id, note, version, by_me)
            reviews.is_fixed(entry, Subject.NOTE, note)
            return note, customer_id

        return self.perform(NOTE_EDIT, operation, work)

    def withdraw(self, customer_id: CustomerId, note: NoteId, version: int, operation: str | None = None) -> Done:
        """Take a note off the screen; it can be taken back.

        Raises: Conflict when somebody else was faster, NotFound for one private of others.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            _must_be_readable(entry, note)
            writes.change_note(entry, customer_id, note, version, {"withdrawn_at": entry.at})
            reviews.is_fixed(entry, Subject.NOTE, note)
            return note, customer_id

        return self.perform(NOTE_WITHDRAW, operation, work)

    def _checked(self, typed: NoteTyped) -> dict[str, Any]:
        today = self.session.today(self.now())
        start = parse_day(typed.alert_from, today, "Alert from", Reach.ANY)
        end = parse_day(typed.alert_until, today, "Alert until", Reach.ANY)
        if start is None and end is not None:
            start = today
        if start is not None and end is not None and end < start:
            raise BadInput("The alert ends before it begins; change one of the two days.", "Alert until")
        return {
            "kind": NoteKind(typed.kind).value,
            "text": clean_text(typed.text, "The note", needed=True),
            "visibility": Visibility(typed.visibility).value,
            "source": clean_line(typed.source, "Source"),
            "alert_from": start,
            "alert_until": end,
        }


def _must_be_readable(entry: Entry, note: NoteId) -> None:
    """What is private of others is not there for a clerk, not even in a refusal that shows what stands there.

    Raises: NotFound.
    """
    me = entry.actor.employee_id
    if me is not None and not notes.may_be_read(note, staff.employee(me)):
        raise NotFound("That note is not there for you; open the customer again.")
