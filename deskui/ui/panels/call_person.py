"""Whoever is under the cursor of the call list: the number, why now, what to say, what they love, what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.note import NoteKind
from deskui.ui.format import moment_words
from deskui.ui.lines import BLANK, Line, Role, Span, quiet, span, strong, wrapped
from deskui.ui.panels.calls import hours_span, marks_of
from deskui.ui.panels.conversations import conversations
from deskui.ui.panels.fitting import flowing

if TYPE_CHECKING:
    from deskui.domain.outreach.call_list import Call
    from deskui.domain.pages import CustomerView
    from deskui.ui.panels.scene import Scene

_LABEL: Final = 7


def call_person(call: Call, view: CustomerView | None, scene: Scene, width: int, *, airy: bool) -> list[Line]:
    """Everything that helps to make the call; what is read with the `view` comes as soon as it is there."""
    gap = [BLANK] if airy else []
    lines = [*_head(call, view, width), *_number(call, width), *gap]
    for each in call.reasons:
        lines += _labelled("why", f"{each.title} · {each.words}", width, most=2)
    lines += [Line((Span(" " * _LABEL), each)) for each in marks_of(call, scene)]
    if call.tried and call.tried_at is not None:
        said = f"{call.tried}, {moment_words(call.tried_at, scene.now, scene.zone)}"
        lines += _labelled("tried", said, width, most=1)
    lines += [*gap, *_labelled("say", call.script, width, most=8 if airy else 3)] if call.script else []
    return lines if view is None else [*lines, *_known(view, scene, width, airy=airy)]


def _head(call: Call, view: CustomerView | None, width: int) -> list[Line]:
    called = say = ""
    if view is not None:
        who = view.customer
        called = f'"{who.preferred_name}"' if who.preferred_name and who.preferred_name != who.name else ""
        say = f"({who.say_as})" if who.say_as else ""
    parts = (
        span(f"{call.customer} ", Role.NAME),
        span(called, Role.ACCENT),
        quiet(say),
        span(call.tier, Role.BADGE),
    )
    return list(flowing(parts, width, gap="  "))


def _number(call: Call, width: int) -> list[Line]:
    """The number with its hours."""
    if not call.phone:
        return [Line((span("No phone that may be used; Enter opens the profile, A adds one.", Role.WARN),))]
    wishes = quiet(call.wishes)
    return list(flowing((strong(call.phone), hours_span(call), wishes), width, gap="  "))


def _known(view: CustomerView, scene: Scene, width: int, *, airy: bool) -> list[Line]:
    loves = ", ".join(each.text for each in view.notes if each.kind is NoteKind.INTEREST)
    likes = ", ".join(each.text for each in view.notes if each.kind in (NoteKind.PREFERENCE, NoteKind.CAUTION))
    gap = [BLANK] if airy else []
    lines = [*gap, *_labelled("loves", loves, width, most=3 if airy else 1)] if loves else []
    lines += _labelled("mind", likes, width, most=2 if airy else 1) if likes else []
    talks = conversations(view.conversations.rows[: 3 if airy else 2], scene, width, most=2 if airy else 1)
    return [*lines, *gap, *(line for item in talks for line in item.lines)]


def _labelled(label: str, text: str, width: int, *, most: int) -> list[Line]:
    first, *rest = wrapped(text, width - _LABEL, most=most)
    indent = Span(" " * _LABEL)
    return [Line((quiet(f"{label:<{_LABEL}}"), *first.spans)), *(Line((indent, *each.spans)) for each in rest)]
