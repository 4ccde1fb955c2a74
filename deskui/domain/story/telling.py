"""From what is kept about a case to its story: who did what when, and which of it the customer may read."""

from __future__ import annotations

from datetime import datetime, time
from itertools import groupby
from typing import TYPE_CHECKING, Final

from deskui.domain.conversation import Channel, Direction, Mood
from deskui.domain.moments import date_words, full_words
from deskui.domain.order import number_words
from deskui.domain.story.promises import due_ahead, promise_entries
from deskui.domain.story.story import Audience, Story, StoryEntry, StoryKind, StoryLine
from deskui.domain.told.statement import StatementState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from deskui.domain.conversation import Conversation
    from deskui.domain.hand_over import HandOver
    from deskui.domain.story.sources import Happening, NumberTaken, Sources, TaskKept
    from deskui.domain.told.statement import Statement

_MEDIA: Final = {
    Channel.PHONE: "by phone",
    Channel.EMAIL: "by e-mail",
    Channel.TEXT: "by text message",
    Channel.CHAT: "by chat",
    Channel.POST: "by post",
}
_RANK: Final = {kind: place for place, kind in enumerate(StoryKind)}
"""What happened at the same moment comes in this order."""


def tell(sources: Sources) -> Story:
    """The story of a case; what was entered by mistake and taken back is no part of it."""
    case = sources.case
    entries = sorted(_entries(sources), key=lambda each: (each.at, _RANK[each.kind]))
    ahead = sorted(_ahead(sources), key=lambda each: each.at)
    return Story(
        shop=sources.shop,
        zone=sources.zone,
        written_at=sources.now,
        number=case.number,
        subject=case.subject,
        customer=sources.customer,
        status=case.status,
        owner=case.owner,
        references=tuple(number_words(each.kind.value, each.number) for each in case.references),
        entries=tuple(entries),
        ahead=tuple(ahead),
        left_out=sources.left_out,
    )


def _entries(sources: Sources) -> Iterator[StoryEntry]:
    yield from map(_happened, sources.happenings)
    yield from _numbers(sources.numbers)
    yield from map(_contact, sources.contacts)
    for each in sources.told:
        if each.state is not StatementState.TAKEN_BACK:
            yield _told(each, sources)
    for promised in sources.promises:
        yield from promise_entries(promised, sources.now, sources.zone)
    for task in sources.tasks:
        yield from _task(task, sources.now.astimezone(sources.zone).date())
    yield from map(_hand_over, sources.hand_overs)


def _ahead(sources: Sources) -> Iterator[StoryEntry]:
    for promised in sources.promises:
        yield from due_ahead(promised, sources.now, sources.zone)
    for each in sources.tasks:
        if each.task.settled_at is None:
            yield _planned_ahead(each, sources)


def _happened(each: Happening) -> StoryEntry:
    return StoryEntry(each.at, each.kind, each.words, each.by, each.audience, internal(each.why))


def _numbers(numbers: Iterable[NumberTaken]) -> Iterator[StoryEntry]:
    """Those that were taken down together are one entry."""
    for at, several in groupby(sorted(numbers, key=lambda each: each.at), key=lambda each: each.at):
        words = ", ".join(number_words(each.kind.value, each.number) for each in several)
        yield StoryEntry(at, StoryKind.NUMBERS, words, "", Audience.CUSTOMER)


def _contact(talk: Conversation) -> StoryEntry:
    """That it was is known to the customer; what we wrote about it is ours."""
    details = [talk.summary] if talk.summary else []
    if talk.mood is Mood.BAD:
        details.append("It went badly.")
    if talk.next_step:
        details.append(f"Next: {talk.next_step}")
    lines = tuple(StoryLine(each, Audience.INTERNAL) for each in details)
    return StoryEntry(talk.at, StoryKind.CONTACT, contact_words(talk), talk.employee, Audience.CUSTOMER, lines)


def contact_words(talk: Conversation) -> str:
    """`by phone, from the customer`, `by phone, to the customer, not reached`, `at the counter`."""
    if talk.channel is Channel.COUNTER:
        return "at the counter"
    who = "from the customer" if talk.direction is Direction.IN else "to the customer"
    reached = "" if talk.reached else ", not reached"
    return f"{_MEDIA[talk.channel]}, {who}{reached}"


def _told(said: Statement, sources: Sources) -> StoryEntry:
    meant = "" if said.date is None else f" ({full_words(said.date, sources.now, sources.zone)})"
    lines = internal("Corrected later.") if said.state is StatementState.CORRECTED else ()
    words = f"{said.topic}: {said.text}{meant}"
    return StoryEntry(said.said_at, StoryKind.TOLD, words, said.said_by, Audience.CUSTOMER, lines)


def _task(kept: TaskKept, today: date) -> Iterator[StoryEntry]:
    task = kept.task
    owner = f" ({task.owner})" if task.owner and task.owner != kept.planned_by else ""
    words = f"{task.what}, for {_day_words(task.due_on, today)}{owner}"
    yield StoryEntry(kept.planned_at, StoryKind.PLANNED, words, kept.planned_by, Audience.INTERNAL)
    if task.settled_at is not None:
        outcome = internal(task.outcome)
        yield StoryEntry(task.settled_at, StoryKind.DONE, task.what, task.owner, Audience.INTERNAL, outcome)


def _planned_ahead(kept: TaskKept, sources: Sources) -> StoryEntry:
    """A task has a day only, so it comes behind the promises of that day."""
    at = datetime.combine(kept.task.due_on, time(23, 59), sources.zone)
    day = _day_words(kept.task.due_on, sources.now.astimezone(sources.zone).date())
    return StoryEntry(at, StoryKind.PLANNED, f"{kept.task.what}, on {day}", kept.task.owner, Audience.INTERNAL)


def _hand_over(given: HandOver) -> StoryEntry:
    """Who looks after it now is no secret; the note that goes with it is ours."""
    words = f"to {given.receiver}"
    return StoryEntry(given.at, StoryKind.HANDED_OVER, words, given.giver, Audience.CUSTOMER, internal(given.note))


def internal(text: str) -> tuple[StoryLine, ...]:
    """A line for colleagues, or none where there is nothing to say."""
    return (StoryLine(text, Audience.INTERNAL),) if text else ()


def _day_words(day: date, today: date) -> str:
    return date_words(day, today.year)
