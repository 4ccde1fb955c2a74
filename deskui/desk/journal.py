"""One's own entries: seeing the last one and taking it back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from deskui.desk.amounts import money_words
from deskui.desk.area import Area
from deskui.desk.verb import known, verb
from deskui.domain.goodwill.words import given_words
from deskui.domain.money import Money
from deskui.errors import NotFound, NothingToUndo
from deskui.store.reads import goodwill, journal, people, subjects
from deskui.store.writes import undo

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId
    from deskui.store.entry import Entry


_LONGEST: Final = 40
"""Letters of what an entry was about."""


UNDO: Final = verb("undo")


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """An entry of one's own that can be taken back, in words: its `title` is `promise moved (call back)`."""

    done: Done
    title: str
    customer: str
    at: datetime


class OwnEntries(Area):
    """What the person acting wrote last."""

    def last(self) -> OwnEntry:
        """The newest entry of the person acting that can be taken back.

        Raises: NothingToUndo when there is none.
        """
        found = journal.last_entry(
            self.session.actor.employee_id, [each.name for each in known().values() if each.title]
        )
        if found is None:
            raise NothingToUndo("There is nothing of yours to take back.")
        done, at = found
        return OwnEntry(done, self._titled(done), self._name(done.customer_id), at)

    def _name(self, customer_id: CustomerId | None) -> str:
        try:
            return "" if customer_id is None else people.customer(customer_id).name
        except NotFound:
            return ""

    def undo(self, done: Done, operation: str | None = None) -> Done:
        """Take an entry back by a counter-entry; it takes the right that the entry took.

        Raises: NoRight without that, Conflict when what it wrote was changed again since.
        """

        def work(entry: Entry) -> tuple[int, CustomerId | None]:
            undo.reverse(entry, done)
            return done.subject, done.customer_id

        return self.perform(replace(UNDO, needs=known()[done.verb].needs), operation, work, undoes=done.sequence)

    def _titled(self, done: Done) -> str:
        """What was done, and what it was about where that has words; of money, how much."""
        verb = known()[done.verb]
        words = " ".join((self._money_in(done) or subjects.words_of(verb.about, done.subject, done.sequence)).split())
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
