"""The set-up looked over: every area with what is set there now, for supervisors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.setup_words import ELSEWHERE, TO_DO, WHOSE
from deskui.domain.kinds import KindOf
from deskui.domain.review.risk import Rules
from deskui.domain.review.words import phrases
from deskui.domain.setup import AreaSet, SetupArea
from deskui.domain.staff import Role
from deskui.domain.steps.step_list import ListKind
from deskui.domain.working_hours.words import hours_words
from deskui.errors import NoRight, NotAllowed
from deskui.store.reads import benefit_types, hours, kinds, limits, outreach_rules, reviews, signing, staff, steps
from deskui.store.reads.setup import BEGINNING, articles_in_use, last_changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.domain.setup import Changed
    from deskui.domain.staff import Employee

    Said = tuple[SetupArea, str, bool]
    """An area, what is set there, and whether anything is there that a shop needs of it."""

_TABLES: Final = {
    "shop": SetupArea.SHOP,
    "employee": SetupArea.STAFF,
    "deputy": SetupArea.STAFF,
    "pin": SetupArea.PINS,
    "goodwill_limit": SetupArea.LIMITS,
    "article": SetupArea.MANUAL,
    "article_version": SetupArea.MANUAL,
    "article_tie": SetupArea.MANUAL,
    "step_template": SetupArea.STEPS,
    "work_kind": SetupArea.KINDS,
    "benefit_type": SetupArea.BENEFITS,
    "outreach_rule": SetupArea.OUTREACH,
}
"""Which area the changes of a table are about."""
_OF_SHOP: Final = {"shop.hours": SetupArea.HOURS, "review.rules": SetupArea.REVIEW}
"""Verbs that write into the row of the shop what is an area of its own."""


class SettingUp(Area):
    """The set-up as a whole."""

    def areas(self) -> tuple[AreaSet, ...]:
        """Every area in the order in which a shop is set up: a statement or two for each.

        Raises: NoRight for anybody but supervisors, NotAllowed before the shop is set up.
        """
        me = self.session.employee
        if me is None or not self.session.is_supervisor:
            raise NoRight("Only a supervisor looks after the set-up; ask one to sign in here.")
        found = last_changes(tuple(_TABLES))
        changed = _by_area(found)
        shop = staff.shop()
        if shop is not None and shop.hours and (began := found.get(("shop", BEGINNING))) is not None:
            changed.setdefault(SetupArea.HOURS, began)
        return tuple(_area(said, changed, me) for said in self._said())

    def _said(self) -> Iterator[Said]:
        shop = staff.shop()
        if shop is None:
            raise NotAllowed("Set the shop up first.")
        yield SetupArea.SHOP, f"{shop.name} · {shop.zone} · {shop.region} · {shop.currency}", True
        yield SetupArea.DESK, self.session.desk, True
        week = hours.shop_hours()
        said = f"{hours_words(week.week)} · {_many(len(week.holidays), 'holiday')}"
        yield SetupArea.HOURS, said, bool(shop.hours)
        yield from self._people()
        set_now = sum(not each.bounds.is_empty for each in limits.in_force())
        none = "none: nobody decides anything alone"
        yield SetupArea.LIMITS, _many(set_now, "limit") if set_now else none, bool(set_now)
        articles = articles_in_use()
        yield SetupArea.MANUAL, _many(articles, "article"), bool(articles)
        yield from self._work()
        yield SetupArea.RETURNS, "of each thing bought, with its order", True

    def _people(self) -> Iterator[Said]:
        people, with_pin = staff.directory(), signing.with_pin()
        ours = [each for each in people if not each.is_outside]
        above = sum(each.may_act_as(Role.SUPERVISOR) for each in ours)
        others = f" · {len(people) - len(ours)} of other firms" if len(people) > len(ours) else ""
        words = f"{_many(len(ours), 'colleague')}, {above} of them above clerks{others}"
        yield SetupArea.STAFF, words, len(ours) > 1
        said = f"{len(with_pin)} of {len(ours)} have one" if with_pin else "nobody has one"
        yield SetupArea.PINS, said, bool(with_pin)

    def _work(self) -> Iterator[Said]:
        lists = [each.kind for each in steps.templates()]
        checklists, guides = (lists.count(kind) for kind in (ListKind.CHECKLIST, ListKind.GUIDE))
        yield SetupArea.STEPS, f"{_many(checklists, 'checklist')} · {_many(guides, 'guide')}", bool(lists)
        listed = [each.of for each in kinds.all_kinds() if not each.is_retired]
        cases, promises = (listed.count(kind) for kind in KindOf)
        yield SetupArea.KINDS, f"{cases} of cases · {promises} of promises", bool(cases)
        yield SetupArea.REVIEW, _review_words(reviews.rules() or Rules("")), False
        types = len(benefit_types.types())
        yield SetupArea.BENEFITS, _many(types, "kind"), bool(types)
        rules = outreach_rules.rules()
        on = sum(each.is_on for each in rules)
        yield SetupArea.OUTREACH, f"{_many(len(rules), 'rule')}, {on or 'none'} of them on", bool(on)


def _area(said: Said, changed: dict[SetupArea, Changed], me: Employee) -> AreaSet:
    """What there is to say of an area to somebody; of what has been set nothing is left to do."""
    area, words, is_there = said
    last = changed.get(area)
    is_new = not is_there and (last is None or last.is_beginning)
    whose = "" if me.may_act_as(Role.ADMINISTRATOR) else WHOSE.get(area, "")
    to_do = TO_DO.get(area, "") if is_new and not (whose and area is SetupArea.PINS) else ""
    return AreaSet(area, words, last, to_do, whose, ELSEWHERE.get(area, ""))


def _by_area(found: dict[tuple[str, str], Changed]) -> dict[SetupArea, Changed]:
    """The newest change of each area."""
    newest: dict[SetupArea, Changed] = {}
    for (table, verb), changed in found.items():
        area = _OF_SHOP.get(verb, _TABLES[table])
        if area not in newest or changed.at > newest[area].at:
            newest[area] = changed
    return newest


def _review_words(rules: Rules) -> str:
    sampled = f"1 in {rules.one_in} of the rest" if rules.one_in else "none of the rest"
    first = f"the first {rules.first:,} of everybody new" if rules.first else "nobody new"
    months = f"facts after {_many(rules.stale_months, 'month')}"
    return f"{_many(len(phrases(rules.words)), 'sensitive word')} · {sampled} · {first} · {months}"


def _many(count: int, one: str) -> str:
    return f"{count:,} {one}{'' if count == 1 else 's'}"
