"""What was picked of the choices of a perk, and when a pick may be changed."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from deskui.domain.moments import long_day
from deskui.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.benefits.benefit import Benefit, BenefitView

FIELD = "The choice"


@dataclass(frozen=True, slots=True)
class Pick:
    """One pick: since which day it counts, who wrote it down, and which it took the place of."""

    choice: str
    day: date
    by: str = ""
    instead: str = ""


def picked_now(picks: Iterable[Pick]) -> tuple[Pick, ...]:
    """What counts after all of these, oldest first; those taken back are left out by the caller."""
    now: dict[str, Pick] = {}
    for each in picks:
        now.pop(each.instead, None)
        now.setdefault(each.choice, each)
    return tuple(now.values())


def next_change(benefit: Benefit, picked: tuple[Pick, ...]) -> date | None:
    """From which day one may be changed, once all are picked; None: never, or some are open."""
    if not picked or len(picked) < benefit.picks or benefit.change_months is None:
        return None
    return months_later(max(each.day for each in picked), benefit.change_months)


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def checked_pick(view: BenefitView, choice: str, instead: str, today: date) -> tuple[str, str]:
    """The choice as the perk spells it, and the one it takes the place of; empty while some are open.

    Raises: BadInput saying why it cannot be picked today.
    """
    benefit = view.benefit
    noun = benefit.noun or "choice"
    found = next((each for each in benefit.choices if each.casefold() == choice.strip().casefold()), "")
    if not benefit.choices or not benefit.picks:
        raise BadInput(f"{benefit.title} has nothing to choose.", FIELD)
    if not view.is_usable:
        raise BadInput(f"{benefit.name} is {view.state.value}, so nothing can be chosen.", FIELD)
    if not found:
        raise BadInput(f"{benefit.title} has no {noun} of that name.", FIELD)
    if any(each.choice == found for each in view.picked):
        raise BadInput(f"{found} is chosen already; pick another {noun}.", FIELD)
    if view.open_picks:
        return found, ""
    _refuse_early(view, noun, today)
    old = next((each.choice for each in view.picked if each.choice.casefold() == instead.strip().casefold()), "")
    if not old:
        raise BadInput(f"All {benefit.picks} are chosen; say which {noun} it takes the place of.", FIELD)
    return found, old


def _refuse_early(view: BenefitView, noun: str, today: date) -> None:
    if view.next_change is None:
        raise BadInput(f"The {noun} of {view.benefit.title} stands for good once it is chosen.", FIELD)
    if view.next_change > today:
        raise BadInput(f"The {noun} may be changed again from {long_day(view.next_change)}.", FIELD)
