"""What can be done to a row of the due list, and whose list it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import uuid4

from deskui.domain.conversation import Direction
from deskui.domain.due.due_list import DueKind
from deskui.domain.moments import date_words
from deskui.errors import DeskError
from deskui.ui.dialogs.cases.escalation import answer_form
from deskui.ui.dialogs.contacts.wrap_up import wrap_up_form
from deskui.ui.dialogs.doubts import ROOM
from deskui.ui.dialogs.goodwill.approvals import open_answer
from deskui.ui.dialogs.promises.promise_list import open_promises
from deskui.ui.dialogs.review.put_right import PUT_RIGHT, put_right
from deskui.ui.drafts import DraftOf
from deskui.ui.due_place import Whose
from deskui.ui.format import ahead_words
from deskui.ui.kit.chooser import Chooser, Picked
from deskui.ui.kit.fields import Field
from deskui.ui.kit.form_spec import FormSpec
from deskui.ui.kit.look import Looked
from deskui.ui.kit.question import Confirm
from deskui.ui.lines import Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.duty import duty_words
from deskui.ui.panels.promise_words import outcome_words
from deskui.ui.panels.whose import colleagues

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.due.due_list import DueItem
    from deskui.domain.staff import Employee
    from deskui.domain.working_hours.on_duty import OnDuty
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.due import DueScreen

_SETTLED: Final = {
    DueKind.PROMISE: "Promise kept",
    DueKind.FOLLOW_UP: "Follow-up done",
    DueKind.OUTREACH: "Outreach done",
    DueKind.HAND_OVER: "Hand-over acknowledged",
    DueKind.NEWS: "News seen",
    DueKind.FIX: "Put right",
    DueKind.FEEDBACK: "Seen",
    DueKind.ANSWER: "Answer seen",
}
_ON_A_ROW: Final = frozenset({"open", "settle", "promises", "log", "feedback"})
"""What is done to the row under the cursor, or offered for it."""


def works_on(item: DueItem | None, name: str) -> bool:
    """Whether a command that is done to a row does anything to this one; any other works wherever one is."""
    if name not in _ON_A_ROW:
        return True
    if item is None:
        return False
    return {
        "settle": item.kind is not DueKind.CALL,
        "promises": item.promise_id is not None or item.follow_up_id is not None,
        "feedback": item.feedback is not None,
    }.get(name, True)


def settle(screen: DueScreen, item: DueItem) -> None:
    """A promise is kept, a follow-up done, a hand-over acknowledged; what is a colleague's only after a question."""
    me = screen.app.scene().me
    if item.raised is not None:
        screen.app.open_form(answer_form(item.raised))
    elif item.fix is not None and item.fix.subject in PUT_RIGHT:
        put_right(screen, item.fix)
    elif item.kind is DueKind.APPROVAL and item.asked is not None:
        open_answer(screen, item.asked)
    elif item.kind is DueKind.CALL:
        screen.say(f"Reaching them settles a call we owe; {screen.app.key('log')} logs it.", Role.WARN)
    elif item.owner_id is None or (me is not None and me.id == item.owner_id):
        screen.app.guarded(_settle(screen, item, _SETTLED[item.kind]))
    else:
        said = _SETTLED[item.kind]
        words = (f"{item.what}, {item.customer}: that is {item.owner}'s to do.", f"{said}, now?")
        screen.app.push_screen(
            Confirm(words, "settle it"),
            lambda yes: screen.app.guarded(_settle(screen, item, said)) if yes else None,
        )


async def _settle(screen: DueScreen, item: DueItem, said: str) -> None:
    """Settle it, and say what became of it: a promise may be kept late."""
    operation, role = str(uuid4()), Role.GOOD
    try:
        done = await screen.app.write(lambda desk: desk.due.settle(item, operation))
    except DeskError:
        screen.read()
        raise
    screen.place.settled = item.key
    if (promise := item.promise_id) is not None:
        kept = outcome_words(
            await screen.app.counter.answer(lambda desk: desk.promises.one(promise)), screen.app.scene()
        )
        said, role = f"{kept.text[:1].upper()}{kept.text[1:]}", kept.role
    screen.app.say_done(f"{said}: {item.what}, {item.customer}", done, role=role)


def move(screen: DueScreen, item: DueItem) -> None:
    """Another time for a promise, another day for a follow-up."""
    if item.promise_id is not None:
        open_promises(screen, item.customer_id, at=item.promise_id)
    elif item.follow_up_id is not None:
        screen.app.open_form(another_day(item, screen.app.scene()))
    else:
        screen.say(f"Only promises and follow-ups can be moved; Enter opens {item.customer}.", Role.WARN)


def another_day(item: DueItem, scene: Scene) -> FormSpec:
    """A form with the new day of a follow-up, read back as it is typed."""
    task = item.follow_up_id
    assert task is not None, "only follow-ups are due on a day"

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.follow_ups.move(task, version, typed["due_on"], operation)

    def look(desk: Desk, typed: Mapping[str, str], _newest: tuple[str, ...]) -> Looked:
        return Looked({"due_on": _read_back(desk, typed["due_on"], scene)} if typed["due_on"].strip() else {})

    about = (Line((span(item.what), quiet(f"  {item.customer}"))), Line())
    examples = "tomorrow, fri, in 2 weeks, 30 nov"
    field = Field("due_on", "New day", placeholder=examples, below=2, also=("The day",))
    return FormSpec(
        "Another day",
        (field,),
        work,
        DraftOf(f"day:{task}"),
        version=item.version,
        about=about,
        look=look,
        enter_saves=True,
        said="Moved",
    )


def _read_back(desk: Desk, typed: str, scene: Scene) -> tuple[Line, ...]:
    """`Fri 27 Nov, in 5 days`, or why it is not accepted."""
    try:
        day = desk.follow_ups.day(typed)
    except DeskError as error:
        return wrapped(error.sentence, ROOM, Role.WARN, most=2)
    away = ahead_words(day, scene.today)
    return (Line((Span(date_words(day, scene.today.year), Role.STRONG), quiet(f", {away}"))),)


def log(screen: DueScreen, item: DueItem) -> None:
    """Log the call to the customer; an outreach is done once it has reached them."""

    async def ask() -> None:
        view = await screen.app.counter.answer(lambda desk: desk.customers.view(item.customer_id, item.case_id))
        form = wrap_up_form(view, screen.app.scene(), called=True)
        screen.app.open_form(form, lambda done: settle_outreach(done) if item.kind is DueKind.OUTREACH else None)

    def settle_outreach(done: Done) -> None:
        screen.app.guarded(_settle_when_reached(screen, item, done))

    screen.app.guarded(ask())


async def _settle_when_reached(screen: DueScreen, item: DueItem, done: Done) -> None:
    view = await screen.app.counter.answer(lambda desk: desk.customers.view(item.customer_id, item.case_id))
    talk = next((each for each in view.conversations.rows if each.id == done.subject), None)
    if talk is not None and talk.reached and talk.direction is Direction.OUT:
        await _settle(screen, item, "Call logged, outreach done")


def choose_colleague(screen: DueScreen) -> None:
    """Show the list of one of the others on the staff list."""
    session, place = screen.app.session, screen.place
    me = None if session is None or session.employee is None else session.employee.id

    def question(desk: Desk) -> tuple[OnDuty, ...]:
        return desk.duty.all_on_duty(each for each in desk.shop.staff() if each.id != me)

    async def ask() -> None:
        staff, scene = await screen.app.counter.answer(question), screen.app.scene()
        if not staff:
            screen.say("There is nobody else on the staff list.", Role.WARN)
            return

        def chosen(picked: Picked[Employee] | None) -> None:
            if picked is not None:
                screen.turn_to(Whose.COLLEAGUE, picked.choice)

        rows = colleagues((each.employee, duty_words(each, scene)) for each in staff)
        choices = [(each.employee, row.lines) for each, row in zip(staff, rows, strict=True)]
        at = None if place.colleague is None else place.colleague.id
        began = next((each.employee for each in staff if each.employee.id == at), None)
        screen.app.push_screen(Chooser("Whose list", choices, at=began), chosen)

    screen.app.guarded(ask())
