"""The form of a rule, which says how many it would list today before it is saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from deskui.domain.case import Priority
from deskui.domain.outreach.rule import RuleKind, RuleTyped, typed_rule
from deskui.errors import DeskError
from deskui.ui.drafts import DraftOf
from deskui.ui.format import count_words
from deskui.ui.kit.fields import Field, choice, text, yes_no
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.look import Looked
from deskui.ui.kit.sheet import INNER
from deskui.ui.lines import Line, Role, quiet, span, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.desk.outreach_rules import WouldList
    from deskui.domain.outreach.rule import Rule
    from deskui.domain.staff import Employee

_DAYS: Final = {
    RuleKind.QUIET: "days without a contact or a purchase",
    RuleKind.BENEFIT: "days before it expires",
    RuleKind.ANNIVERSARY: "days before the day comes round",
    RuleKind.KEPT: "days after the promise was kept",
    RuleKind.CLOSED: "days after the case was closed",
    RuleKind.BIRTHDAY: "days before the birthday",
}


def rule_form(rule: Rule | None, staff: Sequence[Employee]) -> FormSpec:
    """A new rule, or the next version of one."""
    begun = RuleTyped("") if rule is None else typed_rule(rule)

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        made, rules = _typed(typed), desk.outreach.rules
        done = rules.add(made, operation) if rule is None else rules.edit(rule.family, version, made, operation)
        return Saved(done, f"Rule saved, {'on' if made.is_on else 'off'}")

    def look(desk: Desk, typed: Mapping[str, str], _newest: tuple[str, ...]) -> Looked:
        return Looked(_looked(desk, _typed(typed), 0 if rule is None else rule.family))

    return FormSpec(
        "New outreach rule" if rule is None else f"Rule: {rule.title}",
        _fields(begun, staff),
        work,
        DraftOf(f"outreach_rule:{'new' if rule is None else rule.family}"),
        version=0 if rule is None else rule.number,
        look=look,
        unchanged_closes=rule is not None,
    )


def _fields(begun: RuleTyped, staff: Sequence[Employee]) -> tuple[Field, ...]:
    branches = sorted({each.branch for each in staff if each.branch})
    whose = [
        ("", "who knows them"),
        *((f"e{each.id}", each.name) for each in staff),
        *((f"b{each}", f"branch {each}") for each in branches),
    ]
    return (
        Field("title", "Title", begun.title, placeholder="e.g. Premier, not heard of", also=("The title",)),
        choice("kind", "Whom", [each.value for each in RuleKind], begun.kind.value),
        Field("days", "Days", begun.days, placeholder="as usual for the kind", below=1),
        Field("tiers", "Tiers", begun.tiers, placeholder="everybody, or: Premier, Gold", also=("The tiers",)),
        Field(
            "years", "Every so many", begun.years, placeholder="years, for an anniversary", also=("Years",), below=1
        ),
        choice("whose", "Who calls", whose, begun.whose),
        Field("cap", "At most a day", begun.cap),
        choice("priority", "Presses", [each.value for each in Priority], begun.priority.value),
        yes_no("is_on", "On", begun.is_on),
        text("script", "What to say", begun.script, rows=3),
        Field("article", "From the manual", begun.article, placeholder="title of an article, instead", below=1),
    )


def _typed(typed: Mapping[str, str]) -> RuleTyped:
    return RuleTyped(
        typed["title"],
        RuleKind(typed["kind"]),
        typed["days"],
        typed["tiers"],
        typed["years"],
        typed["whose"],
        typed["cap"],
        Priority(typed["priority"]),
        typed["is_on"] == "yes",
        typed["script"],
        typed["article"],
    )


def _looked(desk: Desk, typed: RuleTyped, family: int) -> dict[str, tuple[Line, ...]]:
    """What the days count, and how many it would list today; before it has a title, too."""
    is_yearly = typed.kind is RuleKind.ANNIVERSARY
    years = (Line((quiet("years with us" if is_yearly else "counts for an anniversary alone"),)),)
    days = (Line((quiet(_DAYS[typed.kind]),)),)
    try:
        count = desk.outreach.rules.would_list(_with_title(typed), family)
    except DeskError as refusal:
        return {"days": days, "years": years, "article": wrapped(refusal.sentence, INNER - 17, Role.WARN, most=1)}
    return {"days": days, "years": years, "article": (Line((span(preview_words(count, typed.is_on), Role.STRONG),)),)}


def _with_title(typed: RuleTyped) -> RuleTyped:
    return typed if typed.title.strip() else replace(typed, title="new")


def preview_words(count: WouldList, is_on: bool) -> str:
    """`lists 7 customers today, of 31 it fits`, `would list … once it is on`."""
    verb, rest = ("lists", "") if is_on else ("would list", ", once it is on")
    return f"{verb} {count_words(count.today, 'customer')} today, of {count.fitting_words} it fits{rest}"
