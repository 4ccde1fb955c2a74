"""Told so far: what customers were told, by whom, and what of it still stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.desk.area import Area
from deskui.domain.statement import tells_otherwise
from deskui.domain.text import clean_line, clean_text
from deskui.store.normalise.letters import fold
from deskui.store.reads import told as reads
from deskui.store.writes import told as writes

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId, StatementId
    from deskui.domain.statement import Statement
    from deskui.domain.typed import StatementTyped
    from deskui.store.entry import Entry


class Told(Area):
    """Statements: never changed; what differs later corrects them."""

    def say(self, customer_id: CustomerId, typed: StatementTyped, operation: str | None = None) -> Done:
        """Write down what the customer is told; a standing different statement on that topic is corrected by it.

        Raises: BadInput naming the field that is not accepted.
        """
        columns = self.checked(typed)

        def work(entry: Entry) -> tuple[int, CustomerId]:
            return self.added(entry, customer_id, columns), customer_id

        return self.perform("told.say", operation, work)

    def standing(self, customer_id: CustomerId) -> tuple[Statement, ...]:
        """What stands of all the customer was told, newest first."""
        return reads.standing(customer_id)

    def history(self, customer_id: CustomerId) -> tuple[Statement, ...]:
        """All the customer was ever told, with what became of each, newest first."""
        return reads.of_customer(customer_id)

    def conflicting(
        self, customer_id: CustomerId, topic: str, text: str, date: datetime | None = None
    ) -> Statement | None:
        """The statement on that topic that stands and says something else, to be shown before saving."""
        for each in reads.standing(customer_id, writes.topic_key(" ".join(topic.split()))):
            if tells_otherwise(each, fold(each.text), fold(text), date):
                return each
        return None

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
        """Add a checked statement inside a verb, correcting the one it differs from."""
        earlier = self.conflicting(customer_id, columns["topic"], columns["text"], columns["date"])
        return writes.add_statement(entry, customer_id, columns, None if earlier is None else earlier.id)
