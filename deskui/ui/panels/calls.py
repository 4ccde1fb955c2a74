"""The call list in lines: a heading for how much it presses, and one line for each customer."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from deskui.domain.outreach.call_list import tally_words
from deskui.domain.outreach.calling_hours import NOT_TODAY, NOW_FINE
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span
from deskui.ui.panels.fitting import cells, cut, given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.outreach.call_list import Call, Tally
    from deskui.ui.panels.scene import Scene

_GAP: Final = Span("  ")
_HOURS: Final = len("not before 17")
_NAME: Final = 24
_OWNER: Final = 16
_SHORT: Final = 9
_ROOMY: Final = 90
"""Cells in which there is room for whole names of ours."""
_LEAST: Final = 12
_ROLES: Final = {NOW_FINE: Role.GOOD, NOT_TODAY: Role.QUIET}
_MARKS: Final = {NOW_FINE: "o ", NOT_TODAY: "- "}


@dataclass(frozen=True, slots=True)
class Ways:
    """What can be done where nobody is listed: keys, and what each of them does."""

    rules: str
    find: str
    desk: str = ""


def call_items(calls: Sequence[Call], scene: Scene, width: int, *, owners: bool, airy: bool) -> list[Item]:
    """Everybody to call, under how much it presses; `owners` whether each line says who calls."""
    items: list[Item] = []
    for priority, members in groupby(calls, key=lambda each: each.priority):
        listed = list(members)
        title = Line((span(priority.value.capitalize(), Role.TITLE), quiet(f"  {len(listed)}")))
        items.append(Item((*([BLANK] if items and airy else []), title)))
        items += [Item((_row(each, scene, width, owners=owners),), ("call", each.customer_id)) for each in listed]
    return items


def _row(call: Call, scene: Scene, width: int, *, owners: bool) -> Line:
    owner = (_OWNER if width >= _ROOMY else _SHORT) if owners else 0
    name = min(_NAME, max(_LEAST, width * 28 // 100))
    room = width - _HOURS - 2 - name - 4 - (owner + 2 if owner else 0)
    parts = [hours_span(call), Span(" " * (_HOURS + 2 - cells((hours_span(call),)))), _GAP]
    parts += [*_cell(span(call.customer, Role.STRONG), name), _GAP, *why(call, scene, max(_LEAST, room))]
    return Line(tuple(parts), (cut(owner_span(call, scene, short=owner == _SHORT), owner),) if owner else ())


def hours_span(call: Call) -> Span:
    """`o now fine`, `> not before 9`, `- not today`: the sign tells them apart without colour."""
    if not call.phone:
        return Span("- no number", Role.QUIET)
    return Span(f"{_MARKS.get(call.hours, '> ')}{call.hours}", _ROLES.get(call.hours, Role.WARN))


def why(call: Call, scene: Scene, room: int) -> tuple[Span, ...]:
    """What has to be known before they are called, then why to call them, as far as there is room."""
    marks = marks_of(call, scene)
    parts: list[Span] = []
    for each in marks[:2]:
        parts += [cut(each, max(1, room - cells(parts) - _LEAST)), quiet(" · ")]
    return (*parts, cut(span(call.about), max(1, room - cells(parts))))


def marks_of(call: Call, scene: Scene) -> list[Span]:
    """Who is calling already, that they asked for no calls, that we owe one, that the last contact went badly."""
    marks = []
    if call.claim is not None:
        by = scene.called(None, call.claim.by)
        marks.append(span("you are calling" if by == "you" else f"{by} is calling", Role.WARN))
    if call.no_calls:
        marks.append(Span("asked not to be called", Role.BAD))
    if call.call_owed:
        marks.append(Span("we owe a call", Role.WARN))
    if call.went_badly:
        marks.append(Span("last went badly", Role.WARN))
    return marks


def owner_span(call: Call, scene: Scene, *, short: bool = False) -> Span:
    """Who is to call: `you`, a name, a branch, `anybody`."""
    if call.owner_id is not None:
        name = scene.called(call.owner_id, call.owner)
        return quiet(given(name) if short else name)
    return quiet(call.branch or "anybody")


def _cell(part: Span, width: int) -> tuple[Span, ...]:
    shown = cut(part, width)
    return (shown, Span(" " * (width - cells((shown,)))))


def calls_line(choices: Sequence[tuple[str, str, bool]], done: Tally, left: int, width: int) -> Line:
    """Whose list it is among those there are, and what the day brought."""
    spans: list[Span] = [Span(" ")]
    for key, words, is_shown in choices:
        role = Role.STRONG if is_shown else Role.QUIET
        spans += [span(key, Role.KEY), Span(" ● " if is_shown else " ○ ", role), span(words, role), Span("   ")]
    told = quiet(f"{tally_words(done, left)} ")
    return Line(tuple(spans), (told,) if cells(spans) + cells((told,)) <= width else ())


def nobody_to_call(rules_on: int, ways: Ways, done: Tally) -> list[Item]:
    """What to do where nobody is listed: turn on a rule, or be glad."""
    if not rules_on:
        head, keys = (
            "No rule is on, so nobody is listed.",
            [(ways.rules, "shows the rules; a supervisor turns them on")],
        )
    elif done.called:
        head, keys = "That was everybody for today.", [(ways.rules, "shows the rules that fill this list")]
    else:
        head, keys = "Nobody is to be called today.", [(ways.rules, "shows the rules that fill this list")]
    keys += [(ways.desk, "shows whom anybody is to call")] if ways.desk else []
    keys.append((ways.find, "finds a customer, to plan an outreach of your own"))
    lines = [BLANK, Line((span(head, Role.STRONG),)), BLANK]
    lines += [Line((span(f"{key:<6}", Role.KEY), quiet(words))) for key, words in keys]
    return [Item(tuple(lines))]
