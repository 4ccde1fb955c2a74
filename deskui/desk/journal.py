"""One's own entries: seeing the last one and taking it back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from deskui.desk.amounts import money_words
from deskui.desk.area import Area
from deskui.desk.rights import check_people, check_right
from deskui.desk.verb import known, verb
from deskui.domain.goodwill.words import given_words
from deskui.domain.money import Money
from deskui.errors import Conflict, DatabaseTrouble, DeskError, NotAllowed, NotFound, NothingToUndo
from deskui.store.reads import goodwill, journal, people, subjects
from deskui.store.writes import undo

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId
    from deskui.domain.staff import Employee
    from deskui.store.entry import Entry


_LONGEST: Final = 40
"""Letters of what an entry was about."""
_MOST_PASSED: Final = 30
"""So many that cannot be taken back are passed over; what lies behind them is long ago."""


_WORDED: Final = {
    "review.approve": "approval of {}",
    "review.ask_to_fix": "request to fix {}",
    "review.make_private": "making {} private",
    "review.confirm": "confirmation of {}",
    "review.commend": "praise for {}",
    "review.coach": "coaching on {}",
    "review.fixed": "word that {} is put right",
    "feedback.give": "{}",
    "feedback.reassign": "case given to somebody else",
    "feedback.seen": "feedback seen",
}
"""What entries about somebody's work are called; that it is a note alone says little."""
_CALLED: Final = {
    "note": "the note",
    "conversation": "the conversation",
    "statement": "what was told",
    "commend": "praise",
    "coach": "coaching",
}
UNDO: Final = verb("undo")


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """An entry of one's own that can be taken back, in words: its `title` is `promise moved (call back)`."""

    done: Done
    title: str
    customer: str
    at: datetime
    passed: str = ""
    """A sentence that says which newer ones cannot be taken back, and why not; empty where there are none."""


class OwnEntries(Area):
    """What the person acting wrote last."""

    def offer(self) -> OwnEntry:
        """The newest entry of the person acting that can be taken back as things stand; others are passed over.

        Raises: NothingToUndo when there is none, saying what was passed over.
        """
        entry, passed = self.last(), list[str]()
        while why := self._refusal(entry.done):
            passed.append(f"{entry.title}: {why}")
            try:
                entry = self._before(entry.done, len(passed))
            except NothingToUndo as nothing:
                raise NothingToUndo(_passed_words(passed, "Nothing to take back")) from nothing
        return replace(entry, passed=_passed_words(passed, "Passed over") if passed else "")

    def _before(self, done: Done, passed: int) -> OwnEntry:
        if passed == _MOST_PASSED:
            raise NothingToUndo("")
        return self.last(done.sequence)

    def last(self, before: int | None = None) -> OwnEntry:
        """The newest entry of the person acting, older than that one, by a verb that can be taken back.

        Raises: NothingToUndo when there is none.
        """
        found = journal.last_entry(
            self.session.actor.employee_id, [each.name for each in known().values() if each.title], before
        )
        if found is None:
            raise NothingToUndo("There is nothing of yours to take back.")
        done, at = found
        return OwnEntry(done, self._titled(done), self._name(done.customer_id), at)

    def _refusal(self, done: Done) -> str:
        """Why an entry cannot be taken back as things stand, in a sentence; empty when it can."""

        def work(entry: Entry) -> None:
            check_people(entry, _take_back(entry, _own(entry, done.sequence)))

        try:
            self.store.rehearse(self.session.present, self.now(), work)
        except DatabaseTrouble:
            raise
        except DeskError as refusal:
            return refusal.sentence
        return ""

    def _name(self, customer_id: CustomerId | None) -> str:
        try:
            return "" if customer_id is None else people.customer(customer_id).name
        except NotFound:
            return ""

    def undo(self, done: Done, operation: str | None = None) -> Done:
        """Take an entry of one's own back by a counter-entry; it takes the right that the entry took.

        Of what is handed in only the number counts: what was done, and by whom, is what the journal says.
        Raises: NoRight without that right, NotAllowed for an entry of somebody else, NothingToUndo for one of a verb
        that cannot be taken back, Conflict when it is taken back already, or what it wrote was changed again since.
        """

        def work(entry: Entry) -> tuple[int, CustomerId | None]:
            own = _own(entry, done.sequence)
            _take_back(entry, own)
            return own.subject, own.customer_id

        made = self.perform(UNDO, operation, work, undoes=done.sequence)
        self._post.look_at_shop()
        return made

    def _titled(self, done: Done) -> str:
        """What was done, and what it was about where that has words; of money, how much."""
        verb = known()[done.verb]
        words = " ".join((self._money_in(done) or subjects.words_of(verb.about, done.subject, done.sequence)).split())
        if worded := _WORDED.get(verb.name):
            return worded.format(_CALLED.get(words, words))
        short = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
        return f"{verb.title} ({short})" if short else verb.title

    def _money_in(self, done: Done) -> str:
        """`waived truck rental, $19.00`, `$9.50 of GB-7745`; empty where an entry was about something else."""

        def say(minor: int, currency: str = "") -> str:
            return money_words(Money(currency or self.session.currency, minor), self.session.region)

        if done.verb in ("goodwill.give", "goodwill.give_vouched"):
            return given_words(goodwill.goodwill(done.subject).concession, say)
        if done.verb == "benefit.redeem" and (spent := subjects.redeemed_in(done.sequence)) is not None:
            code, minor, currency = spent
            return f"{say(minor, currency)} of {code}" if currency and minor else code
        return ""


def _take_back(entry: Entry, own: Done) -> Employee | None:
    """Write the counter-entry, with the right that the entry took; who acts, as kept now."""
    me = check_right(entry, known()[own.verb])
    undo.reverse(entry, own)
    return me


def _passed_words(passed: Sequence[str], head: str) -> str:
    """`Passed over: request (third trip): Margaret has answered that already.`, and how many more there are."""
    more = f" And {len(passed) - 1} before that." if len(passed) > 1 else ""
    return f"{head}: {passed[0]}{more}"


def _own(entry: Entry, sequence: int) -> Done:
    """The entry of that number, as kept, where whoever acts may take it back at all."""
    kept = journal.entered(sequence)
    if kept is not None and kept.employee_id != entry.actor.employee_id:
        raise NotAllowed("Somebody else did that, and only they can take it back.")
    verb = None if kept is None else known().get(kept.done.verb)
    if kept is None or kept.is_undo or verb is None or not verb.title:
        raise NothingToUndo("That is nothing that can be taken back.")
    if kept.is_undone:
        raise Conflict("That is taken back already.", {})
    return kept.done
