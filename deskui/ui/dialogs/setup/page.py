"""The set-up: every area with what is set there, opened from here and come back to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from deskui.domain.setup import SetupArea
from deskui.domain.staff import Role as StaffRole
from deskui.ui.dialogs.goodwill.limits import LimitList
from deskui.ui.dialogs.manual.manual_page import open_manual
from deskui.ui.dialogs.outreach.rules import show_rules
from deskui.ui.dialogs.review.rules import change_rules
from deskui.ui.dialogs.setup.benefit_types import BenefitTypeList
from deskui.ui.dialogs.setup.kinds import KindList
from deskui.ui.dialogs.setup.shop_form import shop_form
from deskui.ui.dialogs.staff.hours import desk_hours_form
from deskui.ui.dialogs.staff.staff_list import StaffList
from deskui.ui.dialogs.steps.templates import Templates
from deskui.ui.kit.living_list import LivingList
from deskui.ui.kit.reading import Reading
from deskui.ui.lines import Item, Line, Role, quiet, span
from deskui.ui.panels.setup import area_items

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.setup import AreaSet
    from deskui.domain.staff import Employee
    from deskui.ui.screens.desk import DeskScreen


def show_setup(desk: DeskScreen) -> None:
    """Show what the shop has set, to whoever may change it."""
    me = desk.app.scene().me
    if me is not None and me.may_act_as(StaffRole.SUPERVISOR):
        desk.app.push_screen(SetupPage())
    else:
        desk.say("Only a supervisor looks after the set-up; ask one to sign in here.", Role.WARN)


class SetupPage(LivingList["tuple[AreaSet, ...]"]):
    """An area a line; Esc comes back here from each."""

    KEYS: ClassVar[Sequence[tuple[str, str]]] = (("Enter", "open"),)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("Z,f10", "leave", show=False)]

    def __init__(self) -> None:
        super().__init__("Setup")

    def question(self, desk: Desk) -> tuple[AreaSet, ...]:
        """What is set now."""
        return desk.setup.areas()

    def rows(self, answer: tuple[AreaSet, ...], width: int) -> list[Item]:
        """A line for each area."""
        return area_items(answer, self.app.scene(), width)

    def on_item_list_chosen(self) -> None:
        """Enter: go where it is edited."""
        key = self.list.key
        if isinstance(key, tuple):
            _OPENS[SetupArea(key[1])](self)


def _shop(page: SetupPage) -> None:
    me = page.app.scene().me
    if me is None or not me.may_act_as(StaffRole.ADMINISTRATOR):
        page.say("The shop itself is changed by an administrator.", Role.WARN)
        return

    async def ask() -> None:
        kept = await page.app.counter.answer(lambda desk: desk.shop_details.kept())
        page.app.open_form(shop_form(kept))

    page.app.guarded(ask())


def _hours(page: SetupPage) -> None:
    async def ask() -> None:
        roster = await page.app.counter.answer(lambda desk: desk.duty.roster())
        page.app.open_form(desk_hours_form(roster, page.app.scene()))

    page.app.guarded(ask())


def _pins(page: SetupPage) -> None:
    async def ask() -> None:
        people = await page.app.counter.answer(lambda desk: desk.shop.staff())
        known = await page.app.counter.answer(lambda desk: desk.signing.with_pin())
        items = [_pin_item(each, has_one=each.id in known) for each in people]
        note = Line(
            (quiet("Everybody sets their own in the staff list, with p; deskui pin helps who forgot theirs."),)
        )
        page.app.push_screen(Reading("PINs", lambda _width: [*items, Item((Line(()), note))]))

    page.app.guarded(ask())


def _pin_item(who: Employee, *, has_one: bool) -> Item:
    said = span("✓ has a PIN", Role.GOOD) if has_one else quiet("○ none")
    return Item((Line((span(who.name), quiet(f"  {who.role.value}")), (said,)),), ("employee", who.id))


_OPENS: Final[dict[SetupArea, Callable[[SetupPage], object]]] = {
    SetupArea.SHOP: _shop,
    SetupArea.HOURS: _hours,
    SetupArea.STAFF: lambda page: page.app.push_screen(StaffList(None)),
    SetupArea.PINS: _pins,
    SetupArea.LIMITS: lambda page: page.app.push_screen(LimitList()),
    SetupArea.MANUAL: open_manual,
    SetupArea.STEPS: lambda page: page.app.push_screen(Templates(None, None)),
    SetupArea.KINDS: lambda page: page.app.push_screen(KindList()),
    SetupArea.REVIEW: change_rules,
    SetupArea.BENEFITS: lambda page: page.app.push_screen(BenefitTypeList()),
    SetupArea.OUTREACH: lambda page: show_rules(page.app),
}
"""Where each area is edited."""
