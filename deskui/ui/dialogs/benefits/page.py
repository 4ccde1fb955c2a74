"""One benefit and its ledger, to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from deskui.ui.kit.living_list import LivingList
from deskui.ui.panels.benefit_page import benefit_page

if TYPE_CHECKING:
    from deskui.desk.desk import Desk
    from deskui.domain.benefits.benefit import Benefit, BenefitView, LedgerEntry
    from deskui.ui.lines import Item


class BenefitPage(LivingList["tuple[BenefitView, tuple[LedgerEntry, ...]]"]):
    """What it is, and what became of it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,ctrl+j", "leave", show=False)]

    def __init__(self, benefit: Benefit) -> None:
        super().__init__(f"{benefit.title} {benefit.code}".strip())
        self._benefit_id = benefit.id

    def question(self, desk: Desk) -> tuple[BenefitView, tuple[LedgerEntry, ...]]:
        """The benefit and every entry."""
        return desk.benefits.one(self._benefit_id), desk.benefits.ledger(self._benefit_id)

    def rows(self, answer: tuple[BenefitView, tuple[LedgerEntry, ...]], width: int) -> list[Item]:
        """Line by line."""
        return benefit_page(*answer, self.app.scene(), width)
