"""What a supervisor says of an item: one verb each; all but a redaction can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.desk import redaction
from deskui.desk.area import Area
from deskui.desk.feedback import say_to
from deskui.desk.verb import verb
from deskui.domain.feedback import About, FeedbackKind
from deskui.domain.note import ReviewState, Visibility
from deskui.domain.review.item import Subject, Verdict
from deskui.domain.review.redaction import without
from deskui.domain.staff import Role
from deskui.domain.text import clean_text
from deskui.errors import BadInput, Conflict, NoRight, NotAllowed, NotFound
from deskui.store.reads import review_items
from deskui.store.reads import reviews as reads
from deskui.store.writes import looks, review_queue
from deskui.store.writes import reviews as writes

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.desk.verb import Verb
    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId, EmployeeId
    from deskui.domain.review.item import Item
    from deskui.store.entry import Entry

APPROVE: Final = verb("review.approve", "approval", "verdict.entity", needs=Role.SUPERVISOR)
REDACT: Final = verb("review.redact", needs=Role.SUPERVISOR)
READ: Final = verb("review.read_private", needs=Role.SUPERVISOR)
ASK_TO_FIX: Final = verb("review.ask_to_fix", "asking to fix", "verdict.entity", needs=Role.SUPERVISOR)
MAKE_PRIVATE: Final = verb("review.make_private", "making private", "verdict.entity", needs=Role.SUPERVISOR)
CONFIRM: Final = verb("review.confirm", "fact confirmed", "verdict.entity", needs=Role.SUPERVISOR)
COMMEND: Final = verb("review.commend", "praise", "verdict.entity", needs=Role.SUPERVISOR)
COACH: Final = verb("review.coach", "coaching", "verdict.entity", needs=Role.SUPERVISOR)


class Verdicts(Area):
    """Judging what others wrote."""

    def approve(self, item: Item, operation: str | None = None) -> Done:
        """It may stay as it is; a fact to confirm is confirmed by it.

        Raises: NotAllowed for one's own, Conflict when it was changed or judged meanwhile.
        """
        if item.is_to_confirm:
            return self.confirm(item, operation)
        return self._judge(APPROVE, item, Verdict.APPROVED, operation, self._approved)

    def ask_to_fix(self, item: Item, comment: str, operation: str | None = None) -> Done:
        """Have its author put it right; it stands in their due list until then, and comes back afterwards.

        Raises: BadInput without a comment; NotAllowed where nobody here wrote it; as `approve`.
        """
        said = clean_text(comment, "The comment", needed=True)

        def also(entry: Entry, fresh: Item) -> None:
            if fresh.author_id is None:
                raise NotAllowed("That came with a file, so nobody here can be asked to fix it.")
            writes.ask_to_fix(entry, fresh, fresh.author_id, said)
            self._state(entry, fresh, ReviewState.TO_FIX)

        return self._judge(ASK_TO_FIX, item, Verdict.TO_FIX, operation, also)

    def make_private(self, item: Item, operation: str | None = None) -> Done:
        """Only its author and supervisors read the note from now on.

        Raises: NotAllowed for anything but a note that is read by all; as `approve`.
        """
        if not item.can_be_private:
            raise NotAllowed("Only a note that everybody reads can be made private.")

        def also(entry: Entry, fresh: Item) -> None:
            private = Visibility.PRIVATE.value
            writes.set_columns(entry, fresh, visibility=private, review=ReviewState.APPROVED.value)
            entry.reindex(fresh.customer_id)

        return self._judge(MAKE_PRIVATE, item, Verdict.PRIVATE, operation, also)

    def confirm(self, item: Item, operation: str | None = None) -> Done:
        """The fact is true as of today.

        Raises: NotAllowed for anything but a fact or preference; as `approve`.
        """
        if not item.is_fact:
            raise NotAllowed("Only a fact or a preference can be confirmed.")
        today = self.session.today(self.now())

        def also(entry: Entry, fresh: Item) -> None:
            writes.set_columns(entry, fresh, confirmed_on=today, review=ReviewState.APPROVED.value)

        return self._judge(CONFIRM, item, Verdict.CONFIRMED, operation, also)

    def commend(self, item: Item, comment: str, operation: str | None = None) -> Done:
        """Say to its author that this was well done; it is approved by that.

        Raises: as `coach`.
        """
        return self._with_feedback(COMMEND, item, Verdict.COMMENDED, FeedbackKind.COMMEND, comment, operation)

    def coach(self, item: Item, comment: str, operation: str | None = None) -> Done:
        """Say to its author what could be better; it may stay.

        Raises: BadInput without a comment; NotAllowed where nobody here wrote it; as `approve`.
        """
        return self._with_feedback(COACH, item, Verdict.COACHED, FeedbackKind.COACH, comment, operation)

    def _with_feedback(
        self, which: Verb, item: Item, verdict: Verdict, kind: FeedbackKind, comment: str, operation: str | None
    ) -> Done:
        said = clean_text(comment, "The comment", needed=True)

        def also(entry: Entry, fresh: Item) -> None:
            if fresh.author_id is None:
                raise NotAllowed("That came with a file, so there is nobody to say that to.")
            about, where = About(fresh.subject.value), (fresh.customer_id, fresh.case_id)
            say_to(entry, fresh.author_id, kind, said, about, fresh.row, *where)
            self._approved(entry, fresh)

        return self._judge(which, item, verdict, operation, also)

    # --- taking text out ---------------------------------------------------------------------------------

    def to_redact(self, subject: Subject, row: int) -> Item:
        """A row as it is kept, to be redacted; that somebody else's private note was read leaves a trace.

        Raises: NoRight for whoever is no supervisor, NotFound.
        """
        if not self.session.is_supervisor:
            raise NoRight("Only a supervisor takes words out for good; ask one to sign in here.")
        item = redaction.kept(subject, row)
        if item.is_private and item.author_id != self.session.actor.employee_id:
            whose, what = item.customer_id, f"note {item.row}"
            self.perform(READ, None, lambda entry: (looks.look(entry, "private notes", what, whose), whose))
        return item

    def written_by(self, number: int) -> tuple[tuple[Subject, int], ...]:
        """What an entry of the journal wrote that can be redacted.

        Raises: NoRight for whoever is no supervisor.
        """
        if not self.session.is_supervisor:
            raise NoRight("Only a supervisor takes words out for good; ask one to sign in here.")
        return review_items.written_by(number)

    def redact(self, item: Item, words: str, reason: str, operation: str | None = None) -> Done:
        """Take words out of it for good, or all it says where none are named; the row and the reason stay.

        It may be any row, one that nobody reviews, was judged long ago or withdrawn as well. Earlier versions, and
        what was said about it to its author, lose the same words. It cannot be taken back; `scrubbing` has it go from
        the files as well.
        Raises: BadInput without a reason, or with one that says the words again, or when they do not stand in it
        and never did; NotAllowed for one's own where another supervisor could; Conflict when it was changed since.
        """
        said = clean_text(reason, "The reason", needed=True)
        what = clean_text(words, "The words")
        redaction.left(item, what)
        if what and without(said, what) != said:
            raise BadInput("The reason stays readable, so leave those words out of it.", "Reason")

        def work(entry: Entry) -> tuple[int, CustomerId]:
            me = entry.actor.employee_id
            fresh = redaction.as_kept(item, me)
            verdict = writes.add_verdict(entry, fresh, Verdict.REDACTED, said)
            redaction.erase(entry, self.store, fresh, what)
            if me is not None:
                writes.let_go(me, [fresh.key])
            return verdict, fresh.customer_id

        return self.perform(REDACT, operation, work)

    @staticmethod
    def left_of(item: Item, words: str) -> tuple[str, str]:
        """What would be left of its text without these words, and of what stands beside it.

        Raises: BadInput when they do not stand in it, and never did.
        """
        left = redaction.left(item, clean_text(words, "The words"))
        text, second = review_queue.TEXTS[item.subject]
        return left[text], left[second]

    # --- all of them -------------------------------------------------------------------------------------

    def _judge(
        self,
        which: Verb,
        item: Item,
        verdict: Verdict,
        operation: str | None,
        also: Callable[[Entry, Item], None],
    ) -> Done:
        def work(entry: Entry) -> tuple[int, CustomerId]:
            fresh = _as_it_is(item, entry.actor.employee_id)
            said = writes.add_verdict(entry, fresh, verdict)
            also(entry, fresh)
            if (me := entry.actor.employee_id) is not None:
                writes.let_go(me, [item.key])
            return said, fresh.customer_id

        return self.perform(which, operation, work)

    def _approved(self, entry: Entry, item: Item) -> None:
        self._state(entry, item, ReviewState.APPROVED)

    @staticmethod
    def _state(entry: Entry, item: Item, state: ReviewState) -> None:
        if item.subject in review_queue.HAS_STATE:
            writes.set_columns(entry, item, review=state.value)


def _as_it_is(item: Item, me: EmployeeId | None) -> Item:
    fresh = review_items.item((item.subject, item.row, item.risk, ""))
    if fresh is None:
        raise NotFound("That was withdrawn meanwhile; there is nothing left to review.")
    if me is not None and me in (fresh.author_id, fresh.approver_id):
        raise NotAllowed("That is your own; another supervisor has to review it.")
    theirs: dict[str, Any] = {"version": fresh.version}
    if fresh.version != item.version:
        raise Conflict("Somebody has changed or reviewed this meanwhile; it is read again.", theirs)
    if item.subject not in review_queue.HAS_STATE and not reads.waits(item.subject, item.row):
        raise Conflict("Somebody has reviewed this meanwhile; the next one comes.", theirs)
    return fresh
