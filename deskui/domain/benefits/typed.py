"""Benefits and their types as they are typed, and what is accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.benefits.benefit import BenefitKind
from deskui.domain.money import Money
from deskui.domain.money_typed import MOST
from deskui.domain.text import clean_line, clean_text
from deskui.errors import BadInput

if TYPE_CHECKING:
    from datetime import date

    from deskui.domain.benefits.benefit import Worth
    from deskui.domain.ids import BenefitTypeId, CaseId

WORTH: Final = "The value"
_LONGEST_CODE: Final = 40
_LONGEST_TERMS: Final = 500
_MOST_CHOICES: Final = 50
_MOST_DAYS: Final = 36_500
_MOST_MONTHS: Final = 120
_PERCENT: Final = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?\s*%")
_CODE: Final = re.compile(r"[^\W_]+(?:[ ./-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class BenefitType:
    """What benefits are made from; `valid_days` None is without end, `by_clerk` lets a clerk give it."""

    id: BenefitTypeId
    title: str
    kind: BenefitKind
    worth: Worth
    valid_days: int | None
    terms: str
    tier: str
    transferable: bool
    by_clerk: bool
    noun: str
    choices: tuple[str, ...]
    picks: int
    change_months: int | None
    version: int


@dataclass(frozen=True, slots=True)
class TypeTyped:
    """A type as typed; `choices` one a line, `worth` read by the desk."""

    title: str
    kind: BenefitKind
    worth: Worth
    valid_days: int | None = None
    terms: str = ""
    tier: str = ""
    transferable: bool = False
    by_clerk: bool = False
    noun: str = ""
    choices: tuple[str, ...] = ()
    picks: int = 0
    change_months: int | None = None


@dataclass(frozen=True, slots=True)
class BenefitTyped:
    """A benefit as typed; an empty code has one made, `worth` None takes that of the type."""

    type_id: BenefitTypeId
    title: str = ""
    code: str = ""
    worth: Worth | None = None
    valid_from: date | None = None
    expires: date | None = None
    has_end: bool = True
    """False where it does not expire, whatever its type says."""
    terms: str = ""
    case_id: CaseId | None = None


def percent_typed(typed: str) -> int | None:
    """Hundredths of a percent in `10 %` or `12.5%`; None for anything else.

    Raises: BadInput for more than 100 %, or for nothing.
    """
    found = _PERCENT.fullmatch(typed.strip())
    if found is None:
        return None
    percent = int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))
    if not 0 < percent <= 10_000:
        raise BadInput("The value is a percentage from above 0 to 100 %.", WORTH)
    return percent


def percent_words(percent: int) -> str:
    """`10%`, `12.5%`."""
    whole, rest = divmod(percent, 100)
    return f"{whole}.{rest:02}".rstrip("0").rstrip(".") + "%" if rest else f"{whole}%"


def checked_code(code: str) -> str:
    """A code as it may be kept, upper case.

    Raises: BadInput for what a scanner or a voice could not say.
    """
    line = clean_line(code, "The code", longest=_LONGEST_CODE).upper()
    if line and (not _CODE.fullmatch(line) or not any(each.isdigit() for each in line) or len(line) < 4):
        raise BadInput("The code has to be of letters and digits, four at least, a digit among them.", "The code")
    return line


def checked_worth(kind: BenefitKind, worth: Worth) -> dict[str, Any]:
    """The columns of a value.

    Raises: BadInput for one that makes no sense for its kind.
    """
    amount = worth.amount
    if amount is not None and not 0 < amount.minor <= MOST:
        raise BadInput("The value has to be more than nothing, and of a size that a shop has.", WORTH)
    if not 0 <= worth.percent <= 10_000:
        raise BadInput("The value is a percentage from above 0 to 100 %.", WORTH)
    if kind is BenefitKind.GIFT and amount is None:
        raise BadInput("A gift balance has an amount; write it such as 40.", WORTH)
    return {
        "percent": 0 if amount is not None else worth.percent,
        "amount_minor": None if amount is None else amount.minor,
        "currency": "" if amount is None else amount.currency,
    }


def checked_type(typed: TypeTyped) -> dict[str, Any]:
    """The columns of a type.

    Raises: BadInput naming what is not accepted.
    """
    choices = tuple(dict.fromkeys(filter(None, (clean_line(each, "A choice", longest=60) for each in typed.choices))))
    if len(choices) > _MOST_CHOICES:
        raise BadInput(f"{_MOST_CHOICES} choices are the most.", "The choices")
    if len({each.casefold() for each in choices}) < len(choices):
        raise BadInput("Two choices are the same but for capitals.", "The choices")
    if not 0 <= typed.picks <= len(choices):
        raise BadInput(f"Of {len(choices)} choices, 0 to {len(choices)} may be picked.", "The picks")
    _bounded(typed.valid_days, _MOST_DAYS, "The days")
    _bounded(typed.change_months, _MOST_MONTHS, "The months")
    return {
        "title": clean_line(typed.title, "The title", longest=80, needed=True),
        "kind": typed.kind.value,
        **checked_worth(typed.kind, typed.worth),
        "valid_days": typed.valid_days,
        "terms": clean_text(typed.terms, "The terms", longest=_LONGEST_TERMS),
        "tier": clean_line(typed.tier, "The tier", longest=40),
        "transferable": typed.transferable,
        "by_clerk": typed.by_clerk,
        "noun": clean_line(typed.noun, "What is chosen", longest=30),
        "choices": "\n".join(choices),
        "picks": typed.picks,
        "change_months": typed.change_months,
    }


def checked_benefit(typed: BenefitTyped, made_from: BenefitType, today: date) -> dict[str, Any]:
    """The columns of a benefit of that type, without its code.

    Raises: BadInput naming what is not accepted.
    """
    begins = typed.valid_from
    expires = typed.expires if typed.has_end else None
    if typed.expires is None and typed.has_end and made_from.valid_days is not None:
        expires = (begins or today) + timedelta(days=made_from.valid_days)
    if expires is not None and expires < (begins or today):
        raise BadInput("It would be expired before it begins; write a later day.", "The expiry")
    title = clean_line(typed.title, "The title", longest=80) or made_from.title
    terms = clean_text(typed.terms, "The terms", longest=_LONGEST_TERMS) or made_from.terms
    return {
        "type": made_from.id,
        "kind": made_from.kind.value,
        "title": title,
        **checked_worth(made_from.kind, typed.worth or made_from.worth),
        "valid_from": begins,
        "expires": expires,
        "terms": terms,
        "transferable": made_from.transferable,
        "noun": made_from.noun,
        "choices": "\n".join(made_from.choices),
        "picks": made_from.picks,
        "change_months": made_from.change_months,
        "case": typed.case_id,
    }


def _bounded(number: int | None, most: int, what: str) -> None:
    if number is not None and not 0 < number <= most:
        raise BadInput(f"{what} are from 1 to {most:,}.", what)


def money_of(minor: int | None, currency: str) -> Money | None:
    """An amount as kept, or None."""
    return None if minor is None else Money(currency, minor)
