"""Picking one of the choices of a perk, or changing a pick when its day has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import uuid4

from deskui.ui.format import day_words
from deskui.ui.kit.chooser import Chooser
from deskui.ui.lines import Line, Role, quiet, span
from deskui.ui.panels.benefits import open_words, ordinal
from deskui.ui.panels.fitting import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.benefits.benefit import BenefitView
    from deskui.domain.due.follow_up import FollowUp
    from deskui.ui.dialogs.benefits.benefit_list import BenefitList
    from deskui.ui.kit.chooser import Picked
    from deskui.ui.panels.scene import Scene

_LONGEST: Final = 30
"""So many cells of a follow-up are repeated."""


def choose(screen: BenefitList, view: BenefitView) -> None:
    """Ask what is picked, where something may be; else say from when on."""
    benefit, scene = view.benefit, screen.app.scene()
    noun = benefit.noun or "choice"
    if not benefit.picks or not view.is_usable:
        screen.say(f"There is nothing to choose on {benefit.name}.", Role.WARN)
    elif view.open_picks:
        _pick(screen, view, f"{benefit.title}: the {ordinal(len(view.picked) + 1)} {noun}", "")
    elif view.next_change is None:
        screen.say(
            f"All is chosen, and stands for good: {', '.join(each.choice for each in view.picked)}.", Role.WARN
        )
    elif view.next_change > scene.today:
        when = day_words(view.next_change, scene.today)
        screen.say(f"All is chosen; the {noun} may be changed from {when} on.", Role.WARN)
    else:
        _ask_which(screen, view, noun)


def _ask_which(screen: BenefitList, view: BenefitView, noun: str) -> None:
    """Which of those picked gives way."""
    today = screen.app.scene().today

    def chosen(picked: Picked[str] | None) -> None:
        if picked is not None:
            _pick(screen, view, f"In place of {span(picked.choice).text}", picked.choice)

    rows = [
        (each.choice, (Line((span(each.choice),), (quiet(f"since {day_words(each.day, today)}"),)),))
        for each in view.picked
    ]
    screen.app.push_screen(Chooser(f"Which {noun} gives way", rows), chosen)


def _pick(screen: BenefitList, view: BenefitView, title: str, instead: str) -> None:
    taken = {each.choice for each in view.picked}
    left = [each for each in view.benefit.choices if each not in taken]
    key = str(uuid4())

    def chosen(picked: Picked[str] | None) -> None:
        if picked is not None:
            screen.app.guarded(_write(screen, view, picked.choice, instead, key))

    screen.app.push_screen(Chooser(title, _rows(left)), chosen)


def _rows(choices: Sequence[str]) -> list[tuple[str, tuple[Line, ...]]]:
    return [(each, (Line((span(each),)),)) for each in choices]


async def _write(screen: BenefitList, view: BenefitView, choice: str, instead: str, key: str) -> None:
    benefit = view.benefit
    await screen.app.write(lambda desk: desk.benefits.choose(benefit.id, choice, instead, key))
    now = await screen.app.counter.answer(lambda desk: desk.benefits.one(benefit.id))
    rest = f"; {open_words(now)}" if now.open_picks else ""
    tasks = await screen.app.counter.answer(lambda desk: desk.follow_ups.of_customer(benefit.customer_id))
    about = [] if now.open_picks else [each for each in tasks if _is_about(each, now)]
    left = f"; {_still_open(about[0], screen.app.scene())}" if about else ""
    screen.app.say(f"{choice} counts from today{rest}{left}; {screen.app.undo_key} takes it back")


def _is_about(task: FollowUp, view: BenefitView) -> bool:
    """Whether the follow-up names what was chosen, or the perk."""
    said = task.what.casefold()
    return any(each and each.casefold() in said for each in (view.benefit.noun, view.benefit.title))


def _still_open(task: FollowUp, scene: Scene) -> str:
    """`Ada's follow-up “fourth category: ask which one” is still open`."""
    who = scene.called(task.owner_id, task.owner)
    whose = "your" if who == "you" else f"{span(who).text}'s" if who else "the"
    return f"{whose} follow-up “{cut(span(task.what), _LONGEST).text}” is still open"
