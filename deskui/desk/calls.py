"""The call list as it is read: what the rules find and colleagues planned, each customer once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.domain.case import Priority
from deskui.domain.moments import day_words
from deskui.domain.outreach.call_list import (
    Call,
    Reason,
    Tally,
    anniversary_words,
    by_pressing,
    in_order,
    is_mine,
    owned,
    quiet_words,
)
from deskui.domain.outreach.calling_hours import calling_hours
from deskui.domain.outreach.consent import NO
from deskui.domain.outreach.rule import Rule, RuleKind
from deskui.store.reads import due, manual, outreach, outreach_people, outreach_rules, staff

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from deskui.desk.area import Post
    from deskui.desk.outreach_rules import OutreachRules
    from deskui.domain.ids import CustomerId, EmployeeId
    from deskui.domain.staff import Employee
    from deskui.store.reads.outreach_terms import Hit, Moment

MOST_PLANNED: Final = 200
"""So much planned outreach is listed, the oldest; the due list has all of it."""


@dataclass(frozen=True, slots=True)
class CallList:
    """Whom to call, what the day brought for the person acting and for the desk, and how many rules are on."""

    calls: tuple[Call, ...]
    mine: Tally
    desk: Tally
    rules_on: int


class CallReader(Area):
    """Puts the list together: one statement a rule that is on, and one for each question about all found."""

    def __init__(self, post: Post, rules: OutreachRules) -> None:
        super().__init__(post)
        self._rules = rules

    def read(self, whose: Employee | None) -> CallList:
        """The list of one of the staff, or of the whole desk with None."""
        moment, me = self._rules.moment(), self.session.actor.employee_id
        worked = outreach_people.worked(me, moment.day_begins(0))
        on = [each for each in outreach_rules.rules() if each.is_on]
        reasons = _by_rules(on, moment, worked.by_family)
        colleagues = {each.id: each for each in staff.employees()}
        for each in outreach.planned(moment.today, MOST_PLANNED):
            words = f"{each.what}, planned for {day_words(each.due_on, moment.today)}"
            owner = each.owner_id if each.owner_id in colleagues else None
            reasons[each.customer_id].append(
                Reason(
                    "planned",
                    words,
                    Priority.HIGH,
                    employee_id=owner,
                    follow_up_id=each.follow_up_id,
                    version=each.version,
                )
            )
        calls = in_order(self._calls(reasons, moment, colleagues))
        shown = calls if whose is None else tuple(each for each in calls if is_mine(each, whose))
        return CallList(shown, worked.mine, worked.desk, len(on))

    def _calls(
        self, reasons: dict[CustomerId, list[Reason]], moment: Moment, colleagues: dict[EmployeeId, Employee]
    ) -> list[Call]:
        who = list(reasons)
        if not who:
            return []
        reads = outreach_people
        parties, numbers, met = reads.parties(who), reads.numbers(who), reads.met(who)
        claims, tries, owed = reads.claims(who, moment.now), reads.last_tries(who), due.owed_among(who, moment.now)
        calls = []
        for each in who:
            if (party := parties.get(each)) is None:
                continue
            number, known, tried = numbers.get(each), met.get(each), tries.get(each)
            wishes = (number.best_hours if number is not None else "") or party.prefers
            call = Call(
                customer_id=each,
                customer=party.name,
                tier=party.tier,
                reasons=by_pressing(reasons[each]),
                owner_id=None,
                owner="",
                branch="",
                phone="" if number is None else number.value,
                phone_id=None if number is None else number.id,
                wishes=wishes,
                hours=calling_hours(wishes).words(moment.now, moment.zone),
                call_owed=each in owed,
                went_badly=known is not None and known.went_badly,
                no_calls=party.may_call == NO,
                claim=claims.get(each),
                last_try=None if tried is None else tried.id,
                tried="" if tried is None else tried.outcome,
                tried_at=None if tried is None else tried.at,
            )
            faces = () if known is None else known.faces
            calls.append(owned(call, _who_knows(party.clerk_id, faces, colleagues), colleagues))
        return calls


def _who_knows(
    clerk: EmployeeId | None, faces: Sequence[EmployeeId], colleagues: dict[EmployeeId, Employee]
) -> Employee | None:
    """Whom the customer asks for, else who met them most often, of those who are there."""
    known = (colleagues.get(each) for each in (clerk, *faces) if each is not None)
    return next((each for each in known if each is not None and each.present), None)


def _by_rules(on: Sequence[Rule], moment: Moment, worked: dict[int, int]) -> defaultdict[CustomerId, list[Reason]]:
    """Whom the rules list, each at most its cap a day, with why."""
    reasons: defaultdict[CustomerId, list[Reason]] = defaultdict(list)
    for rule in on:
        left = rule.cap - worked.get(rule.family, 0)
        hits = outreach.found_by(rule, moment, left) if left > 0 else ()
        script = _script(rule, moment.today) if hits else ""
        for hit in hits:
            reasons[hit.customer_id].append(
                Reason(
                    rule.title,
                    hit_words(rule, hit, moment),
                    rule.priority,
                    script,
                    rule.family,
                    rule.employee_id,
                    rule.branch,
                )
            )
    return reasons


def _script(rule: Rule, today: date) -> str:
    """What to say: what the manual says today, else what was typed with the rule."""
    edition = None if rule.article_id is None else manual.version_in_force(rule.article_id, today)
    return rule.script if edition is None else edition.version.text


def hit_words(rule: Rule, hit: Hit, moment: Moment) -> str:
    """Why the rule lists them: `not heard of for 214 days`, `coupon XK-2291 expires on 1 Dec`."""
    on = None if hit.on is None else _on(hit.on, moment.today)
    match rule.kind:
        case RuleKind.QUIET if hit.at is not None:
            return quiet_words((moment.now - hit.at).days)
        case RuleKind.ANNIVERSARY if hit.on is not None:
            return anniversary_words(rule, hit.on, hit.since, moment.today)
        case RuleKind.KEPT if hit.at is not None:
            return f"promise kept {_day(hit, moment)}: {hit.what}"
        case RuleKind.CLOSED if hit.at is not None:
            return f"case {hit.what} closed {_day(hit, moment)}"
        case RuleKind.BIRTHDAY:
            return f"birthday {on}"
        case _:
            return f"{hit.what} expires {on}"


def _day(hit: Hit, moment: Moment) -> str:
    assert hit.at is not None, "told by its caller"
    return day_words(hit.at.astimezone(moment.zone).date(), moment.today)


def _on(day: date, today: date) -> str:
    words = day_words(day, today)
    return words if words in ("today", "tomorrow") else f"on {words}"
