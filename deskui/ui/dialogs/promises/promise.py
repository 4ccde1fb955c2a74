"""The form that promises something: one line says what and when, and what it means is shown as it is typed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from deskui.desk.doubts import of_promise
from deskui.domain.moments import near_words
from deskui.domain.promises.promise import Basis
from deskui.domain.typed import PromiseTyped
from deskui.domain.working_hours.clock_words import working_day, working_words
from deskui.ui.dialogs.cases.reference import AS_IT_READS
from deskui.ui.dialogs.cases.which import case_at_hand, case_choice, case_of, owner_of, theirs_to_keep
from deskui.ui.dialogs.doubts import ROOM, saving, sentences, told_before
from deskui.ui.drafts import about
from deskui.ui.kit.fields import Field, choice
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.look import Looked, Offer
from deskui.ui.lines import Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cells, cut
from deskui.ui.panels.promise_words import due_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.desk.promise_reading import PromiseReading
    from deskui.domain.pages import CustomerView
    from deskui.domain.promises.view import PromiseView
    from deskui.domain.working_hours.hours import WorkingHours
    from deskui.domain.working_hours.on_duty import OnDuty
    from deskui.ui.drafts import DraftOf
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.desk import DeskScreen

PLACEHOLDER: Final = "call back tomorrow noon · parts here fri 5pm · in 2 h"
_LONGEST_WHAT: Final = 30
REFUSED_AS: Final = ("What", "Due", "What is promised", "The line", "")
"""What the desk calls the line of a promise in refusals; those of its time name no field."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the form is opened with, beside the customer."""

    kinds: tuple[str, ...]
    """The kinds of promise of this shop."""
    owner: OnDuty | None
    """The colleague who owns the case on screen, and keeps what is promised in it; None where it is one's own."""


@dataclass(frozen=True, slots=True)
class PromiseBegun:
    """What a promise begins with, and the half-typed text it is kept as."""

    line: str
    kind: str
    draft: DraftOf


def around(desk: Desk, view: CustomerView) -> Around:
    """What the form is opened with; runs on the lane."""
    return Around(desk.promises.kinds(), owner_of(desk, view.case))


def promise(desk: DeskScreen) -> None:
    """Promise something, with the kinds of this shop to choose from."""
    view = desk.shown

    async def ask() -> None:
        found = await desk.app.counter.answer(lambda each: around(each, view))
        desk.app.open_form(promise_form(view, found, desk.app.scene()))

    desk.app.guarded(ask())


def promise_form(
    view: CustomerView,
    around: Around,
    scene: Scene,
    instead: PromiseView | None = None,
    begun: PromiseBegun | None = None,
) -> FormSpec:
    """Something to promise to the customer, `begun` or not; or `instead` of one that is no longer what is wanted."""
    who = view.customer

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        promised = promise_of(typed)
        due = desk.promises.reading(who.id, promised.line, promised.kind, promised.case_id).said
        if instead is None:
            done = desk.promises.make(who.id, promised, operation)
        else:
            done = desk.promises.supersede(instead.promise.id, promised, operation)
        return Saved(done, f"Promised for {due.partition(' (')[0]}")

    def look(desk: Desk, typed: Mapping[str, str], _newest: tuple[str, ...]) -> Looked:
        promised = promise_of(typed)
        read = desk.promises.reading(who.id, promised.line, promised.kind, promised.case_id)
        found = looked(read, typed["line"], desk.promises.hours(), scene, is_kind_read=not promised.kind)
        is_on_screen = view.case is not None and view.case.id == promised.case_id
        keeps = theirs_to_keep(around.owner, scene) if is_on_screen else ()
        return replace(found, said={**found.said, "case": keeps})

    title, draft = f"A promise to {who.name}", about(who, f"promise:{who.number}", "promise", "promise")
    if instead is not None:
        was_due = due_words(instead.due, scene, instead.standing.earliest)
        title = f"Instead of {instead.promise.what}, {was_due}"
        draft = about(who, f"instead:{instead.promise.id}", "promise instead of one", "promises")
    fields = _fields(view, around.kinds, instead)
    if begun is not None:
        line, kind, *rest = fields
        is_known = begun.kind in around.kinds
        fields = (replace(line, value=begun.line), replace(kind, value=begun.kind) if is_known else kind, *rest)
        draft = begun.draft
    return FormSpec(title, fields, work, draft, look=look, enter_saves=True)


def _fields(view: CustomerView, kinds: Sequence[str], instead: PromiseView | None) -> tuple[Field, ...]:
    kind, case, basis = AS_IT_READS, case_at_hand(view), Basis.OWN_JUDGEMENT
    if instead is not None:
        old = instead.promise
        kind, case, basis = (old.kind if old.kind in kinds else AS_IT_READS), old.case_id, old.basis
    line = Field("line", "What and when", placeholder=PLACEHOLDER, below=3)
    return (
        replace(line, also=REFUSED_AS),
        replace(choice("kind", "Kind", [AS_IT_READS, *sorted(kinds)], kind), below=3),
        choice("basis", "Because of", [each.value for each in Basis], basis.value),
        replace(case_choice(view, case), below=1),
    )


def promise_of(typed: Mapping[str, str]) -> PromiseTyped:
    """What stands in the form."""
    return PromiseTyped(
        typed["line"],
        kind="" if typed["kind"] == AS_IT_READS else typed["kind"],
        basis=Basis(typed["basis"]),
        case_id=case_of(typed),
    )


def looked(read: PromiseReading, line: str, hours: WorkingHours, scene: Scene, *, is_kind_read: bool) -> Looked:
    """What is said below the line and below the kind, offered, and asked."""
    said = {
        "line": reading_lines(read, scene) if line.strip() else (),
        "kind": advice_lines(read, hours, is_kind_read=is_kind_read),
    }
    doubts = of_promise(read)
    return Looked(said, sentences(doubts, scene), another_time(read, scene, "line"), saving(doubts))


def another_time(read: PromiseReading, scene: Scene, field: str) -> Offer | None:
    """The next opening or the advised time, to be put into that field."""
    if not read.offer or read.offered is None:
        return None
    name = "the advised time" if read.opens is None else "next open"
    return Offer(field, read.offer, f"{name} {near_words(read.offered, scene.now, scene.zone)}")


def reading_lines(read: PromiseReading, scene: Scene) -> tuple[Line, ...]:
    """What was understood in full words, or why it is refused; and what the customer was told otherwise."""
    if read.refusal is not None:
        return wrapped(read.refusal.sentence, ROOM, Role.WARN, most=3)
    what = cut(span(read.what), _LONGEST_WHAT).text
    if read.is_advised:
        words = f"{what} · no time said: {read.said.partition(' (')[0]}, which 9 in 10 like this make"
    else:
        words = f"{what} · {read.said}"
    told = () if read.earlier is None else wrapped(told_before(read.earlier, scene), ROOM, Role.WARN, most=1)
    return (*wrapped(words, ROOM, Role.STRONG if read.opens is None else Role.WARN, most=3 - len(told)), *told)


def advice_lines(read: PromiseReading, hours: WorkingHours, *, is_kind_read: bool) -> tuple[Line, ...]:
    """The kind that was read, how long promises like this one took, and which those are."""
    kind = [quiet("reads as "), span(read.kind), quiet(" · ")] if read.kind else [quiet("no kind in particular · ")]
    head = kind if is_kind_read else []
    advice = read.advice
    if advice is None:
        return (Line((*head, quiet("too few like this to advise"))),)
    day = working_day(hours)
    half, most = working_words(advice.halfway, day), working_words(advice.within, day)
    return (
        _like_this(head, advice.finished + advice.still_open, read),
        Line((quiet(f"half took {half}"),)),
        Line((quiet("9 in 10 within "), span(most))),
    )


def _like_this(head: Sequence[Span], count: int, read: PromiseReading) -> Line:
    """How many, and which; where that is long the kind is not said beside a group that says it anyway."""
    many = f"{count:,} like this ("
    whole = Line((*head, quiet(f"{many}{read.group})")))
    if cells(whole.spans) <= ROOM or not read.group.startswith(read.kind):
        return whole
    return Line((quiet(many), cut(quiet(read.group), ROOM - len(many) - 1), quiet(")")))
