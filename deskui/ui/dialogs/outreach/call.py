"""The form in which a call from the list is logged, and the one that skips a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import uuid4

from deskui.domain.conversation import Mood
from deskui.domain.moments import date_words
from deskui.domain.outreach.call_list import CallTyped, Outcome
from deskui.errors import DeskError
from deskui.ui.drafts import DraftOf
from deskui.ui.format import ahead_words
from deskui.ui.kit.fields import Field, choice, text
from deskui.ui.kit.form import Form
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.look import Looked
from deskui.ui.kit.sheet import INNER
from deskui.ui.lines import BLANK, Line, Role, Span, quiet, span, strong, wrapped
from deskui.ui.panels.calls import hours_span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.outreach.call_list import Call
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.calls import CallScreen

_OUTCOMES: Final = (
    (Outcome.REACHED.value, "reached"),
    (Outcome.MESSAGE.value, "left a message"),
    (Outcome.MISSED.value, "not reached"),
    (Outcome.WRONG.value, "wrong number"),
    (Outcome.NO_CALLS.value, "no calls, please"),
)
_SAID: Final = {
    Outcome.REACHED: "Reached",
    Outcome.MESSAGE: "Left a message",
    Outcome.MISSED: "Not reached",
    Outcome.WRONG: "Wrong number; it is marked as such",
    Outcome.NO_CALLS: "They are not called any more",
}
_EXAMPLES: Final = "fri, in 2 weeks, 30 nov"


def log_call(screen: CallScreen, call: Call) -> None:
    """Take the row for this desk, then ask what came of the call; the row is free again when it is left."""
    key = str(uuid4())

    async def take() -> None:
        try:
            await screen.app.write(lambda desk: desk.outreach.claim(call, key))
        except DeskError:
            screen.read()
            raise
        screen.app.push_screen(Form(call_form(call, screen.app.scene())), closed)

    def closed(saved: Saved | None) -> None:
        if saved is not None:
            screen.app.say_done(saved.said, saved.done)
        else:
            screen.app.guarded(give_up())

    async def give_up() -> None:
        await screen.app.write(lambda desk: desk.outreach.release(call.customer_id))

    screen.app.guarded(take())


def call_form(call: Call, scene: Scene) -> FormSpec:
    """What came of a call to the customer, and when they are on the list again."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        made = _typed(typed)
        day = desk.outreach.again(made)
        done = desk.outreach.log(call, made, operation)
        again = "" if made.outcome is Outcome.NO_CALLS else f", again from {date_words(day, scene.today.year)}"
        return Saved(done, f"{_SAID[made.outcome]}{again}")

    def look(desk: Desk, typed: Mapping[str, str], _newest: tuple[str, ...]) -> Looked:
        return Looked({"again": _read_back(desk, _typed(typed), scene)})

    fields = (
        choice("outcome", "What came of it", _OUTCOMES),
        text("summary", "What was said", rows=3),
        choice("mood", "How it went", [mood.value for mood in Mood], Mood.EVEN.value),
        Field("again", "Again on", placeholder=_EXAMPLES, below=1),
        Field("minutes", "Minutes", placeholder="how long it took"),
    )
    draft = DraftOf(f"call:{call.customer_id}")
    return FormSpec(f"Call to {call.customer}", fields, work, draft, about=_about(call), look=look)


def _typed(typed: Mapping[str, str]) -> CallTyped:
    return CallTyped(Outcome(typed["outcome"]), typed["summary"], typed["mood"], typed["minutes"], typed["again"])


def _about(call: Call) -> tuple[Line, ...]:
    """The number and its hours, why, and what to say."""
    number = (strong(call.phone), Span("  "), hours_span(call), quiet(f"  {call.wishes}"))
    lines = [Line(number), *wrapped(call.about, INNER, Role.QUIET, most=2)]
    lines += wrapped(f"“{call.script}”", INNER, most=2) if call.script else ()
    return (*lines, BLANK)


def _read_back(desk: Desk, typed: CallTyped, scene: Scene) -> tuple[Line, ...]:
    """`on the list again from Fri 27 Nov, in 5 days`, or why the day is not accepted."""
    if typed.outcome is Outcome.NO_CALLS:
        return (Line((span("never again, unless the profile says that we may", Role.WARN),)),)
    try:
        day = desk.outreach.again(typed)
    except DeskError as error:
        return wrapped(error.sentence, INNER, Role.WARN, most=1)
    words = f"{date_words(day, scene.today.year)}, {ahead_words(day, scene.today)}"
    return (Line((quiet("on the list again from "), span(words, Role.STRONG))),)


def skip_call(screen: CallScreen, call: Call) -> None:
    """Ask why the row is skipped, and until when."""
    scene = screen.app.scene()

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        day = desk.outreach.again(CallTyped(Outcome.SKIPPED, again=typed["again"]))
        done = desk.outreach.skip(call, typed["reason"], typed["again"], operation)
        return Saved(done, f"Skipped until {date_words(day, scene.today.year)}")

    def look(desk: Desk, typed: Mapping[str, str], _newest: tuple[str, ...]) -> Looked:
        return Looked({"again": _read_back(desk, CallTyped(Outcome.SKIPPED, again=typed["again"]), scene)})

    fields = (
        Field("reason", "Why not now", placeholder="e.g. was here this morning", also=("The reason",)),
        Field("again", "Again on", placeholder=_EXAMPLES, below=1),
    )
    about = (*wrapped(call.about, INNER, Role.QUIET, most=2), BLANK)
    draft = DraftOf(f"skip:{call.customer_id}")
    screen.app.open_form(
        FormSpec(f"Skip {call.customer}", fields, work, draft, about=about, look=look, enter_saves=True)
    )
