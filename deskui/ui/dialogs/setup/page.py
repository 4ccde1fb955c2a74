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
from deskui.ui.dialogs.setup.elsewhere import show_pins, show_this_desk
from deskui.ui.dialogs.setup.kinds import KindList
from deskui.ui.dialogs.setup.shop_form import shop_form
from deskui.ui.dialogs.staff.hours import desk_hours_form
from deskui.ui.dialogs.staff.staff_list import StaffList
from deskui.ui.dialogs.steps.templates import Templates
from deskui.ui.kit.living_list import LivingList
from deskui.ui.kit.own_keys import OwnKeys
from deskui.ui.lines import BLANK, Role
from deskui.ui.panels.setup import area_items

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.setup import AreaSet
    from deskui.ui.lines import Item, Line
    from deskui.ui.screens.desk import DeskScreen

_SIDES = 6
"""Cells of the frame."""


def show_setup(desk: DeskScreen) -> None:
    """Show what the shop has set, to whoever may change it."""
    me = desk.app.scene().me
    if me is not None and me.may_act_as(StaffRole.SUPERVISOR):
        desk.app.push_screen(SetupPage())
    else:
        desk.say("Only a supervisor looks after the set-up; ask one to sign in here.", Role.WARN)


class SetupPage(OwnKeys, LivingList["tuple[AreaSet, ...]"]):
    """An area a row; Esc comes back here from each."""

    HERE = "setup"
    KEYS: ClassVar[Sequence[tuple[str, str]]] = (("Enter", "open"), ("u", "undo"))
    BINDINGS: ClassVar[list[BindingType]] = [Binding("Z,f10", "leave", show=False)]

    def __init__(self) -> None:
        super().__init__("Setup")

    def question(self, desk: Desk) -> tuple[AreaSet, ...]:
        """What is set now."""
        return desk.setup.areas()

    def rows(self, answer: tuple[AreaSet, ...], width: int) -> list[Item]:
        """A row for each area."""
        return area_items(answer, self.app.scene(), width)

    def lines(self, answer: tuple[AreaSet, ...]) -> int:
        """Lines of all rows in the width that the sheet takes."""
        width = self.app.size.width - _SIDES
        return sum(len(item.lines) for item in self.rows(answer, width))

    def room(self, most: int) -> int:
        """All that the frame and the keys leave: the whole set-up is looked over at once where it can be."""
        return max(1, self.most - self.around - len(self._foot(self._said)))

    def _foot(self, said: Sequence[Line]) -> Sequence[Line]:
        """What is said and the keys, with no line free where the rows need it."""
        is_full = self.shown is not None and self.lines(self.shown) >= self.most - self.around - 1
        return super()._foot([] if is_full and list(said) == [BLANK] else said)

    def _tell(self, said: Sequence[Line]) -> None:
        super()._tell(said)
        if self.shown is not None:
            self._fill(self.shown)

    def _fill(self, answer: tuple[AreaSet, ...]) -> None:
        super()._fill(answer)
        super()._tell(self._said)

    def on_item_list_chosen(self) -> None:
        """Enter: go where it is edited."""
        key = self.list.key
        if isinstance(key, tuple):
            _OPENS[SetupArea(key[1])](self)


def _shop(page: SetupPage) -> None:
    me = page.app.scene().me
    if me is None or not me.may_act_as(StaffRole.ADMINISTRATOR):
        page.say("The shop itself is changed by an administrator; ask one to sign in here.", Role.WARN)
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


_OPENS: Final[dict[SetupArea, Callable[[SetupPage], object]]] = {
    SetupArea.SHOP: _shop,
    SetupArea.DESK: lambda page: show_this_desk(page.app),
    SetupArea.HOURS: _hours,
    SetupArea.STAFF: lambda page: page.app.push_screen(StaffList(None)),
    SetupArea.PINS: lambda page: show_pins(page.app),
    SetupArea.LIMITS: lambda page: page.app.push_screen(LimitList()),
    SetupArea.MANUAL: open_manual,
    SetupArea.STEPS: lambda page: page.app.push_screen(Templates(None, None)),
    SetupArea.KINDS: lambda page: page.app.push_screen(KindList()),
    SetupArea.REVIEW: change_rules,
    SetupArea.BENEFITS: lambda page: page.app.push_screen(BenefitTypeList()),
    SetupArea.OUTREACH: lambda page: show_rules(page.app),
    SetupArea.RETURNS: lambda page: open_manual(page, "return"),
}
"""Where each area is edited."""
