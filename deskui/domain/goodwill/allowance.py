"""What somebody may still decide alone, and in which words that stands on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from deskui.domain.goodwill.limits import Period, Reach
from deskui.domain.staff import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime, tzinfo

    from deskui.domain.goodwill.goodwill import Goodwill, GoodwillKind
    from deskui.domain.goodwill.limits import Bound
    from deskui.domain.ids import CustomerId, EmployeeId

    Say = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Spent:
    """A concession that stands, as the limits count it: `charged_to` is whose limit it took."""

    minor: int
    currency: str
    kind: GoodwillKind
    customer_id: CustomerId
    charged_to: EmployeeId | None
    at: datetime


def spent_by(given: Iterable[Goodwill]) -> tuple[Spent, ...]:
    """What was given, as the limits count it; what was taken back and what cost nothing does not count."""
    return tuple(
        Spent(
            each.concession.amount.minor,
            each.concession.amount.currency,
            each.concession.kind,
            each.customer_id,
            each.charged_to_id,
            each.counts_at or each.at,
        )
        for each in given
        if each.stands and each.concession.amount is not None
    )


@dataclass(frozen=True, slots=True)
class Question:
    """Who wants to know, about which customer and which kind, in the shop's currency and zone."""

    me: EmployeeId
    customer_id: CustomerId
    kind: GoodwillKind
    currency: str
    now: datetime
    zone: tzinfo


@dataclass(frozen=True, slots=True)
class Left:
    """What is left under one bound, in minor units."""

    bound: Bound
    minor: int


@dataclass(frozen=True, slots=True)
class Allowance:
    """What may still be decided alone: `left` under each bound; `is_free` where nothing bounds the person."""

    kind: GoodwillKind
    is_free: bool = False
    left: tuple[Left, ...] = ()
    role: Role = Role.CLERK

    @property
    def minor(self) -> int | None:
        """The most that one act may cost now, in minor units; None without bounds."""
        if self.is_free:
            return None
        return min((each.minor for each in self.left), default=0)

    @property
    def binds(self) -> Left | None:
        """The bound that leaves the least."""
        return min(self.left, key=lambda each: each.minor, default=None)

    def allows(self, minor: int) -> bool:
        """Whether an act that costs so much is within it; where nothing is left, not even one that costs nothing."""
        return self.is_free or (minor <= (self.minor or 0) and bool(self.minor))


def allowance(
    asked: Question, role: Role, bounds: Iterable[Bound] | None, spent: Iterable[Spent], *, alone: bool = False
) -> Allowance:
    """What is left under every bound; somebody who is the only one in the shop decides all.

    Whatever is dated after now counts as well, so that a clock set back gives nothing.
    """
    if bounds is None:
        return Allowance(asked.kind, alone or role is Role.ADMINISTRATOR, (), role)
    acts = [each for each in spent if each.currency == asked.currency]
    left = tuple(Left(each, max(0, each.minor - _used(each, asked, acts))) for each in bounds)
    return Allowance(asked.kind, False, left, role)


def _used(bound: Bound, asked: Question, acts: Iterable[Spent]) -> int:
    since = bound.period.start(asked.now, asked.zone)
    return sum(each.minor for each in acts if each.at >= since and _counts(bound, asked, each))


def _counts(bound: Bound, asked: Question, act: Spent) -> bool:
    if bound.kind is not None and act.kind is not bound.kind:
        return False
    mine, theirs = act.charged_to == asked.me, act.customer_id == asked.customer_id
    if bound.reach is Reach.CUSTOMER:
        return theirs
    return mine if bound.reach is Reach.CLERK else mine and theirs


def furthest_back(now: datetime, zone: tzinfo) -> datetime:
    """Since when acts can count in any period, in UTC: a week may begin in the month before."""
    return min(each.start(now, zone) for each in Period).astimezone(UTC)


def allowance_words(found: Allowance, say: Say) -> str:
    """`You may waive up to $40.00; $85.00 left this week.`, or who decides where one may not."""
    if found.is_free:
        return f"You may {found.kind.verb} any amount."
    if not found.left:
        above = "an administrator" if found.role is Role.SUPERVISOR else "a supervisor"
        return f"No limit is set for a {found.role.value}: {above} decides, or sets one with L."
    if not found.minor:
        binds = found.binds
        return f"Nothing is left for you to {found.kind.verb}{_when(binds)}: a supervisor decides."
    rest = _rest(found)
    behind = "" if rest is None else f"; {say(rest.minor)} left{_when(rest)}"
    return f"You may {found.kind.verb} up to {say(found.minor)}{behind}."


def allowance_short(found: Allowance, say: Say) -> str:
    """`up to $40.00 · $85.00 left this week`, where it stands above what becomes of an amount."""
    if found.is_free or not found.left or not found.minor:
        return allowance_words(found, say)
    rest = _rest(found)
    behind = "" if rest is None else f" · {say(rest.minor)} left{_when(rest).replace('this customer', 'them')}"
    return f"up to {say(found.minor)}{behind}"


def _rest(found: Allowance) -> Left | None:
    """The sum over a period that is worth naming beside the most of one act: the clerk's, else the customer's."""
    sums = [each for each in found.left if each.bound.reach is not Reach.ACT]
    return min(sums, key=lambda each: (each.minor, each.bound.reach is Reach.CUSTOMER), default=None)


def _when(left: Left | None) -> str:
    if left is None:
        return ""
    whom = " for this customer" if left.bound.reach is Reach.CUSTOMER else ""
    return f"{whom} {left.bound.period.words}"


def verdict_words(found: Allowance, minor: int, say: Say) -> str:
    """What becomes of an act that costs so much: `within your limit`, or who decides it."""
    if found.allows(minor):
        return "within your limit"
    who = "an administrator" if found.role is not Role.CLERK else "a supervisor"
    if not found.left:
        return f"no limit is set for you: {who} decides"
    if not found.minor and not minor:
        return f"nothing is left for you: {who} decides"
    return f"over your limit of {say(found.minor or 0)}: {who} decides"
