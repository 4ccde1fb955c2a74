"""Slips that customers take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.ids import SlipId
from deskui.store import models

if TYPE_CHECKING:
    from deskui.domain.ids import CaseId
    from deskui.domain.slips.kept import KeptSlip
    from deskui.store.entry import Entry


def add_slip(entry: Entry, case: CaseId, content: str) -> SlipId:
    """Keep a slip that has not been printed yet."""
    by = entry.actor.employee_id
    return SlipId(entry.insert(models.Slip, case=case, content=content, made_by=by, made_at=entry.at))


def came_out(entry: Entry, slip: KeptSlip, printer: str) -> None:
    """Write down that a slip was printed, and by which printer or in which file."""
    entry.update(models.Slip, slip.id, slip.version, printed_at=entry.at, printer=printer, failure="")


def did_not_come_out(entry: Entry, slip: KeptSlip, printer: str, failure: str) -> None:
    """Write down why a slip did not come out of that printer; once it has been printed it stays so."""
    entry.update(models.Slip, slip.id, slip.version, printer=printer, failure=failure)
