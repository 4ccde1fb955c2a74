"""What was said: one contact an item, newest first."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from deskui.domain.conversation import Channel, Direction, Mood
from deskui.ui.format import moment_words
from deskui.ui.lines import Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cells, given, laid
from deskui.ui.panels.promise_words import due_words, outcome_words
from deskui.ui.panels.told import in_short

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from deskui.domain.conversation import Conversation
    from deskui.domain.ids import ConversationId
    from deskui.domain.pages import CustomerView
    from deskui.domain.promises.view import PromiseView
    from deskui.domain.review.item import FixRequest
    from deskui.ui.panels.scene import Scene

    Left = Mapping[ConversationId, Sequence[tuple[str, Span]]]
    """By contact: words, and how it stands now, which may be empty."""

NOTHING: Final[Left] = {}
_INDENT: Final = 2

_MOODS = {
    Mood.GOOD: Span("good +", Role.GOOD),
    Mood.EVEN: Span("", Role.QUIET),
    Mood.BAD: Span("bad !", Role.BAD),
}

_WE: Final = {
    Channel.PHONE: "we phoned",
    Channel.TEXT: "we texted",
    Channel.EMAIL: "we e-mailed",
    Channel.CHAT: "we chatted",
    Channel.POST: "we wrote",
}
"""What we did when it was us."""


def conversations(
    talks: Iterable[Conversation],
    scene: Scene,
    width: int,
    most: int = 3,
    left: Left = NOTHING,
    asked: Mapping[int, FixRequest] | None = None,
) -> list[Item]:
    """An item for each contact: when, where, who and how long; what it was about, in `most` lines; what it left.

    Below stands what its author was `asked` to put right, by contact.
    """
    return [_talk(talk, scene, width, most, left, (asked or {}).get(talk.id)) for talk in talks] or [
        Item(wrapped("Nobody has spoken with them yet; c logs a contact.", width, Role.QUIET))
    ]


def left_behind(view: CustomerView, scene: Scene) -> Left:
    """What each contact left that still matters: what was told and stands, and what was promised."""
    found: defaultdict[ConversationId, list[tuple[str, Span]]] = defaultdict(list)
    for said in reversed(view.told):
        if said.conversation_id is not None:
            found[said.conversation_id].append((f"told: {in_short(said)}", Span("")))
    for each in view.promises:
        if each.promise.conversation_id is not None:
            found[each.promise.conversation_id].append((_promised(each, scene), outcome_words(each, scene)))
    return found


def _promised(view: PromiseView, scene: Scene) -> str:
    """What was promised there and then, and to when it was moved since: `promised: call back, Mon 12:00, now Tue`."""
    first = due_words(view.promise.due, scene, view.promise.earliest)
    now = f", now {due_words(view.due, scene, view.standing.earliest)}" if view.standing.moved else ""
    return f"promised: {view.promise.what}, {first}{now}"


def _talk(talk: Conversation, scene: Scene, width: int, most: int, left: Left, asked: FixRequest | None) -> Item:
    head, *more = _head(talk, scene, width)
    said = wrapped(talk.summary, width, Role.QUIET, indent=_INDENT, most=most) if talk.summary else ()
    said = (*more, *said)
    below = (line for each in left.get(talk.id, ()) for line in _left(*each, width))
    planned = wrapped(f"next: {talk.next_step}", width, indent=_INDENT, most=most) if talk.next_step else ()
    fix = wrapped(f"! {asked.words}", width, Role.WARN, indent=_INDENT) if asked is not None else ()
    return Item((head, *said, *fix, *below, *planned), ("conversation", talk.id))


def _head(talk: Conversation, scene: Scene, width: int) -> tuple[Line, ...]:
    """When, where and who; its minutes, its case and the family name give way, and no part is ever cut."""
    way = talk.channel.value if talk.direction is Direction.IN else _WE.get(talk.channel, talk.channel.value)
    length = quiet(f"{talk.minutes} min") if talk.minutes else None
    missed = span("not reached", Role.WARN) if not talk.reached else None
    case = quiet(f"#{talk.case_number}") if talk.case_number else None
    start = (span(moment_words(talk.at, scene.now, scene.zone), Role.TITLE), span(way))
    who = scene.called(talk.employee_id, talk.employee)
    ends = ((who, length, missed, case), (who, missed, case), (who, missed), (given(who), missed))
    ways = [(*start, span(name), *rest) for name, *rest in ends]
    mood = (_MOODS[talk.mood],) if _MOODS[talk.mood].text else ()
    first, *more = laid(ways, width - (cells(mood) + 1 if mood else 0), "  ")
    return (Line(first.spans, mood), *(Line((Span(" " * _INDENT), *each.spans)) for each in more))


def _left(words: str, end: Span, width: int) -> tuple[Line, ...]:
    """One thing that a contact left, and how it stands now at the right edge."""
    *above, last = wrapped(words, width - _INDENT, most=3)
    if end.text and cells(last.spans) + cells([end]) + 2 > width - _INDENT:
        above, last = [*above, last], Line()
    lines = [*above, Line(last.spans, (end,) if end.text else ())]
    return tuple(Line((Span(" " * _INDENT), *each.spans), each.tail) for each in lines)
