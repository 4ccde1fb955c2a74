"""What speaks against saving, in words: a full sentence for each doubt, which says what saving does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.doubts import Beside, ClosedThen, Corrects, PromisedOtherwise, Tight, TwoTimes
from deskui.domain.moments import near_words
from deskui.domain.promises.advisor import in_words
from deskui.ui.kit.look import ALL_THE_SAME
from deskui.ui.lines import Span, span
from deskui.ui.panels.fitting import cut
from deskui.ui.panels.promise_words import due_words
from deskui.ui.panels.told import in_short, near_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from deskui.desk.doubts import Doubt
    from deskui.domain.promises.view import PromiseView
    from deskui.domain.told.statement import Statement
    from deskui.ui.panels.scene import Scene

ROOM: Final = 53
"""Cells that a line below a field has in a form of full width."""
_LONGEST_TOLD: Final = 60
_SHORTEST_WHAT: Final = 12


def sentence(doubt: Doubt, scene: Scene) -> str:
    """The doubt as one sentence."""
    match doubt:
        case Corrects(said):
            who, text, when = _told(said, scene)
            return f'Replaces what {who} said {when}: "{text}".'
        case Beside(said):
            who, text, when = _told(said, scene)
            return f'Keeps what {who} said {when} as well: "{text}".'
        case PromisedOtherwise(promise):
            return f"Leaves what is {promised_otherwise(promise, scene)}."
        case Tight(chance):
            return f"Tight: {in_words(chance)} like this made it by then."
        case ClosedThen(opens):
            words = closed_then(opens, scene)
            return f"{words[:1].upper()}{words[1:]}."
        case TwoTimes(told, promised):
            first, second = (near_words(each, scene.now, scene.zone) for each in (told, promised))
            return f"You tell them {first}, and promise {second}; say the same in both."


def sentences(doubts: Iterable[Doubt], scene: Scene) -> tuple[str, ...]:
    """A sentence for each doubt."""
    return tuple(sentence(each, scene) for each in doubts)


def saving(doubts: Iterable[Doubt]) -> str:
    """What the key that saves in spite of these does."""
    kinds = {type(each) for each in doubts}
    if Corrects in kinds:
        return "saves and corrects"
    return "saves and keeps both" if Beside in kinds else ALL_THE_SAME


def closed_then(opens: datetime, scene: Scene) -> str:
    """`we are closed then; next open Mon 07:00`."""
    return f"we are closed then; next open {near_words(opens, scene.now, scene.zone)}"


def told_before(said: Statement, scene: Scene) -> str:
    """`Paul said "hub answers by Mon 12:00" on Thu`, or `today`."""
    who, text, when = _told(said, scene)
    return f'{who} said "{text}" {when}'


def _told(said: Statement, scene: Scene) -> tuple[str, str, str]:
    """Who said it, what, and when."""
    text = cut(Span(" ".join(in_short(said).split())), _LONGEST_TOLD).text
    when, who = near_day(said.said_at, scene), scene.called(said.said_by_id, said.said_by) or "somebody"
    return who, text, when if when == "today" else f"on {when}"


def promised_otherwise(promised: PromiseView, scene: Scene) -> str:
    """`promised: hub answer Mon 12:00; P moves it`."""
    when = f" {due_words(promised.due, scene, promised.standing.earliest)}; P moves it"
    room = max(_SHORTEST_WHAT, ROOM - len("promised: ") - len(when))
    return f"promised: {cut(span(promised.promise.what), room).text}{when}"
