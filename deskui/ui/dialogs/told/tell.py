"""The form that writes down what the customer is told; what they were told otherwise is named before it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.doubts import of_told
from deskui.domain.moments import full_words
from deskui.domain.promises.promise import Basis
from deskui.domain.typed import StatementTyped
from deskui.errors import BadInput
from deskui.ui.dialogs.cases.which import case_at_hand, case_choice, case_of
from deskui.ui.dialogs.doubts import ROOM, promised_otherwise, saving, sentences, told_before
from deskui.ui.drafts import about
from deskui.ui.kit.fields import Field, choice
from deskui.ui.kit.form_spec import FormSpec
from deskui.ui.kit.look import Looked, Offer
from deskui.ui.lines import BLANK, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cells, cut
from deskui.ui.panels.told import in_short, near_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.desk.told import ToldReading
    from deskui.domain.customer import Customer
    from deskui.domain.done import Done
    from deskui.domain.pages import CustomerView
    from deskui.domain.told.statement import Statement
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.desk import DeskScreen

PLACEHOLDER: Final = "e.g. parts arrive by fri · refund: in two weeks"
_SHOWN: Final = 4
"""So many of what stands are shown above the fields."""
_WIDTH: Final = 70
"""Cells of a line in a form of full width."""
_LONGEST_NAME: Final = 30


def tell(desk: DeskScreen) -> None:
    """Write down what the customer is told."""
    desk.app.open_form(told_form(desk.shown, desk.app.scene()))


def told_form(view: CustomerView, scene: Scene) -> FormSpec:
    """Something the customer is told, below what stands of all they were told."""
    who = view.customer

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        if not typed["line"].strip():
            raise BadInput("Write what they are told, such as parts arrive by fri.", "line")
        return _say(desk, who, typed, operation)

    def look(desk: Desk, typed: Mapping[str, str], _newest: tuple[str, ...]) -> Looked:
        return looked(desk.told.reading(who.id, typed["line"], typed["topic"]), scene)

    fields = (
        Field("line", "Told them", placeholder=PLACEHOLDER, below=3, also=("What was said",)),
        Field("topic", "Topic", placeholder="as it reads"),
        choice("basis", "Because of", [each.value for each in Basis], Basis.OWN_JUDGEMENT.value),
        case_choice(view, case_at_hand(view)),
    )
    return FormSpec(
        f"What {who.preferred_name or who.name} is told",
        fields,
        work,
        about(who, f"told:{who.number}", "what they are told", "told"),
        about=standing_lines(view.told, scene),
        look=look,
        enter_saves=True,
        said="What they were told is written",
    )


def _say(desk: Desk, who: Customer, typed: Mapping[str, str], operation: str) -> Done:
    """Write it down; what is wrong with a topic that was read in the line is wrong with the line."""
    read = desk.told.reading(who.id, typed["line"], typed["topic"])
    told = StatementTyped(read.topic, read.text, read.date, Basis(typed["basis"]), case_of(typed))
    try:
        return desk.told.say(who.id, told, operation)
    except BadInput as refusal:
        is_read = refusal.field == "The topic" and not typed["topic"].strip()
        raise BadInput(refusal.sentence, "line") if is_read else refusal from None


def standing_lines(told: Sequence[Statement], scene: Scene) -> tuple[Line, ...]:
    """The newest that stands, each with who said it and when."""
    if not told:
        return (Line((quiet("They were told nothing yet."),)), BLANK)
    more = (quiet(f"newest {_SHOWN} of {len(told)}"),) if len(told) > _SHOWN else ()
    return (
        Line((span("Told so far", Role.TITLE),), more),
        *(_standing(each, scene) for each in told[:_SHOWN]),
        BLANK,
    )


def _standing(said: Statement, scene: Scene) -> Line:
    day = near_day(said.said_at, scene)
    who = cut(quiet(said.said_by), _LONGEST_NAME).text
    tail = (quiet(f"{who}, {day}" if who else day),)
    words = " ".join(in_short(said).split())
    return Line((quiet("· "), cut(span(words), _WIDTH - cells(tail) - 4)), tail)


def looked(read: ToldReading, scene: Scene) -> Looked:
    """What was read of the line, who said otherwise before, and what is promised for another time: asked once."""
    if not read.text:
        return Looked()
    lines, offer = [_reading(read, scene)], None
    if read.earlier is not None:
        most = 2 if read.promised is None else 1
        lines += wrapped(told_before(read.earlier, scene), ROOM, Role.WARN, most=most)
        if not read.is_same_topic:
            topic = read.earlier.topic
            offer = Offer("topic", topic, f"say it on the same topic: {cut(span(topic), ROOM // 2).text}")
    if read.promised is not None:
        lines += wrapped(promised_otherwise(read.promised, scene), ROOM, Role.WARN, most=1)
    doubts = of_told(read)
    return Looked({"line": tuple(lines)}, sentences(doubts, scene), offer, saving(doubts))


def _reading(read: ToldReading, scene: Scene) -> Line:
    when: tuple[Span, ...] = ()
    if read.date is not None:
        when = (quiet(" · "), span(full_words(read.date, scene.now, scene.zone), Role.STRONG))
    topic = cut(span(read.topic, Role.STRONG), ROOM - len("topic ") - cells(when))
    return Line((quiet("topic "), topic, *when))
