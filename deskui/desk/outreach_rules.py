"""The rules of outreach: each edit is a new version, and only supervisors make one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from deskui.desk.area import Area
from deskui.desk.person import must_be_ours
from deskui.desk.verb import verb
from deskui.domain.case import Priority
from deskui.domain.ids import EmployeeId, OutreachRuleId
from deskui.domain.outreach.rule import Rule, RuleKind, RuleTyped, checked_rule, typed_rule
from deskui.domain.staff import Role
from deskui.domain.text import clean_line
from deskui.errors import Conflict
from deskui.store.reads import outreach as reads
from deskui.store.reads import outreach_people, outreach_rules
from deskui.store.reads.outreach_terms import Moment
from deskui.store.writes import outreach as writes

if TYPE_CHECKING:
    from deskui.domain.done import Done
    from deskui.store.entry import Entry


RULE_ADD: Final = verb("outreach_rule.add", "new outreach rule", "outreach_rule.title", needs=Role.SUPERVISOR)
RULE_EDIT: Final = verb("outreach_rule.edit", "outreach rule change", "outreach_rule.title", needs=Role.SUPERVISOR)
MOST_COUNTED: Final = 1_000
"""So many whom a rule fits are counted for its preview."""


class WouldList(NamedTuple):
    """How many a rule would list today, and whom it fits in all, counted up to MOST_COUNTED."""

    today: int
    fitting: int

    @property
    def fitting_words(self) -> str:
        """`412`, or `1,000 or more` where counting ended."""
        return f"{self.fitting:,}{' or more' if self.fitting >= MOST_COUNTED else ''}"


class OutreachRules(Area):
    """Whom the shop wants called."""

    def rules(self) -> tuple[Rule, ...]:
        """The newest version of every rule, those that are on first."""
        return outreach_rules.rules()

    def versions(self, family: int) -> tuple[Rule, ...]:
        """Every version of a rule, newest first."""
        return outreach_rules.versions(family)

    def add(self, typed: RuleTyped, operation: str | None = None) -> Done:
        """Keep a new rule.

        Raises: BadInput naming the field that is not accepted, NoRight for who is no supervisor.
        """
        columns = self._checked(typed)
        return self.perform(RULE_ADD, operation, lambda entry: (writes.add_rule(entry, columns), None))

    def edit(self, family: int, seen: int, typed: RuleTyped, operation: str | None = None) -> Done:
        """Make the version of a rule that follows the one `seen`.

        Raises: BadInput naming the field, Conflict when there is a newer version, NoRight for who is no supervisor.
        """
        columns = self._checked(typed)

        def work(entry: Entry) -> tuple[int, None]:
            current = outreach_rules.newest(family)
            if current.number != seen:
                raise Conflict("Somebody else has changed this meanwhile; look at both and choose.", _theirs(current))
            return writes.add_rule(entry, columns, family), None

        return self.perform(RULE_EDIT, operation, work)

    def would_list(self, typed: RuleTyped, family: int = 0) -> WouldList:
        """How many the rule would list today if it were saved and on.

        Raises: BadInput naming the field that is not accepted.
        """
        columns = self._checked(typed)
        rule = _as_rule(columns, family)
        moment = self.moment()
        found = len(reads.found_by(rule, moment, MOST_COUNTED))
        worked = outreach_people.worked(None, moment.day_begins(0)).by_family.get(family, 0)
        return WouldList(max(0, min(found, rule.cap - worked)), found)

    def moment(self) -> Moment:
        """Now, as the rules look at it."""
        now, session = self.now(), self.session
        return Moment(now, session.today(now), session.zone)

    @staticmethod
    def _checked(typed: RuleTyped) -> dict[str, Any]:
        columns = checked_rule(typed)
        must_be_ours(columns["employee"])
        title = clean_line(typed.article, "From the manual")
        columns["article"] = outreach_rules.article_titled(title) if title else None
        return columns


def _as_rule(columns: dict[str, Any], family: int) -> Rule:
    """A rule that is not kept, to see whom it finds."""
    owner: EmployeeId | None = columns["employee"]
    return Rule(
        id=OutreachRuleId(0),
        family=family,
        number=0,
        kind=RuleKind(columns["kind"]),
        title=columns["title"],
        days=columns["days"],
        tiers=tuple(each for each in columns["tiers"].split("\n") if each),
        years=columns["years"],
        employee_id=owner,
        employee="",
        branch=columns["branch"],
        cap=columns["cap"],
        priority=Priority(columns["priority"]),
        is_on=True,
        script=columns["script"],
    )


def _theirs(rule: Rule) -> dict[str, object]:
    """A rule as the form holds it, and its number as the version."""
    typed = typed_rule(rule)
    shown: dict[str, object] = {name: str(getattr(typed, name)) for name in RuleTyped.__dataclass_fields__}
    return shown | {"is_on": "yes" if rule.is_on else "no", "version": rule.number}
