"""The desk and its staff in a table: hours, who is there until when, and what each still has open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from deskui.domain.working_hours.availability import open_words
from deskui.domain.working_hours.words import hours_words
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, strong
from deskui.ui.panels.duty import duty_words
from deskui.ui.panels.fitting import cells, cut

if TYPE_CHECKING:
    from deskui.domain.working_hours.on_duty import OnDuty
    from deskui.domain.working_hours.roster import Load, Roster
    from deskui.ui.panels.scene import Scene

DESK: Final = ("desk", 0)
"""The key of the first row."""
_WIDE: Final = 86
_NAME, _ROLE, _EXTENSION, _DUTY = 19, 11, 6, 19


def roster_items(roster: Roster, scene: Scene, width: int) -> list[Item]:
    """The hours of the desk, then a line for each of the staff; the cursor goes to all of them."""
    return [
        Item(_desk(roster, scene, width), DESK),
        Item((BLANK, _headings(width))),
        *(Item((_row(duty, load, scene, width),), ("employee", duty.employee.id)) for duty, load in roster.staff),
    ]


def _desk(roster: Roster, scene: Scene, width: int) -> tuple[Line, ...]:
    now = span(f"Desk hours: {open_words(roster.hours, scene.now)}", Role.STRONG)
    kept = quiet(hours_words(roster.hours.week))
    room = width - cell_len(now.text) - 2
    lines = [Line((now,), (cut(kept, room),) if room > 8 else ())]
    if roster.recounted < 100:
        words = f"Counting all promises anew in these hours … {roster.recounted} %; advice is rough until then."
        lines.append(Line((Span(words, Role.WARN),)))
    return tuple(lines)


def _headings(width: int) -> Line:
    names = ("cases", "promises", "follow-ups") if width >= _WIDE else ("cases", "to do")
    return Line((), tuple(quiet(f"{name:>{_column(name)}}") for name in names))


def _row(duty: OnDuty, load: Load, scene: Scene, width: int) -> Line:
    who = duty.employee
    mine = scene.me is not None and scene.me.id == who.id
    name = cut(strong(who.name) if mine else span(who.name), _NAME - 2)
    role = quiet(f"{'you' if mine else who.role.value}")
    spans: list[Span] = []
    for part, room in ((name, _NAME), (role, _ROLE), (cut(quiet(who.extension), _EXTENSION - 1), _EXTENSION)):
        spans += [part, Span(" " * max(1, room - cells([part])))]
    counts = [("cases", load.cases), ("promises", load.promises), ("follow-ups", load.follow_ups)]
    if width < _WIDE:
        counts = [("cases", load.cases), ("to do", load.promises + load.follow_ups)]
    tail = tuple(
        Span(f"{count or '·':>{_column(name)}}", Role.TEXT if count else Role.FAINT) for name, count in counts
    )
    return Line((*spans, cut(duty_words(duty, scene), _DUTY)), tail)


def _column(name: str) -> int:
    return max(len(name), 5) + 2
