"""Slips that customers took along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.domain.slips.content import from_kept
from deskui.domain.slips.kept import KeptSlip, SlipState
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.ids import CaseId, SlipId

NEWEST: Final = 50
"""So many slips of a case are read."""
_SLIP = models.Slip
_STATE: Final = (_SLIP.id, _SLIP.made_at, _SLIP.made_by, _SLIP.printed_at, _SLIP.printer, _SLIP.failure)


def of_cases(case_ids: Sequence[CaseId]) -> tuple[KeptSlip, ...]:
    """The newest slips of these cases, newest first: one statement."""
    return tuple(_kept(row) for row in _of_cases.dicts(case_ids, NEWEST))


def slip(slip_id: SlipId) -> KeptSlip:
    """One slip.

    Raises: NotFound when there is none, or not any more.
    """
    row = _one.first_dict(slip_id)
    if row is None:
        raise NotFound("This slip is no longer kept; open the case again.")
    return _kept(row)


def newest_of_cases(case_ids: Sequence[CaseId]) -> SlipState | None:
    """What became of the newest slip of these cases, without what stands on it: one statement."""
    row = _newest.first_dict(case_ids)
    return None if row is None else _state(row)


@compiled
def _of_cases(case_ids: Any, limit: Any) -> Any:
    return _newest_first(_slips(_SLIP), case_ids).limit(limit)


@compiled
def _one(slip_id: Any) -> Any:
    return _slips(_SLIP).where(_SLIP.id == slip_id, _SLIP.withdrawn_at.is_null())


@compiled
def _newest(case_ids: Any) -> Any:
    return _newest_first(_slips(*_STATE), case_ids).limit(1)


def _slips(*columns: Any) -> Any:
    maker = models.Employee
    return _SLIP.select(*columns, maker.name.alias("maker")).join(maker, "LEFT JOIN", on=(_SLIP.made_by == maker.id))


def _newest_first(query: Any, case_ids: Any) -> Any:
    among = query.where(_SLIP.case.in_(case_ids), _SLIP.withdrawn_at.is_null())
    return among.order_by(_SLIP.made_at.desc(), _SLIP.id.desc())


def _kept(row: dict[str, Any]) -> KeptSlip:
    return KeptSlip(row["id"], row["case"], from_kept(row["content"]), _state(row), row["version"])


def _state(row: dict[str, Any]) -> SlipState:
    return SlipState(
        id=row["id"],
        made_at=row["made_at"],
        made_by_id=row["made_by"],
        made_by=row["maker"] or "",
        printed_at=row["printed_at"],
        printer=row["printer"],
        failure=row["failure"],
    )
