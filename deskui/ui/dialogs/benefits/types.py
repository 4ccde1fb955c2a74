"""The types that benefits are given of: written, changed and retired by supervisors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from deskui.domain.benefits.benefit import BenefitKind
from deskui.domain.benefits.typed import TypeTyped
from deskui.domain.benefits.worth_typed import worth_typed, worth_written
from deskui.errors import BadInput
from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import Field, choice, text, yes_no
from deskui.ui.kit.form_spec import FormSpec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.benefits.typed import BenefitType
    from deskui.domain.done import Done
    from deskui.ui.shell import Shell

_KINDS: Final = tuple((each.value, each.value) for each in BenefitKind)


def new_form(currency: str) -> FormSpec:
    """A new type."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.benefit_types.add(_typed(typed, currency), operation)

    draft = DraftOf("benefit_type:new")
    return FormSpec("New kind of benefit", _fields(None), work, draft, said="Kept; B gives it", focus="title")


def edit_form(kept: BenefitType, currency: str) -> FormSpec:
    """Another text or value for a type; what was given of it stays as it was."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.benefit_types.edit(kept.id, version, _typed(typed, currency), operation)

    return FormSpec(
        f"Benefit: {kept.title}",
        _fields(kept),
        work,
        DraftOf(f"benefit_type:{kept.id}"),
        said="Kept; what was given stays as it is",
        version=kept.version,
        unchanged_closes=True,
    )


def retire(app: Shell, kept: BenefitType) -> None:
    """Give no more of a type."""
    key = str(uuid4())
    app.write_soon(
        lambda desk: desk.benefit_types.retire(kept.id, kept.version, key),
        f"No more of that is given; {app.undo_key} brings it back",
    )


def _fields(kept: BenefitType | None) -> tuple[Field, ...]:
    title = Field("title", "Title", placeholder="e.g. 10% off a purchase", also=("The title",))
    worth = Field("worth", "Value", placeholder="10%, 40, or empty", also=("The value",))
    days = Field("days", "Valid for days", placeholder="empty: without end", also=("The days",))
    tier = Field("tier", "For the tier", placeholder="e.g. Premier", also=("The tier",))
    noun = Field("noun", "What is chosen", placeholder="e.g. category; empty where nothing is")
    choices = text("choices", "The choices", rows=3)
    picks = Field("picks", "How many of them", also=("The picks",))
    months = Field("months", "Change after", placeholder="months; empty: never", also=("The months",))
    terms = text("terms", "The terms", rows=2)
    if kept is not None:
        title, worth = replace(title, value=kept.title), replace(worth, value=worth_written(kept.worth))
        days, tier = replace(days, value=_number(kept.valid_days)), replace(tier, value=kept.tier)
        noun, choices = replace(noun, value=kept.noun), replace(choices, value="\n".join(kept.choices))
        picks = replace(picks, value=_number(kept.picks or None))
        months, terms = replace(months, value=_number(kept.change_months)), replace(terms, value=kept.terms)
    kind = choice("kind", "Kind", _KINDS, BenefitKind.COUPON.value if kept is None else kept.kind.value)
    by = yes_no("by_clerk", "Clerks give it", kept is not None and kept.by_clerk)
    others = yes_no("transferable", "May be passed on", kept is not None and kept.transferable)
    return (title, kind, worth, days, by, others, tier, noun, choices, picks, months, terms)


def _typed(typed: Mapping[str, str], currency: str) -> TypeTyped:
    kind = BenefitKind(typed["kind"])
    return TypeTyped(
        title=typed["title"],
        kind=kind,
        worth=worth_typed(typed["worth"], currency),
        valid_days=_whole(typed["days"], "The days"),
        terms=typed["terms"],
        tier=typed["tier"],
        transferable=typed["transferable"] == "yes",
        by_clerk=typed["by_clerk"] == "yes",
        noun=typed["noun"],
        choices=tuple(typed["choices"].split("\n")),
        picks=_whole(typed["picks"], "The picks") or 0,
        change_months=_whole(typed["months"], "The months"),
    )


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _whole(typed: str, what: str) -> int | None:
    bare = typed.strip()
    if not bare:
        return None
    if not (bare.isascii() and bare.isdigit() and len(bare) <= 6):
        raise BadInput(f"{what}: a whole number, such as 90, or nothing.", what)
    return int(bare)
