"""The parts of a set-up about the work: checklists and guides, kinds of benefit, and rules of outreach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.domain.benefits.benefit import BenefitKind
from deskui.domain.benefits.typed import TypeTyped, checked_type
from deskui.domain.benefits.worth_typed import worth_typed, worth_written
from deskui.domain.case import Priority
from deskui.domain.outreach.rule import RuleKind, RuleTyped, checked_rule
from deskui.domain.steps.step_list import ListKind, Stage
from deskui.domain.steps.template import TemplateTyped, checked
from deskui.exchange.setup.part import Kept, Part
from deskui.exchange.setup.people_parts import colleague_named

if TYPE_CHECKING:
    from deskui.desk.desk import Desk
    from deskui.domain.benefits.typed import BenefitType
    from deskui.domain.outreach.rule import Rule
    from deskui.domain.steps.template import StepTemplate
    from deskui.exchange.setup.part import Values


def _template_typed(kind: ListKind, values: Values) -> TemplateTyped:
    return TemplateTyped(
        kind,
        values["title"],
        "\n".join(f"- {each}" for each in values["steps"]),  # the mark before a step is not read as part of it
        values["case_kind"],
        Stage(values.get("stage", "")),
        for_customer=values.get("for_customer", False),
    )


def _template(template: StepTemplate) -> Kept:
    is_guide = template.kind is ListKind.GUIDE
    own: dict[str, Any] = {"for_customer": template.for_customer} if is_guide else {"stage": template.stage.value}
    values = {"title": template.title, "case_kind": template.case_kind, **own, "steps": list(template.lines)}
    return Kept(
        values,
        lambda desk, wanted: desk.steps.edit_template(
            template.family, template.number, _template_typed(template.kind, wanted)
        ),
    )


def _steps_part(name: str, kind: ListKind, defaults: Values) -> Part:
    def kept(desk: Desk) -> list[Kept]:
        found = (each for each in desk.steps.templates() if each.kind is kind)
        ranked = sorted(found, key=lambda each: (each.title.casefold(), each.family))
        return [_template(each) for each in ranked]

    return Part(
        name,
        ("title",),
        {"case_kind": "", "steps": [], **defaults},
        kept,
        lambda _, values: checked(_template_typed(kind, values)),
        lambda desk, values: desk.steps.add_template(_template_typed(kind, values)),
    )


CHECKLIST: Final = _steps_part("checklist", ListKind.CHECKLIST, {"stage": ""})
GUIDE: Final = _steps_part("guide", ListKind.GUIDE, {"for_customer": False})


def _type_typed(desk: Desk, values: Values) -> TypeTyped:
    return TypeTyped(
        title=values["title"],
        kind=BenefitKind(values["kind"]),
        worth=worth_typed(values["value"], desk.session.currency),
        valid_days=values["valid_days"] or None,
        terms=values["terms"],
        tier=values["tier"],
        transferable=values["may_be_passed_on"],
        by_clerk=values["clerks_give_it"],
        noun=values["what_is_chosen"],
        choices=tuple(values["choices"]),
        picks=values["picks"],
        change_months=values["change_after_months"] or None,
    )


def _benefit(kept: BenefitType) -> Kept:
    values: dict[str, Any] = {
        "title": kept.title,
        "kind": kept.kind.value,
        "value": worth_written(kept.worth),
        "valid_days": kept.valid_days or 0,
        "clerks_give_it": kept.by_clerk,
        "may_be_passed_on": kept.transferable,
        "tier": kept.tier,
        "what_is_chosen": kept.noun,
        "choices": list(kept.choices),
        "picks": kept.picks,
        "change_after_months": kept.change_months or 0,
        "terms": kept.terms,
    }
    return Kept(
        values, lambda desk, wanted: desk.benefit_types.edit(kept.id, kept.version, _type_typed(desk, wanted))
    )


BENEFIT: Final = Part(
    "benefit",
    ("title",),
    {
        "kind": "coupon",
        "value": "",
        "valid_days": 0,
        "clerks_give_it": False,
        "may_be_passed_on": False,
        "tier": "",
        "what_is_chosen": "",
        "choices": [],
        "picks": 0,
        "change_after_months": 0,
        "terms": "",
    },
    lambda desk: [
        _benefit(each) for each in sorted(desk.benefit_types.all(), key=lambda each: (each.title.casefold(), each.id))
    ],
    lambda desk, values: checked_type(_type_typed(desk, values)),
    lambda desk, values: desk.benefit_types.add(_type_typed(desk, values)),
    about="Kinds of benefit; 0 days are without end, 0 months are never.",
)


def _rule_typed(desk: Desk, values: Values) -> RuleTyped:
    person = colleague_named(desk, values["person"])
    return RuleTyped(
        values["title"],
        RuleKind(values["kind"]),
        str(values["days"] or ""),
        ", ".join(values["tiers"]),
        str(values["years"]),
        f"e{person}" if person is not None else f"b{values['branch']}" if values["branch"] else "",
        str(values["at_most_a_day"]),
        Priority(values["priority"]),
        values["on"],
        values["script"],
        values["article"],
    )


def _rule(rule: Rule) -> Kept:
    values: dict[str, Any] = {
        "title": rule.title,
        "on": rule.is_on,
        "kind": rule.kind.value,
        "days": rule.days,
        "years": rule.years,
        "tiers": list(rule.tiers),
        "person": rule.employee,
        "branch": rule.branch,
        "at_most_a_day": rule.cap,
        "priority": rule.priority.value,
        "script": rule.script,
        "article": rule.article,
    }
    return Kept(
        values,
        lambda desk, wanted: desk.outreach.rules.edit(rule.family, rule.number, _rule_typed(desk, wanted)),
    )


OUTREACH: Final = Part(
    "outreach",
    ("title",),
    {
        "on": True,
        "kind": "not heard of",
        "days": 0,
        "years": 1,
        "tiers": [],
        "person": "",
        "branch": "",
        "at_most_a_day": 10,
        "priority": "normal",
        "script": "",
        "article": "",
    },
    lambda desk: [
        _rule(each)
        for each in sorted(desk.outreach.rules.rules(), key=lambda each: (each.title.casefold(), each.family))
    ],
    lambda desk, values: (checked_rule(_rule_typed(desk, values)), values["article"].casefold()),
    lambda desk, values: desk.outreach.rules.add(_rule_typed(desk, values)),
    about="Rules of the call list.",
    alike=lambda values: values["kind"],
)
