"""Redeeming a benefit: all of it by a confirming key, an amount by a form, or by a code that is read out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import uuid4

from deskui.domain.benefits.redeeming import amount_typed, refuse_unusable
from deskui.errors import BadInput, NotFound
from deskui.ui.drafts import about
from deskui.ui.format import money_words
from deskui.ui.kit.fields import Field
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.look import Looked
from deskui.ui.kit.question import Confirm
from deskui.ui.lines import BLANK, Line, Role, quiet, span, strong, wrapped
from deskui.ui.panels.benefits import called, end_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.benefits.benefit import BenefitView
    from deskui.domain.customer import Customer
    from deskui.domain.money import Money
    from deskui.ui.dialogs.benefits.benefit_list import BenefitList
    from deskui.ui.panels.scene import Scene

ALL: Final = "all"
_AMOUNT: Final = "amount"


def redeem(screen: BenefitList, who: Customer, view: BenefitView) -> None:
    """Ask how much of a balance, else once; what cannot be redeemed is said loudly."""
    app, scene = screen.app, screen.app.scene()
    try:
        refuse_unusable(view, who.id)
    except BadInput as refusal:
        screen.say(refusal.sentence, Role.BAD)
        return
    if view.rest is not None:
        app.open_form(amount_form(who, view, scene))
        return
    used = "It stays good for the next time." if view.benefit.is_lasting else "It is used up then."
    key, name = str(uuid4()), view.benefit.name
    question = Confirm((f"Redeem {called(view, scene)} for {span(who.name).text}? {used}",), "redeem it")

    def answered(yes: bool | None) -> None:
        if yes:
            app.write_soon(
                lambda desk: desk.benefits.redeem(who.id, view.benefit.id, operation=key),
                f"{name} is redeemed; {app.undo_key} takes it back",
            )

    app.push_screen(question, answered)


def amount_form(who: Customer, view: BenefitView, scene: Scene) -> FormSpec:
    """How much of a balance is redeemed."""
    benefit, rest = view.benefit, view.rest
    currency = "" if rest is None else rest.currency

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        amount = wanted(typed[_AMOUNT], currency)
        done = desk.benefits.redeem(who.id, benefit.id, amount, operation)
        return Saved(done, left_words(desk, view))

    return FormSpec(
        f"Redeem {benefit.name}",
        (Field(_AMOUNT, "The amount", placeholder=f"e.g. 12.50, or {ALL}"),),
        work,
        about(who, f"redeem:{benefit.id}", "redemption", "benefits"),
        about=(Line((strong(called(view, scene)), quiet(f"  {end_words(view, scene)}"))), BLANK),
        enter_saves=True,
    )


def by_code_form(who: Customer) -> FormSpec:
    """A code that the customer reads out or that is scanned, whoever it was given to."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        view = desk.benefits.by_code(typed["code"])
        refuse_unusable(view, who.id)
        rest = view.rest
        amount = None if rest is None else wanted(typed[_AMOUNT], rest.currency)
        done = desk.benefits.redeem(who.id, view.benefit.id, amount, operation)
        return Saved(done, left_words(desk, view))

    def look(desk: Desk, typed: Mapping[str, str], newest: tuple[str, ...]) -> Looked:
        return Looked({"code": _known(desk, who, typed["code"])} if typed["code"].strip() else {})

    return FormSpec(
        f"Redeem by code for {who.name}",
        (
            Field("code", "The code", placeholder="scan or type it", below=2),
            Field(_AMOUNT, "The amount", placeholder=f"of a balance, or {ALL}"),
        ),
        work,
        about(who, f"redeem:{who.number}", "code", "benefits"),
        look=look,
    )


def wanted(typed: str, currency: str) -> Money | None:
    """The amount typed; None for all that is left.

    Raises: BadInput for what is no amount of that currency.
    """
    return None if typed.strip().casefold() == ALL else amount_typed(typed, currency)


def left_words(desk: Desk, before: BenefitView) -> str:
    """`Redeemed; $30.01 is left on GB-5000`, read after the write."""
    now = desk.benefits.one(before.benefit.id)
    if now.rest is None:
        return "Redeemed"
    return f"Redeemed; {money_words(now.rest, desk.session.region)} is left on {now.benefit.name}"


def _known(desk: Desk, who: Customer, code: str) -> tuple[Line, ...]:
    """What the code stands for, void ones loudly."""
    try:
        view = desk.benefits.by_code(code)
        refuse_unusable(view, who.id)
    except BadInput as refusal:
        return wrapped(refusal.sentence, 60, Role.BAD, most=2)
    except NotFound as refusal:
        return wrapped(refusal.sentence, 60, Role.WARN, most=2)
    left = "" if view.rest is None else f", {money_words(view.rest, desk.session.region)} left"
    return wrapped(f"{view.benefit.kind.value}: {view.benefit.title}{left}", 60, Role.STRONG, most=2)
