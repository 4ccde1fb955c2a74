"""The desk, its staff and people of other firms in a table: hours, who is there, and what each still has open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from deskui.domain.directory import contact_person, matches
from deskui.domain.working_hours.availability import OUR_TIME, open_words
from deskui.domain.working_hours.words import hours_words
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, strong
from deskui.ui.panels.duty import duty_words
from deskui.ui.panels.fitting import cells, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.directory import Reach
    from deskui.domain.staff import Employee
    from deskui.domain.working_hours.on_duty import OnDuty
    from deskui.domain.working_hours.roster import Load, Roster
    from deskui.ui.panels.scene import Scene

DESK: Final = ("desk", 0)
"""The key of the first row."""
_WIDE: Final = 86
_NAME, _ROLE, _EXTENSION, _DUTY = 17, 14, 6, 19
_THERE: Final = 22


def roster_items(roster: Roster, scene: Scene, width: int, typed: str = "") -> list[Item]:
    """The hours of the desk, a line for each of the staff, then one for each of other firms; the cursor goes to all.

    With something `typed` only those whom it fits.
    """
    outside = [each for each in roster.directory if each.employee.is_outside and matches(each.employee, typed)]
    people = [
        Item((_row(duty, load, scene, width),), ("employee", duty.employee.id))
        for duty, load in roster.staff
        if matches(duty.employee, typed)
    ]
    if typed and not people and not outside:
        return [nobody_fits(typed)]
    return [
        *([] if typed else [Item(_desk(roster, scene, width), DESK)]),
        *([Item((BLANK, _headings(width)))] if people else []),
        *people,
        *directory_items(outside, scene, width),
    ]


def directory_items(people: Sequence[Reach], scene: Scene, width: int) -> list[Item]:
    """A line for each: name, role, extension, whether they are there; those of other firms below a heading."""
    firms = next((each for each in people if each.employee.is_outside), None)
    rows = []
    for each in people:
        if each is firms:
            rows.append(Item((BLANK, Line((span("Other firms", Role.TITLE),)))))
        rows.append(Item((_reached(each, scene, width),), ("employee", each.employee.id)))
    return rows


def nobody_fits(typed: str) -> Item:
    """What stands where nobody is found."""
    return Item((Line((quiet(f"Nobody fits {typed.strip()}; less of it finds more."),)),))


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
    spans = _who(duty.employee, scene)
    counts = [("cases", load.cases), ("promises", load.promises), ("follow-ups", load.follow_ups)]
    if width < _WIDE:
        counts = [("cases", load.cases), ("to do", load.promises + load.follow_ups)]
    tail = tuple(
        Span(f"{count or '·':>{_column(name)}}", Role.TEXT if count else Role.FAINT) for name, count in counts
    )
    return Line((*spans, cut(duty_words(duty, scene), _DUTY)), tail)


def _reached(reach: Reach, scene: Scene, width: int) -> Line:
    """Somebody who is called: whether they are there, and their firm where it fits."""
    said = contact_person(reach, scene.now, scene.zone)
    there = Span(said.availability.removesuffix(OUR_TIME), Role.GOOD if said.is_there else Role.QUIET)
    spans = (*_who(reach.employee, scene), cut(there, _THERE))
    room = width - cells(spans) - 2
    firm = cut(quiet(said.company), room) if said.company and room > 4 else None
    return Line(spans, () if firm is None else (firm,))


def _who(who: Employee, scene: Scene) -> list[Span]:
    """Name, role and extension, in columns."""
    mine = scene.me is not None and scene.me.id == who.id
    name = cut(strong(who.name) if mine else span(who.name), _NAME - 2)
    role = quiet("you" if mine else who.role.value)
    spans: list[Span] = []
    for part, room in ((name, _NAME), (role, _ROLE), (cut(quiet(who.extension), _EXTENSION - 1), _EXTENSION)):
        spans += [part, Span(" " * max(1, room - cells([part])))]
    return spans


def _column(name: str) -> int:
    return max(len(name), 5) + 2
