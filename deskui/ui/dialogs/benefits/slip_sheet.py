"""The slip of a benefit as it will be printed, and the keys that print or save it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from deskui.domain.ids import BenefitSlipId
from deskui.ui.dialogs.slips.sending import Sending, as_pdf, as_text, to_printer
from deskui.ui.kit.full_page import FullPage
from deskui.ui.lines import Role
from deskui.ui.panels.slip import slip_page

if TYPE_CHECKING:
    from deskui.desk.desk import Desk
    from deskui.domain.benefits.benefit import Benefit
    from deskui.domain.benefits.slip import BenefitSlip
    from deskui.domain.done import Done
    from deskui.domain.ids import BenefitId
    from deskui.domain.slips.kept import SlipState
    from deskui.ui.dialogs.slips.sending import Way
    from deskui.ui.lines import Item

_COLUMNS = 48


@dataclass(frozen=True, slots=True)
class OfBenefit:
    """Where slips of a benefit are kept."""

    benefit_id: BenefitId
    content: BenefitSlip
    shown_by: str = "benefits"

    def keep(self, desk: Desk, key: str) -> Done:
        """Keep this slip."""
        return desk.benefit_slips.keep(self.benefit_id, self.content, key)

    def printed(self, desk: Desk, slip: int, place: str, key: str) -> Done:
        """It came out there."""
        return desk.benefit_slips.printed(BenefitSlipId(slip), place, key)

    def failed(self, desk: Desk, slip: int, place: str, failure: str, key: str) -> Done:
        """It did not."""
        return desk.benefit_slips.failed(BenefitSlipId(slip), place, failure, key)


@dataclass(frozen=True, slots=True)
class Slip:
    """What the sheet shows: a content, and what became of it once it is kept."""

    content: BenefitSlip
    state: SlipState | None
    slip_id: BenefitSlipId | None = None


class BenefitSlipSheet(FullPage[Slip]):
    """One slip: the one that is kept but did not come out, else a new one until it is printed or saved."""

    KEYS = (("p", "print"), ("f", "PDF"), ("t", "text"), ("n", "new one"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "print", show=False),
        Binding("f", "pdf", show=False),
        Binding("t", "text", show=False),
        Binding("n", "anew", show=False),
    ]

    def __init__(self, benefit: Benefit) -> None:
        super().__init__(f"Slip of {benefit.title} {benefit.code}".strip())
        self._benefit_id = benefit.id
        self._slip_id: BenefitSlipId | None = None
        self._is_new = False
        self._sending: Sending | None = None

    def question(self, desk: Desk) -> Slip:
        """The slip that is kept, else what one would say now."""
        if self._slip_id is None and not self._is_new:
            waiting = desk.benefit_slips.newest(self._benefit_id)
            if waiting is not None and waiting.state.is_waiting:
                return Slip(waiting.content, waiting.state, waiting.id)
        if self._slip_id is None:
            return Slip(desk.benefit_slips.content(self._benefit_id), None)
        kept = desk.benefit_slips.one(self._slip_id)
        return Slip(kept.content, kept.state, kept.id)

    def rows(self, answer: Slip, width: int) -> list[Item]:
        """What became of it, and the slip as wide as the printer makes it."""
        columns = self.app.printer.columns if self.app.printer.is_set else _COLUMNS
        return slip_page(answer.content, answer.state, self.app.scene(), columns, width)

    def action_print(self) -> None:
        """Print it on the printer of this desk."""
        self._send(to_printer(self.app.printer))

    def action_pdf(self) -> None:
        """Save it as a PDF."""
        self._send(as_pdf(self.app.files))

    def action_text(self) -> None:
        """Save it as text."""
        self._send(as_text(self.app.files))

    def action_anew(self) -> None:
        """Write a new one, of what is true now."""
        self._slip_id, self._is_new = None, True
        self.say("A new slip, of what is true now")
        self.read()

    def _send(self, way: Way) -> None:
        if self.shown is None:
            return
        if self._sending is not None and self._sending.is_under_way:
            self.say("It is on its way to the printer already.", Role.WARN)
            return
        content, kept = self.shown.content, self.shown.slip_id
        self._slip_id = kept
        self._sending = Sending(self.app, OfBenefit(self._benefit_id, content), content, kept, self._is_kept)
        self._sending.start(way)

    def _is_kept(self, slip_id: int) -> None:
        self._slip_id = BenefitSlipId(slip_id)
