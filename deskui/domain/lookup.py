"""What a search found, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskui.domain.ids import BenefitId, CaseId, CustomerId, OrderId


class Matched(StrEnum):
    """Which field of the customer a search matched."""

    RECENT = "recent"
    NEWEST = "newest"
    NAME = "name"
    PHONE = "phone"
    EMAIL = "e-mail"
    COMPANY = "company"
    NUMBER = "customer number"
    LOYALTY = "loyalty"
    CASE = "case"
    ORDER = "order"
    RECEIPT = "receipt"
    PO = "PO"
    SERIAL = "serial"
    TRACKING = "tracking"
    CLAIM = "claim"
    REFERENCE = "reference"
    BENEFIT = "benefit"
    ALIAS = "alias"
    INTEREST = "likes"
    SIMILAR = "similar name"


IS_VOID = " is VOID"
"""Stands behind a code that is good for nothing any more, before what took its place."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One customer found: which field matched and its text, and the case, order or benefit that a number leads to.

    `exact` is true when a whole number, address or name was typed, so that Enter may open it at once.
    """

    customer_id: CustomerId
    number: str
    name: str
    preferred_name: str
    company: str
    tier: str
    phone: str
    email: str
    matched: Matched
    text: str
    exact: bool = False
    case_id: CaseId | None = None
    order_id: OrderId | None = None
    benefit_id: BenefitId | None = None

    @property
    def is_void(self) -> bool:
        """Whether what matched is a code that is good for nothing any more."""
        return self.matched is Matched.BENEFIT and IS_VOID in self.text
