"""Whether what was bought is covered, until when, and what happens next; the day of now is given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from deskui.domain.order import SalesChannel
from deskui.domain.order_days import is_awaited

if TYPE_CHECKING:
    from datetime import date

    from deskui.domain.order import Order, OrderLine
    from deskui.domain.promises.advisor import Advice


class ProofKind(StrEnum):
    """By what a purchase was shown to be one."""

    RECEIPT = "receipt"
    CARD = "card"
    PHONE = "phone number"
    SERIAL = "serial"
    LOYALTY = "loyalty record"
    OTHER = "other"
    NONE = "none"


class Cover(StrEnum):
    """What a line of an order still gives the customer."""

    RETURN = "return"
    WARRANTY = "warranty"
    AWAITED = "awaited"
    """It is still on order: nothing of it has begun."""
    OVER = "over"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class NextStep:
    """What happens next in one sentence, the kind of case it makes, and the kind of promise that goes with it."""

    sentence: str
    case_kind: str
    promise_kind: str


@dataclass(frozen=True, slots=True)
class LineCoverage:
    """The answer for one line: what it is covered by, until when (inclusive; the last day there was), what is next.

    `advice` is how long such a promise takes, from the promises of the group of that name; None where too little is
    known.
    """

    line: OrderLine
    cover: Cover
    until: date | None
    next: NextStep
    advice: Advice | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The answer for an order, line by line."""

    order: Order
    proof: ProofKind
    lines: tuple[LineCoverage, ...]

    @property
    def needs_proof(self) -> bool:
        """Whether something would be covered, if only a proof were seen."""
        is_covered = any(each.cover in (Cover.RETURN, Cover.WARRANTY) for each in self.lines)
        return is_covered and self.proof is ProofKind.NONE


_PROOFS: Final = tuple(
    (kind, re.compile(rf"\b{kind.value.split()[0]}", re.IGNORECASE))
    for kind in (ProofKind.RECEIPT, ProofKind.CARD, ProofKind.PHONE, ProofKind.SERIAL, ProofKind.LOYALTY)
)

_STORE, _DEALER, _ONLINE = SalesChannel.STORE, SalesChannel.DEALER, SalesChannel.ONLINE
NEXT: Final[dict[tuple[SalesChannel, Cover], NextStep]] = {
    **{
        (channel, Cover.AWAITED): NextStep(
            "It is still on order: say when it is expected, or find out and call them back.", "order", "answer"
        )
        for channel in SalesChannel
    },
    (_STORE, Cover.RETURN): NextStep(
        "Take it back here: money back or another one, as they like.", "refund", "refund"
    ),
    (_STORE, Cover.WARRANTY): NextStep(
        "Take it in here: we repair it free of charge, and exchange it if that fails.", "repair", "repair"
    ),
    (_STORE, Cover.OVER): NextStep(
        "Offer to repair it at their cost: say the price before any work is done.", "repair", "repair"
    ),
    (_STORE, Cover.UNKNOWN): NextStep(
        "Ask the maker until when it is covered, and call them back.", "claim", "answer"
    ),
    (_DEALER, Cover.RETURN): NextStep(
        "The dealer takes it back: call the dealer from here, so that nobody goes there in vain.", "refund", "answer"
    ),
    (_DEALER, Cover.WARRANTY): NextStep(
        "Fill in the dealer's claim form with them now: we send it to the maker with the goods.", "claim", "repair"
    ),
    (_DEALER, Cover.OVER): NextStep(
        "Offer to repair it at their cost: the dealer has no part in it any more.", "repair", "repair"
    ),
    (_DEALER, Cover.UNKNOWN): NextStep(
        "Ask the dealer for the day of sale by the serial number, and call them back.", "claim", "answer"
    ),
    (_ONLINE, Cover.RETURN): NextStep(
        "Take it in here: it goes back to the web shop, the money the way it was paid.", "refund", "refund"
    ),
    (_ONLINE, Cover.WARRANTY): NextStep(
        "Take it in here: we send it to the maker, who repairs or exchanges it.", "repair", "repair"
    ),
    (_ONLINE, Cover.OVER): NextStep(
        "Offer to repair it at their cost: say the price before any work is done.", "repair", "repair"
    ),
    (_ONLINE, Cover.UNKNOWN): NextStep(
        "Ask the web shop until when it is covered, and call them back.", "claim", "answer"
    ),
}
"""What happens next, by where it was bought and what covers it."""


def proof_kind(proof: str) -> ProofKind:
    """The kind of proof that the words for it name first; none when there are no words."""
    if not proof.strip():
        return ProofKind.NONE
    named = [
        (found.start(), place, kind) for place, (kind, word) in enumerate(_PROOFS) if (found := word.search(proof))
    ]
    return min(named)[2] if named else ProofKind.OTHER


def cover_of(line: OrderLine, today: date) -> tuple[Cover, date | None]:
    """What covers a line that is here on that day, and its last day; of what is over, the day that came last."""
    for cover, until in ((Cover.RETURN, line.return_until), (Cover.WARRANTY, line.warranty_until)):
        if until is not None and until >= today:
            return cover, until
    ended = [until for until in (line.return_until, line.warranty_until) if until is not None]
    return (Cover.OVER, max(ended)) if ended else (Cover.UNKNOWN, None)


def line_coverage(order: Order, line: OrderLine, today: date) -> LineCoverage:
    """The answer for one line of an order, without how long it takes."""
    cover, until = (Cover.AWAITED, None) if is_awaited(order) else cover_of(line, today)
    return LineCoverage(line, cover, until, NEXT[order.channel, cover])
