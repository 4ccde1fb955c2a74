"""Giving a benefit: a type is chosen, and its form is filled in already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.benefits.beyond import Beyond, beyond_words
from deskui.domain.benefits.typed import BenefitTyped
from deskui.domain.benefits.worth_typed import worth_typed, worth_written
from deskui.domain.ids import BenefitId
from deskui.errors import DeskError
from deskui.ui.dialogs.benefits.agreeing import agreeing, agreeing_fields, who_may_agree
from deskui.ui.dialogs.benefits.types import edit_form, new_form, retire
from deskui.ui.dialogs.cases.which import case_at_hand, case_choice, case_of
from deskui.ui.dialogs.doubts import ROOM
from deskui.ui.drafts import about
from deskui.ui.format import count_words
from deskui.ui.kit.chooser import Chooser
from deskui.ui.kit.fields import Field
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.look import Looked
from deskui.ui.lines import Line, Role, quiet, span, wrapped
from deskui.ui.panels.benefits import worth_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.benefits.typed import BenefitType
    from deskui.domain.pages import CustomerView
    from deskui.domain.staff import Employee
    from deskui.ui.kit.chooser import Picked
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.desk import DeskScreen
    from deskui.ui.shell import Within

NO_TYPES: Final = "No benefits are set up yet; in B, a supervisor writes one with n."
_NEVER: Final = "never"


def give_benefit(desk: DeskScreen) -> None:
    """Give the customer on screen a benefit, belonging to the case beside them if they wish."""
    give_to(desk, desk.shown)


def give_to(screen: Within, view: CustomerView) -> None:
    """Choose of which type; those of the customer's tier come first."""
    app, who = screen.app, view.customer

    async def ask() -> None:
        types = await app.counter.answer(lambda desk: desk.benefit_types.all(who.tier))
        may = await app.counter.answer(lambda desk: desk.session.is_supervisor)
        agree = () if may else await app.counter.answer(who_may_agree)
        currency = await app.counter.answer(lambda desk: desk.session.currency)
        if not types and not may:
            app.say(NO_TYPES, Role.WARN)
            return
        if not types:
            app.open_form(new_form(currency))
            return

        def chosen(picked: Picked[BenefitType] | None) -> None:
            if picked is None:
                return
            if picked.pressed == "n":
                app.open_form(new_form(currency))
            elif picked.pressed == "e":
                app.open_form(edit_form(picked.choice, currency))
            elif picked.pressed == "D":
                retire(app, picked.choice)
            else:
                app.open_form(give_form(view, picked.choice, currency, agree))

        keys = (("n", "new kind"), ("e", "change"), ("D", "retire")) if may else ()
        rows = [(each, (_row(each, app.scene(), for_clerk=not may),)) for each in types]
        app.push_screen(Chooser(f"A benefit for {span(who.name).text}", rows, keys), chosen)

    app.guarded(ask())


def _row(each: BenefitType, scene: Scene, *, for_clerk: bool) -> Line:
    """A supervisor need not be told that a supervisor gives it."""
    valid = "" if each.valid_days is None else f"{count_words(each.valid_days, 'day')}"
    said = [each.kind.value, worth_words(each.worth, scene), each.tier, valid]
    tail = () if each.by_clerk or not for_clerk else (quiet("supervisor gives it"),)
    return Line((span(each.title, Role.STRONG), quiet("  " + " · ".join(filter(None, said)))), tail)


def give_form(
    view: CustomerView, made_from: BenefitType, currency: str, supervisors: Sequence[Employee] = ()
) -> FormSpec:
    """What is given, as its type says unless something else is typed; for more, who agrees."""
    who = view.customer

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        supervisor, pin = agreeing(typed)
        made = _made(desk, made_from, typed, currency)
        done = desk.benefits.give(who.id, made, supervisor, pin, operation)
        code = desk.benefits.one(BenefitId(done.subject)).benefit.code
        return Saved(done, f"Given{f': {code}' if code else ''}")

    def look(desk: Desk, typed: Mapping[str, str], _newest: tuple[str, ...]) -> Looked:
        unread = _why_no_day(desk, typed["expires"].strip())
        readable = {**typed, "expires": ""} if unread else typed
        try:
            found = desk.benefits.beyond(_made(desk, made_from, readable, currency))
        except DeskError:  # what is typed is not finished yet; saving says so
            found = ()
        beyond = _beyond_lines(found, can_agree=bool(supervisors)) if found else ()
        return Looked({"expires": (*unread, *beyond)})

    return FormSpec(
        f"{made_from.title} for {who.name}",
        (*_fields(made_from), case_choice(view, case_at_hand(view)), *agreeing_fields(supervisors)),
        work,
        about(who, f"give:{who.number}:{made_from.id}", "benefit", "give_benefit"),
        look=look,
        focus="code",
    )


def _fields(made_from: BenefitType) -> tuple[Field, ...]:
    usual = f"in {made_from.valid_days} days" if made_from.valid_days is not None else _NEVER
    hint = f"{usual}; e.g. 31 dec, in 6 weeks, never"
    return (
        Field("title", "Title", made_from.title, also=("The title",)),
        Field("worth", "Value", worth_written(made_from.worth), placeholder="10% or 40", also=("The value",)),
        Field("code", "Code", placeholder="one is made where it is empty", also=("The code",)),
        Field("expires", "Expires", placeholder=hint, below=4, also=("The expiry", "The day")),
    )


def _made(desk: Desk, made_from: BenefitType, typed: Mapping[str, str], currency: str) -> BenefitTyped:
    """What stands in the form; nothing in the place of the value takes that of the type."""
    day, worth = typed["expires"].strip(), typed["worth"].strip()
    return BenefitTyped(
        made_from.id,
        typed["title"],
        typed["code"],
        worth_typed(worth, currency) if worth else made_from.worth,
        expires=desk.follow_ups.day(day) if day and day != _NEVER else None,
        has_end=day != _NEVER,
        case_id=case_of(typed),
    )


def _why_no_day(desk: Desk, day: str) -> tuple[Line, ...]:
    """Why what is typed as the last day is none, in a line."""
    try:
        if day and day != _NEVER:
            desk.follow_ups.day(day)
    except DeskError as error:
        return wrapped(error.sentence, ROOM, Role.WARN, most=2)
    return ()


def _beyond_lines(found: Sequence[Beyond], *, can_agree: bool) -> tuple[Line, ...]:
    """`! a higher value and no end: a supervisor agrees below, by their PIN`."""
    who = "agrees below, by their PIN" if can_agree else "has to sign in here with F8, and gives it"
    return wrapped(f"! {beyond_words(found)}: a supervisor {who}", ROOM, Role.WARN, most=2)
