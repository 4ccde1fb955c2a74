"""Whom to call about a case: choosing them, what they are called about, and the calls to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import uuid4

from textual.binding import Binding, BindingType

from deskui.ui.dialogs.cases.inquiry import log_call, show_call
from deskui.ui.dialogs.staff.choosing import PersonChooser
from deskui.ui.kit.living_list import LivingList
from deskui.ui.kit.marking import Marks
from deskui.ui.lines import Item, Line, Role, quiet, span
from deskui.ui.panels.who_to_call import calling_items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from deskui.domain.directory import Calling, Matter, Reach
    from deskui.domain.ids import EmployeeId
    from deskui.ui.screens.desk import DeskScreen
    from deskui.ui.shell import Shell


def who_to_call(desk: DeskScreen) -> None:
    """Whom one calls about the case on screen, or the choice of somebody where nobody is named yet."""
    calling, panel = desk.shown.calling, desk.pane.panel("case")
    at = panel.key if panel.has_focus else None
    if calling is None or not calling.contacts:
        choose_person(desk.app, desk.case, at)
    else:
        desk.app.push_screen(WhoToCall(desk.case, at))


def call_contact(desk: DeskScreen, contact: object) -> None:
    """Log a call to that contact person."""
    calling = desk.shown.calling
    people = () if calling is None else (each.reach.employee for each in calling.contacts)
    who = next((each for each in people if each.id == contact), None)
    if who is not None:
        log_call(desk.app, who, desk.case.id)


class WhoToCall(LivingList["Calling"]):
    """The contact persons of a case and the calls to them."""

    KEYS = (("Enter", "log a call, read one"), ("n", "somebody else"), ("m", "about what"), ("D", "not any more"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "choose", show=False),
        Binding("m", "cover", show=False),
        Binding("D", "clear", show=False),
    ]

    def __init__(self, case: Case, at: object) -> None:
        super().__init__(f"Who to call about case #{case.number}", at)
        self._case, self._on = case, at

    def question(self, desk: Desk) -> Calling:
        """Whom one calls, and what was said."""
        return desk.directory.of_case(desk.cases.case(self._case.id))

    def rows(self, answer: Calling, width: int) -> list[Item]:
        """As in the panel of the case."""
        nobody = [Item((Line((quiet("Nobody is named; n names somebody."),)),))]
        items = calling_items(answer, self.app.scene(), width)
        return items if answer.contacts else [*nobody, *items]

    def _chosen(self) -> Reach | None:
        contacts = () if self.shown is None else self.shown.contacts
        reaches = (each.reach for each in contacts)
        return next((each for each in reaches if ("contact", each.employee.id) == self.list.key), None)

    def on_item_list_chosen(self) -> None:
        """Enter: log a call to the person, or read the one that was made."""
        if (reach := self._chosen()) is not None:
            log_call(self.app, reach.employee, self._case.id)
        elif isinstance(self.list.key, tuple):
            show_call(self.app, self.list.key[1])

    def action_choose(self) -> None:
        """One more person, or another one."""
        choose_person(self.app, self._case, self._on)

    def action_cover(self) -> None:
        """Mark what the person under the cursor is called about."""
        if (reach := self._chosen()) is None:
            self.say("Put the cursor on a person first; m marks what they are called about.", Role.WARN)
        else:
            cover(self.app, self._case, reach, None)

    def action_clear(self) -> None:
        """The person under the cursor is not called about this case any more."""
        reach, case, key = self._chosen(), self._case.id, str(uuid4())
        if reach is None:
            self.say("Put the cursor on a person first; D takes them off this case.", Role.WARN)
            return
        who = reach.employee
        self.app.write_soon(
            lambda desk: desk.directory.call_about(who.id, (), desk.directory.matters_of_case(case), key),
            f"{span(who.name).text} is not called about this any more; {self.app.undo_key} brings it back",
        )


def choose_person(app: Shell, case: Case, at: object) -> None:
    """Choose somebody of the directory, then what they are called about; `at` is the row the cursor was on."""

    async def ask() -> None:
        people = await app.counter.answer(lambda desk: desk.directory.everybody())
        app.push_screen(PersonChooser(f"Who to call about case #{case.number}", people), chosen)

    def chosen(reach: Reach | None) -> None:
        if reach is not None:
            cover(app, case, reach, at)

    app.guarded(ask())


def cover(app: Shell, case: Case, reach: Reach, at: object) -> None:
    """Mark what somebody is called about; a case without numbers is all of it."""
    who = reach.employee

    async def ask() -> None:
        matters = await app.counter.answer(lambda desk: desk.directory.matters_of_case(case.id))
        if len(matters) == 1:
            save(matters, matters)
            return
        rows = [(each, _row(each, who.id, case)) for each in matters]
        marks = Marks(f"What {who.name} is called about", rows, _begun(matters, who.id, at))
        app.push_screen(marks, lambda marked: None if marked is None else save(marked, matters))

    def save(marked: Sequence[Matter], matters: Sequence[Matter]) -> None:
        others, key, name = [each for each in matters if each not in marked], str(uuid4()), span(who.name).text
        if [each for each in matters if each.contact_id == who.id] == list(marked):
            app.say(f"{name} is called about that already", Role.QUIET)
            return
        said = f"{name} is whom to call" if marked else f"{name} is not called about this any more"
        app.write_soon(
            lambda desk: desk.directory.call_about(who.id, marked, others, key),
            f"{said}; {app.undo_key} takes it back",
        )

    app.guarded(ask())


def _begun(matters: Sequence[Matter], who: EmployeeId, at: object) -> list[Matter]:
    """What is marked at first: what they have, else the number under the cursor, else the whole case."""
    theirs = [each for each in matters if each.contact_id == who]
    under = [each for each in matters if each.reference_id is not None and ("reference", each.reference_id) == at]
    return theirs + [each for each in under if each not in theirs] or list(matters[:1])


def _row(matter: Matter, who: EmployeeId, case: Case) -> Line:
    """A number or the whole case, and at the right edge that somebody else has it."""
    taken = (quiet("somebody else"),) if matter.contact_id not in (None, who) else ()
    which = "the whole case" if matter.case_id == case.id else f"the part of it that was #{matter.case_number}"
    name = span(matter.number or f"{which}: {matter.subject}")
    return Line((name,), taken)
