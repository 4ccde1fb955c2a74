"""Rules that say whom to call: each edit is a new version, and the newest one counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.case import Priority
from deskui.domain.text import clean_line, clean_text
from deskui.errors import BadInput

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.ids import ArticleId, EmployeeId, OutreachRuleId


class RuleKind(StrEnum):
    """What makes a customer one to call."""

    QUIET = "not heard of"
    """Neither a contact that reached them nor a purchase for so many days."""
    BENEFIT = "benefit expires"
    ANNIVERSARY = "anniversary"
    """The day on which they became a customer comes round."""
    KEPT = "promise kept"
    """A promise to them was kept within so many days, and nobody has spoken with them since."""
    CLOSED = "case closed"
    """A case of theirs was closed so many days ago, and nobody has spoken with them since."""
    BIRTHDAY = "birthday"


AHEAD: Final = frozenset({RuleKind.BENEFIT, RuleKind.ANNIVERSARY, RuleKind.BIRTHDAY})
"""Kinds that come up on a day: whoever was reached about it is not called again for the same."""
CLOSED_FOR: Final = 30
"""Days after which a closed case is asked about no more."""
MOST_DAYS: Final = {RuleKind.QUIET: 3650, RuleKind.CLOSED: CLOSED_FOR - 1}
_MOST_AHEAD: Final = 90
MOST_CAP: Final = 200
MOST_YEARS: Final = 50
LONGEST_SCRIPT: Final = 2000
_DAYS: Final = {
    RuleKind.QUIET: "180",
    RuleKind.BENEFIT: "14",
    RuleKind.ANNIVERSARY: "7",
    RuleKind.KEPT: "7",
    RuleKind.CLOSED: "10",
    RuleKind.BIRTHDAY: "3",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One version of a rule; all versions of one share its `family`, the newest has the highest `number`."""

    id: OutreachRuleId
    family: int
    number: int
    kind: RuleKind
    title: str
    days: int
    tiers: tuple[str, ...]
    """In lower case; empty for everybody."""
    years: int
    """An anniversary counts every so many years."""
    employee_id: EmployeeId | None
    employee: str
    branch: str
    cap: int
    """So many customers a day."""
    priority: Priority
    is_on: bool
    script: str
    article_id: ArticleId | None = None
    """The article of the manual that has what to say, while it is in force."""
    article: str = ""
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RuleTyped:
    """A rule as typed; numbers as text, `whose` is empty, `e` and an id of the staff, or `b` and a branch."""

    title: str
    kind: RuleKind = RuleKind.QUIET
    days: str = ""
    tiers: str = ""
    years: str = ""
    whose: str = ""
    cap: str = "10"
    priority: Priority = Priority.NORMAL
    is_on: bool = True
    script: str = ""
    article: str = ""
    """The title of an article of the manual."""


def checked_rule(typed: RuleTyped) -> dict[str, Any]:
    """The columns of a rule.

    Raises: BadInput naming the field that is not accepted.
    """
    title = clean_line(typed.title, "The title", needed=True)
    most = MOST_DAYS.get(typed.kind, _MOST_AHEAD)
    return {
        "kind": typed.kind.value,
        "title": title,
        "days": _number(typed.days or _DAYS[typed.kind], "Days", 1, most),
        "tiers": "\n".join(tiers_typed(typed.tiers)),
        "years": _number(typed.years or "1", "Years", 1, MOST_YEARS),
        "employee": int(typed.whose[1:]) if typed.whose.startswith("e") else None,
        "branch": clean_line(typed.whose[1:], "The branch") if typed.whose.startswith("b") else "",
        "cap": _number(typed.cap or "10", "At most a day", 1, MOST_CAP),
        "priority": typed.priority.value,
        "is_on": typed.is_on,
        "script": clean_text(typed.script, "What to say", longest=LONGEST_SCRIPT),
    }


def typed_rule(rule: Rule) -> RuleTyped:
    """A rule as it would be typed."""
    owner = f"e{rule.employee_id}" if rule.employee_id is not None else f"b{rule.branch}" if rule.branch else ""
    return RuleTyped(
        rule.title,
        rule.kind,
        str(rule.days),
        ", ".join(rule.tiers),
        str(rule.years),
        owner,
        str(rule.cap),
        rule.priority,
        rule.is_on,
        rule.script,
        rule.article,
    )


def tiers_typed(text: str) -> tuple[str, ...]:
    """The tiers meant by `Premier, Gold`, in lower case, each once."""
    named = (clean_line(each, "The tiers").lower() for each in text.replace("\n", ",").split(","))
    return tuple(dict.fromkeys(each for each in named if each))


def rule_words(rule: Rule) -> str:
    """Whom it lists: `nothing heard for 200 days, tier premier`, `every 5 years, up to 7 days before`."""
    days = "1 day" if rule.days == 1 else f"{rule.days} days"
    match rule.kind:
        case RuleKind.QUIET:
            words = f"nothing heard for {days}"
        case RuleKind.BENEFIT:
            words = f"a benefit expires within {days}"
        case RuleKind.ANNIVERSARY:
            every = "every year" if rule.years == 1 else f"every {rule.years} years"
            words = f"{every} with us, up to {days} before"
        case RuleKind.KEPT:
            words = f"a promise was kept within {days}, not spoken since"
        case RuleKind.CLOSED:
            words = f"a case was closed {days} ago, not spoken since"
        case RuleKind.BIRTHDAY:
            words = f"birthday, up to {days} before"
    return f"{words}, tier {' or '.join(rule.tiers)}" if rule.tiers else words


def whose_words(rule: Rule) -> str:
    """Who calls: `Paul`, `Denver`, `who knows them`."""
    return rule.employee or rule.branch or "who knows them"


def _number(text: str, what: str, least: int, most: int) -> int:
    typed = text.strip()
    if not (typed.isascii() and typed.isdigit()) or not least <= int(typed[:9]) <= most:
        raise BadInput(f"{what} is a whole number from {least} to {most:,}.", what)
    return int(typed)
