"""Earlier decisions in lists, beside a new one, and as a page: what, why, who decided, and what became of it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from deskui.domain.goodwill.words import asked_words, given_words
from deskui.ui.format import age_words, ago_words, count_words, day_words
from deskui.ui.lines import Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import DOT, cells, cut
from deskui.ui.panels.goodwill import may_decide, say_in
from deskui.ui.panels.promise_words import outcome_words
from deskui.ui.panels.promised import heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.goodwill.precedent import Precedent, Ref, Shares
    from deskui.domain.pages import CustomerView
    from deskui.ui.panels.scene import Scene

_INDENT: Final = 2
_MARKS: Final = {False: Span("✓ ", Role.GOOD), True: Span("x ", Role.BAD)}
"""A sign for given and for refused."""
EMPTY: Final = "Nothing was given or refused before to this customer, or in a case like this."


def precedent_key(ref: Ref) -> tuple[str, tuple[str, int]]:
    """The key of a row."""
    return ("precedent", (ref.source.value, ref.row))


def precedent_items(found: Sequence[Precedent], scene: Scene, width: int) -> list[Item]:
    """Under a heading for each way of being near: what it was, why, who decided, and what became of it."""
    rows: list[Item] = []
    for title, group in groupby(found, lambda each: near_words(each.shares)):
        rows += [heading(title), *(Item(_listed(each, scene, width), precedent_key(each.ref)) for each in group)]
    return rows


def near_words(shares: Shares) -> str:
    """What it has in common, by what counts most."""
    if shares.customer:
        return "This customer"
    if shares.case_kind:
        return "The same kind of case"
    return "The same policy" if shares.policy else "Similar words"


def may_decide_and_did(view: CustomerView, scene: Scene, width: int) -> list[Item]:
    """What may be decided, and behind it what was before: `3 precedents, 1 of theirs`; G lists them."""
    above = [line for item in may_decide(view, scene, width) for line in item.lines]
    count = view.precedents
    if count is None or not count.all:
        return [Item(tuple(above))] if above else []
    words = count_words(count.all, "precedent")
    parts = (f", {count.own} of theirs" if count.alike else ", all theirs") if count.own else ""
    last = above[-1].spans if above else ()
    if last and cells(last) + len(DOT) + len(words) + len(parts) <= width:
        return [Item((*above[:-1], Line((*last, quiet(DOT), quiet(f"{words}{parts}")))))]
    return [Item((*above, Line((quiet(f"{words}{parts}"),))))]


def nearest_lines(found: Sequence[Precedent], scene: Scene, width: int) -> tuple[Line, ...]:
    """Beside a decision, a line each: what was given or refused to whom, and how long ago."""
    return tuple(_beside(each, scene, width) for each in found)


def precedent_page(found: Precedent, scene: Scene, width: int) -> list[Item]:
    """All that is kept of one; what was decided in its case is told below."""
    rows = [Item(_listed(found, scene, width, most=6))]
    if found.policy:
        rows.append(Item(wrapped(_footing(found), width, Role.QUIET, indent=_INDENT, most=2)))
    return rows


def what_words(found: Precedent, scene: Scene) -> str:
    """`waived lounge fee, $50.00`, and `refused: credit, $85.00: delivery`."""
    what = found.concession
    say = say_in(scene, "" if what.amount is None else what.amount.currency)
    return f"refused: {asked_words(what, say)}" if found.is_refused else given_words(what, say)


def became_words(found: Precedent, scene: Scene) -> list[str]:
    """What became of it: how its case ended, whether the promise was kept, whether they came back."""
    words: list[str] = []
    case, promise, back = found.case, found.became.promise, found.became.came_back
    if case is not None and case.closed_at is not None:
        day = day_words(case.closed_at.astimezone(scene.zone).date(), scene.today)
        words.append(f"closed {day}: {case.outcome}" if case.outcome else f"closed {day}")
    elif case is not None:
        words.append(f"case still {case.status}")
    if promise is not None:
        words.append(f"promise {outcome_words(promise, scene).text}")
    if back is not None:
        words.append(f"bought again {age_words(found.ref.at, back)} later")
    return words


def _listed(found: Precedent, scene: Scene, width: int, most: int = 2) -> tuple[Line, ...]:
    age = quiet(f"{ago_words(found.ref.at, scene.now)}")
    what = cut(span(what_words(found, scene), Role.STRONG), width - cells((age,)) - _INDENT - 1)
    lines = [Line((_MARKS[found.is_refused], what), (age,))]
    lines += wrapped(found.concession.reason, width, indent=_INDENT, most=most)
    lines += wrapped(_decided(found, scene), width, Role.QUIET, indent=_INDENT, most=most + 1)
    if became := became_words(found, scene):
        lines += wrapped(" · ".join(became), width, Role.QUIET, indent=_INDENT, most=most)
    return tuple(lines)


def _decided(found: Precedent, scene: Scene) -> str:
    """`by Ben, refused by Margaret: too much · Ida Lamp · #1012 Missed train`."""
    by = scene.called(found.by_id, found.by) or "somebody"
    over = scene.called(found.decided_by_id, found.decided_by)
    if found.is_refused:
        words = f"asked by {by}, refused by {over or 'somebody'}" + (f": {found.words}" if found.words else "")
    else:
        words = f"by {by}" + (f", approved by {over}" if over else "")
    parts = [words]
    if not found.shares.customer:
        parts.append(found.customer)
    if found.case is not None:
        parts.append(f"#{found.case.number} {found.case.subject}")
    return " · ".join(parts)


def _beside(found: Precedent, scene: Scene, width: int) -> Line:
    """In one line: what it was stays whole as long as it can, why gives way."""
    age = quiet(f"{ago_words(found.ref.at, scene.now)}")
    tail = (quiet(" theirs  "), age) if found.shares.customer else (quiet(" "), age)
    room = width - cells(tail) - _INDENT - 1
    what = cut(span(what_words(found, scene)), room)
    why = cut(quiet(f": {found.concession.reason}"), max(0, room - cells((what,))))
    return Line((_MARKS[found.is_refused], what, *((why,) if len(why.text) > len(": ") else ())), tail)


def _footing(found: Precedent) -> str:
    footing = found.concession.footing
    return f"{footing} {found.policy}" if footing is not None else found.policy
