"""A lost code made void and another given, with one confirming key; and a benefit made void for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import uuid4

from deskui.domain.ids import BenefitId, EmployeeId
from deskui.ui.dialogs.benefits.agreeing import agreeing_fields, who_may_agree
from deskui.ui.drafts import DraftOf
from deskui.ui.format import day_words
from deskui.ui.kit.fields import Field
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.question import Confirm
from deskui.ui.lines import BLANK, Role, wrapped
from deskui.ui.panels.benefits import called, end_words, worth_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.benefits.benefit import BenefitView
    from deskui.domain.done import Done
    from deskui.domain.staff import Employee
    from deskui.ui.dialogs.benefits.benefit_list import BenefitList
    from deskui.ui.panels.scene import Scene

_WIDTH: Final = 70


def reissue(screen: BenefitList, view: BenefitView) -> None:
    """Ask once, then give a new code; a second time in a chain, a supervisor agrees by their PIN."""
    app, benefit = screen.app, view.benefit

    async def ask() -> None:
        if not view.stands or not benefit.code:
            why = end_words(view, app.scene()) if benefit.code else "it has no code that could be lost"
            screen.say(f"{benefit.name} cannot be reissued: {why}.", Role.WARN)
        elif not await app.counter.answer(lambda desk: desk.benefits.needs_agreement(view)):
            app.push_screen(_question(view, app.scene()), lambda yes: _go(screen, view) if yes else None)
        elif supervisors := await app.counter.answer(who_may_agree):
            app.open_form(_agreed_form(view, supervisors, app.scene()), lambda done: _told(screen, done))
        else:
            screen.say("Reissued before; without PINs, a supervisor signs in with F8.", Role.WARN)

    app.guarded(ask())


def _question(view: BenefitView, scene: Scene) -> Confirm:
    benefit = view.benefit
    worth = worth_words(benefit.worth, scene, view) or benefit.title
    end = "" if benefit.expires is None else f" and good to {day_words(benefit.expires, scene.today)}"
    return Confirm((f"{benefit.code} becomes void. A new code is made, worth {worth}{end}.",), "reissue it")


def _go(screen: BenefitList, view: BenefitView) -> None:
    key = str(uuid4())

    async def go() -> None:
        done = await screen.app.write(lambda desk: desk.benefits.reissue(view.benefit.id, operation=key))
        _told(screen, done)

    screen.app.guarded(go())


def _told(screen: BenefitList, done: Done) -> None:
    """Say the new code, which is read aloud to the customer, and put the cursor on it."""
    new = BenefitId(done.subject)

    async def say() -> None:
        benefit = (await screen.app.counter.answer(lambda desk: desk.benefits.one(new))).benefit
        if screen.is_running:
            screen.put_on(new)
        screen.app.say(f"The new code is {benefit.code}; the old one is void. p prints it.")

    screen.app.guarded(say())


def _agreed_form(view: BenefitView, supervisors: Sequence[Employee], scene: Scene) -> FormSpec:
    """Who agrees, with their own PIN."""
    benefit = view.benefit

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        who = EmployeeId(int(typed["who"]))
        return Saved(desk.benefits.reissue(benefit.id, who, typed["pin"], operation), f"{benefit.code} is void")

    words = f"{called(view, scene)} was reissued before. A supervisor has to agree, with their own PIN, typed here."
    return FormSpec(
        f"Reissue {benefit.code} again",
        agreeing_fields(supervisors),
        work,
        DraftOf(f"reissue:{benefit.id}"),
        about=(*wrapped(words, _WIDTH, Role.WARN), BLANK),
        focus="pin" if len(supervisors) == 1 else "who",
    )


def void_form(view: BenefitView) -> FormSpec:
    """Make a benefit void for good, for a supervisor, with the reason."""
    benefit = view.benefit

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.benefits.void(benefit.id, typed["reason"], operation)

    field = Field("reason", "The reason", placeholder="e.g. given by mistake")
    words = "Nothing is left on it then; for a lost code r makes a new one instead."
    return FormSpec(
        f"Make {benefit.name} void",
        (field,),
        work,
        DraftOf(f"void:{benefit.id}"),
        said=f"{benefit.name} is void",
        about=(*wrapped(words, _WIDTH, Role.QUIET), BLANK),
        enter_saves=True,
    )
