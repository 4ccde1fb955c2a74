"""What was promised, told, noted and handed over in a customer's story, as rows in the order of `COLUMNS`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from deskui.demo.staff import DESK
from deskui.domain.case_work import LinkKind
from deskui.domain.conversation import Channel
from deskui.domain.visit import VisitEnd
from deskui.store import models
from deskui.store.normalise.letters import topic_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from peewee import Model

    from deskui.demo.calendar import Calendar
    from deskui.demo.setting import FreeIds
    from deskui.demo.story import Matter, Person, Said
    from deskui.demo.words import Given, Promised, Raised, Task, Told

Row = tuple[Any, ...]

COLUMNS: Final[dict[type[Model], tuple[str, ...]]] = {
    models.Promise: (
        *("id", "customer", "what", "kind", "due", "basis"),
        *("made_at", "by", "case", "conversation", "advised"),
    ),
    models.PromiseEntry: ("promise", "kind", "at", "by", "due", "reason", "told"),
    models.Statement: (
        *("id", "customer", "topic", "topic_key", "text", "date", "basis"),
        *("said_at", "by", "case", "conversation", "corrects"),
    ),
    models.FollowUp: (
        *("customer", "what", "kind", "due_on", "owner", "case"),
        *("settled_at", "outcome", "created_by", "created_at"),
    ),
    models.Slip: ("case", "content", "made_by", "made_at", "printed_at", "printer"),
    models.CaseWatch: ("case", "employee", "at"),
    models.CaseLink: ("case", "other", "kind", "by", "at"),
    models.Escalation: (
        *("case", "receiver", "reason", "by", "at"),
        *("answered_at", "answered_by", "answer", "words"),
    ),
    models.HandOver: ("case", "giver", "receiver", "note", "by", "at"),
    models.Visit: ("customer", "desk", "employee", "opened_at", "ended_at", "how", "conversation"),
}

_ADVISED: Final = 2
"""So many days were advised for promises of a known kind: 9 in 10 of the routine ones were kept by then."""
_VISITS_SINCE: Final = 60
"""So many days back the visits to the counter are kept."""


@dataclass(frozen=True, slots=True)
class Words:
    """Writes down what was said to one customer, whose cases and conversations are written down already."""

    calendar: Calendar
    staff: Mapping[str, int]
    ids: FreeIds
    customer: int
    cases: Mapping[str, int]
    talks: Mapping[Said, int]

    def promise(self, made: Promised) -> Iterator[tuple[type[Model], Row]]:
        """A promise and what happened to it."""
        promise = self.ids.promise
        self.ids.promise += 1
        at = self.calendar.at(made.ago, made.clock)
        advised = self.calendar.due(made.ago - _ADVISED, "12:00") if made.kind else None
        yield (
            models.Promise,
            (
                *(promise, self.customer, made.what, made.kind, self.calendar.due(*made.due), made.basis.value),
                *(at, self.staff[made.by], self._case(made.about), self._talk(made.ago, made.clock), advised),
            ),
        )
        for then in made.then:
            when = self.calendar.at(then.ago, then.clock)
            due = None if then.due is None else self.calendar.due(*then.due)
            by, reason = self.staff[then.by], self.calendar.tell(then.reason)
            yield models.PromiseEntry, (promise, then.kind.value, when, by, due, reason, then.told)

    def statements(self, who: Person) -> Iterator[tuple[type[Model], Row]]:
        """What somebody was told, oldest first; what differs from the one before corrects it."""
        standing: dict[str, tuple[int, Told]] = {}
        for said in sorted(who.told, key=lambda each: self.calendar.at(each.ago, each.clock)):
            row = self.ids.statement
            self.ids.statement += 1
            key = topic_key(said.topic)
            before = standing.get(key)
            corrects = before[0] if before and (before[1].text, before[1].names) != (said.text, said.names) else None
            standing[key] = (row, said)
            names = None if said.names is None else self.calendar.due(*said.names)
            text, at = self.calendar.tell(said.text), self.calendar.at(said.ago, said.clock)
            yield (
                models.Statement,
                (
                    *(row, self.customer, said.topic, key, text, names, said.basis.value, at),
                    *(self.staff[said.by], self._case(said.about), self._talk(said.ago, said.clock), corrects),
                ),
            )

    def task(self, task: Task) -> Row:
        """A follow-up."""
        settled = None if task.settled is None else self.calendar.at(task.settled, "15:10")
        owner = self.staff[task.owner]
        return (
            *(self.customer, self.calendar.tell(task.what), task.kind.value, self.calendar.day(-task.days), owner),
            *(self._case(task.about), settled, task.outcome, owner, self.calendar.at(task.ago, "11:40")),
        )

    def hand_over(self, given: Given, case: int, receiver: int) -> Row:
        """A case given to a colleague who has not seen it yet."""
        giver = self.staff[given.by]
        return (
            case,
            giver,
            receiver,
            self.calendar.tell(given.note),
            giver,
            self.calendar.at(given.ago, given.clock),
        )

    def among_colleagues(self, matter: Matter) -> Iterator[tuple[type[Model], Row]]:
        """Who watches a case, what belongs to it, and which supervisor was asked about it."""
        case, opened = self.cases[matter.subject], self.calendar.at(matter.ago, "09:00")
        for name in matter.watched_by:
            yield models.CaseWatch, (case, self.staff[name], opened)
        if matter.related:
            by = self.staff[matter.owner]
            yield models.CaseLink, (case, self.cases[matter.related], LinkKind.RELATED.value, by, opened)
        for raised in matter.raised:
            yield models.Escalation, self._raised(raised, case)

    def _raised(self, raised: Raised, case: int) -> Row:
        receiver = self.staff[raised.to]
        asked = (case, receiver, raised.reason, self.staff[raised.by], self.calendar.at(raised.ago, raised.clock))
        if raised.answered is None:
            return (*asked, None, None, "", "")
        return (*asked, self.calendar.at(raised.answered, "16:45"), receiver, raised.answer, raised.words)

    def visits(self) -> Iterator[tuple[type[Model], Row]]:
        """The stays at the counter of the last weeks, each as long as what was said there."""
        for said, talk in self.talks.items():
            if said.channel == Channel.COUNTER and said.ago <= _VISITS_SINCE:
                at = self.calendar.at(said.ago, said.clock)
                ended, how = at + said.minutes * 60_000, VisitEnd.WRAPPED_UP.value
                yield models.Visit, (self.customer, DESK, self.staff[said.by], at, ended, how, talk)

    def _case(self, about: str) -> int | None:
        return self.cases[about] if about else None

    def _talk(self, ago: int, clock: str) -> int | None:
        """The conversation in which it was said, if it was said in one."""
        return next((row for said, row in self.talks.items() if (said.ago, said.clock) == (ago, clock)), None)
