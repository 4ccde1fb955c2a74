"""Whom to call about the case, and what they said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.moments import near_words
from deskui.ui.lines import Item, Line, Role, quiet, span, wrapped
from deskui.ui.panels.fitting import given
from deskui.ui.panels.promised import heading
from deskui.ui.panels.reached import reached

if TYPE_CHECKING:
    from deskui.domain.directory import Calling, CaseContact, Inquiry
    from deskui.domain.pages import CustomerView
    from deskui.ui.panels.scene import Scene

_MOST_NUMBERS: Final = 2
"""Lines of numbers that somebody is called about."""
_MOST_WORDS: Final = 3


def who_to_call(view: CustomerView, scene: Scene, width: int) -> list[Item]:
    """The section of the case: whom to call, and below them the newest calls."""
    rows = [] if view.calling is None else calling_items(view.calling, scene, width)
    return [heading("Who to call"), *rows] if rows else []


def calling_items(calling: Calling, scene: Scene, width: int) -> list[Item]:
    """An item for each person, then one for each call; the cursor goes to all of them."""
    people = [Item(_contact(each, scene, width), ("contact", each.reach.employee.id)) for each in calling.contacts]
    return [*people, *(Item(called(each, scene, width), ("inquiry", each.id)) for each in calling.inquiries)]


def _contact(contact: CaseContact, scene: Scene, width: int) -> tuple[Line, ...]:
    lines = reached(contact.reach, scene, width)
    if not contact.numbers:
        return lines
    numbers = span(f"for {', '.join(contact.numbers)}").text
    return (*lines, *wrapped(numbers, width, Role.QUIET, indent=2, most=_MOST_NUMBERS))


def called(call: Inquiry, scene: Scene, width: int, most: int = _MOST_WORDS) -> tuple[Line, ...]:
    """`called Rosa Thu 16:10 by Paul: two of four have come`, `tried Rosa Tue 10:05 by you, not reached`."""
    when, who = near_words(call.at, scene.now, scene.zone), given(span(call.contact).text)
    by = scene.called(call.by_id, call.by or "")
    said = f": {call.summary}" if call.summary else ""
    verb, missed = ("called", "") if call.reached else ("tried", ", not reached")
    words = f"{verb} {who} {when}{f' by {by}' if by else ''}{missed}{said}"
    return wrapped(words, width, Role.TEXT if call.reached else Role.QUIET, most=most)


def about_words(number: str, case: int, subject: str) -> Line:
    """What a call was about: a number and its case, or the whole case."""
    if number:
        return Line((span(number), quiet(f"  #{case} {subject}")))
    return Line((span(f"all of #{case}"), quiet(f"  {subject}")))
