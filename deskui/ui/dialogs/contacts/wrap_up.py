"""The wrap-up: all that one contact leaves behind, in one form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.conversation import Channel, Direction, Mood
from deskui.ui.dialogs.cases.which import case_at_hand, case_choice
from deskui.ui.dialogs.contacts.wrap_up_look import looked, wrap_up_of
from deskui.ui.dialogs.promises.promise import PLACEHOLDER
from deskui.ui.kit.fields import Field, choice, text, yes_no
from deskui.ui.kit.form import Form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.pages import CustomerView
    from deskui.ui.kit.look import Looked
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.desk import DeskScreen

_WAYS: Final = ((Direction.IN.value, "they came to us"), (Direction.OUT.value, "we contacted them"))
_WITH: Final = {"told": "what they were told", "promise": "a promise", "follow_up": "a follow-up"}
"""What else a contact may leave behind, by the field it stands in."""


def log_contact(desk: DeskScreen) -> None:
    """Wrap the contact with the customer up."""
    desk.app.open_form(wrap_up_form(desk.shown, desk.app.scene()))


def wrap_up_form(view: CustomerView, scene: Scene, *, called: bool = False) -> Form:
    """A contact that just happened; `called` when it begins as a call of ours."""
    who = view.customer
    before: Mapping[str, str] = {}
    last = ""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.wrap_up.finish(who.id, wrap_up_of(desk, who.id, typed), operation)

    def look(desk: Desk, typed: Mapping[str, str]) -> Looked:
        nonlocal before, last
        last = next((name for name in ("promise", "told") if typed[name] != before.get(name, "")), last)
        before = typed
        return looked(desk, who.id, typed, scene, last)

    return Form(
        f"Contact with {who.name}",
        _fields(view, called=called),
        work,
        draft=f"contact:{who.number}",
        look=look,
        said=_said,
    )


def _fields(view: CustomerView, *, called: bool) -> tuple[Field, ...]:
    way, where = (Direction.OUT, Channel.PHONE) if called else (Direction.IN, Channel.COUNTER)
    minutes = "as long as this visit" if view.visit is not None else "how long it took"
    return (
        text("summary", "What was said", rows=3),
        choice("mood", "How it went", [mood.value for mood in Mood], Mood.EVEN.value),
        choice("channel", "Where", [each.value for each in Channel], where.value),
        choice("direction", "Who came", _WAYS, way.value),
        yes_no("reached", "Reached", True),
        Field("told", "Told them", placeholder="hub answers by Mon 12:00 · claim: form explained", below=1),
        Field("promise", "Promised", placeholder=PLACEHOLDER, below=2),
        Field("follow_up", "Follow-up", placeholder="choose a computer with her in 3 days", below=1),
        Field("next_step", "Next step", placeholder="what happens next, in a few words"),
        Field("minutes", "Minutes", placeholder=minutes),
        case_choice(view, case_at_hand(view)),
    )


def _said(typed: Mapping[str, str]) -> str:
    others = [words for name, words in _WITH.items() if typed[name].strip()]
    return "Contact logged" + (f", with {' and '.join(others)}" if others else "")
