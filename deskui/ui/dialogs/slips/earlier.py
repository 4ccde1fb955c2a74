"""The slips that were written for a case: looked at, and printed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.ui.kit.living_list import LivingList
from deskui.ui.lines import Item, Line, quiet
from deskui.ui.panels.slip import slip_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.desk.desk import Desk
    from deskui.domain.ids import CaseId, SlipId
    from deskui.domain.slips.kept import KeptSlip


class EarlierSlips(LivingList["tuple[KeptSlip, ...]"]):
    """Newest first; Enter goes back to the sheet with the one under the cursor, where it can be printed again."""

    KEYS = (("Enter", "look, print again"),)

    def __init__(self, case_id: CaseId, number: int, show: Callable[[SlipId], None]) -> None:
        super().__init__(f"Slips of case #{number}")
        self._case_id, self._show = case_id, show

    def question(self, desk: Desk) -> tuple[KeptSlip, ...]:
        """All that are kept."""
        return desk.slips.of_case(self._case_id)

    def rows(self, answer: tuple[KeptSlip, ...], width: int) -> list[Item]:
        """When each was written, by whom, and what became of it."""
        if not answer:
            return [Item((Line((quiet("No slip has been written for this case yet."),)),))]
        return slip_rows(answer, self.app.scene(), width)

    def on_item_list_chosen(self) -> None:
        """Enter on a row."""
        chosen = next((each.id for each in self.shown or () if each.id == self.list.key), None)
        if chosen is not None:
            self._show(chosen)
            self.dismiss(None)
