"""Who is on duty until when: here and away by one key, hours, and work handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final
from uuid import uuid4

from textual.binding import Binding, BindingType

from deskui.ui.dialogs.cases.hand_over import hand_over_all_form
from deskui.ui.dialogs.staff.hire import hiring_form
from deskui.ui.dialogs.staff.hours import desk_hours_form, own_hours_form
from deskui.ui.kit.living_list import LivingList
from deskui.ui.lines import Role, span
from deskui.ui.panels.duty import duty_words
from deskui.ui.panels.roster import roster_items

if TYPE_CHECKING:
    from deskui.desk.desk import Desk
    from deskui.domain.working_hours.on_duty import OnDuty
    from deskui.domain.working_hours.roster import Load, Roster
    from deskui.ui.lines import Item
    from deskui.ui.screens.desk import DeskScreen

_LOOKS_AGAIN: Final = 2.0
"""Seconds after which the list is read again: duty goes by the clock, and others write too."""


def show_staff(desk: DeskScreen) -> None:
    """Show the hours of the desk and its staff, with the cursor on the person acting."""
    me = desk.app.scene().me
    desk.app.push_screen(StaffList(None if me is None else ("employee", me.id)))


class StaffList(LivingList["Roster"]):
    """The desk and everybody on the staff list."""

    KEYS = (("Enter", "here / away"), ("h", "hours"), ("a", "hand over all"), ("n", "new"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "switch", show=False),
        Binding("h", "hours", show=False),
        Binding("a", "hand_over_all", show=False),
        Binding("n", "hire", show=False),
    ]

    def __init__(self, at: object) -> None:
        super().__init__("Staff", at)

    def on_mount(self) -> None:
        """Look again now and then."""
        self.set_interval(_LOOKS_AGAIN, self._tick)

    def _tick(self) -> None:
        if self.is_current and self.app.quiet_for() > 1:
            self.read()

    def question(self, desk: Desk) -> Roster:
        """Hours, staff and what they have open."""
        return desk.duty.roster()

    def rows(self, answer: Roster, width: int) -> list[Item]:
        """A table of them."""
        return roster_items(answer, self.app.scene(), width)

    def _chosen(self) -> tuple[OnDuty, Load] | None:
        staff = () if self.shown is None else self.shown.staff
        return next((row for row in staff if ("employee", row[0].employee.id) == self.list.key), None)

    def on_item_list_chosen(self) -> None:
        """Enter: here or away."""
        self.action_switch()

    def action_switch(self) -> None:
        """Whoever is away is here, and the other way round; the same key flips it back."""
        if (row := self._chosen()) is None:
            self.say("The desk is open by its hours; h changes them.", Role.WARN)
            return
        who, key = row[0].employee, str(uuid4())

        async def switch() -> None:
            await self.app.write(lambda desk: desk.duty.switch(who, not who.present, key))
            now = await self.app.counter.answer(lambda desk: desk.duty.roster())
            duty = next(each for each, _ in now.staff if each.employee.id == who.id)
            self.app.say(f"{span(who.name).text} is {_where(duty, duty_words(duty, self.app.scene()).text)}")

        self.app.guarded(switch())

    def action_hours(self) -> None:
        """The hours of the person under the cursor, or of the desk."""
        scene, row = self.app.scene(), self._chosen()
        if row is not None:
            self.app.open_form(own_hours_form(row[0].employee, scene))
        elif self.shown is not None:
            self.app.open_form(desk_hours_form(self.shown, scene))

    def action_hire(self) -> None:
        """Put a colleague on the staff list."""
        self.app.open_form(hiring_form())

    def action_hand_over_all(self) -> None:
        """All that the person under the cursor has open goes to somebody else."""
        row, shown = self._chosen(), self.shown
        if row is None or shown is None:
            self.say("Put the cursor on a colleague first; a hands over their work.", Role.WARN)
            return
        duty, load = row
        if not (load.cases or load.follow_ups):
            self.say(f"{duty.employee.name} has no open case and no follow-up to hand over.", Role.WARN)
        elif len(shown.staff) < 2:
            self.say("There is nobody else on the staff list; n adds a colleague.", Role.WARN)
        else:
            form = hand_over_all_form(duty.employee, load, [each for each, _ in shown.staff], self.app.scene())
            self.app.open_form(form)


def _where(duty: OnDuty, words: str) -> str:
    if not duty.employee.present:
        return "away from now on"
    if duty.is_on and duty.moment is None:
        return "here"
    return f"here, {words}" if duty.is_on else f"not away any more, {words}"
