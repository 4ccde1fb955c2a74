"""Limits: what each role, and each person, may decide alone; set by those above them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.desk import allowing
from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.goodwill.limits import Bounds, Period, check_setting
from deskui.domain.money_typed import money_typed
from deskui.domain.staff import Role
from deskui.errors import BadInput, Conflict
from deskui.store.reads import limits as reads
from deskui.store.reads import staff
from deskui.store.writes import goodwill as writes

if TYPE_CHECKING:
    from deskui.domain.done import Done
    from deskui.domain.goodwill.goodwill import GoodwillKind
    from deskui.domain.goodwill.limits import Limit
    from deskui.domain.ids import CustomerId, EmployeeId, LimitId
    from deskui.store.entry import Entry

LIMIT_SET: Final = verb("limit.set", "limit", "goodwill_limit.kind", Role.SUPERVISOR)
_NOTHING: Final = ("0", "none", "nothing")


@dataclass(frozen=True, slots=True)
class LimitTyped:
    """A limit as typed: of a role or of a person, of one kind of goodwill or of any; amounts as text."""

    role: Role | None = None
    employee_id: EmployeeId | None = None
    kind: GoodwillKind | None = None
    per_act: str = ""
    per_customer: str = ""
    customer_period: Period = Period.MONTH
    per_clerk: str = ""
    clerk_period: Period = Period.WEEK


class Limits(Area):
    """What may be decided alone."""

    def in_force(self) -> tuple[Limit, ...]:
        """The limits that hold now."""
        return tuple(each for each in reads.in_force() if not each.bounds.is_empty)

    def versions(self, limit: Limit) -> tuple[Limit, ...]:
        """How a limit came to be what it is, newest first."""
        return reads.versions(*limit.whose)

    def set(self, typed: LimitTyped, seen: LimitId | None = None, operation: str | None = None) -> Done:
        """Have a limit from now on; without any amount there is none any more.

        `seen` is the version that was on the screen. Raises: BadInput naming the field that is not accepted, or
        whose limit is not one's own to set; NoRight for clerks; Conflict when somebody else has set it meanwhile.
        """
        bounds = self.bounds(typed)

        def work(entry: Entry) -> tuple[int, CustomerId | None]:
            listed = staff.employees()
            acting = entry.actor.employee_id
            me = None if acting is None else allowing.colleague(acting, listed)  # nobody: whoever owns the file
            person = None if typed.employee_id is None else allowing.colleague(typed.employee_id, listed)
            role = typed.role if person is None else None
            check_setting(me, role, person)
            newest = next(iter(reads.versions(role, typed.employee_id, typed.kind)), None)
            if (None if newest is None else newest.id) != seen and not (newest and newest.bounds.is_empty):
                raise Conflict("Somebody else has set that limit meanwhile; look at it again.", {})
            if bounds.is_empty and (newest is None or newest.bounds.is_empty):
                raise BadInput("Type at least one amount; 0 lets them decide nothing.", "Per act")
            kind = "" if typed.kind is None else typed.kind.value
            return writes.set_limit(entry, (role, typed.employee_id, kind), bounds, self.session.currency), None

        return self.perform(LIMIT_SET, operation, work)

    def bounds(self, typed: LimitTyped) -> Bounds:
        """What is bound by the amounts typed.

        Raises: BadInput naming the one that is not accepted.
        """
        return Bounds(
            self._amount(typed.per_act, "Per act"),
            self._amount(typed.per_customer, "Per customer"),
            typed.customer_period,
            self._amount(typed.per_clerk, "Per clerk"),
            typed.clerk_period,
        )

    def _amount(self, text: str, what: str) -> int | None:
        """An amount in minor units; nothing typed is no bound, and 0 is nothing at all."""
        if not text.strip():
            return None
        if (bare := text.strip().casefold()) in _NOTHING or not bare.strip("0.,"):
            return 0
        return money_typed(text, self.session.currency, what).minor
