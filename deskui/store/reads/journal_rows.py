"""The rows that an entry of the journal wrote, column by column, in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.journal.lines import Written
from deskui.domain.note import Visibility
from deskui.store.entry import as_json
from deskui.store.models import MODELS, Change, Employee, Feedback, FeedbackAnswer, Note
from deskui.store.reads.journal_words import in_words
from deskui.store.reads.rows import first_dict, tuples

if TYPE_CHECKING:
    from collections.abc import Mapping

    from peewee import Model

    from deskui.domain.ids import EmployeeId
    from deskui.store.reads.journal_words import Wording


def written(number: int, reader: EmployeeId | None, how: Wording) -> tuple[Written, ...]:
    """What an entry wrote, oldest first; what is private of others is named, and not shown: two statements.

    One more for each table with private rows, and each row that is a version: what it replaced is its before.
    """
    rows = Change.select(Change.entity, Change.row, Change.before, Change.after).where(Change.journal == number)
    kept = tuples(rows.order_by(Change.id))
    private = {
        entity: _PRIVATE[entity]([row for each, row, _, _ in kept if each == entity], reader)
        for entity in _PRIVATE.keys() & {each for each, _, _, _ in kept}
    }
    found = []
    for entity, row, before, after in kept:
        hidden = _WORDS[entity] if row in private.get(entity, ()) else frozenset()
        found.append(_written(entity, row, before, after, hidden, how))
    return tuple(found)


def names() -> dict[int, str]:
    """What everybody in the directory is called: one statement."""
    return dict(tuples(Employee.select(Employee.id, Employee.name)))


def _written(
    entity: str, row: int, before: str | None, after: str | None, hidden: frozenset[str], how: Wording
) -> Written:
    model = next((each for each in MODELS if each._meta.table_name == entity), None)
    old, new = (None if each is None else json.loads(each) for each in (before, after))
    if old is None and model is not None and entity in _VERSIONS:
        old = _replaced(model, row, new or {})
    was, now = (None if each is None else in_words(model, row, each, hidden, how) for each in (old, new or {}))
    which = "" if model is None else _which(model, row, new or {}, how)
    return Written(
        entity, row, was, now or {}, tuple(sorted(name for name in hidden if (new or {}).get(name))), which
    )


def _which(model: type[Model], row: int, columns: Mapping[str, Any], how: Wording) -> str:
    """What tells a row from others of its table, as it was written, else as it is now."""
    names = _WHICH.get(str(model._meta.table_name), {})
    if not names.keys() <= columns.keys():
        kept = [model._meta.fields[name] for name in names]
        columns = first_dict(model.select(*kept).where(model._meta.fields["id"] == row)) or {}
    said = in_words(model, row, {name: columns.get(name) for name in names}, frozenset(), how)
    return ", ".join(each for name, instead in names.items() if (each := said.get(name, instead)))


def _replaced(model: type[Model], row: int, new: Mapping[str, Any]) -> dict[str, Any] | None:
    """The columns of the version before, as a change keeps them; None where it is the first."""
    entity = str(model._meta.table_name)
    same = [
        model._meta.fields[name].is_null() if new.get(name) is None else model._meta.fields[name] == new[name]
        for name in _VERSIONS[entity]
    ]
    kept = [model._meta.fields[name] for name in new]
    query = model.select(*kept).where(*same, model._meta.fields["id"] < row)
    if (gone := model._meta.fields.get("withdrawn_at")) is not None:
        query = query.where(gone.is_null() | (gone > new["at"]))  # what was taken back by then held no more
    found = first_dict(query.order_by(model._meta.fields["id"].desc()).limit(1))
    if found is None:
        return None
    columns: dict[str, Any] = json.loads(as_json(found))
    return columns


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

_VERSIONS: Final = {
    "goodwill_limit": ("role", "employee", "kind"),
    "step_template": ("family",),
    "outreach_rule": ("family",),
    "article_version": ("article",),
}
"""Tables whose rows are versions, and the columns in which those of one thing are alike."""
_WHICH: Final = {
    "goodwill_limit": {"role": "", "employee": "", "kind": "any kind"},
    "step_template": {"title": ""},
    "outreach_rule": {"title": ""},
    "article_version": {"title": ""},
    "article_tie": {"text": ""},
    "deputy": {"employee": "", "deputy": ""},
}
"""The columns that tell them, and parts of lists, apart for people, and what is said where one is empty."""
