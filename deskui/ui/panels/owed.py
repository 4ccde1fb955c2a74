"""What we owe the customer in one line: broken promises first, then what is due today, then a call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.promise_standing import Outcome
from deskui.ui.lines import Role, Span, quiet, span
from deskui.ui.panels.fitting import cells, cut, fitting, joined
from deskui.ui.panels.promise_words import due_words, is_today

if TYPE_CHECKING:
    from deskui.domain.contact_balance import Balance
    from deskui.domain.due_list import DueItem
    from deskui.domain.pages import CustomerView
    from deskui.domain.promise_view import PromiseView
    from deskui.ui.panels.scene import Scene

Group = tuple[Span, ...]
_FULL, _SHORTER, _SHORTEST = range(3)
_WAYS: Final = (
    (_FULL, _FULL, 0),
    (_SHORTER, _FULL, 0),
    *((words, _SHORTER, longest) for words in (_SHORTER, _SHORTEST) for longest in (0, 50, 40, 30, 20)),
)
"""How promises and calls are said, and how many cells of what was promised are shown, 0 for all: the best first."""


def owed_line(view: CustomerView, scene: Scene, width: int) -> Group:
    """All we owe in at most `width` cells, empty when it is nothing; said shorter before anything is left out."""
    groups: list[Group] = []
    for promised, called, longest in _WAYS:
        groups = _groups(view, scene, promised, called, longest)
        if cells(joined(groups)) <= width - 2:
            break
    if not groups:
        return ()
    shown = fitting(groups, width - 2)
    return (Span("! ", groups[0][0].role), *shown) if cells(shown) <= width - 2 else owed_in_short(view, scene)


def owed_lines(view: CustomerView, scene: Scene, width: int) -> list[Group]:
    """All we owe, one thing a line, each as long as the width allows."""
    found = []
    for place in range(len(_groups(view, scene, _FULL, _FULL, 0))):
        for promised, called, longest in _WAYS:
            group = _groups(view, scene, promised, called, longest)[place]
            if cells(group) <= width - 2:
                break
        found.append((Span("! ", group[0].role), *group))
    return found


def _groups(view: CustomerView, scene: Scene, promised: int, called: int, longest: int) -> list[Group]:
    broken = [each for each in view.promises if each.standing.outcome is Outcome.BROKEN]
    found = [_broken(each, scene, promised, longest) for each in broken]
    found += [_due_today(each, scene, longest) for each in view.promises if is_today(each, scene)]
    return found + ([] if view.call_owed is None else [_call(view, view.call_owed, called)])


def _broken(view: PromiseView, scene: Scene, words: int, longest: int) -> Group:
    moved = ""
    if view.standing.moved and words is not _SHORTEST:
        moved = f" ({view.first_said})" if words is _FULL else f", moved {view.standing.moved}x"
    was = Span(f" was promised for {due_words(view.due, scene)}", Role.BAD)
    return (_what(view, Role.BAD, longest), was, *([Span(moved, Role.WARN)] if moved else []))


def _due_today(view: PromiseView, scene: Scene, longest: int) -> Group:
    return _what(view, Role.WARN, longest), Span(f" is due {due_words(view.due, scene)}", Role.WARN)


def _what(view: PromiseView, role: Role, longest: int) -> Span:
    what = span(view.promise.what[:500], role)
    return cut(what, longest) if longest else what


def _call(view: CustomerView, owed: DueItem, words: int) -> Group:
    if words is not _FULL:
        return (Span("we owe a call", Role.WARN),)
    case = view.case
    about = case.balance if case is not None and case.id == owed.case_id else None
    came = f"they came {owed.times}x"
    if about is not None and not about.ours_reached:
        return (Span(f"we owe a call: {came}, we never reached them", Role.WARN),)
    elsewhere = f" about #{owed.case_number}" if about is None and owed.case_number is not None else ""
    return (Span(f"we owe a call: {came}{elsewhere} since we last reached them", Role.WARN),)


def owed_in_short(view: CustomerView, scene: Scene) -> Group:
    """The same in a few words beside something else: `! 1 broken · 2 due today · call owed`, or what is due next."""
    broken = sum(each.standing.outcome is Outcome.BROKEN for each in view.promises)
    today = sum(is_today(each, scene) for each in view.promises)
    groups = [(Span(f"! {broken} broken", Role.BAD),)] if broken else []
    groups += [(Span(f"{today} due today", Role.WARN),)] if today else []
    groups += [(Span("call owed", Role.WARN),)] if view.call_owed is not None else []
    if not groups:
        groups = [(quiet(f"promised {due_words(each.due, scene)}"),) for each in view.promises[:1] if each.is_open]
    return joined(groups, " · ")


def balance_words(known: Balance) -> tuple[str, str]:
    """`they contacted us 4x` and `we reached them 1x, 2 tries`; a side that never did is said so."""
    theirs = f"they contacted us {known.theirs}x" if known.theirs else "they have not contacted us"
    tries = f"{known.tries} {'try' if known.tries == 1 else 'tries'}"
    if known.ours_reached:
        return theirs, f"we reached them {known.ours_reached}x" + (f", {tries}" if known.tries else "")
    if known.tries or known.owed:
        return theirs, "we never reached them" + (f" in {tries}" if known.tries else "")
    return theirs, "we did not contact them"
