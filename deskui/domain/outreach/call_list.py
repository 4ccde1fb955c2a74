"""The call list: each customer once, with every reason to call them, the most pressing first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from deskui.domain.outreach.calling_hours import NOT_TODAY, NOW_FINE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from deskui.domain.case import Priority
    from deskui.domain.ids import ContactPointId, CustomerId, EmployeeId, FollowUpId, OutreachTryId
    from deskui.domain.outreach.rule import Rule
    from deskui.domain.staff import Employee

REACHED_LATELY: Final = 3
"""Days after which somebody who was met may be called by a rule."""
CLAIMED_FOR: Final = 15
"""Minutes for which a row is taken by whoever began to call."""


class Outcome(StrEnum):
    """What came of a call, or why there was none."""

    REACHED = "reached"
    MESSAGE = "left a message"
    MISSED = "not reached"
    WRONG = "wrong number"
    NO_CALLS = "asked not to be called"
    SKIPPED = "skipped"


SPOKEN: Final = frozenset({Outcome.REACHED, Outcome.NO_CALLS})
"""Outcomes of calls in which the customer was spoken to."""
RESTS: Final = {
    Outcome.REACHED: 7,
    Outcome.MESSAGE: 3,
    Outcome.MISSED: 1,
    Outcome.WRONG: 1,
    Outcome.NO_CALLS: 0,
    Outcome.SKIPPED: 30,
}
"""Days until they may be on the list again, where no date was given."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why to call somebody: by a rule, or because a colleague planned it (`follow_up_id` then)."""

    title: str
    words: str
    priority: Priority
    script: str = ""
    family: int | None = None
    employee_id: EmployeeId | None = None
    branch: str = ""
    follow_up_id: FollowUpId | None = None
    version: int = 0
    """That of the follow-up."""


class Claim(NamedTuple):
    """Who has taken a row, at which desk, until when."""

    by: str
    desk: str
    until: datetime
    by_id: EmployeeId | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """One line of the list; without an `owner_id` anybody (of the branch, if there is one) is to call.

    `hours` are the words of now for their wishes; `last_try` is the newest try as the list was read.
    """

    customer_id: CustomerId
    customer: str
    tier: str
    reasons: tuple[Reason, ...]
    owner_id: EmployeeId | None
    owner: str
    branch: str
    phone: str
    phone_id: ContactPointId | None
    wishes: str
    hours: str
    call_owed: bool = False
    went_badly: bool = False
    no_calls: bool = False
    """They asked not to be called; only what a colleague planned lists them then."""
    claim: Claim | None = None
    last_try: OutreachTryId | None = None
    tried: str = ""
    """What came of the last try, `left a message`."""
    tried_at: datetime | None = None

    @property
    def about(self) -> str:
        """Every reason in a line."""
        return " · ".join(dict.fromkeys(each.words for each in self.reasons))

    @property
    def script(self) -> str:
        """What to say, from the most pressing reason that has it."""
        return next((each.script for each in self.reasons if each.script), "")

    @property
    def priority(self) -> Priority:
        """How much it presses: that of its first reason."""
        return self.reasons[0].priority


@dataclass(frozen=True, slots=True)
class Tally:
    """What the day brought: calls made, of these those that were reached."""

    called: int
    reached: int


def by_pressing(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The reasons of one customer, the most pressing first; what was planned before rules that press as much."""
    return tuple(sorted(reasons, key=lambda each: (each.priority.rank, each.follow_up_id is None)))


def in_order(calls: Iterable[Call]) -> tuple[Call, ...]:
    """The most pressing first; of these who has more reasons, then who can be called now."""
    listed = list(enumerate(calls))
    listed.sort(key=lambda each: (each[1].priority.rank, -len(each[1].reasons), _later(each[1].hours), each[0]))
    return tuple(call for _, call in listed)


def _later(hours: str) -> int:
    return {NOW_FINE: 0, NOT_TODAY: 2}.get(hours, 1)


def is_mine(call: Call, me: Employee) -> bool:
    """Whether a call is for that member of the staff: theirs, or anybody's of their branch."""
    if call.owner_id is not None:
        return call.owner_id == me.id
    return not call.branch or call.branch.casefold() == me.branch.casefold()


def owned(call: Call, knows: Employee | None, staff: dict[EmployeeId, Employee]) -> Call:
    """The call with who is to make it: whom the rule names, else who knows them and is there, else anybody."""
    first = call.reasons[0]
    if first.employee_id is not None and first.employee_id in staff:
        named = staff[first.employee_id]
        return replace(call, owner_id=named.id, owner=named.name)
    if first.branch:
        return replace(call, branch=first.branch)
    return call if knows is None else replace(call, owner_id=knows.id, owner=knows.name)


def tally_words(done: Tally, left: int) -> str:
    """`12 called, 7 reached, 3 left`."""
    return f"{done.called:,} called, {done.reached:,} reached, {left:,} left"


def quiet_words(days: int) -> str:
    """`not heard of for 214 days`."""
    return f"not heard of for {days:,} days"


def anniversary_words(rule: Rule, day: date, since: int, today: date) -> str:
    """`customer for 10 years on 25 Nov`, `… today`."""
    from deskui.domain.moments import day_words

    years = day.year - since
    when = day_words(day, today)
    on = when if when in ("today", "tomorrow") else f"on {when}"
    return f"customer for {years} {'year' if years == 1 else 'years'} {on}"


@dataclass(frozen=True, slots=True)
class CallTyped:
    """What came of a call, as typed; `again` is the day on which to list them again."""

    outcome: Outcome = Outcome.REACHED
    summary: str = ""
    mood: str = "even"
    minutes: str = ""
    again: str = ""
