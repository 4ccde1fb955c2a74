"""The ledger of a benefit: what became of it, and what may be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.benefits.benefit import EntryKind, LedgerEntry
from deskui.store import models
from deskui.store.reads.compiled import compiled
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from deskui.domain.ids import BenefitId

_BENEFIT, _ENTRY, _PERSON = models.Benefit, models.BenefitEntry, models.Employee


def ledger(benefit_id: BenefitId) -> tuple[LedgerEntry, ...]:
    """Every entry of a benefit, oldest first: one statement."""
    return tuple(
        LedgerEntry(
            id=row["id"],
            kind=EntryKind(row["kind"]),
            amount=row["amount"],
            at=row["at"],
            by=row["by_name"] or "",
            agreed_by=row["agreed_name"] or "",
            other=row["other_code"] or "",
            choice=row["choice"],
            instead=row["instead"],
            reason=row["reason"],
            countered=row["countered"] is not None,
        )
        for row in _ledger.dicts(benefit_id)
    )


def entry_is_countered(entry_id: int) -> bool:
    """Whether an entry of a ledger was taken back: one statement."""
    return bool(tuples(_ENTRY.select(_ENTRY.id).where(_ENTRY.counters == entry_id)))


def stands_on(benefit_id: BenefitId) -> bool:
    """Whether anything was done with a benefit since it was issued, and was not taken back: one statement."""
    counter = _ENTRY.alias("counter")
    done = (
        _ENTRY.select(_ENTRY.id)
        .join(counter, "LEFT JOIN", on=(counter.counters == _ENTRY.id))
        .where(
            _ENTRY.benefit == benefit_id,
            _ENTRY.kind.not_in((EntryKind.ISSUED.value, EntryKind.RESTORED.value, EntryKind.TAKEN_BACK.value)),
            counter.id.is_null(),
        )
    )
    return bool(tuples(done))


@compiled
def _ledger(benefit_id: Any) -> Any:
    counter, agreed, other = _ENTRY.alias("counter"), _PERSON.alias("agreed"), _BENEFIT.alias("other")
    return (
        _ENTRY.select(
            _ENTRY,
            _PERSON.name.alias("by_name"),
            agreed.name.alias("agreed_name"),
            other.code.alias("other_code"),
            counter.id.alias("countered"),
        )
        .join(_PERSON, "LEFT JOIN", on=(_ENTRY.by == _PERSON.id))
        .join_from(_ENTRY, agreed, "LEFT JOIN", on=(_ENTRY.agreed_by == agreed.id))
        .join_from(_ENTRY, other, "LEFT JOIN", on=(_ENTRY.other == other.id))
        .join_from(_ENTRY, counter, "LEFT JOIN", on=(counter.counters == _ENTRY.id))
        .where(_ENTRY.benefit == benefit_id)
        .order_by(_ENTRY.id)
    )
