"""The due list in lines: a heading for each group, and one line for all that is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from deskui.domain.case_history import event_words
from deskui.domain.due.due_list import LISTED, DueGroup, DueKind, grouped
from deskui.domain.goodwill.words import amount_words
from deskui.domain.moments import is_near, near_day
from deskui.ui.format import count_words, day_words
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span
from deskui.ui.panels.case_work import urgency
from deskui.ui.panels.fitting import cells, cut, given
from deskui.ui.panels.goodwill import request_say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.due.due_list import DueItem
    from deskui.domain.feedback import Feedback
    from deskui.domain.goodwill.approval import Approval
    from deskui.ui.panels.scene import Scene

_GAP: Final = Span("  ")
_BESIDE: Final = ", "
_KIND: Final = max(len(kind) for kind in DueKind)
_WHEN: Final = len("30 Nov 14:00")
_CASE: Final = len("#1043")
_NAME: Final = 26
_MOST: Final = 64
"""Cells of what is to be done that are enough for reading it."""
_LEAST: Final = 8
"""Cells of what is to be done that are left in any case."""
_ROOMY: Final = 90
"""In so many cells there is room for the number of a case."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide each column is; the owner's is 0 where every line has the same one, the case's where room is short.

    The case is what matters least: it is one key away, and whom to call about what is not.

    It is the screen that says, not what is due: nothing moves sideways when a line goes.
    """

    what: int
    customer: int
    owner: int
    case: int


def due_items(items: Sequence[DueItem], scene: Scene, width: int, *, owners: bool, airy: bool) -> list[Item]:
    """All that is due under its headings; `owners` whether each line says whose it is, `airy` with blank lines."""
    columns = _columns(items, width, owners)
    rows: list[Item] = []
    for group, members in grouped(items, scene.now, scene.zone):
        rows.append(Item((*([BLANK] if rows and airy else []), _heading(group, members, scene))))
        rows += [Item((_row(each, group, scene, columns),), each.key) for each in members]
    if any(sum(each.kind is kind for each in items) >= LISTED for kind in DueKind):
        rows.append(Item((BLANK, Line((quiet(f"Of each kind the soonest {LISTED:,} are shown."),)))))
    return rows


def _heading(group: DueGroup, members: Sequence[DueItem], scene: Scene) -> Line:
    """The group and how much is in it, calls by themselves as in the first line of the screen."""
    apart = {DueGroup.TODAY: 0, DueGroup.TOMORROW: 1}.get(group)
    day = "" if apart is None else day_words(scene.today + timedelta(days=apart), scene.today, weekday=True)
    role = Role.BAD if group is DueGroup.OVERDUE else Role.TITLE
    calls = sum(each.kind is DueKind.CALL for each in members)
    counts = [f"{len(members) - calls:,}{' due' if calls else ''}"] if len(members) > calls else []
    counts += [count_words(calls, "call")] if calls else []
    return Line(
        (Span(group.value.capitalize(), role), quiet("  " + " · ".join(counts))), (quiet(day),) if day else ()
    )


def _columns(items: Sequence[DueItem], width: int, owners: bool) -> _Columns:
    case = 0 if width < _ROOMY else max(_CASE, *(len(_case(each)) for each in items), 0)
    rest = width - _WHEN - _KIND - 6 - (case + 2 if case else 0)
    owner = min(_NAME, max(8, rest * 18 // 100)) if owners else 0
    rest -= owner + 2 if owner else 0
    customer = min(_NAME, max(12, rest * (34 if width >= _ROOMY else 42) // 100))
    return _Columns(max(_LEAST, min(_MOST, rest - customer)), customer, owner, case)


def _row(item: DueItem, group: DueGroup, scene: Scene, columns: _Columns) -> Line:
    when = Span(_when(item, scene).ljust(_WHEN), Role.BAD if group is DueGroup.OVERDUE else Role.TEXT)
    kind = quiet(f"{item.kind.value:<{_KIND}}")
    parts = [when, _GAP, kind, _GAP, *_cell(_what(item, columns.what, scene), columns.what)]
    parts += [_GAP, *_cell((span(item.customer, Role.STRONG),), columns.customer)]
    if columns.owner:
        parts += [_GAP, *_cell((_owner(item, scene),), columns.owner)]
    return Line((*parts, _GAP, quiet(_case(item).rjust(columns.case))) if columns.case else tuple(parts))


def _cell(spans: Sequence[Span], width: int) -> tuple[Span, ...]:
    """The spans in exactly `width` cells; the last one that does not fit ends in an ellipsis."""
    put: list[Span] = []
    for each in spans:
        if (room := width - cells(put)) > 0:
            put.append(cut(each, room))
    return (*put, Span(" " * (width - cells(put))))


def _what(item: DueItem, room: int, scene: Scene) -> tuple[Span, ...]:
    """What is to be done, behind how much it presses where that is not as usual."""
    mark = urgency(item, "", ": ")
    return (*mark, *_done(item, room - cells(mark), scene))


def _done(item: DueItem, room: int, scene: Scene) -> tuple[Span, ...]:
    """What is to be done; what has to be read with it keeps its place, what explains it comes where room is left."""
    if item.moved:
        moved = Span(f"moved {item.moved}x", Role.WARN)
        return cut(span(item.what), room - cells((moved,)) - len(_BESIDE)), quiet(_BESIDE), moved
    if item.kind is DueKind.CALL:
        came = Span(f"they contacted us {item.times}x", Role.WARN)
        left = room - cells((came,)) - len(_BESIDE)
        return (cut(span(item.what), left), quiet(_BESIDE), came) if item.what and left >= _LEAST else (came,)
    if item.given is not None:
        by = f"from {item.given.giver}" if item.given.giver else ""
        said = ": ".join(each for each in (by, item.given.note) if each)
        return (span(item.what), quiet(f" · {said}" if said else ""))
    if item.raised is not None:
        by = f" · from {item.raised.by}" if item.raised.by else " · "
        return (span(item.what), quiet(f"{by}: {item.raised.reason}"))
    if item.fix is not None:
        return (span(item.what), quiet(f" · from {item.fix.by}"))
    if item.feedback is not None:
        return _said(item, item.feedback, scene)
    if item.asked is not None:
        return _asked(item, item.asked, scene)
    if item.news is not None:
        newest = item.news.events[-1]
        more = len(item.news.events) - 1
        by = f"{newest.by}: " if newest.by else ""
        return (span(item.what), quiet(f" · {by}{event_words(newest)}{f', +{more} more' if more else ''}"))
    return (span(item.what),)


def _said(item: DueItem, said: Feedback, scene: Scene) -> tuple[Span, ...]:
    """`Well done · from Margaret Liu · commend`; `Paul: Thank you · on “Well done”`."""
    back = None if scene.me is None else said.new_answer(scene.me.id)
    if back is None:
        return (span(item.what), quiet(f" · from {said.by} · {said.kind.value}"))
    return (quiet(f"{given(back.by)}: "), span(item.what), quiet(f" · on “{said.comment}”"))


def _asked(item: DueItem, asked: Approval, scene: Scene) -> tuple[Span, ...]:
    """`$85.00 truck rental`, who wants it and why; `$60.00 of $85.00 approved`, of what, by whom."""
    amount = amount_words(asked.concession, request_say(asked, scene), asked.allowed)
    if asked.verdict is None:
        head = f"{amount} {item.what}".strip()
        return span(head), quiet(f" · from {asked.asked_by}: {asked.concession.reason}")
    words = f": {asked.words}" if asked.words else ""
    head = f"{amount} {asked.verdict.value}".strip()
    if asked.undone_at is not None:
        head = f"taken back: {head}"  # first, so that nobody reads an amount that is not theirs to promise
    return span(head), quiet(f" · {item.what} · by {asked.settled_by}{words}")


def _when(item: DueItem, scene: Scene) -> str:
    """`10:30`, `Wed 17:00`, `30 Nov 14:00`; `today`, `Wed`, `30 Nov`; a call is for `now`."""
    if item.kind is DueKind.CALL:
        return "now"
    at = item.due or item.since
    local = None if at is None else at.astimezone(scene.zone)
    day = local.date() if local is not None else item.due_on
    if day is None:
        return ""
    hour = "" if local is None else f"{local:%H:%M}"
    if day == scene.today:
        return hour or "today"
    words = near_day(day, scene.today)
    return f"{words} {hour}".rstrip() if day.year == scene.today.year or is_near(day, scene.today) else words


def _case(item: DueItem) -> str:
    return "" if item.case_number is None else f"#{item.case_number}"


def _owner(item: DueItem, scene: Scene) -> Span:
    """Who is to do it, unless that is whoever is looking."""
    if item.owner_id is None:
        return Span("nobody", Role.WARN)
    return Span("you", Role.QUIET) if scene.me is not None and item.owner_id == scene.me.id else quiet(item.owner)
