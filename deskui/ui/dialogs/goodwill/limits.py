"""Limits: what each role, and each person, may decide alone; set here by those above them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from deskui.desk.limits import LimitTyped
from deskui.domain.goodwill.goodwill import GoodwillKind
from deskui.domain.goodwill.limits import Bounds, Period, role_of
from deskui.domain.ids import EmployeeId
from deskui.domain.money import Money
from deskui.domain.staff import Role as StaffRole
from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import Field, choice
from deskui.ui.kit.form_spec import FormSpec
from deskui.ui.kit.living_list import LivingList
from deskui.ui.kit.own_keys import OwnKeys
from deskui.ui.kit.reading import Reading
from deskui.ui.lines import BLANK, Item, Role, wrapped
from deskui.ui.panels.limits import limit_items, version_items, whose_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.goodwill.limits import Limit
    from deskui.domain.staff import Employee
    from deskui.ui.screens.desk import DeskScreen

_WIDTH: Final = 70
_ANY: Final = "any"
_ABOUT: Final = (
    "What they may decide alone; empty is no such bound, 0 is nothing at all. Every bound that is set has to hold, "
    "those of any kind beside those of one kind. A person's own limits replace those of their role."
)


def show_limits(desk: DeskScreen) -> None:
    """Show what each may decide alone."""
    desk.app.push_screen(LimitList())


class LimitList(OwnKeys, LivingList["tuple[Limit, ...]"]):
    """The limits that hold now."""

    KEYS: ClassVar[Sequence[tuple[str, str]]] = (("Enter", "change"), ("n", "new"), ("v", "versions"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "add", show=False),
        Binding("v", "versions", show=False),
        Binding("L", "leave", show=False),
    ]

    def __init__(self) -> None:
        super().__init__("Limits: what each may decide alone")

    def question(self, desk: Desk) -> tuple[Limit, ...]:
        """Those that hold now."""
        return desk.limits.in_force()

    def rows(self, answer: tuple[Limit, ...], width: int) -> list[Item]:
        """An item for each."""
        sets = "n sets the first one" if self._is_boss() else "a supervisor sets them"
        nothing = f"No limit is set, so clerks and supervisors decide nothing alone; {sets}."
        return limit_items(answer, self.app.scene(), width) or [Item(wrapped(nothing, width, Role.QUIET))]

    def _chosen(self) -> Limit | None:
        return next((each for each in self.shown or () if ("limit", each.id) == self.list.key), None)

    def offered(self) -> Sequence[tuple[str, str]]:
        """Clerks only read; the others change the limits of those below them."""
        found, me = self._chosen(), self.app.scene().me
        may = {"v": found is not None, "n": self._is_boss(), "Enter": found is not None and _may_change(me, found)}
        return tuple(each for each in self.KEYS if may[each[0]])

    def came(self, before: tuple[Limit, ...] | None, at: object) -> None:
        """Rows were read: other keys may work there."""
        super().came(before, at)
        self.offer_again()

    def on_item_list_moved(self) -> None:
        """The cursor went to another row."""
        self.offer_again()

    def _is_boss(self) -> bool:
        me = self.app.scene().me
        return me is not None and me.may_act_as(StaffRole.SUPERVISOR)

    def _may(self) -> bool:
        if self._is_boss():
            return True
        self.say("Limits are set by a supervisor.", Role.WARN)
        return False

    def on_item_list_chosen(self) -> None:
        """Enter: set it anew."""
        if (found := self._chosen()) is not None and self._may():
            self.app.open_form(limit_form(found))

    def action_add(self) -> None:
        """A limit for a role or a person that has none of that kind."""
        if not self._may():
            return
        me = self.app.scene().me
        assert me is not None, "a supervisor is acting"

        async def ask() -> None:
            staff = await self.app.counter.answer(lambda desk: desk.shop.staff())
            self.app.open_form(new_form(me, staff))

        self.app.guarded(ask())

    def action_versions(self) -> None:
        """How the one under the cursor came to be what it is."""
        if (found := self._chosen()) is None:
            return

        async def ask() -> None:
            known = await self.app.counter.answer(lambda desk: desk.limits.versions(found))
            scene = self.app.scene()
            self.app.push_screen(Reading(whose_words(found), lambda width: version_items(known, scene, width)))

        self.app.guarded(ask())


def _may_change(me: Employee | None, limit: Limit) -> bool:
    """Whether that limit is of somebody below, as far as it says itself."""
    if me is None or not me.may_act_as(StaffRole.SUPERVISOR) or limit.employee_id == me.id:
        return False
    return limit.role is None or role_of(me) is not limit.role


def limit_form(limit: Limit) -> FormSpec:
    """The next version of a limit; without any amount it stands no more."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.limits.set(_typed(typed, limit.role, limit.employee_id, limit.kind), limit.id, operation)

    return FormSpec(
        f"Limit: {whose_words(limit)}",
        _fields(limit),
        work,
        DraftOf(f"limit:{limit.id}"),
        about=(*wrapped(_ABOUT, _WIDTH, Role.QUIET), BLANK),
        said="Limit set",
        unchanged_closes=True,
    )


def new_form(me: Employee, staff: Sequence[Employee]) -> FormSpec:
    """Whose limit, of which kind, and the bounds."""
    roles = [("clerk", "clerks")]
    if me.may_act_as(StaffRole.ADMINISTRATOR):
        roles.append(("supervisor", "supervisors"))
    people = [(str(each.id), each.name) for each in staff if each.id != me.id and _is_below(me, each)]
    kinds = [(_ANY, "any kind"), *((each.value, each.value) for each in GoodwillKind)]

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        whose = typed["whose"]
        role = StaffRole(whose) if whose in dict(roles) else None
        person = None if role is not None else EmployeeId(int(whose))
        kind = None if typed["kind"] == _ANY else GoodwillKind(typed["kind"])
        return desk.limits.set(_typed(typed, role, person, kind), None, operation)

    fields = (choice("whose", "Whose", [*roles, *people]), choice("kind", "Kind", kinds), *_fields(None))
    about = (*wrapped(_ABOUT, _WIDTH, Role.QUIET), BLANK)
    return FormSpec("A new limit", fields, work, DraftOf("limit:new"), about=about, said="Limit set")


def _is_below(me: Employee, person: Employee) -> bool:
    if me.may_act_as(StaffRole.ADMINISTRATOR):
        return True
    return role_of(person) is StaffRole.CLERK


def _fields(limit: Limit | None) -> tuple[Field, ...]:
    periods = [(each.value, each.value) for each in Period]
    bounds = Bounds() if limit is None else limit.bounds

    def amount(minor: int | None) -> str:
        return "" if minor is None or limit is None else f"{Money(limit.currency, minor).decimal:f}"

    return (
        Field("per_act", "Each act", amount(bounds.per_act), placeholder="e.g. 40", also=("Per act",)),
        Field("per_customer", "A customer", amount(bounds.per_customer), also=("Per customer",)),
        choice("customer_period", "in a", periods, bounds.customer_period.value),
        Field("per_clerk", "In all", amount(bounds.per_clerk), also=("Per clerk",)),
        choice("clerk_period", "in a", periods, bounds.clerk_period.value),
    )


def _typed(
    typed: Mapping[str, str], role: StaffRole | None, person: EmployeeId | None, kind: GoodwillKind | None
) -> LimitTyped:
    return LimitTyped(
        role,
        person,
        kind,
        typed["per_act"],
        typed["per_customer"],
        Period(typed["customer_period"]),
        typed["per_clerk"],
        Period(typed["clerk_period"]),
    )
