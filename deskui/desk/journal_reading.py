"""Reading the journal: who did what, and who looked at what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from deskui.desk.amounts import money_words
from deskui.desk.area import Area
from deskui.desk.journal_verbs import FILLERS, verbs_meant
from deskui.desk.verb import known
from deskui.domain.journal.asked import JournalAsked, past_days, words_typed
from deskui.domain.journal.lines import JournalEntry
from deskui.domain.moments import day_words, full_words
from deskui.domain.money import Money
from deskui.errors import BadInput, NoRight
from deskui.store.reads import journal_pages as reads
from deskui.store.reads import journal_rows, people, staff
from deskui.store.reads.journal_words import Wording
from deskui.store.reads.paging import PAGE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from deskui.domain.ids import CustomerId
    from deskui.domain.journal.lines import JournalLine
    from deskui.domain.pages import Cursor, Page

_MOST_NAMED: Final = 5


class JournalReading(Area):
    """The journal, for supervisors."""

    def asked(self, typed: str, about: CustomerId | None = None) -> JournalAsked:
        """What is meant by words such as `ada today`, `C-1043 promise`, `19 nov`; without any, all about a customer.

        Raises: BadInput for a word that is no day, colleague, customer and nothing that is done here.
        """
        found = JournalAsked() if about is None else self._about(JournalAsked(), about)
        words, today = words_typed(typed), self.session.today(self.now())
        while words:
            if (days := past_days(words, today)) is not None:
                period, taken = days
                on = period.words if period.days > 1 else day_words(period.first, today, weekday=True)
                found, words = found.also(on, days=period), words[taken:]
                continue
            if words[0] not in FILLERS:
                found = self._word(found, words[0])
            words = words[1:]
        return found

    def page(self, asked: JournalAsked, after: Cursor | None = None, limit: int = PAGE) -> Page[JournalLine]:
        """The next entries, newest first, each with what its subject is called now.

        Raises: NoRight for anybody but supervisors.
        """
        self._refuse_others()
        found = reads.page(asked, self._between(asked), after, limit)
        about = {each.number: (_about(each.undone_verb or each.verb), each.subject) for each in found.rows}
        words = reads.words_of_many(tuple(about.values()), self.session.actor.employee_id)
        return replace(
            found, rows=tuple(replace(each, words=words.get(about[each.number], "")) for each in found.rows)
        )

    def entry(self, number: int) -> JournalEntry:
        """One entry with what it wrote; what is private of others is left out.

        Raises: NoRight for anybody but supervisors, NotFound when there is none.
        """
        self._refuse_others()
        now, zone = self.now(), self.session.zone
        line, me = reads.line(number), self.session.actor.employee_id
        about = (_about(line.undone_verb or line.verb), line.subject)
        words = reads.words_of_many([about], me).get(about, "")
        how = Wording(lambda at: full_words(at, now, zone), self._amount, journal_rows.names(), self.session.currency)
        kept = journal_rows.written(number, me, how)
        return JournalEntry(replace(line, words=words), kept)

    def _amount(self, minor: int, currency: str) -> str:
        return money_words(Money(currency, minor), self.session.region)

    def _refuse_others(self) -> None:
        if not self.session.is_supervisor:
            raise NoRight("Only a supervisor reads the journal; ask one to sign in here.")

    def _between(self, asked: JournalAsked) -> tuple[datetime, datetime] | None:
        if asked.days is None:
            return None
        return asked.days.start(self.session.zone), asked.days.end(self.session.zone)

    def _about(self, found: JournalAsked, customer_id: CustomerId) -> JournalAsked:
        who = people.customer(customer_id)
        return found.also(f"{who.name} ({who.number})", customers=reads.known_as(who.id), is_about_one=True)

    def _word(self, found: JournalAsked, word: str) -> JournalAsked:
        if (customer := people.customer_id_of(word.upper())) is not None:
            return self._about(found, customer)
        named = [each for each in staff.employees() if any(part.startswith(word) for part in _parts(each.name))]
        if named:
            return found.also(" or ".join(each.name for each in named), employees=tuple(each.id for each in named))
        if verbs := verbs_meant(word):
            return found.also(f"“{word}”", verbs=tuple(verbs))
        hits = self.store.index.find(word, _MOST_NAMED)
        if hits:
            ids = tuple(each for hit in hits for each in reads.known_as(hit.customer_id))
            named_one = len({each.customer_id for each in hits}) == 1
            return found.also(" or ".join(hit.name for hit in hits), customers=ids, is_about_one=named_one)
        raise BadInput(f"{word[:40]!r} is no day, colleague, customer, or anything that is done here.", "Find")


def _about(verb: str) -> str:
    found = known().get(verb)
    return found.about if found else ""


def _parts(name: str) -> Sequence[str]:
    return (name.casefold(), *name.casefold().split())
