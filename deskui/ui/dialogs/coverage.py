"""The coverage of an order: answered on one screen, from which a case is opened or something promised."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from deskui.domain.coverage import ProofKind
from deskui.domain.ids import CaseId
from deskui.domain.working_hours.clock_words import working_day
from deskui.ui.dialogs.cases.opening import CaseBegun, case_form
from deskui.ui.dialogs.promises.promise import PromiseBegun, around, promise_form
from deskui.ui.drafts import about
from deskui.ui.kit.fields import Field, choice
from deskui.ui.kit.form_spec import FormSpec
from deskui.ui.kit.living_list import LivingList
from deskui.ui.panels.coverage import coverage_items, line_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.coverage import Coverage, LineCoverage
    from deskui.domain.customer import Customer
    from deskui.domain.done import Done
    from deskui.domain.order import Order
    from deskui.ui.lines import Item
    from deskui.ui.screens.desk import DeskScreen

_PROOFS: Final = (
    *(ProofKind.RECEIPT, ProofKind.CARD, ProofKind.PHONE, ProofKind.SERIAL, ProofKind.LOYALTY),
    *(ProofKind.OTHER, ProofKind.NONE),
)


def show_coverage(desk: DeskScreen) -> None:
    """Answer for the order under the cursor."""
    desk.app.push_screen(CoverageSheet(desk, desk.pane.order(desk.row_id("order"))))


class CoverageSheet(LivingList["tuple[Coverage, float]"]):
    """Covered or not, by which proof, what next, how long; keys act on the line under the cursor."""

    KEYS = (("a", "accept a proof"), ("o", "open a case"), ("p", "promise"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "accept", show=False),
        Binding("o", "open_case", show=False),
        Binding("p", "promise", show=False),
        Binding("v", "leave", show=False),
    ]

    def __init__(self, desk: DeskScreen, order: Order) -> None:
        super().__init__(f"Is it covered: {order.number}")
        self._desk, self._order = desk, order

    def question(self, desk: Desk) -> tuple[Coverage, float]:
        """The answer, and how many hours a working day has."""
        return desk.coverage.of_order(self._order.id), working_day(desk.promises.hours())

    def rows(self, answer: tuple[Coverage, float], width: int) -> list[Item]:
        """What was bought where and by which proof, then line by line."""
        coverage, day = answer
        return coverage_items(coverage, self.app.scene(), width, day)

    def _line(self) -> LineCoverage | None:
        """The line under the cursor."""
        lines = () if self.shown is None else self.shown[0].lines
        return next((each for place, each in enumerate(lines) if line_key(place) == self.list.key), None)

    def action_accept(self) -> None:
        """Accept a proof of the purchase."""
        if self.shown is not None:
            self.app.open_form(proof_form(self.shown[0].order, self._desk.shown.customer))

    def action_open_case(self) -> None:
        """Open a case about the line, with the number of its order, and show it."""
        line = self._line()
        if line is None:
            return
        view, order = self._desk.shown, self._order
        draft = about(view.customer, f"case:{view.customer.number}:{order.id}", "case on an order", "coverage")
        begun = CaseBegun(line.line.name, line.next.case_kind, _numbered(order), draft)
        self.app.open_form(case_form(view, begun), self._opened)

    def _opened(self, done: Done) -> None:
        """Show the new case, behind what the desk does by itself since something was written."""
        self.dismiss(None)
        self._desk.call_next(self._desk.show_case, CaseId(done.subject))

    def action_promise(self) -> None:
        """Promise what comes next of the line."""
        line = self._line()
        if line is None:
            return
        view, order, kind = self._desk.shown, self._order, line.next.promise_kind
        draft = about(view.customer, f"promise:{view.customer.number}:{order.id}", "promise on an order", "coverage")
        begun = PromiseBegun(f"{kind} of {line.line.name.partition(',')[0]} ", kind, draft)

        async def ask() -> None:
            found = await self.app.counter.answer(lambda each: around(each, view))
            self.app.open_form(promise_form(view, found, self.app.scene(), begun=begun))

        self.app.guarded(ask())


def _numbered(order: Order) -> str:
    """The order's number, with its kind in front as the numbers of a case are typed."""
    own = next((each for each in order.references if each.number == order.number), None)
    return order.number if own is None else f"{own.kind.value} {order.number}"


def proof_form(order: Order, who: Customer) -> FormSpec:
    """By what the purchase is shown to be one."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.coverage.accept_proof(order.id, version, ProofKind(typed["kind"]), typed["seen"], operation)

    fields = (
        choice("kind", "Proof", [each.value for each in _PROOFS]),
        Field("seen", "What was seen", placeholder="e.g. on the account, dealer's stamp, last four 4417"),
    )
    return FormSpec(
        f"A proof of {order.number}",
        fields,
        work,
        about(who, f"proof:{order.id}", "proof", "coverage"),
        said="Proof accepted",
        version=order.version,
        enter_saves=True,
    )
