"""What the customer was told so far, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain import moments
from deskui.ui.lines import Line, Role, Span, quiet, span
from deskui.ui.panels.fitting import cells, cut, fitting, given
from deskui.ui.panels.owed_words import balance_words

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.pages import CustomerView
    from deskui.domain.told.statement import Statement
    from deskui.ui.panels.scene import Scene

_LEAD: Final = "Told so far: "
_LONGEST: Final = 60
"""Cells of one statement among others."""
_READ: Final = 500
"""Signs of a text that are looked at for a line."""
_ARTICLE: Final = 3
"""Letters up to which a word of a topic names nothing."""
_REST: Final = 6
"""Cells for how many more there are."""


def told_line(view: CustomerView, scene: Scene, width: int) -> tuple[Line, ...]:
    """The newest statements that stand, as many as fit, and at the right who came to whom; no line without any."""
    if not view.told:
        return ()
    room, tail = width - len(_LEAD), balance_in_90_days(view)
    rest = _REST if len(view.told) > 1 else 0
    text, *_, shortest = _parts(view.told[0], scene)
    if cells((text, shortest)) + 2 > room - rest - cells(tail) - 2:
        tail = ()
    room -= cells(tail) + 2 if tail else 0
    first = _group(view.told[0], scene, room - rest)
    groups = [first, *(_group(each, scene, _LONGEST) for each in view.told[1:])]
    return (Line((Span(_LEAD, Role.TITLE), *fitting(groups, room, "", " · ")), tail),)


def balance_in_90_days(view: CustomerView) -> tuple[Span, ...]:
    """Who came to whom how often lately, to stand at the right of a line."""
    known = view.balance
    if known is None or not (known.theirs or known.ours_reached or known.tries):
        return ()
    return (quiet(f"all in 90 d: {', '.join(balance_words(known))}"),)


def _group(said: Statement, scene: Scene, room: int) -> tuple[Span, ...]:
    """What was said, by whom and when: the family name gives way first, then the end of what was said."""
    text, *ways = _parts(said, scene)
    who = next((each for each in ways if cells((text, each)) + 2 <= room), ways[-1])
    return (Span(f'"{cut(text, max(12, room - cells((who,)) - 2)).text}"'), who)


def _parts(said: Statement, scene: Scene) -> tuple[Span, ...]:
    """What was said, then who said it when, in full and in short."""
    when, who = near_day(said.said_at, scene), scene.called(said.said_by_id, said.said_by)
    ways = (quiet(f" ({name}, {when})" if name else f" ({when})") for name in (who, given(who)))
    return (span(in_short(said)[:_READ]), *ways)


def in_short(said: Statement) -> str:
    """What was said; with the topic before it unless its longer words are in it anyway, one or many of the thing."""
    words, topic = said.text.casefold(), said.topic.casefold().split()
    is_named = all(each.rstrip("s") in words for each in topic if len(each) > _ARTICLE)
    return said.text if is_named else f"{said.topic}: {said.text}"


def near_day(at: datetime, scene: Scene) -> str:
    """`today`, `Thu` up to six days ago, then `3 Mar`."""
    return moments.near_day(at.astimezone(scene.zone).date(), scene.today)
