"""The types that benefits are given of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.benefits.benefit import BenefitKind, Worth
from deskui.domain.benefits.typed import BenefitType, money_of
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.benefits import lines_of
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from deskui.domain.ids import BenefitTypeId

_TYPE = models.BenefitType


def types() -> tuple[BenefitType, ...]:
    """Every type that benefits are given of, by title: one statement."""
    return tuple(sorted((_type(row) for row in _types.dicts()), key=lambda each: each.title.casefold()))


def type_of(type_id: BenefitTypeId) -> BenefitType:
    """One type.

    Raises: NotFound when it was retired.
    """
    row = _one_type.first_dict(type_id)
    if row is None:
        raise NotFound("Benefits of this type are not given any more; choose another.")
    return _type(row)


@compiled
def _types() -> Any:
    return _TYPE.select().where(_TYPE.withdrawn_at.is_null())


@compiled
def _one_type(type_id: Any) -> Any:
    return _TYPE.select().where(_TYPE.id == type_id, _TYPE.withdrawn_at.is_null())


def _type(row: dict[str, Any]) -> BenefitType:
    return BenefitType(
        id=row["id"],
        title=row["title"],
        kind=BenefitKind(row["kind"]),
        worth=Worth(row["percent"], money_of(row["amount_minor"], row["currency"])),
        valid_days=row["valid_days"],
        terms=row["terms"],
        tier=row["tier"],
        transferable=bool(row["transferable"]),
        by_clerk=bool(row["by_clerk"]),
        noun=row["noun"],
        choices=lines_of(row["choices"]),
        picks=row["picks"],
        change_months=row["change_months"],
        version=row["version"],
    )
