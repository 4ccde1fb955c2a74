"""A slip as it is kept: what stood on it, and whether it came out of a printer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.ids import CaseId, EmployeeId, SlipId
    from deskui.domain.slips.content import SlipContent


FILE: Final = "file "
"""What stands before the name of the file in place of a printer."""


@dataclass(frozen=True, slots=True)
class SlipState:
    """What became of the newest slip of a case; printed when `printed_at` is set, else `failure` says why not."""

    id: SlipId
    made_at: datetime
    made_by_id: EmployeeId | None
    made_by: str
    printed_at: datetime | None
    printer: str
    failure: str

    @property
    def file(self) -> str:
        """The file it was saved in, or empty when it went to a printer."""
        return self.printer.removeprefix(FILE) if self.printer.startswith(FILE) else ""

    @property
    def is_waiting(self) -> bool:
        """Whether it did not come out, and somebody has yet to try again."""
        return self.printed_at is None and bool(self.failure)


@dataclass(frozen=True, slots=True)
class KeptSlip:
    """A slip of a case with all that stood on it."""

    id: SlipId
    case_id: CaseId
    content: SlipContent
    state: SlipState
    version: int
