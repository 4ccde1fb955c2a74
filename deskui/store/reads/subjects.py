"""What an entry of the journal was about, in the words of the row it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.store import models

if TYPE_CHECKING:
    from peewee import Field

_PROMISE: Final = models.Promise.what
_NOTE: Final = models.Note.text
_TALK: Final = models.Conversation.summary
_CASE: Final = models.Case.subject
_WORDS: Final[dict[str, Field]] = {
    **dict.fromkeys(("promise.make", "promise.move", "promise.keep", "promise.release"), _PROMISE),
    **dict.fromkeys(("note.write", "note.edit", "note.withdraw"), _NOTE),
    **dict.fromkeys(("conversation.log", "wrap_up"), _TALK),
    **dict.fromkeys(("case.open", "case.edit", "case.status", "case.owner", "case.close", "case.hand_over"), _CASE),
    **dict.fromkeys(("follow_up.add", "follow_up.settle", "follow_up.move"), models.FollowUp.what),
    "told.say": models.Statement.topic,
}
"""The column that names the subject of a verb."""


def words_of(verb: str, subject: int, sequence: int) -> str:
    """What the entry was about, as it is called now; empty where it has no words of its own. One statement."""
    if verb == "promise.supersede":
        return _superseded(sequence)
    column: Any = _WORDS.get(verb)
    if column is None:
        return ""
    row = column.model.select(column).where(column.model.id == subject).tuples().first()
    return "" if row is None else str(row[0] or "")


def _superseded(sequence: int) -> str:
    """The promise that another took the place of: the entry is about the new one, and wrote behind the old one."""
    change, behind, promise = models.Change, models.PromiseEntry, models.Promise
    written = change.select(change.row).where(change.journal == sequence, change.entity == behind._meta.table_name)
    query = promise.select(promise.what).join(behind, on=(behind.promise == promise.id)).where(behind.id.in_(written))
    row = query.tuples().first()
    return "" if row is None else str(row[0])
