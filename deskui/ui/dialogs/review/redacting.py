"""Taking words out for good, from where they are seen: the row under the cursor, or an entry of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.review.item import Subject
from deskui.ui.dialogs.review.verdict_forms import redact_form
from deskui.ui.kit.chooser import Chooser
from deskui.ui.lines import Line, Role, quiet, span
from deskui.ui.panels.fitting import cut

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deskui.domain.done import Done
    from deskui.domain.review.item import Item
    from deskui.ui.kit.chooser import Picked
    from deskui.ui.screens.desk import DeskScreen
    from deskui.ui.shell import Shell, Within

    Key = tuple[Subject, int]

_ROWS: Final = {each.value: each for each in Subject}
_WIDTH: Final = 60
_ONLY: Final = "Only a supervisor takes words out for good; one has to sign in here."


def redact_row(desk: DeskScreen) -> None:
    """Redact the row under the cursor; from any other row, one of all that the customer was told."""
    if not _may(desk.app):
        desk.say(_ONLY, Role.WARN)
        return
    if (subject := _ROWS.get(desk.row_kind)) is not None:
        _choose(desk, [(subject, desk.row_id(desk.row_kind))])
        return
    who = desk.shown.customer

    async def ask() -> None:
        told = await desk.app.counter.answer(lambda each: each.told.history(who.id))
        if not told:
            desk.say("Put the cursor on a note, a conversation or goodwill first; they were told nothing.", Role.WARN)
            return
        choices = [((Subject.STATEMENT, each.id), _line(each.topic, each.text)) for each in told]
        _pick(desk, "Redact what they were told", choices)

    desk.app.guarded(ask())


def redact_of_entry(screen: Within, number: int, then: Callable[[], object]) -> None:
    """Redact what an entry of the journal wrote, whatever became of it since."""

    async def ask() -> None:
        keys = await screen.app.counter.answer(lambda desk: desk.verdicts.written_by(number))
        if keys:
            _choose(screen, keys, then)
        else:
            screen.app.say("That entry wrote no note, conversation, statement or goodwill.", Role.WARN)

    screen.app.guarded(ask())


def ask_redaction(app: Shell, item: Item, then: Callable[[], object] | None = None, *, settles: bool = False) -> None:
    """Ask which words go, and why; they go from what is half typed here as well. `settles` as in the form."""
    drafts, taken = app.drafts, [""]

    def done(_done: Done) -> None:
        ending = f"{item.subject.value}:{item.customer_number}:{item.row}"
        app.run_worker(lambda: drafts.forget_text(item.text, item.customer_number, taken[-1], ending), thread=True)
        if then is not None:
            then()

    app.open_form(redact_form(item, taken.append, settles=settles), done)


def _may(app: Shell) -> bool:
    return app.session is not None and app.session.is_supervisor


def _choose(screen: Within, keys: Sequence[Key], then: Callable[[], object] | None = None) -> None:
    """The form of one row; of several, which one."""
    if len(keys) > 1:
        choices = [(key, _line(key[0].words, f"number {key[1]}")) for key in keys]
        _pick(screen, "Redact what the entry wrote", choices, then)
        return

    async def ask() -> None:
        item = await screen.app.counter.answer(lambda desk: desk.verdicts.to_redact(*keys[0]))
        ask_redaction(screen.app, item, then)

    screen.app.guarded(ask())


def _pick(
    screen: Within,
    title: str,
    choices: Sequence[tuple[Key, Sequence[Line]]],
    then: Callable[[], object] | None = None,
) -> None:
    def picked(found: Picked[Key] | None) -> None:
        if found is not None:
            _choose(screen, [found.choice], then)

    screen.app.push_screen(Chooser(title, choices), picked)


def _line(label: str, words: str) -> tuple[Line, ...]:
    return (Line((cut(quiet(f"{span(label).text}: "), _WIDTH // 2), cut(span(words), _WIDTH))),)
