"""A case among colleagues: how much it presses, who watches, what waits for a supervisor, what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from deskui.domain.case import CaseStatus, Priority
from deskui.ui.format import day_words, moment_words
from deskui.ui.lines import Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cut
from deskui.ui.panels.promised import heading

if TYPE_CHECKING:
    from deskui.domain.case import Case, CaseSummary
    from deskui.domain.case_work import CaseLink, Escalation
    from deskui.ui.panels.scene import Scene

ROLES: Final = {
    CaseStatus.OPEN: Role.ACCENT,
    CaseStatus.READY: Role.GOOD,
    CaseStatus.CLOSED: Role.QUIET,
}
"""How each status looks; those left out wait for somebody."""
_PRESSING: Final = {Priority.URGENT: Role.BAD, Priority.HIGH: Role.WARN, Priority.LOW: Role.QUIET}
_LONGEST_NAME: Final = 20


class Pressing(Protocol):
    """What has a priority."""

    @property
    def priority(self) -> Priority:
        """How soon it wants to be seen to."""


def urgency(about: Pressing, before: str = "", behind: str = "") -> tuple[Span, ...]:
    """The priority in a word with a gap around it, or nothing where it is as usual."""
    role = _PRESSING.get(about.priority)
    if role is None:
        return ()
    return (Span(f"{before}{about.priority.value}{behind}", role),)


def watched_by(case: Case, scene: Scene, width: int) -> tuple[Line, ...]:
    """Who hears what becomes of it."""
    names = [scene.called(each.employee_id, each.name) for each in case.watchers]
    return wrapped(f"watched by {', '.join(names)}", width, Role.QUIET, most=2) if names else ()


def opened_again(case: Case, width: int) -> list[Item]:
    """Why a case that is open was opened again, and how it had ended."""
    if not case.reason:
        return []
    lines = wrapped(case.reason, width, most=3)
    ended = wrapped(f"had ended: {case.outcome}", width, Role.QUIET, most=3) if case.outcome else ()
    return [heading("Opened again"), Item((*lines, *ended))]


def escalated(case: Case, scene: Scene, width: int) -> list[Item]:
    """What waits for a supervisor."""
    return [_waiting(each, scene, width) for each in case.escalations if each.answered_at is None]


def answered(case: Case, scene: Scene, width: int) -> list[Item]:
    """What was put before a supervisor last, and their answer."""
    rows = [_answered(each, scene, width) for each in case.escalations if each.answered_at is not None]
    return [heading("Escalated"), *rows] if rows else []


def _waiting(raised: Escalation, scene: Scene, width: int) -> Item:
    to = scene.called(raised.receiver_id, raised.receiver)
    by = f" by {scene.called(raised.by_id, raised.by)}" if raised.by else ""
    said = f"Escalated to {to}{by}, {moment_words(raised.at, scene.now, scene.zone)}: {raised.reason}"
    first, *rest = wrapped(said, width, Role.WARN, indent=2, most=6)
    head = Line((Span("! ", Role.WARN), Span(first.spans[0].text[2:], Role.WARN)))
    hint = (Line((quiet("  Enter answers it"),)),) if to == "you" else ()
    return Item((head, *rest, *hint), ("escalation", raised.id))


def _answered(raised: Escalation, scene: Scene, width: int) -> Item:
    assert raised.answered_at is not None, "it is answered"
    assert raised.answer is not None, "it is answered"
    who = scene.called(raised.answered_by_id, raised.answered_by)
    when, words = moment_words(raised.answered_at, scene.now, scene.zone), f": {raised.words}" if raised.words else ""
    asked = wrapped(f"{scene.called(raised.by_id, raised.by)}: {raised.reason}", width, Role.QUIET, most=3)
    return Item((*asked, *wrapped(f"{raised.answer.value} by {who}, {when}{words}", width, most=4)))


def belonging(case: Case, scene: Scene) -> list[Item]:
    """The cases linked to it, and the duplicates that are part of it."""
    rows = [linked(each, case) for each in case.links]
    rows += [part(each, scene) for each in case.merged]
    return [heading("Belongs together"), *rows] if rows else []


def linked(link: CaseLink, case: Case) -> Item:
    """Another case, whose it is if it is somebody else's, how it belongs here and where it stands."""
    whose = "" if link.customer_id == case.customer_id else f"  {cut(span(link.customer), _LONGEST_NAME).text}"
    status = span(link.status.value, ROLES.get(link.status, Role.WARN))
    line = Line(
        (quiet(f"#{link.number}  "), span(link.subject), quiet(whose)), (quiet(f"{link.kind.value}  "), status)
    )
    return Item((line,), ("linked", link.case_id))


def part(merged: CaseSummary, scene: Scene) -> Item:
    """A duplicate that is part of the case now."""
    ended = merged.closed_at or merged.opened_at
    day = day_words(ended.astimezone(scene.zone).date(), scene.today)
    tail = (quiet(f"merged {day}"),)
    return Item((Line((quiet(f"#{merged.number}  "), quiet(merged.subject)), tail),), ("merged", merged.id))
