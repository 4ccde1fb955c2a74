"""The choice of the case that something belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.ids import CaseId
from deskui.ui.dialogs.fields import choice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.domain.pages import CustomerView
    from deskui.ui.dialogs.fields import Field

_NO_CASE: Final = "none"


def case_choice(view: CustomerView, chosen: CaseId | None) -> Field:
    """The customer's open cases and none, `chosen` first where it is one of them."""
    cases = [(str(each.id), f"#{each.number} {each.subject}") for each in view.cases if each.closed_at is None]
    return choice("case", "Case", [*cases, (_NO_CASE, "no case")], _NO_CASE if chosen is None else str(chosen))


def case_at_hand(view: CustomerView) -> CaseId | None:
    """The case on screen, while it is open."""
    return view.case.id if view.case is not None and view.case.closed_at is None else None


def case_of(typed: Mapping[str, str]) -> CaseId | None:
    """The case chosen in a form."""
    return None if typed["case"] == _NO_CASE else CaseId(int(typed["case"]))
