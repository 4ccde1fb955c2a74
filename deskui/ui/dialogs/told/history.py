"""Everything the customer was told, with what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.promises.promise import Basis
from deskui.domain.review.item import Subject
from deskui.domain.told.statement import StatementState
from deskui.ui.format import moment_words
from deskui.ui.kit.reading import Reading
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.asked import asked_below
from deskui.ui.panels.fitting import cut, flowing
from deskui.ui.panels.promise_words import due_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.domain.review.item import FixRequest
    from deskui.domain.told.statement import Statement
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.desk import DeskScreen

_STATES = {
    StatementState.STANDING: Span(""),
    StatementState.CORRECTED: Span("~ corrected", Role.WARN),
    StatementState.SUPERSEDED: Span("- said again", Role.QUIET),
    StatementState.TAKEN_BACK: Span("- taken back", Role.QUIET),
}


def show_told(desk: DeskScreen, at: int | None = None) -> None:
    """Read all the customer on screen was ever told, and show it, the statement `at` first where one is named."""
    who, asked = desk.shown.customer, desk.shown.asked(Subject.STATEMENT)

    async def ask() -> None:
        told = await desk.app.counter.answer(lambda each: each.told.history(who.id))
        desk.app.push_screen(told_page(who.preferred_name or who.name, told, desk.app.scene(), asked, at))

    desk.app.guarded(ask())


def told_page(
    name: str,
    told: Sequence[Statement],
    scene: Scene,
    asked: Mapping[int, FixRequest] | None = None,
    at: int | None = None,
) -> Reading:
    """Newest first: about what, the words, who said them when and on what basis, and what stands instead.

    Below what is to be put right stands what its author was `asked`, by statement.
    """
    instead = {each.corrects: each for each in reversed(told) if each.state is not StatementState.TAKEN_BACK}

    def source(width: int) -> list[Item]:
        if not told:
            return [Item((Line((quiet("They were told nothing yet; t writes down what you tell them."),)),))]
        return [
            Item(
                _told(each, instead.get(each.id), scene, width, (asked or {}).get(each.id), last=each is told[-1]),
                _key(each.id, at),
            )
            for each in told
        ]

    return Reading(f"What {name} was told", source, _key(at, at))


def _key(row: int | None, at: int | None) -> object:
    """Nothing but the statement to begin with takes the cursor."""
    return ("told", row) if row is not None and row == at else None


def _told(
    said: Statement, instead: Statement | None, scene: Scene, width: int, asked: FixRequest | None, *, last: bool
) -> tuple[Line, ...]:
    stands = said.state is StatementState.STANDING
    state = _STATES[said.state]
    topic = cut(span(said.topic, Role.TITLE if stands else Role.QUIET), width - len(state.text) - 2)
    lines = [Line((topic,), (state,))]
    lines += wrapped(said.text, width, Role.TEXT if stands else Role.QUIET, indent=2)
    lines += flowing(_source(said, scene), width, indent=2)
    if said.state is StatementState.CORRECTED and instead is not None:
        when = moment_words(instead.said_at, scene.now, scene.zone)
        who = scene.called(instead.said_by_id, instead.said_by)
        by = f"{who}, {when}" if who else when
        lines += wrapped(f"instead: {instead.text} ({by})", width, Role.WARN, indent=2)
    return (*lines, *asked_below(asked, width, 2), *(() if last else (BLANK,)))


def _source(said: Statement, scene: Scene) -> list[Span]:
    meant = f"for {due_words(said.date, scene)}" if said.date is not None else ""
    basis = "" if said.basis is Basis.OWN_JUDGEMENT else said.basis.value
    who, when = scene.called(said.said_by_id, said.said_by), moment_words(said.said_at, scene.now, scene.zone)
    words = (who, when, basis, meant)
    return [quiet(each) for each in words]
