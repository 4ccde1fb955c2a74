"""The benefits of a customer, each with one key for what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from deskui.domain.ids import BenefitId
from deskui.ui.dialogs.benefits.choosing import choose
from deskui.ui.dialogs.benefits.giving import give_to
from deskui.ui.dialogs.benefits.page import BenefitPage
from deskui.ui.dialogs.benefits.redeeming import by_code_form, redeem
from deskui.ui.dialogs.benefits.reissuing import reissue, void_form
from deskui.ui.dialogs.benefits.slip_sheet import BenefitSlipSheet
from deskui.ui.kit.living_list import LivingList
from deskui.ui.lines import Item, Role, wrapped
from deskui.ui.panels.benefits import SOON, benefit_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from deskui.desk.desk import Desk
    from deskui.domain.benefits.benefit import BenefitView
    from deskui.domain.done import Done
    from deskui.domain.pages import CustomerView
    from deskui.ui.screens.desk import DeskScreen

NOTHING: Final = "They have no benefits; n gives one, o takes the code of another customer's."


def show_benefits(desk: DeskScreen) -> None:
    """The customer's benefits, with the cursor on the one it is on in the history."""
    row = desk.row_id("benefit")
    open_benefits(desk, None if row is None else BenefitId(row))


def open_benefits(desk: DeskScreen, at: BenefitId | None = None) -> None:
    """The customer's benefits, with the cursor on one of them."""
    desk.app.push_screen(BenefitList(desk.shown, at))


class BenefitList(LivingList["tuple[BenefitView, ...]"]):
    """What one customer is entitled to: what stands first, then what is over."""

    KEYS = (
        *(("x", "redeem"), ("r", "reissue"), ("c", "choose"), ("p", "print"), ("Enter", "ledger")),
        *(("n", "give"), ("o", "other code"), ("V", "void")),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "redeem", show=False),
        Binding("r", "reissue", show=False),
        Binding("c", "choose", show=False),
        Binding("p", "print", show=False),
        Binding("n,B", "give", show=False),
        Binding("o", "by_code", show=False),
        Binding("V", "void", show=False),
        Binding("b", "leave", show=False),
    ]

    def __init__(self, view: CustomerView, at: BenefitId | None) -> None:
        self._about, self._customer = view, view.customer
        super().__init__(f"Benefits of {self._customer.name}", None if at is None else ("benefit", at))

    def question(self, desk: Desk) -> tuple[BenefitView, ...]:
        """All of them: first what expires soon and what may still be chosen, last what is over."""
        today = desk.benefits.today()
        return tuple(sorted(desk.benefits.of_customer(self._customer.id), key=lambda each: _urgency(each, today)))

    def rows(self, answer: tuple[BenefitView, ...], width: int) -> list[Item]:
        """Each with what there is to know of it."""
        return benefit_rows(answer, self.app.scene(), width) or [Item(wrapped(NOTHING, width, Role.QUIET))]

    def on_changed(self, done: Done) -> None:
        """Read again what was written about this customer."""
        if done.customer_id in (None, self._customer.id):
            self.read()

    def offered(self) -> Sequence[tuple[str, str]]:
        """Making one void is for supervisors."""
        return [pair for pair in self.KEYS if pair[1] != "void" or self._is_supervisor]

    @property
    def _is_supervisor(self) -> bool:
        return self.app.session is not None and self.app.session.is_supervisor

    def put_on(self, benefit_id: BenefitId) -> None:
        """Put the cursor on that benefit once it has been read."""
        self._at = ("benefit", benefit_id)
        self.shown = None
        self.read()

    @property
    def view(self) -> BenefitView | None:
        """The one under the cursor."""
        return next((each for each in self.shown or () if ("benefit", each.benefit.id) == self.list.key), None)

    def _on_one(self, does: Callable[[BenefitView], object]) -> None:
        if (view := self.view) is None:
            self.say(NOTHING, Role.WARN)
        else:
            does(view)

    def action_redeem(self) -> None:
        """All of it, or an amount."""
        self._on_one(lambda view: redeem(self, self._customer, view))

    def action_reissue(self) -> None:
        """The code is lost: void it, and make another."""
        self._on_one(lambda view: reissue(self, view))

    def action_choose(self) -> None:
        """Pick one of the choices of the perk under the cursor, else of the first that has any open."""
        open_ones = [each for each in self.shown or () if each.open_picks]
        if open_ones and (self.view is None or not self.view.benefit.picks):
            self.list.point_at(("benefit", open_ones[0].benefit.id))
        self._on_one(lambda view: choose(self, view))

    def action_print(self) -> None:
        """The slip of a benefit, to be printed or saved."""
        self._on_one(lambda view: self.app.push_screen(BenefitSlipSheet(view.benefit)))

    def action_void(self) -> None:
        """Make one void for good."""
        if self._is_supervisor:
            self._on_one(lambda view: self.app.open_form(void_form(view)))
        else:
            self.say("A supervisor makes a benefit void; for a lost code r makes a new one.", Role.WARN)

    def action_give(self) -> None:
        """Give another."""
        give_to(self, self._about)

    def action_by_code(self) -> None:
        """Redeem what the customer brings, whoever it was given to."""
        self.app.open_form(by_code_form(self._customer))

    def on_item_list_chosen(self) -> None:
        """Enter: what became of it."""
        self._on_one(lambda view: self.app.push_screen(BenefitPage(view.benefit)))


def _urgency(view: BenefitView, today: date) -> tuple[bool, int]:
    days = view.days_left(today)
    soon = days if view.stands and days is not None and days <= SOON else SOON + (1 if view.open_picks else 2)
    return (not view.stands, soon)
