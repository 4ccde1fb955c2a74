"""From candidates to rows that say why they are there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.domain.lookup import Hit, Matched
from deskui.store.lookup import reasons, rows

if TYPE_CHECKING:
    from deskui.store.lookup.numbers import NumberFound
    from deskui.store.lookup.reasons import Value
    from deskui.store.lookup.rows import Row
    from deskui.store.lookup.statements import Statements
    from deskui.store.lookup.typed import Typed


@dataclass(frozen=True, slots=True)
class Candidate:
    """A customer found; `matched` is None while only the document can tell the field."""

    document: str = ""
    whole: bool = False
    matched: Matched | None = None
    text: str = ""
    number: NumberFound | None = None


def hits(statements: Statements, candidates: dict[int, Candidate], typed: Typed) -> list[Hit]:
    """The candidates as rows, in their order; two statements, the second only where a phone or the like matched."""
    shown = rows.shown(statements, list(candidates))
    fields = {
        customer: _field(candidate, shown[customer], typed)
        for customer, candidate in candidates.items()
        if customer in shown
    }
    unknown = [customer for customer, field in fields.items() if _needs_value(candidates[customer], field)]
    known = reasons.values(statements, unknown)
    return [
        _hit(candidates[customer], shown[customer], field, known.get(customer, []), typed)
        for customer, field in fields.items()
    ]


def _field(candidate: Candidate, row: Row, typed: Typed) -> Matched:
    if candidate.number is not None:
        return candidate.number.matched
    return candidate.matched or reasons.field_of(candidate.document, row, typed)


def _needs_value(candidate: Candidate, field: Matched) -> bool:
    return field in reasons.KEPT_APART and candidate.number is None and not candidate.text


def _hit(candidate: Candidate, row: Row, field: Matched, known: list[Value], typed: Typed) -> Hit:
    if (number := candidate.number) is not None:
        return rows.hit(row, field, number.text, number.exact, number.case_id, number.order_id, number.benefit_id)
    if candidate.text:
        return rows.hit(row, field, candidate.text, candidate.whole)
    if field in reasons.KEPT_APART:
        meant = reasons.value_meant(known, field, typed)
        if meant is not None:
            return rows.hit(row, field, *meant)
        field = Matched.NAME if field is Matched.ALIAS else field
    whole = candidate.whole and reasons.is_whole(row, field, typed)
    return rows.hit(row, field, reasons.text_of(row, field), whole)
