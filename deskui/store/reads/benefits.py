"""What customers are entitled to; what is left of a benefit is the sum of its ledger."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from peewee import fn

from deskui.domain.benefits.benefit import (
    LASTING,
    Benefit,
    BenefitKind,
    BenefitView,
    EntryKind,
    Worth,
    state_of,
)
from deskui.domain.benefits.picks import Pick, next_change, picked_now
from deskui.domain.benefits.typed import money_of
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, tzinfo

    from deskui.domain.ids import BenefitId, CustomerId

MOST: Final = 200
"""So many benefits of a customer are read, the newest."""
_BENEFIT, _ENTRY, _PERSON = models.Benefit, models.BenefitEntry, models.Employee


def of_customer(customer_id: CustomerId, today: date, zone: tzinfo) -> tuple[BenefitView, ...]:
    """The benefits of a customer, newest first: one statement, and one where there is anything to choose."""
    return _viewed(_of_customer.dicts(customer_id, MOST), today, zone)


def one(benefit_id: BenefitId, today: date, zone: tzinfo) -> BenefitView:
    """One benefit, whatever became of it: one statement, or two.

    Raises: NotFound when it is no longer kept.
    """
    found = _viewed(_one.dicts(benefit_id), today, zone)
    if not found:
        raise NotFound("This benefit is no longer kept; open the customer again.")
    return found[0]


def by_key(key: str, today: date, zone: tzinfo) -> BenefitView | None:
    """The benefit of a code as the lookup folds it, void ones too; None where there is none."""
    return next(iter(_viewed(_by_key.dicts(key), today, zone)), None) if key else None


# --- statements -------------------------------------------------------------------------------------------


def _benefits() -> Any:
    """Benefits with the sums of their ledgers, and the code that took the place of each."""
    newer = _BENEFIT.alias("newer")
    mine = _ENTRY.benefit == _BENEFIT.id
    left = _ENTRY.select(fn.COALESCE(fn.SUM(_ENTRY.amount), 0)).where(mine)
    voids = _ENTRY.select(fn.COALESCE(fn.SUM(_ENTRY.voids), 0)).where(mine)
    first = fn.COALESCE(_BENEFIT.root, _BENEFIT.id)
    latest = (
        newer.select(newer.code)
        .where(newer.root == first, newer.id > _BENEFIT.id, newer.withdrawn_at.is_null())
        .order_by(newer.id.desc())
        .limit(1)
    )
    return (
        _BENEFIT.select(
            _BENEFIT,
            left.alias("amount_left"),
            voids.alias("times_void"),
            latest.alias("code_now"),
            _PERSON.name.alias("giver"),
        )
        .join(_PERSON, "LEFT JOIN", on=(_BENEFIT.given_by == _PERSON.id))
        .where(_BENEFIT.withdrawn_at.is_null())
    )


@compiled
def _of_customer(customer_id: Any, limit: Any) -> Any:
    return _benefits().where(_BENEFIT.customer == customer_id).order_by(_BENEFIT.id.desc()).limit(limit)


@compiled
def _one(benefit_id: Any) -> Any:
    return _benefits().where(_BENEFIT.id == benefit_id)


@compiled
def _by_key(key: Any) -> Any:
    return _benefits().where(_BENEFIT.key == key)


def is_good(owner: Any) -> tuple[Any, ...]:
    """That a benefit of that owner is kept and its ledger leaves something of it, whatever the day.

    `owner` is the customer in a table joined with it: the ledger is asked once that table has had its say.
    """
    mine = (_ENTRY.benefit == _BENEFIT.id) & (_BENEFIT.customer == owner)
    left = _ENTRY.select(fn.COALESCE(fn.SUM(_ENTRY.amount), 0)).where(mine)
    voids = _ENTRY.select(fn.COALESCE(fn.SUM(_ENTRY.voids), 0)).where(mine)
    lasts = _BENEFIT.amount_minor.is_null() & _BENEFIT.kind.in_(sorted(each.value for each in LASTING))
    return _BENEFIT.withdrawn_at.is_null(), voids <= 0, lasts | (left > 0)


@compiled
def _chosen(roots: Any) -> Any:
    """What was picked, of a benefit and of those it was reissued from or as."""
    counter = _ENTRY.alias("counter")
    first = fn.COALESCE(_BENEFIT.root, _BENEFIT.id)
    return (
        _ENTRY.select(first, _ENTRY.choice, _ENTRY.at, fn.COALESCE(_PERSON.name, ""), _ENTRY.instead)
        .join(_BENEFIT, on=(_ENTRY.benefit == _BENEFIT.id))
        .join_from(_ENTRY, _PERSON, "LEFT JOIN", on=(_ENTRY.by == _PERSON.id))
        .join_from(_ENTRY, counter, "LEFT JOIN", on=(counter.counters == _ENTRY.id))
        .where(
            _BENEFIT.root.in_(roots) | _BENEFIT.id.in_(roots),
            _ENTRY.kind == EntryKind.CHOSEN.value,
            counter.id.is_null(),
        )
        .order_by(_ENTRY.id)
    )


# --- rows -------------------------------------------------------------------------------------------------


def _viewed(rows: Sequence[dict[str, Any]], today: date, zone: tzinfo) -> tuple[BenefitView, ...]:
    found = [_benefit(row) for row in rows]
    picks = _picks([each.root_id or each.id for each in found if each.picks], zone)
    return tuple(_view(benefit, row, picks, today) for benefit, row in zip(found, rows, strict=True))


def _view(benefit: Benefit, row: dict[str, Any], picks: dict[int, tuple[Pick, ...]], today: date) -> BenefitView:
    left, voids = int(row["amount_left"]), int(row["times_void"])
    picked = picked_now(picks.get(benefit.root_id or benefit.id, ()))
    state = state_of(benefit, left, voids, today)
    now = (row["code_now"] or "") if voids else ""
    return BenefitView(benefit, left, state, now, picked, next_change(benefit, picked))


def _picks(roots: list[BenefitId], zone: tzinfo) -> dict[int, tuple[Pick, ...]]:
    found: defaultdict[int, tuple[Pick, ...]] = defaultdict(tuple)
    for root, choice, at, by, instead in _chosen.tuples(roots) if roots else ():
        found[root] += (Pick(choice, at.astimezone(zone).date(), by, instead),)
    return found


def _benefit(row: dict[str, Any]) -> Benefit:
    return Benefit(
        id=row["id"],
        customer_id=row["customer"],
        kind=BenefitKind(row["kind"]),
        title=row["title"],
        code=row["code"],
        worth=Worth(row["percent"], money_of(row["amount_minor"], row["currency"])),
        expires=row["expires"],
        created_at=row["created_at"],
        valid_from=row["valid_from"],
        terms=row["terms"],
        transferable=bool(row["transferable"]),
        noun=row["noun"],
        choices=lines_of(row["choices"]),
        picks=row["picks"],
        change_months=row["change_months"],
        type_id=row["type"],
        case_id=row["case"],
        order_id=row["order"],
        reissued_from_id=row["reissued_from"],
        root_id=row["root"],
        given_by=row["giver"] or "",
        version=row["version"],
    )


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text; none of an empty one."""
    return tuple(text.split("\n")) if text else ()
