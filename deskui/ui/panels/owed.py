"""What we owe the customer in one line: broken promises first, then what is due today, then a call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.promise_standing import Outcome
from deskui.ui.lines import Role, Span, quiet, span
from deskui.ui.panels.fitting import DOT, cells, cut, fitting, joined
from deskui.ui.panels.promise_words import due_words, is_today

if TYPE_CHECKING:
    from deskui.domain.contact_balance import Balance
    from deskui.domain.pages import CustomerView
    from deskui.domain.promise_view import PromiseView
    from deskui.ui.panels.scene import Scene

Group = tuple[Span, ...]
_FULL, _SHORTER, _SHORTEST = range(3)
_READABLE: Final = 20
"""So many cells of what was promised are shown before it is cut."""


def owed_line(view: CustomerView, scene: Scene, width: int) -> Group:
    """All we owe in at most `width` cells, empty when it is nothing; said shorter before anything is left out."""
    room = width - 2
    groups = _groups(view, scene, _FULL)
    for words in (_SHORTER, _SHORTEST)[: len(groups)]:
        if cells(joined(groups)) > room:
            groups = _groups(view, scene, words)
    if cells(joined(groups)) > room:
        rest = cells([Span(f"{DOT}+{len(groups)} more")]) if len(groups) > 1 else 0
        words = _FULL if len(groups) == 1 else _SHORTEST
        groups = _groups(view, scene, words, max(_READABLE, room - rest))
    return (Span("! ", groups[0][0].role), *fitting(groups, room)) if groups else ()


def _groups(view: CustomerView, scene: Scene, words: int, room: int = 0) -> list[Group]:
    """What is owed, one by one; what was promised is cut so that each fits into the room, if one is given."""
    broken = [each for each in view.promises if each.standing.outcome is Outcome.BROKEN]
    today = [each for each in view.promises if is_today(each, scene)]
    found = [_broken(each, scene, words, room) for each in broken]
    found += [_due_today(each, scene, room) for each in today]
    return found + ([] if view.call_owed is None else [_call(view, words)])


def _broken(view: PromiseView, scene: Scene, words: int, room: int) -> Group:
    was = Span(f" was promised for {due_words(view.due, scene)}", Role.BAD)
    moved = {
        _FULL: f" ({view.first_said})" if view.first_said else "",
        _SHORTER: f", moved {view.standing.moved}x" if view.standing.moved else "",
    }.get(words, "")
    rest = (was, Span(moved, Role.WARN)) if moved else (was,)
    if room and room - cells(rest) < _READABLE and words is not _SHORTEST:
        return _broken(view, scene, words + 1, room)
    return (_what(view, Role.BAD, room - cells(rest) if room else 0), *rest)


def _due_today(view: PromiseView, scene: Scene, room: int) -> Group:
    due = Span(f" is due {due_words(view.due, scene)}", Role.WARN)
    return (_what(view, Role.WARN, room - cells((due,)) if room else 0), due)


def _what(view: PromiseView, role: Role, room: int) -> Span:
    what = span(view.promise.what[:500], role)
    return cut(what, max(_READABLE // 2, room)) if room else what


def _call(view: CustomerView, words: int) -> Group:
    owed, case = view.call_owed, view.case
    assert owed is not None
    if words is not _FULL:
        return (Span("we owe a call", Role.WARN),)
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
    return theirs, "we never reached them" + (f" in {tries}" if known.tries else "")
