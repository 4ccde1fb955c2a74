"""Earlier cases that are like one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.domain.ids import CaseId
from deskui.domain.similar import SimilarCase, nearest, telling
from deskui.store import models
from deskui.store.reads.cases import SUMMARY, summary
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

_TRAIT, _CASE = models.CaseTrait, models.Case
_EACH: Final = 200
"""Of each trait, so many of the newest cases that have it."""
LISTED: Final = 20
"""So many are shown, the nearest."""


def to_case(case_id: CaseId, without: Sequence[CaseId]) -> tuple[SimilarCase, ...]:
    """The cases most like one, nearest first, `without` those named: a statement a trait and two more."""
    traits = telling(row[0] for row in _traits.tuples(case_id))
    left_out = set(without)
    found = {
        each: [CaseId(row[0]) for row in _having.tuples(each, _EACH) if row[0] not in left_out] for each in traits
    }
    ranked = nearest(found)[:LISTED]
    rows = {row["id"]: row for row in _listed.dicts([case for case, _, _ in ranked])} if ranked else {}
    return tuple(
        SimilarCase(
            summary(rows[case]),
            rows[case]["customer"],
            rows[case]["whom"],
            rows[case]["doer"] or "",
            shares,
            nearness,
        )
        for case, nearness, shares in ranked
        if case in rows
    )


@compiled
def _traits(case_id: Any) -> Any:
    return _TRAIT.select(_TRAIT.trait).where(_TRAIT.case == case_id)


@compiled
def _having(trait: Any, limit: Any) -> Any:
    return _TRAIT.select(_TRAIT.case).where(_TRAIT.trait == trait).order_by(_TRAIT.case.desc()).limit(limit)


@compiled
def _listed(case_ids: Any) -> Any:
    whom, owner = models.Customer, models.Employee
    return (
        _CASE.select(*SUMMARY, _CASE.customer, whom.name.alias("whom"), owner.name.alias("doer"))
        .join(whom, on=(_CASE.customer == whom.id))
        .join_from(_CASE, owner, "LEFT JOIN", on=(_CASE.owner == owner.id))
        .where(_CASE.id.in_(case_ids), _CASE.withdrawn_at.is_null(), whom.withdrawn_at.is_null())
    )
