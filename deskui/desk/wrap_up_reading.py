"""What a wrap-up would leave behind, read while it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.desk.area import Area
from deskui.desk.doubts import TwoTimes, of_both, of_promise, of_told
from deskui.domain.typed import FollowUpTyped, PromiseTyped, StatementTyped, WrapUpTyped
from deskui.errors import BadInput
from deskui.store.reads import cases

if TYPE_CHECKING:
    from deskui.desk.area import Post
    from deskui.desk.doubts import Doubt
    from deskui.desk.follow_ups import FollowUps
    from deskui.desk.promise_reading import PromiseReading
    from deskui.desk.promises import Promises
    from deskui.desk.told import Told, ToldReading
    from deskui.domain.due.follow_up_line import FollowUpReading
    from deskui.domain.ids import CaseId, CustomerId
    from deskui.domain.typed import ConversationTyped


@dataclass(frozen=True, slots=True)
class WrapUpLines:
    """A contact as typed, and the lines of what it leaves behind, not read yet; an empty line leaves nothing."""

    contact: ConversationTyped
    told: str = ""
    promise: str = ""
    follow_up: str = ""
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class WrapUpReading:
    """Each line as it is understood, and what is to be said about saving all of it."""

    typed: WrapUpTyped
    """All of it, to be saved; without the lines that are refused."""
    told: ToldReading | None
    promise: PromiseReading | None
    follow_up: FollowUpReading | None
    on_topic: str
    """On a topic similar to an earlier one, the line as it is said on that one; else empty."""
    keeper: str
    """The colleague who keeps what is promised, as they own the case; empty for whoever is acting."""
    doubts: tuple[Doubt, ...]
    refusal: BadInput | None
    """Why a line is not accepted, naming its field."""


class WrapUpReader(Area):
    """Reads wrap-ups, each line once; at every key, so it asks little."""

    def __init__(self, post: Post, told: Told, promises: Promises, follow_ups: FollowUps) -> None:
        super().__init__(post)
        self._told, self._promises, self._follow_ups = told, promises, follow_ups

    def read(self, customer_id: CustomerId, lines: WrapUpLines) -> WrapUpReading:
        """All there is to say about a wrap-up."""
        case = lines.contact.case_id
        told = self._told.reading(customer_id, lines.told) if lines.told.strip() else None
        promise = self._promises.reading(customer_id, lines.promise, "", case) if lines.promise.strip() else None
        task = self._follow_ups.reading(lines.follow_up) if lines.follow_up.strip() else None
        typed = WrapUpTyped(
            lines.contact, _statements(told), _promised(promise, case), _planned(task), lines.next_step
        )
        doubts = of_both(() if told is None else of_told(told), () if promise is None else of_promise(promise))
        return WrapUpReading(
            typed,
            told,
            promise,
            task,
            self._on_topic(customer_id, told),
            self._keeper(case) if promise is not None else "",
            (*self._two_times(told, promise), *doubts),
            _refusal(promise, task),
        )

    def _two_times(self, told: ToldReading | None, promise: PromiseReading | None) -> tuple[Doubt, ...]:
        if told is None or told.date is None or promise is None or promise.due is None:
            return ()
        is_apart = self._told.is_apart(told, promise.what, promise.due, promise.earliest)
        return (TwoTimes(told.date, promise.due),) if is_apart else ()

    def _on_topic(self, customer_id: CustomerId, told: ToldReading | None) -> str:
        if told is None or told.earlier is None or told.is_same_topic:
            return ""
        same = f"{told.earlier.topic}: {told.text}"
        return same if self._told.reading(customer_id, same).is_same_topic else ""

    def _keeper(self, case_id: CaseId | None) -> str:
        """Who owns that case, unless it is the person acting."""
        if case_id is None:
            return ""
        case = cases.case(case_id)
        return "" if case.owner_id in (None, self.session.actor.employee_id) else case.owner


def _statements(read: ToldReading | None) -> tuple[StatementTyped, ...]:
    return () if read is None else (StatementTyped(read.topic, read.text, read.date),)


def _promised(read: PromiseReading | None, case: CaseId | None) -> PromiseTyped | None:
    if read is None or read.due is None or read.refusal is not None:
        return None
    return PromiseTyped(what=read.what, due=read.due, earliest=read.earliest, kind=read.kind, case_id=case)


def _planned(read: FollowUpReading | None) -> FollowUpTyped | None:
    return None if read is None or read.due is None else FollowUpTyped(read.what, read.due)


def _refusal(promise: PromiseReading | None, task: FollowUpReading | None) -> BadInput | None:
    if promise is not None and promise.refusal is not None:
        return BadInput(promise.refusal.sentence, "promise")
    return BadInput(task.refusal, "follow_up") if task is not None and task.due is None else None
