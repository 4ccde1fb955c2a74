"""One call to a contact person, logged to everything it was about, and read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.ui.drafts import DraftOf
from deskui.ui.format import count_words
from deskui.ui.kit.fields import text, yes_no
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.marking import Marks
from deskui.ui.kit.reading import Reading
from deskui.ui.lines import BLANK, Item, Line, Role, quiet, span, wrapped
from deskui.ui.panels.promised import heading
from deskui.ui.panels.who_to_call import about_words, called

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.directory import Inquiry, Matter
    from deskui.domain.ids import CaseId, InquiryId
    from deskui.domain.staff import Employee
    from deskui.ui.panels.scene import Scene
    from deskui.ui.shell import Shell

_WIDTH: Final = 70
_MOST: Final = 10_000
"""Lines of an answer that is read whole."""


def log_call(app: Shell, who: Employee, case: CaseId | None = None) -> None:
    """Log one call to somebody about what is marked: all they are called about, or that case of it to begin with."""
    name = span(who.name).text

    async def ask() -> None:
        matters = await app.counter.answer(lambda desk: desk.directory.matters_of(who.id))
        if not matters:
            app.say(f"No open case says to call {name}; {app.key('contact')} on a case does.", Role.WARN)
        elif len(matters) == 1:
            app.open_form(call_form(who, matters))
        else:
            rows = [(each, _row(each)) for each in matters]
            begun = [each for each in matters if each.case_id == case] or matters
            marks = Marks(f"What was the call to {name} about?", rows, begun, takes="go on", at_least=1)
            app.push_screen(marks, lambda marked: app.open_form(call_form(who, marked)) if marked else None)

    app.guarded(ask())


def call_form(who: Employee, matters: Sequence[Matter]) -> FormSpec:
    """What somebody said of these matters, or that nobody answered."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        is_reached = typed["reached"] == "yes"
        done = desk.directory.log_inquiry(who.id, matters, typed["summary"], reached=is_reached, operation=operation)
        return Saved(done, f"Call to {span(who.name).text} logged in {_cases(matters)}")

    return FormSpec(
        f"Call to {who.name}",
        (text("summary", "The answer", rows=4), yes_no("reached", "Reached", True)),
        work,
        DraftOf(f"inquiry:{who.id}"),
        about=(*wrapped(_about(matters), _WIDTH, Role.QUIET, most=3), BLANK),
    )


def show_call(app: Shell, inquiry: InquiryId) -> None:
    """All of a call, and what it was about."""

    async def ask() -> None:
        call, matters = await app.counter.answer(lambda desk: desk.directory.inquiry(inquiry))
        app.push_screen(call_page(call, matters, app.scene()))

    app.guarded(ask())


def call_page(call: Inquiry, matters: Sequence[Matter], scene: Scene) -> Reading:
    """What was said, and everything it was said of."""

    def source(width: int) -> list[Item]:
        said = [Item((each,)) for each in called(call, scene, width, most=_MOST)]
        return [*said, heading("It was about"), *(Item((_row(each),)) for each in matters)]

    return Reading(f"Call to {call.contact}", source)


def _row(matter: Matter) -> Line:
    words = about_words(matter.number, matter.case_number, matter.subject)
    return Line(words.spans, (quiet(matter.customer),))


def _about(matters: Sequence[Matter]) -> str:
    """`About PO 1, PO 2 of Shari, all of #1040 of Greg.`"""
    parts: dict[str, list[str]] = {}
    for each in matters:
        parts.setdefault(each.customer, []).append(each.number or f"all of #{each.case_number}")
    told = (f"{', '.join(what)} of {who}" for who, what in parts.items())
    return f"About {', '.join(told)}."


def _cases(matters: Sequence[Matter]) -> str:
    return count_words(len({each.case_id for each in matters}), "case")
