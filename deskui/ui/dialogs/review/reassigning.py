"""Giving a case to somebody else, from whatever is about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.ids import EmployeeId
from deskui.ui.dialogs.cases.hand_over import asking_if_absent, staff_choices
from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import Field, choice, text
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.lines import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.feedback import About
    from deskui.domain.working_hours.on_duty import OnDuty
    from deskui.ui.panels.scene import Scene
    from deskui.ui.shell import Within


def open_reassign(screen: Within, about: About, row: int, case_number: int | None) -> None:
    """Give the case that something is about to somebody else, and say why to whoever had it."""
    app = screen.app
    if case_number is None:
        app.say("That is about no case, so there is none to give to somebody else.", Role.WARN)
        return

    async def ask() -> None:
        staff = await app.counter.answer(lambda desk: desk.duty.all_on_duty(desk.shop.staff()))
        app.open_form(_reassign_form(about, row, case_number, staff, app.scene()))

    app.guarded(ask())


def _reassign_form(about: About, row: int, number: int, staff: Sequence[OnDuty], scene: Scene) -> FormSpec:
    names = {str(each.employee.id): each.employee.name for each in staff}

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        to = EmployeeId(int(typed["owner"]))
        done = desk.feedback.reassign(about, row, to, typed["comment"], typed["note"], operation)
        return Saved(done, f"Case #{number} is {names[typed['owner']]}'s now")

    return FormSpec(
        f"Reassign case #{number}",
        (
            choice("owner", "To", staff_choices(staff, scene)),
            Field("comment", "Why", placeholder="only whoever had it reads this", also=("The comment",)),
            text("note", "Note", rows=3),
        ),
        work,
        DraftOf(f"reassign:{about.value}:{row}"),
        look=asking_if_absent(scene),
    )
