"""Is it covered, what happens next, how long will it take: one order on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.coverage import Cover
from deskui.domain.order_days import line_periods
from deskui.domain.working_hours.clock_words import working_words
from deskui.ui.format import day_words
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, strong, wrapped
from deskui.ui.panels.fitting import flowing
from deskui.ui.panels.order_days import RETURNS_LATER, period_words

if TYPE_CHECKING:
    from datetime import date

    from deskui.domain.coverage import Coverage, LineCoverage
    from deskui.ui.panels.scene import Scene

_LABEL: Final = 8
_INDENT: Final = 2
_SAID: Final = {
    Cover.RETURN: ("✓ ", "covered", Role.GOOD),
    Cover.WARRANTY: ("✓ ", "covered", Role.GOOD),
    Cover.AWAITED: ("- ", "not here yet", Role.WARN),
    Cover.OVER: ("- ", "not covered", Role.BAD),
    Cover.UNKNOWN: ("? ", "not known", Role.WARN),
}
_UNPROVED: Final = ("? ", "covered, if proved", Role.WARN)
_ACCEPT: Final = "none seen: a accepts a receipt, card, phone number, serial or loyalty record"


def coverage_items(coverage: Coverage, scene: Scene, width: int, day: float) -> list[Item]:
    """Where it was bought and by which proof, then an item for each line; `day` is a working day in hours."""
    return [
        Item(_bought(coverage, scene, width)),
        *(_line(coverage, each, scene, width, day) for each in coverage.lines),
    ]


def line_key(place: int) -> tuple[str, int]:
    """The key of the item of the line at that place."""
    return ("line", place)


def _bought(coverage: Coverage, scene: Scene, width: int) -> tuple[Line, ...]:
    order = coverage.order
    when = day_words(order.placed_at.astimezone(scene.zone).date(), scene.today, weekday=True)
    head = Line((quiet(f"{'Bought':<{_LABEL}}"), span(f"{when}, {order.channel.value}")), (span(order.status),))
    proof, role = (
        (order.proof, Role.TEXT) if order.proof else (_ACCEPT, Role.WARN if coverage.needs_proof else Role.QUIET)
    )
    first, *rest = wrapped(proof, width, role, indent=_LABEL, most=3)
    label = Line((quiet(f"{'Proof':<{_LABEL}}"), Span(first.spans[0].text[_LABEL:], role)))
    return (head, label, *rest, *_accepted(coverage, scene, width))


def _accepted(coverage: Coverage, scene: Scene, width: int) -> tuple[Line, ...]:
    order = coverage.order
    if order.proof_at is None:
        return ()
    who = scene.called(order.proof_by_id, order.proof_by)
    by = f" by {who}" if who else ""
    when = day_words(order.proof_at.astimezone(scene.zone).date(), scene.today)
    return flowing((quiet(f"{'accepted' if order.proof else 'taken back'}{by}, {when}"),), width, _LABEL)


def _line(coverage: Coverage, line: LineCoverage, scene: Scene, width: int, day: float) -> Item:
    is_unproved = coverage.needs_proof and line.cover in (Cover.RETURN, Cover.WARRANTY)
    sign, words, role = _UNPROVED if is_unproved else _SAID[line.cover]
    place = coverage.lines.index(line)
    head = Line((Span(sign, role), strong(line.line.name)), (span(words, role),))
    return Item(
        (
            BLANK,
            head,
            *flowing([quiet(each) for each in _periods(line, scene.today)], width, _INDENT),
            *_labelled("Next", line.next.sentence, width, Role.TEXT),
            *_labelled("Takes", _takes(line, day), width, Role.QUIET),
        ),
        line_key(place),
    )


def _periods(line: LineCoverage, today: date) -> list[str]:
    """`return by 3 Dec, 11 d left`, `warranty expired 3 d ago`."""
    if line.cover is Cover.AWAITED:
        later = [RETURNS_LATER] if line.line.return_until is not None else []
        return later + [period_words(each, today) for each in line_periods(line.line, is_here=False)]
    return [period_words(each, today) for each in line_periods(line.line)] or ["no dates on this order"]


def _labelled(label: str, words: str, width: int, role: Role) -> tuple[Line, ...]:
    room = _INDENT + _LABEL
    first, *rest = wrapped(words, width, role, indent=room, most=4)
    return (Line((Span(" " * _INDENT), quiet(f"{label:<{_LABEL}}"), Span(first.spans[0].text[room:], role))), *rest)


def _takes(line: LineCoverage, day: float) -> str:
    """How long it usually takes, in working hours, and what tells so."""
    advice = line.advice
    if advice is None:
        return "too few like this to tell"
    half, most = working_words(advice.halfway, day), working_words(advice.within, day)
    count = advice.finished + advice.still_open
    took = f"half took {half}, 9 in 10 within {most}"
    if line.group.startswith(line.next.promise_kind):
        return f"{took}; {count:,} like this ({line.group})"
    return f"too few {line.next.promise_kind}s to tell; of all {count:,} promises {took}"
