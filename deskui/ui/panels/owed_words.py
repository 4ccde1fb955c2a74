"""What we owe, each thing in words: when comes first and what last, so that it reads whatever was promised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from deskui.domain.promises.standing import Outcome
from deskui.ui.lines import Role, Span, quiet, span
from deskui.ui.panels.fitting import cut
from deskui.ui.panels.promise_words import due_words, is_today

if TYPE_CHECKING:
    from deskui.domain.due.contact_balance import Balance
    from deskui.domain.due.due_list import DueItem
    from deskui.domain.hand_over import HandOver
    from deskui.domain.pages import CustomerView
    from deskui.domain.promises.view import PromiseView
    from deskui.ui.panels.scene import Scene

Group = tuple[Span, ...]
_READ: Final = 500
"""Signs of a text that are looked at for a line."""


class Owed(NamedTuple):
    """One thing we owe: the words it is counted by where there are too many, and the words for itself."""

    counted: str
    words: Group


@dataclass(frozen=True, slots=True)
class Saying:
    """How much of everything is said; `longest` are the cells of what was promised, 0 for all of them."""

    first_said: bool = False
    moved: bool = True
    calls: bool = True
    longest: int = 0


SAYINGS: Final = (
    Saying(first_said=True),
    *(Saying(calls=calls, longest=longest) for calls in (True, False) for longest in (0, 50, 40, 30, 20)),
    Saying(moved=False, calls=False, longest=20),
)
"""The best first."""


def all_owed(view: CustomerView, scene: Scene, how: Saying) -> list[Owed]:
    """What is broken, what is due today, a case that was handed to whoever is looking, and a call."""
    broken = [each for each in view.promises if each.standing.outcome is Outcome.BROKEN]
    today = [each for each in view.promises if is_today(each, scene)]
    given = None if view.case is None else view.case.hand_over
    is_mine = given is not None and scene.me is not None and scene.me.id == given.receiver_id
    return [
        *(Owed("broken", _broken(each, scene, how)) for each in broken),
        *(Owed("due today", _due_today(each, scene, how)) for each in today),
        *([Owed("handed to you", _handed(given, how))] if given is not None and is_mine else []),
        *([Owed("call owed", _call(view, view.call_owed, how))] if view.call_owed is not None else []),
    ]


def next_owed(view: CustomerView, scene: Scene) -> Group:
    """`next (+1 more): Mon 12:00 hub answer`, the first promise that is due on a later day, or nothing."""
    later = [each for each in view.promises if each.standing.outcome is Outcome.OPEN and not is_today(each, scene)]
    if not later:
        return ()
    due = due_words(later[0].due, scene, later[0].standing.earliest)
    more = f" (+{len(later) - 1} more)" if len(later) > 1 else ""
    return quiet(f"next{more}: "), span(f"{due} {later[0].promise.what[:_READ]}")


def _broken(view: PromiseView, scene: Scene, how: Saying) -> Group:
    moved = ""
    if view.standing.moved and how.moved:
        moved = f" ({view.first_said})" if how.first_said else f", moved {view.standing.moved}x"
    when = Span(f", promised for {due_words(view.due, scene)}", Role.BAD)
    return Span("broken: ", Role.BAD), _what(view, Role.BAD, how), when, *([Span(moved, Role.WARN)] if moved else [])


def _due_today(view: PromiseView, scene: Scene, how: Saying) -> Group:
    return Span(f"due {due_words(view.due, scene)}: ", Role.WARN), _what(view, Role.WARN, how)


def _what(view: PromiseView, role: Role, how: Saying) -> Span:
    what = span(view.promise.what[:_READ], role)
    return cut(what, how.longest) if how.longest else what


def _handed(given: HandOver, how: Saying) -> Group:
    by = span(f"handed to you by {given.giver}" if given.giver else "handed to you", Role.WARN)
    note = span(f": {given.note[:_READ]}", Role.WARN) if given.note else Span("")
    return by, cut(note, how.longest) if how.longest else note


def _call(view: CustomerView, owed: DueItem, how: Saying) -> Group:
    if not how.calls:
        return (Span("we owe a call", Role.WARN),)
    case = view.case
    about = case.balance if case is not None and case.id == owed.case_id else None
    elsewhere = f" about #{owed.case_number}" if about is None and owed.case_number is not None else ""
    reached = "no call from us yet" if about is not None and not about.ours_reached else _NOT_SINCE
    return (Span(f"we owe a call{elsewhere}: they contacted us {owed.times}x, {reached}", Role.WARN),)


_NOT_SINCE: Final = "no call from us since"


def balance_words(known: Balance) -> tuple[str, str]:
    """`they contacted us 4x` and `we reached them 1x, 2 tries`; a side that never did is said so."""
    theirs = f"they contacted us {known.theirs}x" if known.theirs else "they have not contacted us"
    tries = f"{known.tries} {'try' if known.tries == 1 else 'tries'}"
    if known.ours_reached:
        return theirs, f"we reached them {known.ours_reached}x" + (f", {tries}" if known.tries else "")
    if known.tries or known.owed:
        return theirs, "we never reached them" + (f" in {tries}" if known.tries else "")
    return theirs, "we did not contact them"
