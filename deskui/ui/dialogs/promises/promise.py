"""The form that promises something: one line says what and when, and what it means is shown as it is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from deskui.domain.advisor import in_words
from deskui.domain.moments import near_words
from deskui.domain.promise import Basis
from deskui.domain.typed import PromiseTyped
from deskui.domain.working_words import working_day, working_words
from deskui.ui.dialogs.cases.reference import AS_IT_READS
from deskui.ui.dialogs.cases.which import case_at_hand, case_choice, case_of, theirs_to_keep
from deskui.ui.kit.fields import Field, choice
from deskui.ui.kit.form import Form
from deskui.ui.kit.look import Looked, Offer
from deskui.ui.lines import Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cells, cut
from deskui.ui.panels.promise_words import due_words
from deskui.ui.panels.told import in_short, near_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from deskui.desk.desk import Desk
    from deskui.desk.promise_reading import PromiseReading
    from deskui.domain.done import Done
    from deskui.domain.hours import WorkingHours
    from deskui.domain.pages import CustomerView
    from deskui.domain.promise_view import PromiseView
    from deskui.domain.statement import Statement
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.desk import DeskScreen

ROOM: Final = 53
"""Cells that a line below a field has in a form of full width."""
PLACEHOLDER: Final = "call back tomorrow noon · parts here fri 5pm · in 2 h"
_LONGEST_WHAT: Final = 30
_LONGEST_TOLD: Final = 60


def promise(desk: DeskScreen) -> None:
    """Promise something, with the kinds of this shop to choose from."""
    view = desk.shown

    async def ask() -> None:
        kinds = await desk.app.counter.answer(lambda each: each.promises.kinds())
        desk.app.open_form(promise_form(view, kinds, desk.app.scene()))

    desk.app.guarded(ask())


def promise_form(view: CustomerView, kinds: Sequence[str], scene: Scene, instead: PromiseView | None = None) -> Form:
    """Something to promise to the customer; or `instead` of a promise that is no longer what is wanted."""
    who = view.customer
    due = ""
    owner: tuple[Line, ...] | None = None

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        promised = promise_of(typed)
        if instead is None:
            return desk.promises.make(who.id, promised, operation)
        return desk.promises.supersede(instead.promise.id, promised, operation)

    def look(desk: Desk, typed: Mapping[str, str]) -> Looked:
        nonlocal due, owner
        promised = promise_of(typed)
        owner = theirs_to_keep(desk, view, scene) if owner is None else owner
        read = desk.promises.reading(who.id, promised.line, promised.kind, promised.case_id)
        due = read.said.partition(" (")[0]
        found = looked(read, typed["line"], desk.promises.hours(), scene, is_kind_read=not promised.kind)
        is_on_screen = view.case is not None and view.case.id == promised.case_id
        return replace(found, said={**found.said, "case": owner if is_on_screen else ()})

    kind, case, basis = AS_IT_READS, case_at_hand(view), Basis.OWN_JUDGEMENT
    if instead is not None:
        old = instead.promise
        kind, case, basis = (old.kind if old.kind in kinds else AS_IT_READS), old.case_id, old.basis
    fields = (
        Field("line", "What and when", placeholder=PLACEHOLDER, below=3),
        replace(choice("kind", "Kind", [AS_IT_READS, *kinds], kind), below=3),
        choice("basis", "Because of", [each.value for each in Basis], basis.value),
        replace(case_choice(view, case), below=1),
    )
    title = f"A promise to {who.name}"
    draft = f"promise:{who.number}"
    if instead is not None:
        was_due = due_words(instead.due, scene, instead.standing.earliest)
        title, draft = f"Instead of {instead.promise.what}, {was_due}", f"instead:{instead.promise.id}"
    return Form(title, fields, work, draft=draft, look=look, enter_saves=True, said=lambda _: f"Promised for {due}")


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
    offer = None
    if read.offer and read.offered is not None:
        name = "the advised time" if read.is_advised else "next open"
        offer = Offer("line", read.offer, f"{name} {near_words(read.offered, scene.now, scene.zone)}")
    said = {
        "line": reading_lines(read, scene) if line.strip() else (),
        "kind": advice_lines(read, hours, is_kind_read=is_kind_read),
    }
    return Looked(said, question(read, scene), offer)


def reading_lines(read: PromiseReading, scene: Scene) -> tuple[Line, ...]:
    """What was understood in full words, or why it is refused; and what the customer was told otherwise."""
    if read.refusal is not None:
        return wrapped(read.refusal.sentence, ROOM, Role.WARN, most=3)
    what = cut(span(read.what), _LONGEST_WHAT).text
    if read.is_advised:
        words = f"{what} · no time said: {read.said.partition(' (')[0]}, which 9 in 10 like this make"
    else:
        words = f"{what} · {read.said}"
    closed = read.offered is not None and not read.is_advised
    told = () if read.earlier is None else wrapped(told_before(read.earlier, scene), ROOM, Role.WARN, most=1)
    return (*wrapped(words, ROOM, Role.WARN if closed else Role.STRONG, most=3 - len(told)), *told)


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


def question(read: PromiseReading, scene: Scene) -> str:
    """What is asked before this is promised, in one sentence; empty when nothing speaks against it."""
    if read.refusal is not None:
        return ""
    tight = f"{in_words(read.chance)} like this made it by then" if read.chance is not None else ""
    told = told_before(read.earlier, scene) if read.earlier is not None else ""
    closed = closed_then(read.offered, scene) if read.offered is not None and not read.is_advised else ""
    return asked([tight, told, closed], "Promise it anyway?")


def asked(doubts: Iterable[str], question: str) -> str:
    """The doubts that there are and the question, as one sentence each; empty without any doubt."""
    words = ", and ".join(each for each in doubts if each)
    return f"{words[:1].upper()}{words[1:]}. {question}" if words else ""


def closed_then(opens: datetime, scene: Scene) -> str:
    """`we are closed then; next open Mon 07:00`."""
    return f"we are closed then; next open {near_words(opens, scene.now, scene.zone)}"


def told_before(said: Statement, scene: Scene) -> str:
    """`Paul said "hub answers by Mon 12:00" on Thu`, or `today`."""
    text = cut(Span(" ".join(in_short(said).split())), _LONGEST_TOLD).text
    when, who = near_day(said.said_at, scene), scene.called(said.said_by_id, said.said_by) or "somebody"
    return f'{who} said "{text}" {when if when == "today" else f"on {when}"}'
