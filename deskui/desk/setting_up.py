"""The set-up looked over: every area with what is set there now, for supervisors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.domain.kinds import KindOf
from deskui.domain.review.risk import Rules
from deskui.domain.review.words import phrases
from deskui.domain.setup import AreaSet, SetupArea
from deskui.domain.staff import Role
from deskui.domain.steps.step_list import ListKind
from deskui.domain.working_hours.words import hours_words
from deskui.errors import NoRight, NotAllowed
from deskui.store.reads import benefit_types, hours, kinds, limits, outreach_rules, reviews, signing, staff, steps
from deskui.store.reads.setup import articles_in_use, last_changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.domain.setup import Changed

_TABLES: Final = {
    SetupArea.SHOP: "shop",
    SetupArea.STAFF: "employee",
    SetupArea.PINS: "pin",
    SetupArea.LIMITS: "goodwill_limit",
    SetupArea.MANUAL: "article_version",
    SetupArea.STEPS: "step_template",
    SetupArea.KINDS: "work_kind",
    SetupArea.BENEFITS: "benefit_type",
    SetupArea.OUTREACH: "outreach_rule",
}
"""Where the changes of each area are written; the hours are among those of the shop."""


class SettingUp(Area):
    """The set-up as a whole."""

    def areas(self) -> tuple[AreaSet, ...]:
        """Every area in the order in which a shop is set up: a statement or two for each.

        Raises: NoRight for anybody but supervisors, NotAllowed before the shop is set up.
        """
        if not self.session.is_supervisor:
            raise NoRight("Only a supervisor looks after the set-up; ask one to sign in here.")
        changed = last_changes(tuple(_TABLES.values()))
        return tuple(AreaSet(area, words, _last(area, changed)) for area, words in self._said())

    def _said(self) -> Iterator[tuple[SetupArea, str]]:
        shop, people, with_pin = staff.shop(), staff.directory(), signing.with_pin()
        if shop is None:
            raise NotAllowed("Set the shop up first.")
        ours = [each for each in people if not each.is_outside]
        above = sum(each.may_act_as(Role.SUPERVISOR) for each in ours)
        yield SetupArea.SHOP, f"{shop.name} · {shop.zone} · {shop.region} · {shop.currency}"
        week = hours.shop_hours()
        yield SetupArea.HOURS, f"{hours_words(week.week)} · {_many(len(week.holidays), 'holiday')}"
        others = f" · {len(people) - len(ours)} of other firms" if len(people) > len(ours) else ""
        yield SetupArea.STAFF, f"{_many(len(ours), 'colleague')}, {above} of them above clerks{others}"
        yield SetupArea.PINS, f"{len(with_pin)} of {len(ours)} have one" if with_pin else "nobody has one"
        set_now = sum(not each.bounds.is_empty for each in limits.in_force())
        yield SetupArea.LIMITS, _many(set_now, "limit") if set_now else "none: nobody decides anything alone"
        yield SetupArea.MANUAL, _many(articles_in_use(), "article")
        lists = [each.kind for each in steps.templates()]
        checklists, guides = (lists.count(kind) for kind in (ListKind.CHECKLIST, ListKind.GUIDE))
        yield SetupArea.STEPS, f"{_many(checklists, 'checklist')} · {_many(guides, 'guide')}"
        listed = [each.of for each in kinds.all_kinds() if not each.is_retired]
        yield SetupArea.KINDS, f"{listed.count(KindOf.CASE)} of cases · {listed.count(KindOf.PROMISE)} of promises"
        review = reviews.rules() or Rules("")
        words = _many(len(phrases(review.words)), "sensitive word")
        sampled = f"1 in {review.one_in} of the rest" if review.one_in else "none of the rest"
        yield SetupArea.REVIEW, f"{words} · {sampled} · facts after {_many(review.stale_months, 'month')}"
        yield SetupArea.BENEFITS, _many(len(benefit_types.types()), "kind")
        rules = outreach_rules.rules()
        yield SetupArea.OUTREACH, f"{_many(len(rules), 'rule')}, {sum(each.is_on for each in rules)} of them on"


def _last(area: SetupArea, changed: dict[str, Changed]) -> Changed | None:
    return changed.get(_TABLES.get(area, ""))


def _many(count: int, one: str) -> str:
    return f"{count:,} {one}{'' if count == 1 else 's'}"
