"""The first line of the screen: who is acting, what is due, how long the visit lasts, what time it is."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final

from deskui.domain.review.item import MOST
from deskui.ui.format import clock_words, up_to
from deskui.ui.lines import Line, Role, Span, quiet, span
from deskui.ui.panels.fitting import cells, cut, joined

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


class Words(IntEnum):
    """How much is said of what is due."""

    LONG = 0
    SHORT = 1
    FEW = 2
    """All that waits for the person acting is one number, and the words are the shortest."""
    BARE = 3
    """Not said is that the first of two numbers is one's own."""
    LEAST = 4
    """As few as before that, and what is to be reviewed is left out."""


def status_line(session: Session, scene: Scene, day: Day | None, visit: Visit | None, width: int) -> Line:
    """The counts, the visit and the clock, and who is acting as far as there is room.

    What gives way first: the shop's name, then the desk's, the role and the family name, then long words, then the
    date, the weekday, what is to be reviewed, and at last what is due, from its end; who is acting stays. A visit has
    its room whether one goes on or not, so that nothing jumps when it begins.
    """
    lasts = "" if visit is None else stopwatch_words(visit.length(scene.now))
    widest = max(lasts, _LASTS, key=len)
    for words, gap, clock in _steps(scene):
        counts = list(_counts(day, words))
        for who in _whos(session):
            if cells((*_line(who, [*counts, *_visit(widest, words)], gap), clock)) < width:
                return Line(_line(who, [*counts, *_visit(lasts, words)], gap), (clock,))
    return _tightest(session, scene, list(_counts(day, Words.LEAST)), lasts, width)


def _tightest(session: Session, scene: Scene, counts: list[tuple[Span, ...]], lasts: str, width: int) -> Line:
    """Who is acting, and as many of the counts as fit."""
    who, clock = _whos(session)[-1], quiet(f"{scene.now.astimezone(scene.zone):%H:%M} ")
    while counts and cells((*_line(who, [*counts, *_visit(lasts, Words.LEAST)], _NEAR), clock)) >= width:
        counts.pop()
    told = [*counts, *_visit(lasts, Words.LEAST)]
    room = max(1, width - 1 - cells((*_line((), told, ""), clock)) - len(_NEAR))
    return Line(_line([cut(each, room) for each in who], told, _NEAR), (clock,))


def _steps(scene: Scene) -> Iterable[tuple[Words, str, Span]]:
    """How many words, the gap before them, and the clock; with less and less in them."""
    date, day, hour = (
        quiet(f"{words} ")
        for words in (
            clock_words(scene.now, scene.zone),
            _hour(scene),
            f"{scene.now.astimezone(scene.zone):%H:%M}",
        )
    )
    return (
        *((words, gap, date) for words in (Words.LONG, Words.SHORT) for gap in (_FAR, _NEAR)),
        *((Words.SHORT, _NEAR, clock) for clock in (day, hour)),
        *((words, _NEAR, clock) for words in (Words.FEW, Words.BARE, Words.LEAST) for clock in (day, hour)),
    )


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


def _counts(day: Day | None, words: Words) -> Iterable[tuple[Span, ...]]:
    """What is due, each for me and for the desk, then what waits for me; what nobody has is left out."""
    if day is None:
        return
    lead: tuple[Span, ...] = () if words is Words.BARE else (quiet("yours "),)
    shares: tuple[tuple[Share, str, str, Role], ...] = (
        (day.counts.due_today, "due today", "due", Role.TEXT),
        (day.counts.overdue, "OVERDUE", "LATE" if words >= Words.FEW else "OVERDUE", Role.BAD),
        (day.counts.we_owe, "call owed" if day.counts.we_owe.desk == 1 else "calls owed", "calls", Role.WARN),
    )
    for (mine, desk), long, short, role in shares:
        if mine or desk:
            said = f"{mine:,} of {desk:,} {long}" if words is Words.LONG else f"{mine}/{desk} {short}"
            yield (*lead, span(said, role if mine else Role.QUIET))
            lead = ()
    yield from _waiting(day, words)


def _waiting(day: Day, words: Words) -> Iterable[tuple[Span, ...]]:
    """What waits for me to answer it, to put it right, to take note of it, or to review it."""
    kinds = (
        (day.escalated, "escalated", " to you", Role.BAD),
        (day.to_approve, "to approve", "", Role.BAD),
        (day.answered, "answered", " for you", Role.WARN),
        (day.handed, "handed", " to you", Role.WARN),
        (day.to_fix, "to fix", "", Role.WARN),
        (day.said, "feedback", " for you", Role.WARN),
        (day.news, "news", " of cases", Role.WARN),
    )
    there = [each for each in kinds if each[0]]
    if words >= Words.FEW and len(there) > 1:
        there = [(sum(count for count, *_ in there), "waiting", "", there[0][-1])]
    for count, what, more, role in there:
        yield (span(f"{count} {what}{more if words is Words.LONG else ''}", role),)
    if day.to_review and words < Words.LEAST:
        yield (quiet(f"{up_to(MOST, day.to_review)} {'review' if words >= Words.FEW else 'to review'}"),)


def _visit(lasts: str, words: Words) -> Iterable[tuple[Span, ...]]:
    if lasts:
        yield (span(f"visit {lasts}" if words is Words.LONG else lasts, Role.STRONG),)


def _line(names: Iterable[Span], told: Iterable[tuple[Span, ...]], gap: str) -> tuple[Span, ...]:
    who = joined([(each,) for each in names])
    due = joined(list(told), " · ")
    return (Span(" "), *who, *((Span(gap),) if who and due else ()), *due)
