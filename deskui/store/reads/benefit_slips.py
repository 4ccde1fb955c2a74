"""Slips of benefits that customers took along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.benefits.slip import KeptBenefitSlip, slip_from_kept
from deskui.domain.slips.kept import SlipState
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from deskui.domain.ids import BenefitId, BenefitSlipId

_SLIP, _PERSON = models.BenefitSlip, models.Employee


def slip(slip_id: BenefitSlipId) -> KeptBenefitSlip:
    """One slip.

    Raises: NotFound when there is none, or not any more.
    """
    row = _one.first_dict(slip_id)
    if row is None:
        raise NotFound("This slip is no longer kept; open the benefit again.")
    return _kept(row)


def newest(benefit_id: BenefitId) -> KeptBenefitSlip | None:
    """The newest slip of a benefit, if there is one: one statement."""
    row = _newest.first_dict(benefit_id)
    return None if row is None else _kept(row)


@compiled
def _one(slip_id: Any) -> Any:
    return _slips().where(_SLIP.id == slip_id, _SLIP.withdrawn_at.is_null())


@compiled
def _newest(benefit_id: Any) -> Any:
    return (
        _slips().where(_SLIP.benefit == benefit_id, _SLIP.withdrawn_at.is_null()).order_by(_SLIP.id.desc()).limit(1)
    )


def _slips() -> Any:
    query = _SLIP.select(_SLIP, _PERSON.name.alias("maker"))
    return query.join(_PERSON, "LEFT JOIN", on=(_SLIP.made_by == _PERSON.id))


def _kept(row: dict[str, Any]) -> KeptBenefitSlip:
    state = SlipState(
        id=row["id"],
        made_at=row["made_at"],
        made_by_id=row["made_by"],
        made_by=row["maker"] or "",
        printed_at=row["printed_at"],
        printer=row["printer"],
        failure=row["failure"],
    )
    return KeptBenefitSlip(row["id"], row["benefit"], slip_from_kept(row["content"]), state, row["version"])
