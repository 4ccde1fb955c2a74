"""Each verb that takes more than a clerk, called at the desk itself, and what there has to be for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.limits import LimitTyped
from deskui.domain.benefits.benefit import BenefitKind, Worth
from deskui.domain.benefits.typed import BenefitTyped, TypeTyped
from deskui.domain.goodwill.goodwill import GoodwillKind, GoodwillTyped
from deskui.domain.ids import ApprovalId, ArticleId, BenefitId, BenefitTypeId, WorkKindId
from deskui.domain.kinds import KindOf
from deskui.domain.manual.typed import ArticleTyped
from deskui.domain.outreach.rule import RuleTyped
from deskui.domain.shop import ShopTyped
from deskui.domain.staff import EmployeeTyped, Role
from deskui.domain.steps.step_list import ListKind
from deskui.domain.steps.template import TemplateTyped
from deskui.domain.working_hours.opening import USUAL_WEEK

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.desk.desk import Desk
    from tests.desk.counter import Counter

    Call = Callable[[Desk, Counter], object]

LIST: Final = TemplateTyped(ListKind.CHECKLIST, "Spring cleaning", "windows")
_TYPE: Final = TypeTyped("Free delivery", BenefitKind.PERK, Worth())
_ARTICLE: Final = ArticleTyped("policy", "Late parcels", "Say sorry first.")
_RULE: Final = RuleTyped("Quiet for long", days="200")


def prepare(counter: Counter) -> None:
    """One of each thing that the verbs below are about; the person acting may do everything."""
    desk, who = counter.desk, counter.customer()
    desk.steps.add_template(TemplateTyped(ListKind.CHECKLIST, "Closing up", "doors"))
    made = desk.benefit_types.add(_TYPE).subject
    desk.benefits.give(who, BenefitTyped(BenefitTypeId(made)))
    desk.manual.add(ArticleTyped("tip", "Gift wrap", "It costs nothing."))
    desk.manual.retire(ArticleId(desk.manual.add(_ARTICLE).subject), 1)
    desk.outreach.rules.add(_RULE)
    desk.limits.set(LimitTyped(Role.SUPERVISOR, per_act="500"))
    desk.act_as(counter.ben)
    desk.approvals.ask(who, GoodwillTyped(GoodwillKind.CREDIT, "we were late", "400"))
    desk.act_as(counter.ada)


def _family(desk: Desk) -> int:
    return desk.steps.templates()[0].family


CALLS: Final[dict[str, Call]] = {
    "approval.approve": lambda desk, _: desk.approvals.approve(ApprovalId(1)),
    "approval.refuse": lambda desk, _: desk.approvals.refuse(ApprovalId(1), "not this time"),
    "benefit.void": lambda desk, _: desk.benefits.void(BenefitId(1), "given twice"),
    "benefit_type.add": lambda desk, _: desk.benefit_types.add(_TYPE),
    "benefit_type.edit": lambda desk, _: desk.benefit_types.edit(BenefitTypeId(1), 1, _TYPE),
    "benefit_type.retire": lambda desk, _: desk.benefit_types.retire(BenefitTypeId(1), 1),
    "limit.set": lambda desk, _: desk.limits.set(LimitTyped(Role.CLERK, per_act="40")),
    "manual.add": lambda desk, _: desk.manual.add(ArticleTyped("tip", "Bags", "They cost nothing.")),
    "manual.restore": lambda desk, _: desk.manual.restore(ArticleId(2), 2),
    "manual.retire": lambda desk, _: desk.manual.retire(ArticleId(1), 1),
    "manual.revise": lambda desk, _: desk.manual.revise(
        ArticleId(1), 1, ArticleTyped("tip", "Gift wrap", "It is $2", why="dearer")
    ),
    "manual.tie": lambda desk, _: desk.manual.tie(ArticleId(1), 1, ArticleTyped("tip", "", "", products="kite")),
    "outreach_rule.add": lambda desk, _: desk.outreach.rules.add(_RULE),
    "outreach_rule.edit": lambda desk, _: desk.outreach.rules.edit(
        desk.outreach.rules.rules()[-1].family, desk.outreach.rules.rules()[-1].number, RuleTyped("Quiet", days="90")
    ),
    "shop.edit": lambda desk, _: desk.shop_details.edit(1, ShopTyped("Birch", "America/Denver", "US", "USD")),
    "shop.hire": lambda desk, _: desk.shop.hire(EmployeeTyped("Zoe")),
    "shop.hours": lambda desk, _: desk.duty.set_hours(USUAL_WEEK),
    "step_template.add": lambda desk, _: desk.steps.add_template(LIST),
    "step_template.edit": lambda desk, _: desk.steps.edit_template(_family(desk), 1, LIST),
    "step_template.retire": lambda desk, _: desk.steps.retire_template(_family(desk)),
    "work_kind.add": lambda desk, _: desk.kinds.add(KindOf.CASE, "framing"),
    "work_kind.rename": lambda desk, _: desk.kinds.rename(WorkKindId(1), 1, "ring back"),
    "work_kind.retire": lambda desk, _: desk.kinds.retire(WorkKindId(1), 1),
    "pin.reset": lambda desk, counter: desk.signing.set_pin(counter.paul.id, "581730"),
    "pin.take_away": lambda desk, counter: desk.signing.take_pin_away(counter.paul.id),
}
"""The calls of the desk that take more than a clerk."""
