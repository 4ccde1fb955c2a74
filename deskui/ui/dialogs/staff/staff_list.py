"""The staff directory: who is there until when, here and away by one key, hours, work handed over, other firms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final
from uuid import uuid4

from textual.binding import Binding, BindingType

from deskui.domain.staff import Role as StaffRole
from deskui.ui.dialogs.cases.hand_over import hand_over_all_form
from deskui.ui.dialogs.cases.inquiry import log_call
from deskui.ui.dialogs.staff.choosing import FINDS_BY
from deskui.ui.dialogs.staff.hours import desk_hours_form, own_hours_form
from deskui.ui.dialogs.staff.person import hiring_form, person_form
from deskui.ui.dialogs.staff.pin import set_pin
from deskui.ui.kit.filtered_list import FilteredList
from deskui.ui.kit.own_keys import OwnKeys
from deskui.ui.kit.sheet import INNER
from deskui.ui.lines import BLANK, Role, span
from deskui.ui.panels.duty import duty_words
from deskui.ui.panels.reached import details
from deskui.ui.panels.roster import roster_items
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from deskui.desk.desk import Desk
    from deskui.domain.directory import Reach
    from deskui.domain.staff import Employee
    from deskui.domain.working_hours.on_duty import OnDuty
    from deskui.domain.working_hours.roster import Load, Roster
    from deskui.ui.lines import Item
    from deskui.ui.screens.desk import DeskScreen

_DETAILS: Final = 4
"""Lines below the list that say more of whom the cursor is on."""
_FOOT: Final = 3
"""Lines of the keys, and of what is said above them."""
_LOOKS_AGAIN: Final = 2.0
"""Seconds after which the list is read again: duty goes by the clock, and others write too."""


def show_staff(desk: DeskScreen) -> None:
    """Show the hours of the desk and its staff, with the cursor on the person acting."""
    me = desk.app.scene().me
    desk.app.push_screen(StaffList(None if me is None else ("employee", me.id)))


class StaffList(OwnKeys, FilteredList["Roster"]):
    """The desk, everybody on the staff list and people of other firms, with more on whom the cursor is on."""

    HINT = FINDS_BY
    KEYS = (
        *(("Enter", "open"), ("x", "here / away"), ("/", "find"), ("h", "hours"), ("c", "log a call")),
        *(("a", "hand over all"), ("n", "new"), ("p", "PIN"), ("D", "remove")),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "switch", show=False),
        Binding("h", "hours", show=False),
        Binding("a", "hand_over_all", show=False),
        Binding("n", "hire", show=False),
        Binding("e,E", "edit", show=False),
        Binding("c", "log_call", show=False),
        Binding("p", "pin", show=False),
        Binding("D", "remove", show=False),
    ]

    def __init__(self, at: object) -> None:
        super().__init__("Staff", at)

    def contents(self) -> ComposeResult:
        """The list, and between it and the keys who the cursor is on."""
        *above, keys = super().contents()
        yield from above
        yield LineView(id="details")
        yield keys

    def room(self, most: int) -> int:
        """What the frame, those lines and the keys leave."""
        return max(1, min(most, self.most - self.around - _DETAILS - _FOOT))

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
        """A table of those whom it fits."""
        return roster_items(answer, self.app.scene(), width, self.typed)

    def lines(self, answer: Roster) -> int:
        """Lines of the whole table: it keeps its height while something is typed."""
        return sum(len(item.lines) for item in roster_items(answer, self.app.scene(), INNER))

    def came(self, before: Roster | None, at: object) -> None:
        """Rows were read."""
        super().came(before, at)
        self.moved()

    def offered(self) -> Sequence[tuple[str, str]]:
        """PINs are one's own, or an administrator's to give; only those of other firms are removed."""
        me, reach = self.app.scene().me, self._reach()
        who = None if reach is None else reach.employee
        may = {"PIN": who is not None and _may_set_pin(who, me), "remove": who is not None and who.is_outside}
        return [pair for pair in self.KEYS if may.get(pair[1], True)]

    def moved(self) -> None:
        """Say more of whom the cursor is on, and what may be done with them."""
        self.offer_again()
        reach, view = self._reach(), self.query_one("#details", LineView)
        width = view.size.width or INNER
        view.show_lines((BLANK, *(() if reach is None else details(reach, self.app.scene(), width))))

    def _chosen(self) -> tuple[OnDuty, Load] | None:
        staff = () if self.shown is None else self.shown.staff
        return next((row for row in staff if ("employee", row[0].employee.id) == self.list.key), None)

    def _reach(self) -> Reach | None:
        everybody = () if self.shown is None else self.shown.directory
        return next((each for each in everybody if ("employee", each.employee.id) == self.list.key), None)

    def on_item_list_chosen(self) -> None:
        """Enter: all that is kept of somebody, or the hours of the desk."""
        if self._reach() is None:
            self.action_hours()
        else:
            self.action_edit()

    def action_switch(self) -> None:
        """Whoever is away is here, and the other way round; the same key flips it back, and so does undo."""
        if (reach := self._reach()) is None:
            self.say("The desk is open by its hours; h changes them.", Role.WARN)
            return
        who, key = reach.employee, str(uuid4())

        async def switch() -> None:
            done = await self.app.write(lambda desk: desk.duty.switch(who, not who.present, key))
            person = await self.app.counter.answer(lambda desk: desk.directory.person(who.id))
            (duty,) = await self.app.counter.answer(lambda desk: desk.duty.all_on_duty([person]))
            where = _where(duty, duty_words(duty, self.app.scene()).text)
            self.app.say_done(f"{span(who.name).text} is {where}", done)

        self.app.guarded(switch())

    def action_hours(self) -> None:
        """The hours of the person under the cursor, or of the desk."""
        scene, reach = self.app.scene(), self._reach()
        if reach is not None and reach.employee.is_outside:
            self.app.open_form(replace(person_form(reach, scene), focus="hours"))
        elif reach is not None:
            self.app.open_form(own_hours_form(reach.employee, scene))
        elif self.shown is not None:
            self.app.open_form(desk_hours_form(self.shown, scene))

    def action_hire(self) -> None:
        """Put a colleague on the staff list, or somebody of another firm into the directory."""
        self.app.open_form(hiring_form(self.app.scene()))

    def action_edit(self) -> None:
        """All that is kept of whom the cursor is on."""
        if (reach := self._reach()) is None:
            self.say("Put the cursor on somebody first; e changes what is kept of them.", Role.WARN)
        else:
            self.app.open_form(person_form(reach, self.app.scene()))

    def action_log_call(self) -> None:
        """One call to whom the cursor is on, about all that they are called about."""
        if (reach := self._reach()) is None:
            self.say("Put the cursor on somebody first; c logs a call to them.", Role.WARN)
        else:
            log_call(self.app, reach.employee)

    def action_pin(self) -> None:
        """Give whom the cursor is on a PIN, or change one's own."""
        if (row := self._chosen()) is None:
            self.say("Put the cursor on a colleague first; p gives them a PIN.", Role.WARN)
        elif not _may_set_pin(row[0].employee, self.app.scene().me):
            self.say("An administrator gives others a PIN; on yourself p changes your own.", Role.WARN)
        else:
            set_pin(self.app, row[0].employee)

    def action_remove(self) -> None:
        """Take somebody of another firm off the directory."""
        reach, key = self._reach(), str(uuid4())
        if reach is None:
            self.say("Put the cursor on somebody of another firm first; D removes them.", Role.WARN)
            return
        who = reach.employee
        self.app.write_soon(
            lambda desk: desk.directory.remove(who, key),
            f"{span(who.name).text} removed",
            back="brings them back",
        )

    def action_hand_over_all(self) -> None:
        """All that the person under the cursor has open goes to somebody else."""
        row, shown = self._chosen(), self.shown
        if row is None and (reach := self._reach()) is not None:
            self.say(f"{reach.employee.name} has none of our work to hand over.", Role.WARN)
            return
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


def _may_set_pin(who: Employee, me: Employee | None) -> bool:
    """Whether it is their own PIN, or they are an administrator and it is that of one of our staff."""
    return not who.is_outside and (me is None or me.may_act_as(StaffRole.ADMINISTRATOR) or me.id == who.id)


def _where(duty: OnDuty, words: str) -> str:
    if not duty.employee.present:
        return "away from now on"
    if duty.is_on and duty.moment is None:
        return "here"
    return f"here, {words}" if duty.is_on else f"not away any more, {words}"
