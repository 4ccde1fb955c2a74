"""The rows that an entry of the journal wrote, column by column, in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from deskui.domain.journal.lines import Written
from deskui.domain.note import Visibility
from deskui.store.models import MODELS, Change, Employee, Note
from deskui.store.models.base import InstantField, from_millis
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from peewee import Model

    from deskui.domain.ids import EmployeeId

    Say = Callable[[datetime], str]


def written(number: int, reader: EmployeeId | None, say: Say) -> tuple[Written, ...]:
    """What an entry wrote, oldest first; what is private of others is named, and not shown: three statements.

    `say` words an instant.
    """
    rows = Change.select(Change.entity, Change.row, Change.before, Change.after).where(Change.journal == number)
    kept = tuples(rows.order_by(Change.id))
    names = dict(tuples(Employee.select(Employee.id, Employee.name)))
    private = _private([row for entity, row, _, _ in kept if entity == "note"], reader)
    found = []
    for entity, row, before, after in kept:
        hidden = frozenset({"text"}) if entity == "note" and row in private else frozenset()
        model = next((each for each in MODELS if each._meta.table_name == entity), None)
        old, new = (None if each is None else json.loads(each) for each in (before, after))
        found.append(
            Written(
                entity,
                row,
                None if old is None else _in_words(model, old, hidden, names, say),
                _in_words(model, new or {}, hidden, names, say),
                tuple(sorted(hidden & (new or {}).keys())),
            )
        )
    return tuple(found)


def _private(notes: list[int], reader: EmployeeId | None) -> set[int]:
    """Those of the notes that are private, and not by whoever reads."""
    if not notes:
        return set()
    rows = Note.select(Note.id, Note.author).where(Note.id.in_(notes), Note.visibility == Visibility.PRIVATE.value)
    return {row for row, author in tuples(rows) if author != reader}


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
