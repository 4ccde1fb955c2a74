"""What is due: promises, follow-ups, outreach and calls we owe in one list, grouped by when."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from deskui.domain.case import Priority
from deskui.domain.due.follow_up import FollowUpKind
from deskui.domain.due_time.wall_clock import instant

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, tzinfo

    from deskui.domain.case_work import Escalation, News
    from deskui.domain.customer import Customer
    from deskui.domain.due.follow_up import FollowUp
    from deskui.domain.feedback import Feedback
    from deskui.domain.goodwill.approval import Approval
    from deskui.domain.hand_over import HandOver
    from deskui.domain.ids import CaseId, CustomerId, EmployeeId, FollowUpId, PromiseId
    from deskui.domain.review.item import FixRequest

LISTED: Final = 1000
"""Of each kind so many are listed, the soonest; the counts count them all."""
_DAY = timedelta(days=1)


class DueKind(StrEnum):
    """What is due."""

    PROMISE = "promise"
    FOLLOW_UP = "follow-up"
    OUTREACH = "outreach"
    """A follow-up for the customer's sake: how the computer does, that the new trains are in."""
    CALL = "call"
    """A call we owe: they came to us twice or more since we last reached them."""
    HAND_OVER = "hand-over"
    """A case that was handed over, until its receiver has acknowledged that."""
    ESCALATION = "escalation"
    """A case that was put before a supervisor, until they answer."""
    APPROVAL = "approval"
    """A concession over somebody's limit, until a supervisor answers."""
    ANSWER = "answer"
    """What a supervisor said to what one asked, until one has taken note of it."""
    NEWS = "news"
    """What others did to a case that is watched, until the watcher has acknowledged that."""
    FIX = "to fix"
    """What one wrote and was asked to put right, until that is done."""
    FEEDBACK = "feedback"
    """What was said about one's work, or back, until it is seen."""


class DueGroup(StrEnum):
    """When it is due, in the order of the list."""

    ESCALATED = "escalated to you"
    APPROVE = "for you to approve"
    ANSWERED = "answers to you"
    HANDED = "handed to you"
    FIX = "for you to put right"
    FEEDBACK = "said to you"
    NEWS = "news"
    OVERDUE = "overdue"
    TODAY = "today"
    TOMORROW = "tomorrow"
    THIS_WEEK = "this week"
    """Until Sunday."""
    LATER = "later"


@dataclass(frozen=True, slots=True)
class DueItem:
    """One line of the due list; a promise has an instant `due`, a follow-up a day `due_on`, the others neither.

    `owner` is who is to do it: the owner of the case, else who promised, took on or last answered. `since` is when a
    call began to be owed, and `times` how often they came since we last reached them. `moved` is how often a
    promise was given another time.
    """

    kind: DueKind
    customer_id: CustomerId
    customer: str
    what: str
    due: datetime | None
    due_on: date | None
    owner_id: EmployeeId | None
    owner: str
    case_id: CaseId | None
    case_number: int | None
    promise_id: PromiseId | None = None
    follow_up_id: FollowUpId | None = None
    version: int = 1
    since: datetime | None = None
    times: int = 0
    moved: int = 0
    given: HandOver | None = None
    raised: Escalation | None = None
    news: News | None = None
    asked: Approval | None = None
    fix: FixRequest | None = None
    feedback: Feedback | None = None
    priority: Priority = Priority.NORMAL
    """That of the case."""

    @property
    def waits(self) -> HandOver | Escalation | News | Approval | FixRequest | Feedback | None:
        """What the item is about where it waits for somebody to acknowledge or answer it."""
        return self.raised or self.asked or self.given or self.news or self.fix or self.feedback

    @property
    def key(self) -> tuple[DueKind, int]:
        """What tells the item from all others, whenever the list is read; a customer is owed one call."""
        row = self.promise_id or self.follow_up_id or (self.customer_id if self.waits is None else self.waits.id)
        return self.kind, row


class Share(NamedTuple):
    """A count for the person acting, and for everybody at the desk."""

    mine: int
    desk: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What the status bar says: due later today, overdue, and customers whom we owe a call."""

    due_today: Share
    overdue: Share
    we_owe: Share


def handed(given: HandOver) -> DueItem:
    """A hand-over that waits to be acknowledged, as a line of its receiver's list."""
    return replace(_waiting(DueKind.HAND_OVER, given, given.at, given.receiver_id, given.receiver), given=given)


def escalated(raised: Escalation) -> DueItem:
    """An escalation that waits for an answer, as a line of its receiver's list."""
    return replace(
        _waiting(DueKind.ESCALATION, raised, raised.at, raised.receiver_id, raised.receiver), raised=raised
    )


def to_approve(asked: Approval) -> DueItem:
    """A request that waits for a supervisor, as a line of their list."""
    return _asked(DueKind.APPROVAL, asked, asked.at, None, "")


def answered(asked: Approval) -> DueItem:
    """An answer that whoever asked has not seen yet, as a line of their list."""
    return _asked(DueKind.ANSWER, asked, asked.settled_at or asked.at, asked.asked_by_id, asked.asked_by)


def _asked(kind: DueKind, asked: Approval, since: datetime, owner_id: EmployeeId | None, owner: str) -> DueItem:
    return DueItem(
        kind=kind,
        customer_id=asked.customer_id,
        customer=asked.customer,
        what=asked.concession.what or asked.concession.kind.value,
        due=None,
        due_on=None,
        owner_id=owner_id,
        owner=owner,
        case_id=asked.concession.case_id,
        case_number=asked.case_number,
        since=since,
        asked=asked,
    )


def watched(news: News) -> DueItem:
    """What a watcher has not seen yet, as a line of their list."""
    return replace(_waiting(DueKind.NEWS, news, news.events[-1].at, None, ""), news=news)


def _waiting(
    kind: DueKind, about: HandOver | Escalation | News, since: datetime, owner_id: EmployeeId | None, owner: str
) -> DueItem:
    return DueItem(
        kind=kind,
        customer_id=about.customer_id,
        customer=about.customer,
        what=about.subject,
        due=None,
        due_on=None,
        owner_id=owner_id,
        owner=owner,
        case_id=about.case_id,
        case_number=about.case_number,
        since=since,
        priority=about.priority,
    )


def as_due(task: FollowUp, customer: Customer) -> DueItem:
    """A follow-up of a customer as a line of its owner's list."""
    return DueItem(
        kind=DueKind.OUTREACH if task.kind is FollowUpKind.OUTREACH else DueKind.FOLLOW_UP,
        customer_id=customer.id,
        customer=customer.name,
        what=task.what,
        due=None,
        due_on=task.due_on,
        owner_id=task.owner_id,
        owner=task.owner,
        case_id=task.case_id,
        case_number=None,
        follow_up_id=task.id,
        version=task.version,
    )


_WAITING: Final = {
    DueKind.ESCALATION: DueGroup.ESCALATED,
    DueKind.APPROVAL: DueGroup.APPROVE,
    DueKind.ANSWER: DueGroup.ANSWERED,
    DueKind.HAND_OVER: DueGroup.HANDED,
    DueKind.NEWS: DueGroup.NEWS,
    DueKind.FIX: DueGroup.FIX,
    DueKind.FEEDBACK: DueGroup.FEEDBACK,
}


def day_bounds(now: datetime, zone: tzinfo) -> tuple[date, datetime]:
    """The day it is, and the instant in UTC at which the next one begins."""
    today = now.astimezone(zone).date()
    return today, instant(datetime.combine(today + _DAY, time()), zone)


def group_of(item: DueItem, now: datetime, zone: tzinfo) -> DueGroup:
    """When the item is due, as seen at `now`; a call that is owed is for today."""
    if item.waits is not None:
        return _WAITING[item.kind]
    today = now.astimezone(zone).date()
    if item.due is not None and item.due < now:
        return DueGroup.OVERDUE
    day = item.due_on if item.due is None else item.due.astimezone(zone).date()
    if day is None or day == today:
        return DueGroup.TODAY
    if day < today:
        return DueGroup.OVERDUE
    if day == today + _DAY:
        return DueGroup.TOMORROW
    return DueGroup.THIS_WEEK if day <= today + (6 - today.weekday()) * _DAY else DueGroup.LATER


def in_order(items: Iterable[DueItem], zone: tzinfo) -> tuple[DueItem, ...]:
    """By the day they are due, within a day by the priority of their case, then by the hour.

    What is due on a day comes behind what has its hour there, calls come first of all.
    """

    def place(item: DueItem) -> tuple[str, int, str, str, int, int]:
        rank = item.priority.rank
        if item.due is None and item.due_on is None:
            return ("", rank, "", str(item.since), item.customer_id, 0)
        if item.due is not None:
            day = item.due.astimezone(zone).date().isoformat()
            return (day, rank, "0", str(item.due), item.customer_id, item.promise_id or 0)
        return (str(item.due_on), rank, "1", "", item.customer_id, item.follow_up_id or 0)

    return tuple(sorted(items, key=place))


def grouped(
    items: Iterable[DueItem], now: datetime, zone: tzinfo
) -> tuple[tuple[DueGroup, tuple[DueItem, ...]], ...]:
    """The items under the groups that have any, overdue ones first; each group in order."""
    groups: defaultdict[DueGroup, list[DueItem]] = defaultdict(list)
    for item in in_order(items, zone):
        groups[group_of(item, now, zone)].append(item)
    return tuple((group, tuple(groups[group])) for group in DueGroup if group in groups)
