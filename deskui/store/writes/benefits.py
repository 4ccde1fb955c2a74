"""Writes to benefits: rows are given once, and everything after that is an entry of their ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.benefits.benefit import EntryKind
from deskui.domain.ids import BenefitId, BenefitTypeId
from deskui.errors import BadInput, Conflict
from deskui.store import models
from deskui.store.normalise.numbers import number_digits, number_key
from deskui.store.reads import benefit_ledger as reads
from deskui.store.reads.rows import first_dict, tuples

if TYPE_CHECKING:
    from deskui.domain.benefits.benefit import Benefit
    from deskui.domain.ids import CustomerId, EmployeeId
    from deskui.store.entry import Entry

_BENEFIT, _ENTRY = models.Benefit, models.BenefitEntry
_COPIED = (
    *("type", "kind", "title", "percent", "amount_minor", "currency", "valid_from", "expires", "terms"),
    *("transferable", "noun", "choices", "picks", "change_months", "case", "order"),
)
"""What a reissued benefit has from the one before."""


def is_free(code: str) -> bool:
    """Whether no benefit has that code, in whatever spelling and whatever became of it."""
    key = number_key(code)
    return not tuples(_BENEFIT.select(_BENEFIT.id).where(_BENEFIT.key == key, _BENEFIT.withdrawn_at.is_null()))


def add(
    entry: Entry,
    customer_id: CustomerId,
    code: str,
    columns: dict[str, Any],
    amount: int,
    *,
    agreed_by: EmployeeId | None = None,
) -> BenefitId:
    """Give a benefit; `amount` is what its ledger begins with, `agreed_by` who agreed that it goes beyond its type.

    Raises: BadInput when its code is taken.
    """
    added = _insert(entry, customer_id, code, columns)
    write(entry, added, EntryKind.ISSUED, amount, columns["currency"], agreed_by=agreed_by)
    return added


def reissue(entry: Entry, benefit: Benefit, left: int, code: str, agreed_by: EmployeeId | None) -> BenefitId:
    """Make the code void and let another one have all that is left, with the same value and expiry."""
    query = _BENEFIT.select(*(getattr(_BENEFIT, name) for name in _COPIED)).where(_BENEFIT.id == benefit.id)
    old = first_dict(query) or {}
    root = benefit.root_id or benefit.id
    chain = {"reissued_from": benefit.id, "root": root}
    added = _insert(entry, benefit.customer_id, code, {**old, **chain})
    currency = old["currency"]
    write(entry, benefit.id, EntryKind.REISSUED, -left, currency, other=added, voids=1, agreed_by=agreed_by)
    write(entry, added, EntryKind.ISSUED, left, currency, other=benefit.id, agreed_by=agreed_by)
    return added


def write(
    entry: Entry,
    benefit_id: int,
    kind: EntryKind,
    amount: int,
    currency: str,
    *,
    voids: int = 0,
    **columns: Any,
) -> int:
    """Add an entry to the ledger of a benefit."""
    row = {"benefit": benefit_id, "kind": kind.value, "amount": amount, "currency": currency, "voids": voids}
    return entry.insert(_ENTRY, **row, by=entry.actor.employee_id, at=entry.at, **columns)


def take_back(entry: Entry, row: int, after: dict[str, Any]) -> None:
    """Enter that an entry was a mistake: its amount goes the other way.

    Raises: Conflict when it was taken back already, or the code is void since.
    """
    benefit = int(after["benefit"])
    if reads.entry_is_countered(row):
        raise Conflict("That was taken back already.", {})
    voids = int(after.get("voids", 0))
    if not voids and after["kind"] != EntryKind.ISSUED.value and _is_void(benefit):
        raise Conflict("The code is void since, so this cannot be taken back; look at its history with b.", {})
    kind = EntryKind.RESTORED if after["kind"] == EntryKind.REDEEMED.value else EntryKind.TAKEN_BACK
    write(entry, benefit, kind, -int(after["amount"]), after["currency"], voids=-voids, counters=row)


def add_type(entry: Entry, columns: dict[str, Any]) -> BenefitTypeId:
    """Add a type that benefits are given of."""
    return BenefitTypeId(entry.insert(models.BenefitType, created_at=entry.at, **columns))


def change_type(entry: Entry, type_id: BenefitTypeId, version: int, columns: dict[str, Any]) -> None:
    """Change a type that is still at `version`; what was given stays as it was.

    Raises: Conflict when somebody else was faster.
    """
    entry.update(models.BenefitType, type_id, version, **columns)


def _insert(entry: Entry, customer_id: CustomerId, code: str, columns: dict[str, Any]) -> BenefitId:
    if code and not is_free(code):
        raise BadInput(f"{code} is the code of another benefit; type another, or leave it empty.", "The code")
    found = {"code": code, "key": number_key(code), "digits": number_digits(code)}
    given = {"given_by": entry.actor.employee_id, "created_at": entry.at}
    return BenefitId(entry.insert(_BENEFIT, customer=customer_id, **found, **given, **columns))


def _is_void(benefit: int) -> bool:
    voids = [int(row[0]) for row in tuples(_ENTRY.select(_ENTRY.voids).where(_ENTRY.benefit == benefit))]
    return sum(voids) > 0
