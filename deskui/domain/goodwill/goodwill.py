"""A concession: what kind, how much, why, on which policy, and what it repairs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from deskui.domain.money_typed import money_typed
from deskui.domain.text import clean_line
from deskui.errors import BadInput

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.ids import ApprovalId, ArticleVersionId, CaseId, CustomerId, EmployeeId, GoodwillId, PromiseId
    from deskui.domain.money import Money


class GoodwillKind(StrEnum):
    """What is given; `verb` is what one does in giving it, `noun` what the customer got."""

    WAIVE_FEE = "waive fee"
    CREDIT = "credit"
    REPLACEMENT = "replacement"
    UPGRADE = "upgrade"
    EXCEPTION = "exception to policy"

    @property
    def verb(self) -> str:
        """`waive`: *You may waive up to …*."""
        return _VERBS[self]

    @property
    def needs_amount(self) -> bool:
        """Whether it has a price: a rule can be bent for nothing."""
        return self is not GoodwillKind.EXCEPTION


_VERBS: Final = {
    GoodwillKind.WAIVE_FEE: "waive",
    GoodwillKind.CREDIT: "credit",
    GoodwillKind.REPLACEMENT: "replace",
    GoodwillKind.UPGRADE: "upgrade",
    GoodwillKind.EXCEPTION: "make exceptions",
}


class Footing(StrEnum):
    """How a concession stands to the policy that is named with it."""

    RESTS = "rests on"
    DEPARTS = "departs from"


@dataclass(frozen=True, slots=True)
class GoodwillTyped:
    """A concession as typed; `amount` as text, empty for an exception that costs nothing."""

    kind: GoodwillKind
    reason: str
    amount: str = ""
    policy_version: ArticleVersionId | None = None
    footing: Footing | None = None
    case_id: CaseId | None = None
    promise_id: PromiseId | None = None
    for_customer: bool = False
    what: str = ""


@dataclass(frozen=True, slots=True)
class Concession:
    """A concession that was read and is to be decided; `amount` is None for an exception that costs nothing."""

    kind: GoodwillKind
    amount: Money | None
    reason: str
    policy_version: ArticleVersionId | None = None
    footing: Footing | None = None
    case_id: CaseId | None = None
    promise_id: PromiseId | None = None
    for_customer: bool = False
    """Whether slips and the customer's copy of the story name it."""
    what: str = ""
    """What it is about, such as the truck rental, as the customer may read it."""

    @property
    def minor(self) -> int:
        """What it costs in minor units."""
        return 0 if self.amount is None else self.amount.minor


@dataclass(frozen=True, slots=True)
class Goodwill:
    """A concession that was given: by whom, who approved it where that was needed, and whether it was taken back."""

    id: GoodwillId
    customer_id: CustomerId
    concession: Concession
    at: datetime
    by_id: EmployeeId | None
    by: str
    approved_by_id: EmployeeId | None = None
    approved_by: str = ""
    approval_id: ApprovalId | None = None
    case_number: int | None = None
    taken_back_at: datetime | None = None
    taken_back_by: str = ""
    customer: str = ""
    charged_to_id: EmployeeId | None = None
    """Whose limit it takes: theirs who approved it, else theirs who decided it."""
    counts_at: datetime | None = None
    """Its instant as the limits see it, see `allowance`."""

    @property
    def stands(self) -> bool:
        """Whether it counts: nobody took it back."""
        return self.taken_back_at is None


def read_concession(typed: GoodwillTyped, currency: str) -> Concession:
    """What is meant.

    Raises: BadInput naming the field that is not accepted.
    """
    reason = clean_line(typed.reason, "The reason", needed=True)
    if not typed.amount.strip() and not typed.kind.needs_amount:
        amount = None
    else:
        amount = money_typed(typed.amount, currency)
    if (typed.policy_version is None) is not (typed.footing is None):
        raise BadInput("Say whether it rests on the policy or departs from it, and on which.", "Policy")
    return Concession(
        typed.kind,
        amount,
        reason,
        typed.policy_version,
        typed.footing,
        typed.case_id,
        typed.promise_id,
        typed.for_customer,
        clean_line(typed.what, "What it is about", longest=80),
    )
