"""A hand-off slip as it will be printed, and the keys that print or save it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from deskui.domain.ids import SlipId
from deskui.ui.dialogs.slips.sending import OfCase, Sending, as_pdf, as_text, to_printer
from deskui.ui.kit.full_page import FullPage
from deskui.ui.lines import Role
from deskui.ui.panels.slip import slip_page

if TYPE_CHECKING:
    from deskui.desk.desk import Desk
    from deskui.domain.ids import CaseId
    from deskui.domain.slips.content import SlipContent
    from deskui.domain.slips.kept import SlipState
    from deskui.ui.dialogs.slips.sending import Way
    from deskui.ui.lines import Item
    from deskui.ui.screens.desk import DeskScreen

_COLUMNS = 48


def show_slip(desk: DeskScreen) -> None:
    """The slip of the case on screen; the last one, where it is kept but did not come out."""
    case = desk.case
    waiting = case.slip.id if case.slip is not None and case.slip.is_waiting else None
    desk.app.push_screen(SlipSheet(case.id, case.number, waiting))


def show_kept_slip(desk: DeskScreen, slip_id: SlipId) -> None:
    """A slip that was written before."""
    desk.app.push_screen(SlipSheet(desk.case.id, desk.case.number, slip_id))


@dataclass(frozen=True, slots=True)
class Slip:
    """What the sheet shows: a content, and what became of it once it is kept."""

    content: SlipContent
    state: SlipState | None


class SlipSheet(FullPage[Slip]):
    """One slip: a new one until it is printed or saved, from then on the one that is kept."""

    KEYS = (("p", "print"), ("f", "PDF"), ("t", "text"), ("n", "new one"), ("l", "earlier ones"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "print", show=False),
        Binding("f", "pdf", show=False),
        Binding("t", "text", show=False),
        Binding("n", "anew", show=False),
        Binding("l", "earlier", show=False),
        Binding("h", "leave", show=False),
    ]

    def __init__(self, case_id: CaseId, number: int, slip_id: SlipId | None = None) -> None:
        super().__init__(f"Hand-off slip for case #{number}")
        self._case_id, self._number = case_id, number
        self._slip_id = slip_id
        self._sending: Sending | None = None

    def question(self, desk: Desk) -> Slip:
        """The slip that is kept, else what one would say now."""
        if self._slip_id is None:
            return Slip(desk.slips.content(self._case_id), None)
        kept = desk.slips.one(self._slip_id)
        return Slip(kept.content, kept.state)

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

    def _send(self, way: Way) -> None:
        if self.shown is None:
            return
        if self._sending is not None and self._sending.is_under_way:
            self.say("It is on its way to the printer already.", Role.WARN)
            return
        content = self.shown.content
        self._sending = Sending(self.app, OfCase(self._case_id, content), content, self._slip_id, self._is_kept)
        self._sending.start(way)

    def _is_kept(self, slip_id: int) -> None:
        self._slip_id = SlipId(slip_id)

    def action_anew(self) -> None:
        """Write a new one, of what is known now."""
        if self._slip_id is not None:
            self._slip_id = None
            self.say("A new slip, of what is known now")
        self.read()

    def action_earlier(self) -> None:
        """The slips that were written for the case."""
        from deskui.ui.dialogs.slips.earlier import EarlierSlips

        self.app.push_screen(EarlierSlips(self._case_id, self._number, self._show))

    def _show(self, chosen: SlipId) -> None:
        self._slip_id = chosen
        self.read()
