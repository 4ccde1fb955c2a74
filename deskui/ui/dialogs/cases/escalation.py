"""Putting a case before a supervisor, and their answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.case_work import Answer, decides
from deskui.domain.ids import EmployeeId
from deskui.ui.dialogs.cases.hand_over import asking_if_absent, staff_choices
from deskui.ui.drafts import DraftOf, about
from deskui.ui.kit.fields import choice, text
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.lines import BLANK, Role, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from deskui.domain.case_work import Escalation
    from deskui.domain.customer import Customer
    from deskui.domain.working_hours.on_duty import OnDuty
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.desk import DeskScreen

_WIDTH: Final = 70
_WAYS: Final = (
    (Answer.TAKEN_OVER.value, "take it over"),
    (Answer.ANSWERED.value, "answer"),
    (Answer.HANDED_BACK.value, "hand it back"),
)


def escalate(desk: DeskScreen) -> None:
    """Put the case on screen before one of the supervisors."""
    case = desk.case

    async def ask() -> None:
        found = await desk.app.counter.answer(lambda each: each.duty.all_on_duty(each.escalations.supervisors()))
        if not found:
            desk.say("There is no other supervisor on the staff list; s and n add one.", Role.WARN)
            return
        desk.app.open_form(escalation_form(case, desk.shown.customer, found, desk.app.scene()))

    desk.app.guarded(ask())


def escalation_form(case: Case, who: Customer, staff: Sequence[OnDuty], scene: Scene) -> FormSpec:
    """To which supervisor, those who are there first, and why."""
    names = {str(each.employee.id): each.employee.name for each in staff}

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        to = EmployeeId(int(typed["owner"]))
        done = desk.escalations.escalate(case.id, to, typed["reason"], operation)
        return Saved(done, f"Case #{case.number} waits for {names[typed['owner']]}")

    words = "It stands in their due list and here until they answer, and you hear what they say."
    return FormSpec(
        f"Escalate case #{case.number}",
        (choice("owner", "To whom", staff_choices(staff, scene)), text("reason", "The reason", rows=4)),
        work,
        about(who, f"escalate:{case.number}", "escalation", "escalate"),
        about=(*wrapped(words, _WIDTH, Role.QUIET), BLANK),
        look=asking_if_absent(scene, "puts it before them all the same"),
        focus="reason",
    )


def answer(desk: DeskScreen, row: object) -> None:
    """Answer an escalation of the case on screen, for whoever may."""
    raised = next(each for each in desk.case.escalations if each.id == row)
    me = desk.app.scene().me
    if me is None or not decides(me):
        desk.say(f"{raised.receiver} has to answer that; it stands in their due list.", Role.WARN)
    else:
        desk.app.open_form(answer_form(raised))


def answer_form(raised: Escalation) -> FormSpec:
    """Take a case over, answer with words, or hand it back."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        how, words = Answer(typed["answer"]), typed["words"]
        verbs = {
            Answer.TAKEN_OVER: desk.escalations.take_over,
            Answer.ANSWERED: desk.escalations.answer,
            Answer.HANDED_BACK: desk.escalations.hand_back,
        }
        return Saved(verbs[how](raised.id, words, operation), f"Case #{raised.case_number} is {how.value}")

    by = f"{raised.by}: " if raised.by else ""
    lines = wrapped(f"{raised.subject}, {raised.customer}", _WIDTH, Role.STRONG, most=2)
    return FormSpec(
        f"Answer for case #{raised.case_number}",
        (choice("answer", "You", _WAYS), text("words", "The answer", rows=4)),
        work,
        DraftOf(f"answer:{raised.id}"),
        about=(*lines, *wrapped(f"{by}{raised.reason}", _WIDTH, most=6), BLANK),
    )
