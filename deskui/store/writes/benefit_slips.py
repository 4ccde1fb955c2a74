"""Slips of benefits that customers take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.ids import BenefitSlipId
from deskui.store import models

if TYPE_CHECKING:
    from deskui.domain.benefits.slip import KeptBenefitSlip
    from deskui.domain.ids import BenefitId
    from deskui.store.entry import Entry


def add_slip(entry: Entry, benefit: BenefitId, content: str) -> BenefitSlipId:
    """Keep a slip that has not been printed yet."""
    row = {"benefit": benefit, "content": content, "made_by": entry.actor.employee_id, "made_at": entry.at}
    return BenefitSlipId(entry.insert(models.BenefitSlip, **row))


def came_out(entry: Entry, slip: KeptBenefitSlip, printer: str) -> None:
    """Write down that a slip was printed, and by which printer or in which file."""
    entry.update(models.BenefitSlip, slip.id, slip.version, printed_at=entry.at, printer=printer, failure="")


def did_not_come_out(entry: Entry, slip: KeptBenefitSlip, printer: str, failure: str) -> None:
    """Write down why a slip did not come out of that printer; once it has been printed it stays so."""
    entry.update(models.BenefitSlip, slip.id, slip.version, printer=printer, failure=failure)
