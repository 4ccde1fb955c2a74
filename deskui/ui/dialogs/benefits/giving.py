"""Giving a benefit: a type is chosen, and its form is filled in already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.benefits.typed import BenefitTyped
from deskui.domain.benefits.worth_typed import worth_typed, worth_written
from deskui.domain.ids import BenefitId
from deskui.ui.dialogs.benefits.types import edit_form, new_form, retire
from deskui.ui.dialogs.cases.which import case_at_hand, case_choice, case_of
from deskui.ui.drafts import about
from deskui.ui.format import count_words
from deskui.ui.kit.chooser import Chooser
from deskui.ui.kit.fields import Field
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.lines import Line, Role, quiet, span
from deskui.ui.panels.benefits import worth_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.benefits.typed import BenefitType
    from deskui.domain.pages import CustomerView
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
                app.open_form(give_form(view, picked.choice, currency))

        keys = (("n", "new kind"), ("e", "change"), ("D", "retire")) if may else ()
        app.push_screen(Chooser(f"A benefit for {span(who.name).text}", _rows(types, app.scene()), keys), chosen)

    app.guarded(ask())


def _rows(types: Sequence[BenefitType], scene: Scene) -> list[tuple[BenefitType, tuple[Line, ...]]]:
    return [(each, (_row(each, scene),)) for each in types]


def _row(each: BenefitType, scene: Scene) -> Line:
    valid = "" if each.valid_days is None else f"{count_words(each.valid_days, 'day')}"
    said = [each.kind.value, worth_words(each.worth, scene), each.tier, valid]
    tail = () if each.by_clerk else (quiet("supervisor gives it"),)
    return Line((span(each.title, Role.STRONG), quiet("  " + " · ".join(filter(None, said)))), tail)


def give_form(view: CustomerView, made_from: BenefitType, currency: str) -> FormSpec:
    """What is given, as its type says unless something else is typed."""
    who = view.customer

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        day = typed["expires"].strip()
        worth = typed["worth"].strip()
        made = BenefitTyped(
            made_from.id,
            typed["title"],
            typed["code"],
            worth_typed(worth, currency) if worth else made_from.worth,
            expires=desk.follow_ups.day(day) if day and day != _NEVER else None,
            has_end=day != _NEVER,
            case_id=case_of(typed),
        )
        done = desk.benefits.give(who.id, made, operation)
        code = desk.benefits.one(BenefitId(done.subject)).benefit.code
        return Saved(done, f"Given{f': {code}' if code else ''}")

    title = Field("title", "Title", made_from.title, also=("The title",))
    value = Field("worth", "Value", worth_written(made_from.worth), placeholder="10% or 40", also=("The value",))
    code = Field("code", "Code", placeholder="one is made where it is empty", also=("The code",))
    usual = f"in {made_from.valid_days} days" if made_from.valid_days is not None else _NEVER
    ends = Field(
        "expires", "Expires", placeholder=f"{usual}; e.g. 31 dec, in 6 weeks, never", also=("The expiry", "The day")
    )
    return FormSpec(
        f"{made_from.title} for {who.name}",
        (title, value, code, ends, case_choice(view, case_at_hand(view))),
        work,
        about(who, f"give:{who.number}:{made_from.id}", "benefit", "give_benefit"),
        focus="code",
    )
