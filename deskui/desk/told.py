"""Told so far: what customers were told, by whom, and what of it still stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.text import clean_line, clean_text
from deskui.domain.told.statement import are_similar, on_topic, tells_otherwise
from deskui.domain.told.told_line import read_told
from deskui.store.normalise.letters import fold, topic_key
from deskui.store.reads import hours, promises
from deskui.store.reads import told as reads
from deskui.store.writes import told as writes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId, StatementId
    from deskui.domain.promises.view import PromiseView
    from deskui.domain.told.statement import Statement
    from deskui.domain.told.told_line import ToldLine
    from deskui.domain.typed import StatementTyped
    from deskui.store.entry import Entry


TOLD_SAY: Final = verb("told.say", "what was told", "statement.topic")


@dataclass(frozen=True, slots=True)
class ToldReading:
    """A line as it will be written down: a `topic`, the `text` of it, and the moment that names, if it names one.

    `earlier` is what stands and says otherwise: about the same topic, which this corrects, else about a similar one.
    `promised` is what is still to be kept of the same thing at another time than that moment.
    """

    topic: str
    text: str
    date: datetime | None
    earlier: Statement | None
    is_same_topic: bool
    promised: PromiseView | None = None


class Told(Area):
    """Statements: never changed; what differs later corrects them."""

    def say(self, customer_id: CustomerId, typed: StatementTyped, operation: str | None = None) -> Done:
        """Write down what the customer is told; a standing different statement on that topic is corrected by it.

        Raises: BadInput naming the field that is not accepted.
        """
        columns = self.checked(typed)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            return self.added(entry, customer_id, columns), customer_id

        return self.perform(TOLD_SAY, operation, work)

    def reading(self, customer_id: CustomerId, line: str, topic: str = "") -> ToldReading:
        """What a line tells the customer, and what they were told otherwise; without a topic, the one it reads as."""
        read = read_told(line, self.now(), hours.shop_hours(), topic)
        if not read.text:
            return ToldReading(read.topic, read.text, read.date, None, False)
        key, every = topic_key(read.topic), self.standing(customer_id)
        known, promised = on_topic(every, key), self._promised(customer_id, read)
        if known is None:
            return ToldReading(read.topic, read.text, read.date, _similar(every, key, read), False, promised)
        about = read.topic if known.key == key else known.topic
        earlier = known if _is_otherwise(known, read.text, read.date) else None
        return ToldReading(about, read.text, read.date, earlier, earlier is not None, promised)

    @staticmethod
    def is_apart(read: ToldReading, what: str, due: datetime, earliest: datetime | None) -> bool:
        """Whether a promise about to be made of the same thing is due at another time than what is told names."""
        if read.date is None or (earliest or due) <= read.date <= due:
            return False
        return are_similar(fold(what), fold(f"{read.topic} {read.text}"))

    def _promised(self, customer_id: CustomerId, read: ToldLine) -> PromiseView | None:
        """The first that is due of the open promises of what is told, where none is due at the moment that names."""
        if read.date is None:
            return None
        said = fold(f"{read.topic} {read.text}")
        every = promises.of_customer(self.who(customer_id), self.now(), self.session.zone)
        same = [each for each in every if each.is_open and are_similar(fold(each.promise.what), said)]
        is_kept = any((each.standing.earliest or each.due) <= read.date <= each.due for each in same)
        return same[0] if same and not is_kept else None

    def standing(self, customer_id: CustomerId) -> tuple[Statement, ...]:
        """What stands of all the customer was told, newest first."""
        return reads.standing(self.who(customer_id))

    def history(self, customer_id: CustomerId) -> tuple[Statement, ...]:
        """All the customer was ever told, with what became of each, newest first."""
        return reads.of_customer(self.who(customer_id))

    def conflicting(
        self, customer_id: CustomerId, topic: str, text: str, date: datetime | None = None
    ) -> Statement | None:
        """The statement on that topic that stands and says something else, to be shown before saving."""
        known = self._known(customer_id, topic)
        return known if known is not None and _is_otherwise(known, text, date) else None

    def _known(self, customer_id: CustomerId, topic: str) -> Statement | None:
        return on_topic(self.standing(customer_id), topic_key(" ".join(topic.split())))

    @staticmethod
    def checked(typed: StatementTyped) -> dict[str, Any]:
        """The columns of a statement as typed.

        Raises: BadInput naming the field that is not accepted.
        """
        return {
            "topic": clean_line(typed.topic, "The topic", needed=True),
            "text": clean_text(typed.text, "What was said", needed=True),
            "date": typed.date,
            "basis": typed.basis.value,
            "case": typed.case_id,
            "conversation": typed.conversation_id,
        }

    def added(self, entry: Entry, customer_id: CustomerId, columns: dict[str, Any]) -> StatementId:
        """Add a checked statement inside a verb, on the topic that stands, and correcting what it differs from."""
        known = self._known(customer_id, columns["topic"])
        if known is None:
            return writes.add_statement(entry, customer_id, columns, None)
        if known.key != topic_key(columns["topic"]):
            columns = {**columns, "topic": known.topic}
        differs = _is_otherwise(known, columns["text"], columns["date"])
        return writes.add_statement(entry, customer_id, columns, known.id if differs else None)


def _similar(every: Iterable[Statement], key: str, read: ToldLine) -> Statement | None:
    """The newest one on a similar topic that says something else.

    Where one of them names a moment, what is said counts beside the topic: dates are what stories differ in.
    """
    said = f"{key} {fold(read.text)}"
    for each in every:
        is_dated = read.date is not None or each.date is not None
        near = are_similar(f"{each.key} {fold(each.text)}", said) if is_dated else are_similar(each.key, key)
        if near and _is_otherwise(each, read.text, read.date):
            return each
    return None


def _is_otherwise(said: Statement, text: str, date: datetime | None) -> bool:
    return tells_otherwise(said, fold(said.text), fold(text), date)
