"""Long lists in parts: a page of rows and where the next one begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from deskui.domain.benefits.benefit import BenefitView
    from deskui.domain.case import Case, CaseSummary
    from deskui.domain.conversation import Conversation
    from deskui.domain.customer import Acquaintance, Customer
    from deskui.domain.directory import Calling
    from deskui.domain.due.contact_balance import Balance
    from deskui.domain.due.due_list import DueItem
    from deskui.domain.due.follow_up import FollowUp
    from deskui.domain.goodwill.precedent import PrecedentCount
    from deskui.domain.goodwill.view import GoodwillView
    from deskui.domain.note import Note
    from deskui.domain.order import Order
    from deskui.domain.promises.view import PromiseView
    from deskui.domain.review.item import FixRequest, Subject
    from deskui.domain.tips import TipInView
    from deskui.domain.told.statement import Statement
    from deskui.domain.visit import Visit
    from deskui.domain.working_hours.on_duty import OnDuty

Row = TypeVar("Row")
Cursor = tuple[int, int]
"""Instant in milliseconds and id of the last row seen: the next page holds what is older."""


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows, newest first; `after` is the cursor of the next page, or None at the end.

    `total` counts all there are, on the first page alone.
    """

    rows: tuple[Row, ...]
    total: int | None
    after: Cursor | None


@dataclass(frozen=True, slots=True)
class CustomerView:
    """Everything the desk shows of one customer, read in one go."""

    customer: Customer
    known: Acquaintance
    orders: Page[Order]
    conversations: Page[Conversation]
    notes: tuple[Note, ...]
    cases: tuple[CaseSummary, ...]
    """The first of them: those still open, newest first, then the closed ones."""
    case: Case | None
    promises: tuple[PromiseView, ...] = ()
    """Open and broken ones first, soonest first, then the newest settled ones."""
    told: tuple[Statement, ...] = ()
    """What stands, newest first."""
    follow_ups: tuple[FollowUp, ...] = ()
    """Those not settled, soonest first."""
    balance: Balance | None = None
    """Of the last 90 days, see `owed.customer_balance`."""
    visit: Visit | None = None
    """The visit going on at this desk, when it is this customer's."""
    asks_for: OnDuty | None = None
    """The clerk the customer asks for."""
    call_owed: DueItem | None = None
    """The call we owe them, as the due list has it."""
    next_step: Conversation | None = None
    """The newest contact that says what is to be done next, about the case, or about none where none is shown."""
    calling: Calling | None = None
    """Whom to call about the case shown, and the calls to them."""
    case_place: tuple[int, int] | None = None
    """Which of how many cases the one shown is, counted from 1 in the order of `cases`."""
    goodwill: GoodwillView | None = None
    """What they were given, and what may be decided for them."""
    tips: tuple[TipInView, ...] = ()
    """What the manual says may be worth saying about the orders and the case, the best first of each."""
    precedents: PrecedentCount | None = None
    """How many earlier decisions there are like one in this case."""
    benefits: tuple[BenefitView, ...] = ()
    """What they are entitled to, newest first, with what is void or over."""
    to_fix: tuple[FixRequest, ...] = ()
    """What of that which was written about them is to be put right, as far as whoever looks may know."""

    def asked(self, subject: Subject) -> dict[int, FixRequest]:
        """What of those rows is to be put right, by row."""
        return {each.row: each for each in self.to_fix if each.subject is subject}
