"""The forms in which working hours are typed: those of a colleague, and those of the desk with its holidays."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from deskui.domain.moments import date_words, length_words
from deskui.domain.working_hours.availability import open_words
from deskui.domain.working_hours.hours import WorkingHours
from deskui.domain.working_hours.opening import DAYS, read_hours, week_text
from deskui.domain.working_hours.typed import EXAMPLES, holidays_typed, week_typed
from deskui.domain.working_hours.words import (
    ALL_DAY,
    holidays_words,
    hours_in_full,
    hours_words,
    span_length,
    week_length,
)
from deskui.errors import BadInput, Conflict
from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import Field
from deskui.ui.kit.form_spec import FormSpec
from deskui.ui.kit.look import Looked
from deskui.ui.lines import Line, Role, quiet, span, wrapped
from deskui.ui.panels.duty import duty_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.staff import Employee
    from deskui.domain.working_hours.opening import Week
    from deskui.domain.working_hours.roster import Roster
    from deskui.ui.panels.scene import Scene

ROOM: Final = 53
"""Cells that a line below a field has in a form of full width."""
_LONG_NIGHT: Final = timedelta(hours=14)
"""Who types `9-5` means the evening; nobody's night is longer than this."""


def own_hours_form(who: Employee, scene: Scene) -> FormSpec:
    """When a colleague works; empty is whenever the desk is open."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        try:
            return desk.duty.set_hours_of(replace(who, version=version), week_typed(typed["hours"]), operation)
        except Conflict as conflict:
            raise _in_words(conflict, scene.zone) from conflict

    field = Field("hours", "Hours", _kept(who.hours, scene.zone), placeholder=f"as the desk · {EXAMPLES}", below=3)
    return FormSpec(
        f"Hours of {who.name}",
        (field,),
        work,
        DraftOf(f"hours:{who.id}"),
        version=who.version,
        look=lambda desk, typed, _newest: _own_hours_read(desk, who, typed["hours"], scene),
        enter_saves=True,
        said=f"Hours of {span(who.name).text} saved",
        unchanged_closes=True,
    )


def _own_hours_read(desk: Desk, who: Employee, typed: str, scene: Scene) -> Looked:
    """The week as it is understood, and whether they would be there now."""
    try:
        week = week_typed(typed)
    except BadInput as refusal:
        return Looked({"hours": _refused(refusal)})
    person = replace(who, present=True, hours="" if week is None else week_text(week))
    now = duty_words(desk.duty.all_on_duty([person])[0], scene)
    if week is None:
        return Looked({"hours": (Line((quiet("whenever the desk is open · "), now)),)})
    return Looked({"hours": (*_read_back(week), Line((quiet(f"{_length(week)} · "), now)))}, _doubts(week))


def desk_hours_form(roster: Roster, scene: Scene) -> FormSpec:
    """When the desk is open, and on which days it is not."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        week, holidays = week_typed(typed["hours"]), holidays_typed(typed["holidays"], scene.today)
        if week is None:
            raise BadInput(f"Say when the desk is open, such as {EXAMPLES}.", "Hours")
        try:
            return desk.duty.set_hours(week, holidays, operation, version=version)
        except Conflict as conflict:
            raise _in_words(conflict, scene.zone) from conflict

    closed, none = holidays_words(roster.hours.holidays), "none · 25 dec, 2027-01-01"
    return FormSpec(
        "Desk hours",
        (
            Field("hours", "Hours", hours_words(roster.hours.week), placeholder=EXAMPLES, below=3),
            Field("holidays", "Holidays", closed, placeholder=none, below=2),
        ),
        work,
        DraftOf("hours:desk"),
        version=roster.version,
        look=lambda _desk, typed, _newest: _desk_hours_read(roster, typed, scene),
        said="Desk hours saved; advice is counted anew",
        unchanged_closes=True,
    )


def _desk_hours_read(roster: Roster, typed: Mapping[str, str], scene: Scene) -> Looked:
    """The week and the holidays as they are understood, and whether the desk would be open now."""
    said: dict[str, tuple[Line, ...]] = {}
    doubts: tuple[str, ...] = ()
    holidays = frozenset(roster.hours.holidays)
    try:
        holidays = frozenset(holidays_typed(typed["holidays"], scene.today))
        said["holidays"] = _days(typed["holidays"], scene)
    except BadInput as refusal:
        said["holidays"] = _refused(refusal)
    try:
        week = week_typed(typed["hours"])
    except BadInput as refusal:
        said["hours"] = _refused(refusal)
    else:
        if week is not None:
            now = open_words(WorkingHours(week, holidays, scene.zone), scene.now)
            said["hours"] = (*_read_back(week), Line((quiet(f"{_length(week)} · "), span(now))))
            doubts = _doubts(week)
    return Looked(said, doubts)


def _read_back(week: Week) -> tuple[Line, ...]:
    return wrapped(hours_in_full(week), ROOM, Role.STRONG, most=2)


def _refused(refusal: BadInput) -> tuple[Line, ...]:
    return wrapped(refusal.sentence, ROOM, Role.WARN, most=3)


def _length(week: Week) -> str:
    minutes = week_length(week) // timedelta(minutes=1)
    return f"{minutes // 60} h{f' {minutes % 60} min' if minutes % 60 else ''} a week"


def _days(typed: str, scene: Scene) -> tuple[Line, ...]:
    words = ", ".join(date_words(day, scene.today.year) for day in holidays_typed(typed, scene.today))
    return wrapped(words, ROOM, Role.QUIET, most=2) if words else ()


def _doubts(week: Week) -> tuple[str, ...]:
    """What is asked once before hours are saved that run through a night nobody works."""
    for day, spans in enumerate(week):
        for each in spans:
            if each != ALL_DAY and each.closes <= each.opens and span_length(each) > _LONG_NIGHT:
                words = f"{DAYS[day]} {each.opens:%H:%M} to {each.closes:%H:%M} of the next day"
                return (f"That is {words}, {length_words(span_length(each))}; 5 in the evening is 17.",)
    return ()


def _kept(hours: str, zone: tzinfo) -> str:
    return hours_words(read_hours(hours, "", zone).week) if hours else ""


def _in_words(conflict: Conflict, zone: tzinfo) -> Conflict:
    """The same refusal with what stands there now as it is typed."""
    theirs = {
        **conflict.theirs,
        "hours": _kept(str(conflict.theirs.get("hours") or ""), zone),
        "holidays": holidays_words(read_hours("", str(conflict.theirs.get("holidays") or ""), zone).holidays),
    }
    return Conflict(conflict.sentence, theirs)
