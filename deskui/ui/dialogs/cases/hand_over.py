"""The forms that give work to a colleague: one case, or all that somebody has open."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from deskui.domain.ids import EmployeeId
from deskui.ui.drafts import DraftOf, about
from deskui.ui.format import count_words
from deskui.ui.kit.fields import choice, text
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.look import Looked
from deskui.ui.lines import BLANK, Role, span, wrapped
from deskui.ui.panels.duty import duty_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from deskui.domain.customer import Customer
    from deskui.domain.done import Done
    from deskui.domain.staff import Employee
    from deskui.domain.working_hours.on_duty import OnDuty
    from deskui.domain.working_hours.roster import Load
    from deskui.ui.kit.fields import Field
    from deskui.ui.kit.look import Look
    from deskui.ui.lines import Line
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.desk import DeskScreen

_WIDTH = 70


def acknowledge(desk: DeskScreen) -> None:
    """Say that the case on screen was seen by whom it was given to."""
    given = desk.case.hand_over
    assert given is not None, "the row of a hand-over has one"
    key, knows = str(uuid4()), f"; {span(given.giver).text} knows" if given.giver else ""
    said = f"Seen{knows}; {desk.app.undo_key} takes it back"
    desk.app.write_soon(lambda each: each.duty.acknowledge(given.id, key), said)


def hand_over_case(desk: DeskScreen) -> None:
    """Give the case on screen to somebody, with who is on duty to choose from."""
    case = desk.case

    async def ask() -> None:
        staff = await desk.app.counter.answer(lambda each: each.duty.all_on_duty(each.shop.staff()))
        if all(each.employee.id == case.owner_id for each in staff):
            desk.say("There is nobody else on the staff list; s and n add a colleague.", Role.WARN)
            return
        desk.app.open_form(hand_over_form(case, desk.shown.customer, staff, desk.app.scene()))

    desk.app.guarded(ask())


def hand_over_form(case: Case, who: Customer, staff: Sequence[OnDuty], scene: Scene) -> FormSpec:
    """Somebody else for the case, and what they need to know; whoever does not own it begins with themselves."""
    names = {str(each.employee.id): each.employee.name for each in staff}

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        to = EmployeeId(int(typed["owner"]))
        done = desk.duty.hand_over(case.id, to, typed["note"], operation, version=version)
        return Saved(done, f"Case handed over to {names[typed['owner']]}")

    whose = f"It is {case.owner}'s now. " if case.owner else ""
    return FormSpec(
        f"Hand over case #{case.number}",
        _fields((each for each in staff if each.employee.id != case.owner_id), scene, is_taken=True),
        work,
        about(who, f"owner:{case.number}", "hand-over", "owner"),
        version=case.version,
        about=_about(f"{whose}The note is what they need to know; it waits for them until they have seen it."),
        look=asking_if_absent(scene),
    )


def hand_over_all_form(giver: Employee, load: Load, staff: Sequence[OnDuty], scene: Scene) -> FormSpec:
    """Somebody else for all cases and follow-ups of a colleague."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.duty.hand_over_all(giver.id, EmployeeId(int(typed["owner"])), typed["note"], operation)

    work_words = f"{count_words(load.cases, 'open case')} and {count_words(load.follow_ups, 'follow-up')}"
    words = f"{work_words}. What is promised in a case goes with it; other promises stay with who made them."
    return FormSpec(
        f"Hand over all of {giver.name}'s work",
        _fields((each for each in staff if each.employee.id != giver.id), scene),
        work,
        DraftOf(f"owner:all:{giver.id}"),
        about=_about(words),
        said=_handed(load),
        look=asking_if_absent(scene),
    )


def asking_if_absent(scene: Scene, again: str = "hands it over all the same") -> Look:
    """Ask once before work goes to somebody who is not there; `again` is what saving in spite of that does."""

    def look(desk: Desk, typed: Mapping[str, str], _newest: tuple[str, ...]) -> Looked:
        people = [each for each in desk.shop.staff() if str(each.id) == typed["owner"]]
        absent = [each for each in desk.duty.all_on_duty(people) if not each.is_on]
        if not absent:
            return Looked()
        return Looked(doubts=(f"{_absence(absent[0], scene)}.",), again=again)

    return look


def _absence(duty: OnDuty, scene: Scene) -> str:
    words = duty_words(duty, scene).text
    name = span(duty.employee.name).text
    return f"{name} is away" if duty.moment is None else f"{name} is not here, {words}"


def _about(words: str) -> tuple[Line, ...]:
    return (*wrapped(words, _WIDTH, Role.QUIET), BLANK)


def _fields(staff: Iterable[OnDuty], scene: Scene, *, is_taken: bool = False) -> tuple[Field, ...]:
    """To whom, those first who are there now, and a note; with `is_taken` whoever is acting may be meant first."""
    me = "" if scene.me is None else str(scene.me.id)
    people = staff_choices(staff, scene)
    values = [value for value, _ in people]
    others = [value for value in values if value != me]
    first = me if is_taken and me in values else (others or values)[0]
    return (choice("owner", "To whom", people, first), text("note", "The note", rows=4))


def staff_choices(staff: Iterable[OnDuty], scene: Scene) -> list[tuple[str, str]]:
    """Colleagues as choices, those first who are there now."""
    return [(str(each.employee.id), _label(each, scene)) for each in sorted(staff, key=lambda each: not each.is_on)]


def _label(each: OnDuty, scene: Scene) -> str:
    mine = "you, " if scene.me is not None and scene.me.id == each.employee.id else ""
    return f"{each.employee.name}, {mine}{duty_words(each, scene).text}"


def _handed(load: Load) -> str:
    cases = count_words(load.cases, "case")
    return f"{cases} handed over, and the follow-ups" if load.cases else "Follow-ups handed over"
