"""Customers merged into others, what hangs on each, and who may be the same person."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from peewee import ForeignKeyField, fn

from deskui.domain.done import Done
from deskui.domain.merging import Merged
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.models.base import Table
from deskui.store.reads.compiled import compiled
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from peewee import Field

    from deskui.domain.ids import CustomerId, MergeId

_MERGE, _CUSTOMER, _EMPLOYEE = models.CustomerMerge, models.Customer, models.Employee
_LEFT: Final = (_MERGE, _CUSTOMER, models.Opening)
"""A merge is about two customers, and when each was opened last stays as it was."""


def _hanging() -> dict[type[Table], Field]:
    """Every table with rows of one customer, and the column that says whose; a new table is one by itself."""
    found: dict[type[Table], Field] = {}
    for model in models.MODELS:
        for each in model._meta.sorted_fields:
            if isinstance(each, ForeignKeyField) and each.rel_model is _CUSTOMER and model not in _LEFT:
                assert issubclass(model, Table), f"{model} has no id, so that its rows cannot be named"
                assert model not in found, f"{model} has rows of two customers"
                found[model] = each
    return found


HANGING: Final = _hanging()
"""What goes from one customer to the other when they are merged."""
MOST_SHARED: Final = 20
"""A phone or address of more customers says nothing about who is the same."""


def amounts(customer_id: CustomerId) -> dict[str, int]:
    """How many rows of each table hang on a customer, by its name; one statement for each."""
    return {str(model._meta.table_name): _count(column, customer_id) for model, column in HANGING.items()}


def _count(column: Field, customer_id: CustomerId) -> int:
    kept = column.model.select().where(column == customer_id)
    if "withdrawn_at" in column.model._meta.fields:
        kept = kept.where(column.model.withdrawn_at.is_null())
    return int(kept.count())


def merged_into(customer_id: CustomerId) -> tuple[Merged, ...]:
    """Everybody whose number leads to this customer by now, the latest first: one statement, and one for each."""
    direct = [Merged(*row) for row in _into.tuples(customer_id)]
    before = [each for through in direct for each in merged_into(through.gone)]
    return tuple(sorted((*direct, *before), key=lambda each: (each.at, each.id), reverse=True))


def merge_of(customer_id: CustomerId) -> Merged | None:
    """How this very customer was merged into another; None where they were not: one statement."""
    return next((Merged(*row) for row in _away.tuples(customer_id)), None)


@compiled
def _into(customer_id: Any) -> Any:
    return _merges().where(_MERGE.kept == customer_id)


@compiled
def _away(customer_id: Any) -> Any:
    return _merges().where(_MERGE.gone == customer_id)


def _merges() -> Any:
    who = (_MERGE.gone, _CUSTOMER.number, _CUSTOMER.name)
    return (
        _MERGE.select(_MERGE.id, *who, _MERGE.kept, _MERGE.at, fn.COALESCE(_EMPLOYEE.name, ""))
        .join(_CUSTOMER, on=(_MERGE.gone == _CUSTOMER.id))
        .join_from(_MERGE, _EMPLOYEE, "LEFT JOIN", on=(_MERGE.by == _EMPLOYEE.id))
        .where(_MERGE.withdrawn_at.is_null())
    )


def entry_of(merge_id: MergeId) -> Done:
    """What the journal says of a merge: one statement.

    Raises: NotFound when there is no such merge.
    """
    journal, change = models.Journal, models.Change
    row = (
        journal.select()
        .join(change, on=(change.journal == journal.id))
        .where(change.entity == str(_MERGE._meta.table_name), change.row == merge_id, change.before.is_null())
        .first()
    )
    if row is None:
        raise NotFound("There is no such merge; open the customer again.")
    return Done(row.subject, row.customer, row.verb, row.id)


def desks_serving(customer_id: CustomerId) -> tuple[str, ...]:
    """The desks at which a visit of the customer goes on: one statement."""
    return tuple(row[0] for row in _serving.tuples(customer_id))


@compiled
def _serving(customer_id: Any) -> Any:
    visit = models.Visit
    going_on = visit.ended_at.is_null() & visit.withdrawn_at.is_null()
    return visit.select(visit.desk).where(visit.customer == customer_id, going_on).order_by(visit.desk)


def sharing(customer_id: CustomerId) -> dict[CustomerId, tuple[str, ...]]:
    """Who else has a phone or e-mail of this customer, and which kinds: one statement."""
    mine, its = models.ContactPoint.alias("mine"), models.ContactPoint
    query = (
        its.select(its.customer, its.kind)
        .join(mine, on=((mine.key == its.key) & (mine.kind == its.kind)))
        .join(_CUSTOMER, on=(its.customer == _CUSTOMER.id))
        .where(
            mine.customer == customer_id,
            mine.withdrawn_at.is_null(),
            mine.kind.in_(("phone", "email")),
            its.customer != customer_id,
            its.withdrawn_at.is_null(),
            _CUSTOMER.withdrawn_at.is_null(),
        )
        .order_by(its.customer, its.kind.desc())
        .limit(MOST_SHARED)
    )
    found: defaultdict[CustomerId, tuple[str, ...]] = defaultdict(tuple)
    for customer, kind in tuples(query):
        if kind not in found[customer]:
            found[customer] += (kind,)
    return dict(found)
