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
    from deskui.domain.due.due_list import Share
    from deskui.domain.visit import Visit
    from deskui.ui.day_counts import Day
    from deskui.ui.panels.scene import Scene

_FAR: Final = "      "
"""Between who is acting and what is due."""
_NEAR: Final = "  "
"""The same where there is no room for more."""
_LASTS: Final = "00:00"
"""The room that the clock of a visit has in any case."""


def status_line(session: Session, scene: Scene, day: Day | None, visit: Visit | None, width: int) -> Line:
    """The counts, the visit and the clock, and who is acting as far as there is room.

    What gives way first: the shop's name, then the desk's, the role and the family name, then long words, then the
    date. A visit has its room whether one goes on or not, so that nothing jumps when it begins.
    """
    lasts = "" if visit is None else stopwatch_words(visit.length(scene.now))
    widest = max(lasts, _LASTS, key=len)
    for short, gap, clock in _steps(scene):
        counts = list(_counts(day, short))
        for who in _whos(session):
            if cells((*_line(who, [*counts, *_visit(widest, short)], gap), clock)) < width:
                return Line(_line(who, [*counts, *_visit(lasts, short)], gap), (clock,))
    return Line(_line((), [*_counts(day, True), *_visit(lasts, True)], ""), (quiet(f"{_hour(scene)} "),))


def _steps(scene: Scene) -> Iterable[tuple[bool, str, Span]]:
    """Whether words are short, the gap before them, and the clock; with less and less in them."""
    date, hour = (quiet(f"{words} ") for words in (clock_words(scene.now, scene.zone), _hour(scene)))
    return ((False, _FAR, date), (False, _NEAR, date), (True, _FAR, date), (True, _NEAR, date), (True, _NEAR, hour))


def _hour(scene: Scene) -> str:
    weekday, *_, hour = clock_words(scene.now, scene.zone).split()
    return f"{weekday} {hour}"


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
    lead: tuple[Span, ...] = (quiet("yours "),)
    shares: tuple[tuple[Share, str, str, Role], ...] = (
        (day.counts.due_today, "due today", "due", Role.TEXT),
        (day.counts.overdue, "OVERDUE", "OVERDUE", Role.BAD),
        (day.counts.we_owe, "call owed" if day.counts.we_owe.desk == 1 else "calls owed", "calls", Role.WARN),
    )
    for (mine, desk), words, word, role in shares:
        if mine or desk:
            said = f"{mine}/{desk} {word}" if short else f"{mine:,} of {desk:,} {words}"
            yield (*lead, span(said, role if mine else Role.QUIET))
            lead = ()
    if day.escalated:
        yield (span(f"{day.escalated} escalated{'' if short else ' to you'}", Role.BAD),)
    if day.handed:
        yield (span(f"{day.handed} handed{'' if short else ' to you'}", Role.WARN),)


def _visit(lasts: str, short: bool) -> Iterable[tuple[Span, ...]]:
    if lasts:
        yield (span(lasts if short else f"visit {lasts}", Role.STRONG),)


def _line(names: Iterable[Span], told: Iterable[tuple[Span, ...]], gap: str) -> tuple[Span, ...]:
    who = joined([(each,) for each in names])
    due = joined(list(told), " · ")
    return (Span(" "), *who, *((Span(gap),) if who and due else ()), *due)
