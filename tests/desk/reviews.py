"""A shop in which Ben writes, and Ada and Paul review."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.conversation import Mood
from deskui.domain.ids import NoteId
from deskui.domain.note import NoteKind, ReviewState
from deskui.domain.review.item import Subject
from deskui.domain.staff import EmployeeTyped, Role
from deskui.domain.typed import ConversationTyped, NoteTyped, StatementTyped
from deskui.store import models

if TYPE_CHECKING:
    from deskui.domain.ids import CustomerId
    from deskui.domain.review.item import Item
    from deskui.domain.staff import Employee
    from tests.desk.counter import Counter


class Shop:
    """The counter, with a customer and two supervisors."""

    def __init__(self, counter: Counter) -> None:
        self.counter, self.desk = counter, counter.desk
        self.who: CustomerId = counter.customer()
        self.desk.directory.edit(counter.paul, EmployeeTyped("Paul", Role.SUPERVISOR))
        self.ada, self.ben, self.paul = self.desk.shop.staff()

    def act(self, who: Employee) -> None:
        self.desk.act_as(who)

    def writes(self, text: str, kind: NoteKind = NoteKind.FACT, by: Employee | None = None, **also: str) -> NoteId:
        """A note of Ben's, or somebody else's; whoever acted goes on acting."""
        acting = self.desk.session.employee
        self.act(by or self.ben)
        note = self.desk.notes.write(self.who, NoteTyped(text, kind, **also)).subject  # type: ignore[arg-type]
        if acting is not None:
            self.act(acting)
        return NoteId(note)

    def talks(self, text: str) -> int:
        self.act(self.ben)
        talk = self.desk.conversations.log(self.who, ConversationTyped(text, mood=Mood.EVEN)).subject
        self.act(self.ada)
        return talk

    def tells(self, topic: str, text: str) -> int:
        self.act(self.ben)
        said = self.desk.told.say(self.who, StatementTyped(topic, text)).subject
        self.act(self.ada)
        return said

    def next(self) -> Item:
        (looked,) = self.desk.reviewing.next()
        return looked.item

    def queue(self) -> list[str]:
        """The texts of all that waits for the person acting, in their order."""
        return [each.item.text for each in self.desk.reviewing.next(ahead=100)]

    def state(self, note: int) -> ReviewState:
        return next(each.review for each in self.desk.customers.view(self.who).notes if each.id == note)

    def verdicts(self) -> list[tuple[str, str]]:
        verdict = models.Verdict
        return list(verdict.select(verdict.verdict, verdict.comment).order_by(verdict.id).tuples())


SUBJECTS = tuple(each for each in Subject if each is not Subject.GOODWILL)


@pytest.fixture
def shop(counter: Counter) -> Shop:
    return Shop(counter)
