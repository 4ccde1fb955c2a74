"""What may stand in the file of a set-up: what an entry leaves out stays as it is, and a new one gets the default."""

from __future__ import annotations

from datetime import date
from typing import Final, TypeAlias

from msgspec import UNSET, Struct, UnsetType

from deskui.domain.benefits.benefit import BenefitKind  # noqa: TC001
from deskui.domain.case import Priority  # noqa: TC001
from deskui.domain.goodwill.limits import Period  # noqa: TC001
from deskui.domain.outreach.rule import RuleKind  # noqa: TC001
from deskui.domain.staff import Role  # noqa: TC001
from deskui.domain.steps.step_list import Stage  # noqa: TC001

Text: TypeAlias = str | UnsetType
Number: TypeAlias = int | UnsetType
YesNo: TypeAlias = bool | UnsetType
Texts: TypeAlias = list[str] | UnsetType
Dates: TypeAlias = list[date] | UnsetType


class ShopTable(Struct, forbid_unknown_fields=True):
    """[shop]: the country has two letters, the currency three."""

    name: Text = UNSET
    time_zone: Text = UNSET
    country: Text = UNSET
    currency: Text = UNSET


class HoursTable(Struct, forbid_unknown_fields=True):
    """[hours]: the week as it is typed, such as `mon-fri 9-18, sat 9-13`, and the days on which it does not hold."""

    week: Text = UNSET
    holidays: Dates = UNSET


class KindsTable(Struct, forbid_unknown_fields=True):
    """[kinds]: the whole lists; what is not in one is offered no more."""

    cases: Texts = UNSET
    promises: Texts = UNSET


class ReviewTable(Struct, forbid_unknown_fields=True):
    """[review]: 0 is none of the rest, or of what is new."""

    sensitive_words: Texts = UNSET
    one_in: Number = UNSET
    first_of_an_author: Number = UNSET
    confirm_after_months: Number = UNSET


class StaffTable(Struct, forbid_unknown_fields=True):
    """[[staff]]: hours and holidays are empty text for those of the shop; a company is another firm."""

    name: str
    company: str = ""
    role: Role | UnsetType = UNSET
    extension: Text = UNSET
    phone: Text = UNSET
    email: Text = UNSET
    branch: Text = UNSET
    manager: YesNo = UNSET
    hours: Text = UNSET
    holidays: list[date] | str | UnsetType = UNSET
    time_zone: Text = UNSET
    interests: Texts = UNSET
    skills: Texts = UNSET
    deputies: Texts = UNSET


class LimitTable(Struct, forbid_unknown_fields=True):
    """[[limit]]: of a role or of a person, for one kind of goodwill, or for any; amounts as they are typed."""

    role: str = ""
    person: str = ""
    kind: str = ""
    each_act: Text = UNSET
    a_customer: Text = UNSET
    a_customer_in_a: Period | UnsetType = UNSET
    in_all: Text = UNSET
    in_all_in_a: Period | UnsetType = UNSET


class ChecklistTable(Struct, forbid_unknown_fields=True):
    """[[checklist]]: for one kind of case, or for any; without a stage, somebody starts it."""

    title: str
    case_kind: Text = UNSET
    stage: Stage | UnsetType = UNSET
    steps: Texts = UNSET


class GuideTable(Struct, forbid_unknown_fields=True):
    """[[guide]]: how something is done, by us or by the customer."""

    title: str
    case_kind: Text = UNSET
    for_customer: YesNo = UNSET
    steps: Texts = UNSET


class BenefitTable(Struct, forbid_unknown_fields=True):
    """[[benefit]]: 0 days are without end, 0 months are never."""

    title: str
    kind: BenefitKind | UnsetType = UNSET
    value: Text = UNSET
    valid_days: Number = UNSET
    clerks_give_it: YesNo = UNSET
    may_be_passed_on: YesNo = UNSET
    tier: Text = UNSET
    what_is_chosen: Text = UNSET
    choices: Texts = UNSET
    picks: Number = UNSET
    change_after_months: Number = UNSET
    terms: Text = UNSET


class OutreachTable(Struct, forbid_unknown_fields=True):
    """[[outreach]]: who calls is a person, a branch, or who knows them; the article is one of the manual."""

    title: str
    on: YesNo = UNSET
    kind: RuleKind | UnsetType = UNSET
    days: Number = UNSET
    years: Number = UNSET
    tiers: Texts = UNSET
    person: Text = UNSET
    branch: Text = UNSET
    at_most_a_day: Number = UNSET
    priority: Priority | UnsetType = UNSET
    script: Text = UNSET
    article: Text = UNSET


ONE: Final[dict[str, type[Struct]]] = {
    "shop": ShopTable,
    "hours": HoursTable,
    "kinds": KindsTable,
    "review": ReviewTable,
}
"""Tables that stand there once."""
MANY: Final[dict[str, type[Struct]]] = {
    "staff": StaffTable,
    "limit": LimitTable,
    "checklist": ChecklistTable,
    "guide": GuideTable,
    "benefit": BenefitTable,
    "outreach": OutreachTable,
}
"""Tables that stand there once for each thing."""
