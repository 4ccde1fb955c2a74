"""Two customers made one, and made two again.

The rows of the one who goes are pointed at the one who stays, rather than both being read through a list of two: each
read, and every index that begins with the customer, stays as it is, so that a customer with ten thousand
conversations is read as fast as before. Each row moved is named in `moved_row`, so that exactly those go back.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from peewee import SQL, ForeignKeyField

from deskui.domain.customer import AliasKind
from deskui.domain.ids import CustomerId, MergeId
from deskui.domain.merging import chosen_columns, custom_of_both
from deskui.domain.outreach.consent import stricter
from deskui.errors import Conflict
from deskui.store import models
from deskui.store.normalise.letters import fold
from deskui.store.normalise.numbers import number_key
from deskui.store.reads import merges as reads
from deskui.store.reads import relationship
from deskui.store.reads.rows import dicts, newest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from peewee import Field

    from deskui.domain.customer import Customer
    from deskui.store.entry import Entry
    from deskui.store.models.base import Table

_MERGE, _MOVED, _CUSTOMER = models.CustomerMerge, models.MovedRow, models.Customer
_LEANING: Final = tuple(
    (model, each)
    for model in reads.HANGING
    for each in model._meta.sorted_fields
    if isinstance(each, ForeignKeyField) and each.rel_model in reads.HANGING
)
"""By which columns a row that hangs on a customer leans on another one."""


def merge(entry: Entry, kept: Customer, gone: Customer, whose: Mapping[str, CustomerId]) -> MergeId:
    """Move all that hangs on `gone` to `kept`, who gets the chosen values; both are as they were seen.

    Raises: Conflict when somebody changed one of them meanwhile.
    """
    columns = _columns(kept, gone, whose)
    added = _add(entry, kept, gone)
    for model, column in reads.HANGING.items():
        _name_moved(added, model, column == gone.id)
        _move(added, model, column, kept.id)
    _same_points_once(entry, added, kept.id)
    entry.update(_CUSTOMER, kept.id, kept.version, **columns)
    _keep_finding(entry, kept, gone, columns.get("name", kept.name))
    entry.update(_CUSTOMER, gone.id, gone.version, withdrawn_at=entry.at, merged_into=kept.id)
    entry.customers.update((kept.id, gone.id))
    entry.merged.update((kept.id, gone.id))
    return added


def separate(entry: Entry, merge_id: int) -> None:
    """Give the one who went all that was theirs, and what was written since in their cases and orders.

    Raises: Conflict when the two cannot be told apart any more.
    """
    found = dicts(_MERGE.select().where(_MERGE.id == merge_id))[0]
    kept, gone = int(found["kept"]), int(found["gone"])
    _refuse_later(kept)
    if found["withdrawn_at"] is not None:
        raise Conflict("These two are separate already; open the customer again.", {})
    _take_along(merge_id, kept, json.loads(found["newest"]))
    for model, column in reads.HANGING.items():
        _move(merge_id, model, column, gone, of=kept)
    entry.update(_MERGE, merge_id, found["version"], withdrawn_at=entry.at)
    if found["rank"] is not None:
        entry.ranks[gone] = found["rank"]
    entry.customers.update((kept, gone))
    entry.merged.update((kept, gone))


def _columns(kept: Customer, gone: Customer, whose: Mapping[str, CustomerId]) -> dict[str, Any]:
    columns = chosen_columns(kept, gone, whose) | _spent(kept.id, gone.id)
    custom = custom_of_both(kept, gone)
    if custom != kept.custom:
        columns["custom"] = json.dumps(custom, ensure_ascii=False, sort_keys=True)
    return columns


def _spent(kept: CustomerId, gone: CustomerId) -> dict[str, Any]:
    """What another system says was spent here, for both: what either spent counts once."""
    query = _CUSTOMER.select(_CUSTOMER.id, _CUSTOMER.spend_minor, _CUSTOMER.spend_currency)
    reported = {row["id"]: row for row in dicts(query.where(_CUSTOMER.id.in_((kept, gone))))}
    said = next((reported[each] for each in (kept, gone) if reported[each]["spend_minor"] is not None), None)
    if said is None:
        return {}
    currency = said["spend_currency"]
    both = sum(
        money.minor
        for each in (kept, gone)
        for money in relationship.value_of([each])[1]
        if money.currency == currency
    )
    return {"spend_minor": both, "spend_currency": currency}


def _add(entry: Entry, kept: Customer, gone: Customer) -> MergeId:
    document = models.SearchDoc
    found = document.select(document.rank).where(document.customer == gone.id).tuples().first()
    at_most = {str(model._meta.table_name): newest(model, model.id) for model in reads.HANGING}
    came = {name: count for name, count in reads.amounts(gone.id).items() if count}
    added = entry.insert(
        _MERGE,
        kept=kept.id,
        gone=gone.id,
        by=entry.actor.employee_id,
        at=entry.at,
        came=json.dumps(came, sort_keys=True),
        newest=json.dumps(at_most, sort_keys=True),
        rank=None if found is None else found[0],
    )
    return MergeId(added)


def _name_moved(merge_id: int, model: type[Table], which: Any) -> int:
    """Write down which rows of a table go, and return how many there are."""
    # Written into the text: a server cannot tell of which kind a bound value in a list of columns is.
    constant = (SQL(str(int(merge_id))), SQL(f"'{model._meta.table_name}'"))
    rows = model.select(*constant, model.id).where(which)
    return int(_MOVED.insert_from(rows, [_MOVED.merge, _MOVED.entity, _MOVED.row]).as_rowcount().execute())


def _moved(merge_id: int, model: type[Table]) -> Any:
    name = str(model._meta.table_name)
    return _MOVED.select(_MOVED.row).where(_MOVED.merge == merge_id, _MOVED.entity == name)


def _move(merge_id: int, model: type[Table], column: Field, to: int, of: int | None = None) -> None:
    query = model.update({column: to}).where(model.id.in_(_moved(merge_id, model)))
    (query if of is None else query.where(column == of)).execute()


def _same_points_once(entry: Entry, merge_id: int, kept: int) -> None:
    """Of a phone or address that both have, theirs who stays is kept, with what only the other one says of it.

    One of all is the preferred one, theirs who stays before the other's.
    """
    point = models.ContactPoint
    there = dicts(point.select().where(point.customer == kept, point.withdrawn_at.is_null()).order_by(point.id))
    came = {row[0] for row in _moved(merge_id, point).tuples()}
    before = {(each["kind"], each["key"]): each for each in there if each["id"] not in came}
    has_preferred = any(each["preferred"] for each in before.values())
    for each in there:
        if each["id"] not in came:
            continue
        changed: dict[str, Any] = {"preferred": False} if each["preferred"] and has_preferred else {}
        if (same := before.get((each["kind"], each["key"]))) is not None:
            changed["withdrawn_at"] = entry.at
            _fill_in(entry, same, each, "preferred" if each["preferred"] and not has_preferred else "")
        if changed:
            entry.update(point, each["id"], each["version"], **changed)


def _fill_in(entry: Entry, same: dict[str, Any], other: dict[str, Any], preferred: str) -> None:
    filled: dict[str, Any] = {name: other[name] for name in ("label", "best_hours") if other[name] and not same[name]}
    if preferred:
        filled["preferred"] = True
    if (said := stricter(same["may_use"], other["may_use"])) != same["may_use"]:
        filled["may_use"] = said
    if filled:
        entry.update(models.ContactPoint, same["id"], same["version"], **filled)
        same.update(filled, version=same["version"] + 1)


def _keep_finding(entry: Entry, kept: Customer, gone: Customer, name: str) -> None:
    """Let the number of the one who goes lead to the one who stays, and every name that is not used any more."""
    wanted = [(AliasKind.NUMBER, gone.number, number_key(gone.number))]
    wanted += [(AliasKind.NAME, each, fold(each)) for each in dict.fromkeys((kept.name, gone.name)) if each != name]
    alias = models.Alias
    for kind, value, key in wanted:
        taken = alias.select().where(alias.kind == kind.value, alias.key == key, alias.withdrawn_at.is_null())
        if kind is AliasKind.NAME:
            taken = taken.where(alias.customer == kept.id)
        if not taken.exists():
            entry.insert(alias, customer=kept.id, kind=kind.value, value=value, key=key, created_at=entry.at)


def _refuse_later(kept: int) -> None:
    """Merges are taken apart in the order opposite to that in which they were made."""
    later = reads.merge_of(CustomerId(kept))
    if later is not None:
        raise Conflict(f"{later.name} was merged into another customer since; separate those two first.", {})


def _take_along(merge_id: int, kept: int, at_most: Mapping[str, int]) -> None:
    """Name what was written since on the customer who stayed but leans on rows that go back.

    Raises: Conflict when one of those leans on what stays as well.
    """
    more = True
    while more:
        more = False
        for model, leans in _LEANING:
            newer = _newer(model, at_most)
            leaning = leans.in_(_moved(merge_id, leans.rel_model))
            known = model.id.not_in(_moved(merge_id, model))
            more |= _name_moved(merge_id, model, (reads.HANGING[model] == kept) & newer & leaning & known) > 0
    for model, leans in _LEANING:
        behind, column = leans.rel_model, reads.HANGING[leans.rel_model]
        stays = behind.select(behind.id).where(column == kept, behind.id.not_in(_moved(merge_id, behind)))
        both = model.select().where(model.id.in_(_moved(merge_id, model)), _newer(model, at_most), leans.in_(stays))
        if both.exists():
            what = str(model._meta.table_name).replace("_", "-")
            raise Conflict(f"A {what} written since belongs to both of them, so they cannot be separated.", {})


def _newer(model: type[Table], at_most: Mapping[str, int]) -> Any:
    return model.id > at_most.get(str(model._meta.table_name), 0)
