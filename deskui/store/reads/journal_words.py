"""Columns as an entry of the journal keeps them, in words: money, hours, days, people and instants."""

from __future__ import annotations

import re
from datetime import UTC
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from deskui.domain.benefits.typed import percent_words
from deskui.domain.working_hours.opening import read_hours
from deskui.domain.working_hours.words import hours_words
from deskui.store import models
from deskui.store.models.base import InstantField, from_millis
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from peewee import Model

_AMOUNTS: Final = {
    "goodwill_limit": ("per_act", "per_customer", "per_clerk"),
    "benefit_entry": ("amount",),
}
"""Columns that are amounts where a currency stands beside them, and are not called so."""
_OWNER: Final[dict[str, tuple[str, Any]]] = {
    "order_line": ("order", models.Order),
    "approval_answer": ("approval", models.Approval),
}
"""Tables whose amounts are in the currency of the row that they belong to."""
_CALLED: Final[dict[Any, tuple[Any, str]]] = {
    models.Article: (models.Article.title, "{}"),
    models.Benefit: (models.Benefit.code, "{}"),
    models.BenefitType: (models.BenefitType.title, "{}"),
    models.Case: (models.Case.number, "#{}"),
    models.Customer: (models.Customer.name, "{}"),
    models.Order: (models.Order.number, "{}"),
    models.Promise: (models.Promise.what, "{}"),
}
"""What a row is called that another one names; of what is not here nothing is said, as its id says nothing."""
_UNREADABLE: Final = frozenset(
    "digest entry family hash payload position rank recount_from row seen sort_from subject voids".split()
)
"""Columns that say something to the program alone."""
_PRINTED: Final = frozenset({"benefit_slip", "slip"})
"""Tables whose content is kept as it was printed, and not to be read by people."""
_AS_THE_DESK: Final = "when the desk is open"


class Wording(NamedTuple):
    """How an instant and an amount are said here, the names of everybody, and the currency of the shop."""

    say: Callable[[datetime], str]
    amount: Callable[[int, str], str]
    names: Mapping[int, str]
    currency: str


def in_words(
    model: type[Model] | None, row: int, columns: Mapping[str, Any], hidden: frozenset[str], how: Wording
) -> dict[str, str]:
    """The columns of a row as they were kept, in words, without those that are hidden or empty."""
    entity = "" if model is None else str(model._meta.table_name)
    said: dict[str, str] = {}
    for name, value in columns.items():
        if name in hidden:
            continue
        if isinstance(value, int) and _is_amount(entity, name, columns):
            said[name] = how.amount(value, _currency(model, row, name, columns) or how.currency)
        elif words := _word(entity, model, name, value, how):
            said[name] = words
    return said


def _is_amount(entity: str, name: str, columns: Mapping[str, Any]) -> bool:
    return name.endswith("_minor") or (name in _AMOUNTS.get(entity, ()) and bool(columns.get("currency")))


def _currency(model: Any, row: int, name: str, columns: Mapping[str, Any]) -> str:
    """That of an amount: beside it, else in its row as it is now, else in the row it belongs to."""
    own = "currency" if name != "spend_minor" else "spend_currency"
    if (beside := columns.get(own)) or model is None:
        return str(beside or "")
    if own in model._meta.fields:
        query = model.select(model._meta.fields[own]).where(model.id == row)
    elif (entity := str(model._meta.table_name)) in _OWNER:
        column, owner = _OWNER[entity]
        belongs = model.select(model._meta.fields[column]).where(model.id == row)
        query = owner.select(owner.currency).where(owner.id == belongs)
    else:
        return ""
    return next((str(each or "") for (each,) in tuples(query)), "")


def _word(entity: str, model: Any, name: str, value: Any, how: Wording) -> str:
    if name == "hours":
        return _hours(entity, str(value or ""))
    if name == "holidays" and value:
        return "\n".join(each.isoformat() for each in sorted(read_hours("", value, UTC).holidays))
    if value is None or value == "" or name in _UNREADABLE or (name == "content" and entity in _PRINTED):
        return ""
    if name == "entity":
        return str(value).replace("_", " ")
    if entity == "look" and name == "what":
        return _seen(str(value))
    if name == "percent":
        return percent_words(int(value)) if value else ""
    field = None if model is None else model._meta.fields.get(name)
    if isinstance(field, InstantField) and isinstance(value, int):
        return how.say(from_millis(value))
    if getattr(field, "rel_model", None) is models.Employee:
        return how.names.get(value, str(value))
    if (other := getattr(field, "rel_model", None)) is not None:
        return _name(other, value)
    return "yes" if value is True else "no" if value is False else str(value)


def _name(model: Any, row: int) -> str:
    """What that row is called now: one statement; empty where it has no name."""
    if model not in _CALLED:
        return ""
    column, words = _CALLED[model]
    return next((words.format(each) for (each,) in tuples(model.select(column).where(model.id == row))), "")


def _seen(kept: str) -> str:
    """What somebody looked at, without the numbers of its rows."""
    if re.fullmatch(r"note [\d, ]+", kept) is None:
        return kept
    count = kept.count(",") + 1
    return "a note" if count == 1 else f"{count} notes"


def _hours(entity: str, kept: str) -> str:
    """`mon-fri 9-18`; of somebody without hours of their own, when the desk is open."""
    if not kept and entity != models.Shop._meta.table_name:
        return _AS_THE_DESK
    return hours_words(read_hours(kept, "", UTC).week)
