"""A benefit as it was given, and what its ledger says of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from deskui.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from deskui.domain.benefits.picks import Pick
    from deskui.domain.ids import BenefitId, BenefitTypeId, CaseId, CustomerId, OrderId


class BenefitKind(StrEnum):
    """What sort of benefit it is."""

    COUPON = "coupon"
    VOUCHER = "voucher"
    GIFT = "gift balance"
    PERK = "tier perk"
    WARRANTY = "warranty"


LASTING: Final = (BenefitKind.PERK, BenefitKind.WARRANTY)
"""Without an amount, these are not used up."""


class EntryKind(StrEnum):
    """What an entry of the ledger says."""

    ISSUED = "issued"
    REDEEMED = "redeemed"
    REISSUED = "reissued"
    """The code is void; the rest went to another one."""
    VOID = "void"
    CHOSEN = "chosen"
    RESTORED = "restored"
    """A redemption was taken back."""
    TAKEN_BACK = "taken back"
    """Anything else was taken back."""


class BenefitState(StrEnum):
    """Where a benefit stands today."""

    STANDING = "standing"
    NOT_YET = "not yet valid"
    USED_UP = "used up"
    EXPIRED = "expired"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Worth:
    """What a benefit is worth: a percentage in hundredths (1000 is 10 %), an amount, or nothing in money."""

    percent: int = 0
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class Benefit:
    """What was given; none of it changes. `picks` of the `choices` may be picked, each called a `noun`."""

    id: BenefitId
    customer_id: CustomerId
    kind: BenefitKind
    title: str
    code: str
    worth: Worth
    expires: date | None
    created_at: datetime
    valid_from: date | None = None
    terms: str = ""
    transferable: bool = False
    noun: str = ""
    choices: tuple[str, ...] = ()
    picks: int = 0
    change_months: int | None = None
    """A pick may be changed once in so many months; None: never."""
    type_id: BenefitTypeId | None = None
    case_id: CaseId | None = None
    order_id: OrderId | None = None
    reissued_from_id: BenefitId | None = None
    root_id: BenefitId | None = None
    given_by: str = ""
    version: int = 1

    @property
    def is_lasting(self) -> bool:
        """Whether using it takes nothing away from it, as with a perk or a warranty."""
        return self.worth.amount is None and self.kind in LASTING

    @property
    def name(self) -> str:
        """The code, or the title where it has none."""
        return self.code or self.title


@dataclass(frozen=True, slots=True)
class BenefitView:
    """A benefit as it stands on a day: `left` is the sum of its ledger, `now` the code that took its place."""

    benefit: Benefit
    left: int
    state: BenefitState
    now: str = ""
    picked: tuple[Pick, ...] = ()
    """What is picked now, in the order in which it was."""
    next_change: date | None = None
    """From which day a pick may be changed; None: never, or some are still open."""

    @property
    def is_usable(self) -> bool:
        """Whether it may be redeemed today."""
        return self.state is BenefitState.STANDING

    @property
    def stands(self) -> bool:
        """Whether it is good for something today or later."""
        return self.state in (BenefitState.STANDING, BenefitState.NOT_YET)

    @property
    def rest(self) -> Money | None:
        """What is left of an amount."""
        amount = self.benefit.worth.amount
        return None if amount is None else Money(amount.currency, self.left)

    @property
    def open_picks(self) -> int:
        """How many may still be picked."""
        return max(0, self.benefit.picks - len(self.picked)) if self.stands else 0

    def days_left(self, today: date) -> int | None:
        """Days until it expires, 0 on the last one; None where it does not."""
        return None if self.benefit.expires is None else (self.benefit.expires - today).days


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line of a ledger; `amount` as in the table, `countered` when it was taken back since."""

    id: int
    kind: EntryKind
    amount: int
    at: datetime
    by: str = ""
    agreed_by: str = ""
    other: str = ""
    """The code that it went to or came from."""
    choice: str = ""
    instead: str = ""
    reason: str = ""
    countered: bool = False


def issued(kind: BenefitKind, minor: int | None) -> int:
    """What a ledger begins with: the minor units of an amount, else one use, or 0 for what lasts."""
    return minor if minor is not None else 0 if kind in LASTING else 1


def state_of(benefit: Benefit, left: int, voids: int, today: date) -> BenefitState:
    """Where it stands, from the sums of its ledger and the day."""
    if voids > 0:
        return BenefitState.VOID
    if left <= 0 and not benefit.is_lasting:
        return BenefitState.USED_UP
    if benefit.expires is not None and benefit.expires < today:
        return BenefitState.EXPIRED
    if benefit.valid_from is not None and benefit.valid_from > today:
        return BenefitState.NOT_YET
    return BenefitState.STANDING


def expiring_soon(views: Sequence[BenefitView], today: date, days: int) -> tuple[BenefitView, ...]:
    """Those that stand and expire within so many days, the first to expire first."""
    soon = [each for each in views if each.stands and (left := each.days_left(today)) is not None and left <= days]
    return tuple(sorted(soon, key=lambda each: (each.days_left(today) or 0, each.benefit.id)))
