"""What was said: one contact an item, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.conversation import Direction, Mood
from deskui.ui.format import moment_words
from deskui.ui.lines import Item, Line, Role, Span, quiet, spaced, span, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.conversation import Conversation
    from deskui.ui.panels.scene import Scene

_MOODS = {
    Mood.GOOD: Span("good +", Role.GOOD),
    Mood.EVEN: Span("", Role.QUIET),
    Mood.BAD: Span("bad !", Role.BAD),
}


def conversations(talks: Iterable[Conversation], scene: Scene, width: int, most: int = 3) -> list[Item]:
    """An item for each contact: when, where, who and how long; then what it was about, in `most` lines."""
    return [_talk(talk, scene, width, most) for talk in talks] or [
        Item((Line((quiet("Nobody has spoken with them yet; c logs a contact."),)),))
    ]


def _talk(talk: Conversation, scene: Scene, width: int, most: int) -> Item:
    way = talk.channel.value if talk.direction is Direction.IN else f"{talk.channel.value}, we called"
    length = f"{talk.minutes} min" if talk.minutes else ""
    missed = span("not reached", Role.WARN) if not talk.reached else None
    case = quiet(f"#{talk.case_number}") if talk.case_number else None
    parts = (
        span(moment_words(talk.at, scene.now, scene.zone), Role.TITLE),
        span(way),
        span(talk.employee),
        quiet(length),
        missed,
        case,
    )
    head = Line(spaced(parts), (_MOODS[talk.mood],))
    said = wrapped(talk.summary, width, Role.QUIET, indent=2, most=most) if talk.summary else ()
    return Item((head, *said), ("conversation", talk.id))
