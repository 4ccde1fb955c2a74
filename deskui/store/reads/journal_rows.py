"""The rows that an entry of the journal wrote, column by column, in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.journal.lines import Written
from deskui.domain.note import Visibility
from deskui.store.entry import as_json
from deskui.store.models import MODELS, Change, Employee, Feedback, FeedbackAnswer, Note
from deskui.store.models.base import InstantField, from_millis
from deskui.store.reads.rows import first_dict, tuples

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from peewee import Model

    from deskui.domain.ids import EmployeeId

    Say = Callable[[datetime], str]
    Amount = Callable[[int, str], str]


def written(number: int, reader: EmployeeId | None, say: Say, amount: Amount) -> tuple[Written, ...]:
    """What an entry wrote, oldest first; what is private of others is named, and not shown: three statements.

    One more for each row that is a version: what it replaced is its before. `say` words an instant, `amount` money.
    """
    rows = Change.select(Change.entity, Change.row, Change.before, Change.after).where(Change.journal == number)
    kept = tuples(rows.order_by(Change.id))
    names = dict(tuples(Employee.select(Employee.id, Employee.name)))
    private = {
        entity: _PRIVATE[entity]([row for each, row, _, _ in kept if each == entity], reader)
        for entity in _PRIVATE.keys() & {each for each, _, _, _ in kept}
    }
    found = []
    for entity, row, before, after in kept:
        hidden = _WORDS[entity] if row in private.get(entity, ()) else frozenset()
        model = next((each for each in MODELS if each._meta.table_name == entity), None)
        old, new = (None if each is None else json.loads(each) for each in (before, after))
        if old is None and model is not None and entity in _VERSIONS:
            old = _replaced(model, row, new or {})
        found.append(
            Written(
                entity,
                row,
                None if old is None else _in_words(model, old, hidden, names, say) | _in_money(entity, old, amount),
                _in_words(model, new or {}, hidden, names, say) | _in_money(entity, new or {}, amount),
                tuple(sorted(name for name in hidden if (new or {}).get(name))),
            )
        )
    return tuple(found)


def _replaced(model: type[Model], row: int, new: Mapping[str, Any]) -> dict[str, Any] | None:
    """The columns of the version before, as a change keeps them; None where it is the first."""
    entity = str(model._meta.table_name)
    same = [
        model._meta.fields[name].is_null() if new.get(name) is None else model._meta.fields[name] == new[name]
        for name in _VERSIONS[entity]
    ]
    kept = [model._meta.fields[name] for name in new]
    query = model.select(*kept).where(*same, model._meta.fields["id"] < row)
    found = first_dict(query.order_by(model._meta.fields["id"].desc()).limit(1))
    if found is None:
        return None
    columns: dict[str, Any] = json.loads(as_json(found))
    return columns


def _in_money(entity: str, columns: Mapping[str, Any], amount: Amount) -> dict[str, str]:
    """Those of the columns that are amounts in a currency beside them."""
    currency = columns.get("currency")
    return {
        name: amount(value, str(currency))
        for name, value in columns.items()
        if currency and isinstance(value, int) and (name.endswith("_minor") or name in _AMOUNTS.get(entity, ()))
    }


def _private(notes: list[int], reader: EmployeeId | None) -> set[int]:
    """Those of the notes that are private, and not by whoever reads."""
    rows = Note.select(Note.id, Note.author).where(Note.id.in_(notes), Note.visibility == Visibility.PRIVATE.value)
    return {row for row, author in tuples(rows) if author != reader}


def _of_two(said: list[int], reader: EmployeeId | None) -> set[int]:
    """Those of the feedback that are between two others."""
    rows = Feedback.select(Feedback.id, Feedback.whose, Feedback.by).where(Feedback.id.in_(said))
    return {row for row, whose, by in tuples(rows) if reader not in (whose, by)}


def _answers_of_two(answers: list[int], reader: EmployeeId | None) -> set[int]:
    """Those of the answers to feedback that are between two others."""
    rows = FeedbackAnswer.select(FeedbackAnswer.id, FeedbackAnswer.feedback).where(FeedbackAnswer.id.in_(answers))
    found = dict(tuples(rows))
    others = _of_two(list(found.values()), reader)
    return {row for row, said in found.items() if said in others}


_PRIVATE: Final = {"note": _private, "feedback": _of_two, "feedback_answer": _answers_of_two}
"""Which rows of a table are not for whoever reads."""
_WORDS: Final = {
    "note": frozenset({"text", "source"}),
    "feedback": frozenset({"comment"}),
    "feedback_answer": frozenset({"text"}),
}
"""And what of them is not."""

_VERSIONS: Final = {"goodwill_limit": ("role", "employee", "kind")}
"""Tables whose rows are versions, and the columns in which those of one thing are alike."""
_AMOUNTS: Final = {"goodwill_limit": ("per_act", "per_customer", "per_clerk")}
"""Columns that are amounts, beside those that are called so."""


def _in_words(
    model: type[Model] | None, columns: Mapping[str, Any], hidden: frozenset[str], names: Mapping[int, str], say: Say
) -> dict[str, str]:
    return {
        name: _word(None if model is None else model._meta.fields.get(name), value, names, say)
        for name, value in columns.items()
        if name not in hidden and value not in (None, "")
    }


def _word(field: Any, value: Any, names: Mapping[int, str], say: Say) -> str:
    if isinstance(field, InstantField) and isinstance(value, int):
        return say(from_millis(value))
    if getattr(field, "rel_model", None) is Employee:
        return names.get(value, str(value))
    return "yes" if value is True else "no" if value is False else str(value)
