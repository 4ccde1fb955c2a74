"""The form that plans a follow-up in one line, and what can be done to one."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from deskui.domain.due.due_list import as_due
from deskui.domain.due.follow_up import FollowUpKind
from deskui.domain.ids import EmployeeId
from deskui.domain.moments import date_words
from deskui.domain.typed import FollowUpTyped
from deskui.errors import BadInput, Conflict
from deskui.ui.dialogs.cases.which import case_at_hand, case_choice, case_of
from deskui.ui.dialogs.doubts import ROOM
from deskui.ui.dialogs.due import another_day
from deskui.ui.drafts import about
from deskui.ui.format import ahead_words, day_words
from deskui.ui.kit.chooser import Chooser, Picked
from deskui.ui.kit.fields import Field, choice
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.look import Looked
from deskui.ui.lines import Line, Role, quiet, span, wrapped
from deskui.ui.panels.fitting import cut

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.due.follow_up import FollowUp
    from deskui.domain.due.follow_up_line import FollowUpReading
    from deskui.domain.pages import CustomerView
    from deskui.domain.staff import Employee
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.desk import DeskScreen

PLACEHOLDER: Final = "e.g. ask how it went in 3 days"
_LONGEST_TITLE: Final = 40


class _Way(Enum):
    """What can be done to a follow-up."""

    DONE = 1
    ANOTHER_DAY = 2


def plan_follow_up(desk: DeskScreen) -> None:
    """Plan something to do for the customer, with the staff to choose from."""
    view = desk.shown

    async def ask() -> None:
        staff = await desk.app.counter.answer(lambda each: each.shop.staff())
        desk.app.open_form(follow_up_form(view, staff, desk.app.scene()))

    desk.app.guarded(ask())


def follow_up_form(view: CustomerView, staff: Sequence[Employee], scene: Scene) -> FormSpec:
    """Something to do for the customer on a day, by whoever plans it or by somebody else."""
    who = view.customer

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        read = desk.follow_ups.reading(typed["line"])
        if read.due is None:
            raise BadInput(read.refusal, "line")
        owner = EmployeeId(int(typed["owner"])) if typed["owner"] else None
        kind = FollowUpKind(typed["kind"])
        task = FollowUpTyped(read.what, read.due, owner, case_of(typed), kind=kind)
        done = desk.follow_ups.add(who.id, task, operation)
        return Saved(done, f"Planned for {date_words(read.due, scene.today.year)}")

    def look(desk: Desk, typed: Mapping[str, str], _newest: tuple[str, ...]) -> Looked:
        line = typed["line"]
        return Looked({"line": reading_lines(desk.follow_ups.reading(line), scene)} if line.strip() else {})

    draft = about(who, f"follow_up:{who.number}", "follow-up", "follow_up")
    fields = _fields(view, staff, scene)
    return FormSpec(f"A follow-up for {who.name}", fields, work, draft, look=look, enter_saves=True)


def _fields(view: CustomerView, staff: Sequence[Employee], scene: Scene) -> tuple[Field, ...]:
    me = "" if scene.me is None else str(scene.me.id)
    line = Field("line", "What and when", placeholder=f"{PLACEHOLDER} · fri: send it", below=3)
    return (
        replace(line, also=("The follow-up", "The day")),
        choice("kind", "Kind", [each.value for each in FollowUpKind]),
        choice("owner", "Who does it", [(str(each.id), each.name) for each in staff], me),
        case_choice(view, case_at_hand(view)),
    )


def reading_lines(read: FollowUpReading, scene: Scene) -> tuple[Line, ...]:
    """What is to be done and on which day, or what to write."""
    if read.due is None:
        return wrapped(read.refusal, ROOM, Role.WARN, most=3)
    day = f"{date_words(read.due, scene.today.year)}, {ahead_words(read.due, scene.today)}"
    return wrapped(f"{read.what} · {day}", ROOM, Role.STRONG, most=3)


def follow_up_menu(desk: DeskScreen, row: object) -> None:
    """Say that the follow-up with that id is done, or give it another day."""
    view, scene = desk.shown, desk.app.scene()
    task = next(each for each in view.follow_ups if each.id == row)

    def chosen(picked: Picked[_Way] | None) -> None:
        if picked == Picked(_Way.ANOTHER_DAY):
            desk.app.open_form(another_day(as_due(task, view.customer), scene))
        elif picked is not None:
            desk.app.guarded(_settle(desk, task))

    due = quiet(f"due {day_words(task.due_on, scene.today)}")
    ways = [
        (_Way.DONE, (Line((span("It is done"),), (due,)),)),
        (_Way.ANOTHER_DAY, (Line((span("Another day"),)),)),
    ]
    desk.app.push_screen(Chooser(cut(span(task.what), _LONGEST_TITLE).text, ways, (("x", "done"),)), chosen)


async def _settle(desk: DeskScreen, task: FollowUp) -> None:
    operation = str(uuid4())
    try:
        done = await desk.app.write(lambda each: each.follow_ups.settle(task.id, task.version, operation=operation))
    except Conflict:
        case = None if desk.view is None else desk.view.case
        desk.show_case(None if case is None else case.id)
        desk.say("A colleague has done or moved it meanwhile; it is shown as it stands now.", Role.WARN)
    else:
        desk.app.say_done("Follow-up done", done)
