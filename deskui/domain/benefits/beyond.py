"""What a clerk may not give alone: more, longer or other than the kind of benefit says."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from deskui.domain.benefits.benefit import Worth
from deskui.domain.benefits.typed import money_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from deskui.domain.benefits.typed import BenefitType


class Beyond(StrEnum):
    """One thing in which a benefit goes beyond its kind, as it is said."""

    KIND = "this kind"
    """None of it is for clerks to give."""
    VALUE = "a higher value"
    SORT = "another sort of value"
    END = "a later end"
    NO_END = "no end"
    TITLE = "another title"
    TERMS = "other terms"


def beyond(columns: Mapping[str, Any], made_from: BenefitType, today: date) -> tuple[Beyond, ...]:
    """What of a benefit, as `checked_benefit` has it, takes a supervisor; less, or for a shorter time, does not."""
    found = [] if made_from.by_clerk else [Beyond.KIND]
    worth = Worth(columns["percent"], money_of(columns["amount_minor"], columns["currency"]))
    if (more := _worth_beyond(worth, made_from.worth)) is not None:
        found.append(more)
    if made_from.valid_days is not None:
        end = columns["expires"]
        if end is None:
            found.append(Beyond.NO_END)
        elif end > today + timedelta(days=made_from.valid_days):
            found.append(Beyond.END)
    if columns["title"] != made_from.title:
        found.append(Beyond.TITLE)
    if columns["terms"] != made_from.terms:
        found.append(Beyond.TERMS)
    return tuple(found)


def beyond_words(found: Sequence[Beyond]) -> str:
    """`a higher value, no end and another title`."""
    *first, last = [each.value for each in found]
    return f"{', '.join(first)} and {last}" if first else last


def refusal_words(found: Sequence[Beyond], made_from: BenefitType, *, by_pin: bool) -> str:
    """Why a clerk cannot give that alone, and what to do: `by_pin` whether a supervisor has one to agree with."""
    if Beyond.KIND in found:
        agree = ", or to agree with their own PIN" if by_pin else " with F8"
        return f"Only a supervisor gives {made_from.title}; ask one to sign in here{agree}."
    agree = ", or agrees with their own PIN" if by_pin else " with F8"
    return (
        f"A clerk gives {made_from.title} as its kind says; "
        f"for {beyond_words(found)} a supervisor signs in here{agree}."
    )


def _worth_beyond(worth: Worth, usual: Worth) -> Beyond | None:
    if worth.amount is None and usual.amount is None:
        return Beyond.VALUE if worth.percent > usual.percent else None
    if worth.amount is None or usual.amount is None or worth.amount.currency != usual.amount.currency:
        return Beyond.SORT
    return Beyond.VALUE if worth.amount.minor > usual.amount.minor else None
