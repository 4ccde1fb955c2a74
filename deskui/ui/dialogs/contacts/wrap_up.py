"""The wrap-up: all that one contact leaves behind, in one form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.wrap_up_reading import WrapUpLines
from deskui.domain.conversation import Channel, Direction, Mood
from deskui.domain.typed import ConversationTyped
from deskui.ui.dialogs.cases.which import case_at_hand, case_choice, case_of
from deskui.ui.dialogs.contacts.wrap_up_look import looked
from deskui.ui.dialogs.promises.promise import PLACEHOLDER, REFUSED_AS
from deskui.ui.dialogs.told.tell import PLACEHOLDER as TOLD
from deskui.ui.drafts import about
from deskui.ui.kit.fields import Field, choice, text, yes_no
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.lines import span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.desk.wrap_up_reading import WrapUpReading
    from deskui.domain.pages import CustomerView
    from deskui.ui.kit.look import Looked
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.desk import DeskScreen

_WAYS: Final = ((Direction.IN.value, "they contacted us"), (Direction.OUT.value, "we contacted them"))


def log_contact(desk: DeskScreen) -> None:
    """Wrap the contact with the customer up."""
    then = desk.after_logging()
    desk.app.open_form(wrap_up_form(desk.shown, desk.app.scene()), None if then is None else lambda _done: then())


def wrap_up_form(view: CustomerView, scene: Scene, *, called: bool = False) -> FormSpec:
    """A contact that just happened; `called` when it begins as a call of ours."""
    who = view.customer

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        read = desk.wrap_up.reading(who.id, lines_of(typed))
        if read.refusal is not None:
            raise read.refusal
        return Saved(desk.wrap_up.finish(who.id, read.typed, operation), _said(read))

    def look(desk: Desk, typed: Mapping[str, str], newest: tuple[str, ...]) -> Looked:
        return looked(desk.wrap_up.reading(who.id, lines_of(typed)), desk.promises.hours(), scene, newest)

    draft = about(who, f"contact:{who.number}", "contact", "log")
    return FormSpec(f"Contact with {who.name}", _fields(view, called=called), work, draft, look=look)


def lines_of(typed: Mapping[str, str]) -> WrapUpLines:
    """What stands in the form."""
    contact = ConversationTyped(
        typed["summary"],
        Channel(typed["channel"]),
        Direction(typed["direction"]),
        typed["reached"] == "yes",
        Mood(typed["mood"]),
        typed["minutes"],
        case_of(typed),
    )
    return WrapUpLines(contact, typed["told"], typed["promise"], typed["follow_up"], typed["next_step"])


def _fields(view: CustomerView, *, called: bool) -> tuple[Field, ...]:
    way, where = (Direction.OUT, Channel.PHONE) if called else (Direction.IN, Channel.COUNTER)
    minutes = "as long as this visit" if view.visit is not None else "how long it took"
    return (
        text("summary", "What was said", rows=3),
        choice("mood", "How it went", [mood.value for mood in Mood], Mood.EVEN.value),
        choice("channel", "Where", [each.value for each in Channel], where.value),
        choice("direction", "Who began", _WAYS, way.value),
        yes_no("reached", "Reached", True),
        Field("told", "Told them", placeholder=TOLD, below=1, also=("The topic",)),
        Field("promise", "Promised", placeholder=PLACEHOLDER, below=2, also=REFUSED_AS),
        Field("follow_up", "Follow-up", placeholder="e.g. ask how it went in 3 days", below=1),
        Field("next_step", "Next step", placeholder="what happens next, in a few words"),
        Field("minutes", "Minutes", placeholder=minutes),
        case_choice(view, case_at_hand(view)),
    )


def _said(read: WrapUpReading) -> str:
    left = {"what they were told": read.told, "a promise": read.promise, "a follow-up": read.follow_up}
    others = [words for words, line in left.items() if line is not None]
    keeper = f"; {span(read.keeper).text} has to do it" if read.keeper else ""
    return "Contact logged" + (f", with {' and '.join(others)}" if others else "") + keeper
