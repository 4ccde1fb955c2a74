"""Enter on a row of a customer's panels: which dialog opens for which kind of row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from deskui.domain.case_work import decides
from deskui.domain.review.item import Subject
from deskui.ui.dialogs import follow_ups, notes, order, tips
from deskui.ui.dialogs.benefits.benefit_list import open_benefits
from deskui.ui.dialogs.cases.all_of_them import show_cases, show_references
from deskui.ui.dialogs.cases.escalation import answer
from deskui.ui.dialogs.cases.hand_over import acknowledge
from deskui.ui.dialogs.cases.inquiry import show_call
from deskui.ui.dialogs.cases.reference import change_reference
from deskui.ui.dialogs.cases.together import go_there
from deskui.ui.dialogs.cases.who_to_call import call_contact
from deskui.ui.dialogs.contacts.conversation import show_conversation
from deskui.ui.dialogs.goodwill.approvals import show_request
from deskui.ui.dialogs.goodwill.given import show_given
from deskui.ui.dialogs.promises.promise_list import open_promises
from deskui.ui.dialogs.review.put_right import put_right
from deskui.ui.dialogs.slips.sheet import show_kept_slip
from deskui.ui.dialogs.steps.step_sheet import show_steps
from deskui.ui.panels.goodwill import may_answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from deskui.domain.review.item import FixRequest
    from deskui.ui.screens.desk import DeskScreen


class Row(NamedTuple):
    """What Enter does on a kind of row, in a word, and how; the word may depend on the row and on who is acting."""

    does: str | Callable[[DeskScreen, Any], str]
    opens: Callable[[DeskScreen, Any], object]


def _on_escalation(desk: DeskScreen, _row: object) -> str:
    me = desk.app.scene().me
    return "answer" if me is not None and decides(me) else ""


def _on_request(desk: DeskScreen, row: object) -> str:
    known = None if desk.view is None else desk.view.goodwill
    found = next((each for each in (known.asked if known is not None else ()) if each.id == row), None)
    return "answer" if found is not None and may_answer(found, desk.app.scene()) else "read"


def _my_fix(desk: DeskScreen, row: object) -> FixRequest | None:
    """What whoever is acting was asked to put right of that conversation."""
    me = desk.app.scene().me
    asked = {} if desk.view is None or me is None else desk.view.asked(Subject.CONVERSATION)
    return next((each for each in asked.values() if each.row == row and me and each.author_id == me.id), None)


ROWS: Final[dict[str, Row]] = {
    "note": Row("change", notes.change_note),
    "case": Row("show", lambda desk, row: desk.show_case(row)),
    "cases": Row("list all", lambda desk, _row: show_cases(desk)),
    "reference": Row("change", change_reference),
    "references": Row("list all", show_references),
    "conversation": Row(
        lambda desk, row: "read" if _my_fix(desk, row) is None else "write again",
        lambda desk, row: (
            show_conversation(desk, row) if (fix := _my_fix(desk, row)) is None else put_right(desk, fix)
        ),
    ),
    "linked": Row("go there", go_there),
    "escalation": Row(_on_escalation, answer),
    "approval": Row(_on_request, show_request),
    "goodwill": Row("list all", show_given),
    "hand_over": Row("seen", lambda desk, _row: acknowledge(desk)),
    "promise": Row("move, settle", lambda desk, row: open_promises(desk, desk.shown.customer.id, row)),
    "follow_up": Row("done, move", follow_ups.follow_up_menu),
    "slip": Row("read", show_kept_slip),
    "contact": Row("log a call", call_contact),
    "inquiry": Row("read", lambda desk, row: show_call(desk.app, row)),
    "step": Row("all steps", show_steps),
    "steps": Row("unfold", show_steps),
    "benefit": Row("use it", lambda desk, row: open_benefits(desk, row)),
    "order": Row("read", order.show_order),
    "tip": Row("read, say", tips.say_tip),
}
"""By the kind in the row's key; rows of other kinds do nothing."""


def enter_does(desk: DeskScreen, key: object) -> str:
    """What Enter does on the row with that key for the person acting, or nothing."""
    kind, row = key if isinstance(key, tuple) else ("", None)
    if (found := ROWS.get(kind)) is None:
        return ""
    return found.does if isinstance(found.does, str) else found.does(desk, row)


def open_row(desk: DeskScreen, key: object) -> None:
    """Enter on the row with that key."""
    kind, row = key if isinstance(key, tuple) else ("", None)
    if (found := ROWS.get(kind)) is not None:
        found.opens(desk, row)
