"""Taking text out of a row and out of everything the journal keeps of it; what was done, and why, stays."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.review.redaction import REDACTED, without, without_any
from deskui.domain.slips.content import erased_on
from deskui.store import journal, models
from deskui.store.entry import RowChange, as_json
from deskui.store.reads.rows import dicts, first_dict, tuples

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deskui.store.entry import Entry
    from deskui.store.models.base import Table

_CHANGE, _ERASURE = models.Change, models.Erasure
_PARTS: Final = ("before", "after")


def erase(
    entry: Entry, model: type[Table], row: int, version: int | None, columns: Mapping[str, Any], words: str = ""
) -> None:
    """Put these columns in the place of what a row holds, and take the same out of all it ever held in the journal.

    Of what stood there earlier each of the words goes, in whatever order; where none are named, all of it.
    Raises: Conflict when somebody changed the row meanwhile; `version` is None where rows have none.
    """
    fields = [model._meta.fields[name] for name in columns]
    held = first_dict(model.select(*fields).where(model.id == row))
    assert held is not None, "what is erased is there"
    if version is None:
        model.update(**columns).where(model.id == row).execute()
    else:
        entry.update(model, row, version, **columns)
        entry.changes.pop()
    now = as_json(dict(columns))
    entry.changes.append(RowChange(str(model._meta.table_name), row, now, now, secrets.token_hex(8)))
    _out_of_the_journal(entry, str(model._meta.table_name), row, held, columns, words)


def erase_request(entry: Entry, goodwill: int, columns: Mapping[str, Any], words: str) -> None:
    """Erase the same from what was asked for, where a concession was given over somebody's limit."""
    given = models.Goodwill
    found = first_dict(given.select(given.approval).where(given.id == goodwill))
    if found is not None and found["approval"] is not None:
        erase(entry, models.Approval, found["approval"], None, columns, words)


def erase_on_slips(entry: Entry, customer: int, was: str, now: str) -> None:
    """Put other words in the place of what was given, in all that is kept of slips; what was printed is gone."""
    case, slip = models.Case, models.Slip
    theirs = slip.select(slip.id, slip.version, slip.content).join(case, on=(slip.case == case.id))
    for row, version, content in tuples(theirs.where(case.customer == customer)):
        if (left := erased_on(content, was, now)) != content:
            erase(entry, slip, row, version, {"content": left})


def erase_of_imports(customer: int, texts: Iterable[str], words: str) -> None:
    """Erase it from what was kept of files in which it came; the digest stays, so that they are known again."""
    kept, said = models.Imported, set(texts)
    for row, payload in tuples(kept.select(kept.id, kept.payload).where(kept.customer == customer)):
        values = json.loads(payload)
        if "note" in values:
            values["note"] = _of_import(values["note"], said, words)
        if "notes" in values:
            values["notes"] = [_of_import(each, said, words) for each in values["notes"]]
        if (now := as_json(values)) != payload:
            kept.update(payload=now).where(kept.id == row).execute()


def _of_import(note: str, said: set[str], words: str) -> str:
    if not note.strip() or not any(note.strip() in each for each in said):
        return note
    return left if (left := without(note, words)) != note else without_any(note, words)


def ever_said(model: type[Table], row: int, column: str) -> set[str]:
    """All that a column of a row holds and ever held, as far as the journal tells: two statements."""
    parts = _CHANGE.select(*(getattr(_CHANGE, each) for each in _PARTS))
    kept = tuples(parts.where(_CHANGE.entity == str(model._meta.table_name), _CHANGE.row == row))
    said = [json.loads(each).get(column) for both in kept for each in both if each is not None]
    said += [each for (each,) in tuples(model.select(model._meta.fields[column]).where(model.id == row))]
    return {each for each in said if each}


def erase_quotes(entry: Entry, entity: str, row: int, customer: int, words: str) -> None:
    """Erase the same words from what was said about that row to its author: requests to fix it, feedback, answers."""
    fix, said, back = models.FixRequest, models.Feedback, models.FeedbackAnswer
    about = (said.customer == customer) & (said.about == entity) & (said.row == row)
    found: tuple[tuple[type[Table], Any, str], ...] = (
        (fix, fix.select(fix.id, fix.version, fix.comment).where(fix.entity == entity, fix.row == row), "comment"),
        (said, said.select(said.id, said.version, said.comment).where(about), "comment"),
        (back, back.select(back.id, back.version, back.text).join(said).where(about), "text"),
    )
    for model, query, column in found:
        for number, version, text in tuples(query):
            if (left := without(text, words)) != text:
                erase(entry, model, number, version, {column: left}, words)


def _out_of_the_journal(
    entry: Entry, entity: str, row: int, held: Mapping[str, Any], columns: Mapping[str, Any], words: str
) -> None:
    kept = dicts(_CHANGE.select().where(_CHANGE.entity == entity, _CHANGE.row == row).order_by(_CHANGE.id))
    for number in sorted({each["journal"] for each in kept}):
        was = journal.content_digest(_of_entry(number))
        for change in (each for each in kept if each["journal"] == number):
            parts = {part: _without(change[part], held, columns, words) for part in _PARTS}
            # With another salt: with the old one, what was there could be guessed from the digest of it.
            _CHANGE.update(**parts, salt=secrets.token_hex(8)).where(_CHANGE.id == change["id"]).execute()
        now = journal.content_digest(_of_entry(number))
        entry.insert(_ERASURE, entry=number, was=was, now=now)


def _without(part: str | None, held: Mapping[str, Any], columns: Mapping[str, Any], words: str) -> str | None:
    if part is None:
        return None
    said = json.loads(part)
    for name, value in columns.items():
        if name in said and isinstance(value, str) and said[name]:
            earlier = without_any(said[name], words) if words else REDACTED
            said[name] = value if said[name] == held[name] else earlier
    return as_json(said)


def _of_entry(number: int) -> list[RowChange]:
    rows = dicts(_CHANGE.select().where(_CHANGE.journal == number).order_by(_CHANGE.id))
    return [RowChange(*(each[name] for name in RowChange.__slots__)) for each in rows]
