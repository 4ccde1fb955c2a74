"""The first line of the screen: who is acting, what is due, how long the visit lasts, what time it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.ui.format import clock_words
from deskui.ui.lines import Line, Role, Span, quiet, span
from deskui.ui.panels.fitting import cells, joined

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import timedelta

    from deskui.desk.session import Session
    from deskui.domain.due_list import Share
    from deskui.domain.visit import Visit
    from deskui.ui.day_counts import Day
    from deskui.ui.panels.scene import Scene

_FAR: Final = "      "
"""Between who is acting and what is due."""
_NEAR: Final = "  "
"""The same where there is no room for more."""


def status_line(session: Session, scene: Scene, day: Day | None, visit: Visit | None, width: int) -> Line:
    """The counts, the visit and the clock, and who is acting as far as there is room.

    What gives way first: the shop's name, then the desk's, the role and the family name, then long words.
    """
    clock = (quiet(clock_words(scene.now, scene.zone) + " "),)
    long, short = ([*_counts(day, short), *_visit(visit, scene, short)] for short in (False, True))
    lines = [_line(who, told, gap) for told in (long, short) for gap in (_FAR, _NEAR) for who in _whos(session)]
    lines.append(_line((), short, ""))
    room = width - cells(clock) - 1
    return Line(next((each for each in lines if cells(each) <= room), lines[-1]), clock)


def stopwatch_words(length: timedelta) -> str:
    """`3:12`, and `1:03:12` from an hour on."""
    minutes, seconds = divmod(max(0, int(length.total_seconds())), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _whos(session: Session) -> list[list[Span]]:
    """The shop, the desk, and who is acting; then with less and less of it, the given name at last."""
    me = session.employee
    shop = [span(session.shop, Role.TITLE)] if session.shop else []
    desk = [quiet(session.desk)] if session.desk else []
    if me is None:
        return [[*shop, *desk], desk]
    who = quiet(f"{me.name}, {me.role.value}")
    given = next(iter(me.name.split()), "")
    return [[*shop, *desk, who], [*desk, who], [who], [quiet(me.name)], [quiet(given)]]


def _counts(day: Day | None, short: bool) -> Iterable[tuple[Span, ...]]:
    """What is due, each for me and for the desk; what nobody has is left out."""
    if day is None:
        return
    shares: tuple[tuple[Share, str, str, Role], ...] = (
        (day.counts.due_today, "due today", "due", Role.TEXT),
        (day.counts.overdue, "OVERDUE", "OVERDUE", Role.BAD),
        (day.counts.we_owe, "call owed" if day.counts.we_owe.desk == 1 else "calls owed", "calls", Role.WARN),
    )
    for (mine, desk), words, word, role in shares:
        if mine or desk:
            said = f"{mine}/{desk} {word}" if short else f"{mine:,} of {desk:,} {words}"
            yield (span(said, role if mine else Role.QUIET),)
    if day.handed:
        yield (span(f"{day.handed} handed{'' if short else ' to you'}", Role.WARN),)


def _visit(visit: Visit | None, scene: Scene, short: bool) -> Iterable[tuple[Span, ...]]:
    if visit is not None:
        lasts = stopwatch_words(visit.length(scene.now))
        yield (span(lasts if short else f"visit {lasts}", Role.STRONG),)


def _line(names: Iterable[Span], told: Iterable[tuple[Span, ...]], gap: str) -> tuple[Span, ...]:
    who = joined([(each,) for each in names])
    due = joined(list(told), " · ")
    return (Span(" "), *who, *((Span(gap),) if who and due else ()), *due)
