"""Taking words out of what somebody wrote, for good, wherever they are kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.goodwill.words import given_words
from deskui.domain.note import NoteKind, ReviewState
from deskui.domain.review.item import Subject
from deskui.domain.review.redaction import without
from deskui.domain.staff import Role
from deskui.errors import BadInput, Conflict, NotAllowed, NotFound
from deskui.store import models, scrubbing
from deskui.store.reads import fix_requests, goodwill, review_items, staff, told
from deskui.store.writes import erasing, review_queue
from deskui.store.writes import reviews as writes

if TYPE_CHECKING:
    from deskui.domain.ids import EmployeeId
    from deskui.domain.review.item import Item
    from deskui.store.entry import Entry
    from deskui.store.store import Store

_GONE: Final = "That is no longer in the database; go back and look at it again."


def kept(subject: Subject, row: int) -> Item:
    """A row as it is kept, whatever was said of it and whether or not it was withdrawn.

    Of a statement that was taken back, either row means the statement.
    Raises: NotFound.
    """
    if subject is Subject.STATEMENT:
        row = told.what_was_taken_back(row) or row
    if (found := review_items.kept(subject, row)) is None:
        raise NotFound(_GONE)
    return found


def as_kept(item: Item, me: EmployeeId | None) -> Item:
    """The same as it is now, for whoever may redact it.

    Nobody redacts their own while there is another supervisor: what a complaint rests on is not for whoever it is
    about to take away. Where there is none they may, since a leak has to be removable.
    Raises: NotFound, NotAllowed for one's own, Conflict when it was changed meanwhile.
    """
    fresh = kept(*item.key)
    own = {fresh.author_id, fresh.approver_id}
    others = [each for each in staff.employees() if each.id not in own and each.may_act_as(Role.SUPERVISOR)]
    if me is not None and me in own and others:
        raise NotAllowed("That is your own; another supervisor has to redact it.")
    if _texts(fresh) != _texts(item):
        theirs: dict[str, Any] = {"version": fresh.version}
        raise Conflict("Somebody has changed this meanwhile; it is read again.", theirs)
    return fresh


def left(item: Item, words: str) -> dict[str, str]:
    """What is left of each text; the same where the words stand in an earlier version alone.

    Raises: BadInput when the words do not stand in any.
    """
    texts = _texts(item)
    remains = {name: without(text, words) if text else "" for name, text in texts.items()}
    if remains == texts and not _stood_in(item, words):
        raise BadInput("Those words do not stand in it; type them as they stand there.", "Words")
    if item.subject is Subject.STATEMENT and remains["topic"] != item.second:
        remains["topic_key"] = f"redacted {item.row}"
    return remains


def erase(entry: Entry, store: Store, item: Item, words: str) -> None:
    """Take the words, or with none all it says, out of the row and of all that was made of it.

    Until it is scrubbed, the files of the database may still hold it.
    """
    columns = left(item, words)
    looked_up = item.subject is Subject.NOTE and _was_interest(item)
    if item.subject is Subject.NOTE:
        said = erasing.ever_said(models.Note, item.row, "text")
        erasing.erase_of_imports(item.customer_id, said, words)
        entry.reindex(item.customer_id)
    if item.subject is Subject.GOODWILL:
        _erase_given(entry, item, columns, words)
    if item.subject is Subject.STATEMENT:
        _erase_taking_back(entry, item, columns, words)
    _erase_row(entry, item, words, columns)
    erasing.erase_quotes(entry, item.subject.value, item.row, item.customer_id, words or item.text)
    scrubbing.owe(store.database, words=looked_up)


def _erase_row(entry: Entry, item: Item, words: str, columns: dict[str, str]) -> None:
    version = None
    if not words:
        writes.is_fixed(entry, *item.key)
    if item.subject in review_queue.HAS_STATE:
        is_to_fix = fix_requests.is_to_fix(*item.key)
        state = ReviewState.TO_FIX if is_to_fix else ReviewState.APPROVED if words else ReviewState.REDACTED
        writes.set_columns(entry, item, review=state.value)
        version = item.version + 1
    erasing.erase(entry, review_queue.MODEL_OF[item.subject], item.row, version, columns, words)


def _erase_given(entry: Entry, item: Item, columns: dict[str, str], words: str) -> None:
    """From the request it was given for, and from slips on which stood what was given."""
    erasing.erase_request(entry, item.row, columns, words)
    if columns["what"] != item.second:
        given = replace(goodwill.goodwill(item.row).concession, amount=None)
        was, now = (f"we {given_words(replace(given, what=what), str)}" for what in (item.second, columns["what"]))
        erasing.erase_on_slips(entry, item.customer_id, was, now)


def _erase_taking_back(entry: Entry, item: Item, columns: dict[str, str], words: str) -> None:
    """From the row by which it was taken back, which repeats the topic."""
    for row in told.taking_back(item.row, item.customer_id) if "topic_key" in columns else ():
        topic = {name: columns[name] for name in ("topic", "topic_key")}
        erasing.erase(entry, models.Statement, row, None, topic, words)


def _was_interest(item: Item) -> bool:
    """Whether the lookup ever found its words: they stay in its index when the kind of the note changes."""
    kinds = erasing.ever_said(models.Note, item.row, "kind")
    return NoteKind.INTEREST.value in kinds or item.label == NoteKind.INTEREST


def _stood_in(item: Item, words: str) -> bool:
    """Whether the words stood in an earlier version."""
    model = review_queue.MODEL_OF[item.subject]
    said = (each for name in _texts(item) for each in erasing.ever_said(model, item.row, name))
    return bool(words) and any(without(each, words) != each for each in said)


def _texts(item: Item) -> dict[str, str]:
    second = item.source if item.subject is Subject.NOTE else item.second
    return dict(zip(review_queue.TEXTS[item.subject], (item.text, second), strict=True))
