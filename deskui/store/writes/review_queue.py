"""The queue of what waits for a supervisor, kept exact with the rows it is about: derived."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.note import NoteKind, ReviewState, Visibility
from deskui.domain.review.item import Subject
from deskui.domain.review.risk import Seen, risk_of
from deskui.domain.review.words import found_in, phrases
from deskui.domain.told.statement import Said
from deskui.store import models
from deskui.store.normalise.letters import fold
from deskui.store.reads import reviews as reads
from deskui.store.reads.rows import dicts, first_dict, tuples

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deskui.domain.review.risk import Rules
    from deskui.store.entry import Entry
    from deskui.store.models.base import Table

_ITEM = models.ReviewItem
MODEL_OF: Final[dict[Subject, type[Table]]] = {
    Subject.NOTE: models.Note,
    Subject.CONVERSATION: models.Conversation,
    Subject.STATEMENT: models.Statement,
    Subject.GOODWILL: models.Goodwill,
}
HAS_STATE: Final = frozenset({Subject.NOTE, Subject.CONVERSATION})
"""Those on which it stands where they are with the supervisors."""
TEXTS: Final = {
    Subject.NOTE: ("text", "source"),
    Subject.CONVERSATION: ("summary", "next_step"),
    Subject.STATEMENT: ("text", "topic"),
    Subject.GOODWILL: ("reason", "what"),
}
"""The columns that hold what was typed, that of the item's own text first."""
_AUTHOR: Final = dict.fromkeys(Subject, "by") | {Subject.NOTE: "author", Subject.CONVERSATION: "employee"}
_WRITTEN: Final = {
    Subject.NOTE: "written_at",
    Subject.CONVERSATION: "created_at",
    Subject.STATEMENT: "said_at",
    Subject.GOODWILL: "at",
}
_ABOUT: Final[dict[str, Any]] = {"verdict": models.Verdict, "fix_request": models.FixRequest}
_RULES: Final = ('"review_words"', '"review_one_in"', '"review_first"')
STEP: Final = 200
"""So many items are sorted in one transaction: about as long as a frame or two, the longest anybody waits."""


def refresh(touched: Mapping[str, set[int]], entry: Entry | None = None) -> None:
    """Have these rows wait, or not any more; does nothing when nothing of it is to be judged.

    Where the rules changed, what waits gets its place by those; the first step of that is done here, see `sort_step`.
    """
    about: set[tuple[Subject, int]] = set()
    for subject in MODEL_OF:
        about |= {(subject, row) for row in touched.get(subject.value, ())}
    for name, model in _ABOUT.items():
        if rows := touched.get(name):
            query = model.select(model.entity, model.row).where(model.id.in_(list(rows)))
            about |= {(Subject(entity), row) for entity, row in tuples(query)}
    if entries := touched.get("goodwill_entry"):
        back = models.GoodwillEntry
        query = back.select(back.goodwill).where(back.id.in_(list(entries)))
        about |= {(Subject.GOODWILL, row) for (row,) in tuples(query)}
    has_other_rules = entry is not None and _changes_rules(entry)
    if (about or has_other_rules) and (rules := reads.rules()) is not None:
        for subject, row in sorted(about):
            _anew(subject, row, rules)
        if has_other_rules:
            models.Shop.update(sort_from=0).execute()
            sort_step()


def _changes_rules(entry: Entry) -> bool:
    return any(
        change.entity == "shop" and change.before is not None and any(name in change.after for name in _RULES)
        for change in entry.changes
    )


def _anew(subject: Subject, row: int, rules: Rules) -> None:
    found = first_dict(MODEL_OF[subject].select().where(MODEL_OF[subject].id == row))
    if found is None:
        return
    if subject is Subject.STATEMENT and found["kind"] == Said.TAKEN_BACK:
        row, waits = found["corrects"], False
    else:
        waits = _waits(subject, found)
    _ITEM.delete().where(_ITEM.entity == subject.value, _ITEM.row == row).execute()
    author = _author(subject, found)
    if waits and author is not None:  # else it came with a file, or with the shop itself
        known = {"entity": subject.value, "row": row, "author": author, "approver": found.get("approved_by")}
        _ITEM.insert(**known, at=found[_WRITTEN[subject]], **_place(subject, found, rules, reads.reviewed)).execute()


def _author(subject: Subject, row: dict[str, Any]) -> Any:
    """Who wrote the text that stands there now."""
    return row.get("worded_by") or row[_AUTHOR[subject]]


def _waits(subject: Subject, row: dict[str, Any]) -> bool:
    if subject in HAS_STATE:
        return row["withdrawn_at"] is None and row["review"] == ReviewState.WAITING
    is_taken_back = reads.goodwill_taken_back if subject is Subject.GOODWILL else reads.statement_taken_back
    return not is_taken_back(row["id"], row["customer"]) and reads.waits(subject, row["id"])


def _place(
    subject: Subject, row: dict[str, Any], rules: Rules, reviewed: Callable[[int, int], int]
) -> dict[str, Any]:
    """Why it waits, and the words that were found in it."""
    author = _author(subject, row)
    found = found_in(fold(" ".join(row[each] or "" for each in TEXTS[subject])), _folded(rules.words))
    is_note = subject is Subject.NOTE
    seen = Seen(
        *(subject, row["id"], author, reviewed(author, rules.first), found),
        note_kind=NoteKind(row["kind"]) if is_note else None,
        visibility=Visibility(row["visibility"]) if is_note else Visibility.SHARED,
        is_alert=is_note and row["alert_from"] is not None,
        over_limit=row.get("approved_by") is not None,
    )
    return {"risk": risk_of(seen, rules).value, "words": ", ".join(found)}


@lru_cache(8)
def _folded(listed: str) -> tuple[tuple[str, str], ...]:
    return tuple((fold(each), each) for each in phrases(listed))


def sort_step() -> bool:
    """Give some more of what waits its place by the rules as they are, inside the caller's transaction.

    Returns whether there is more. Other rules make a mark, which whoever goes on moves: what is written meanwhile has
    its place by the new rules at once.
    """
    start, rules = models.Shop.select(models.Shop.sort_from).order_by(models.Shop.id).scalar(), reads.rules()
    if start is None or rules is None:
        return False
    query = _ITEM.select(_ITEM.id, _ITEM.entity, _ITEM.row, _ITEM.risk, _ITEM.words)
    items = tuples(query.where(_ITEM.id > start).order_by(_ITEM.id).limit(STEP))
    reviewed = cache(reads.reviewed)
    for subject, model in MODEL_OF.items():
        held = {row: (item, risk, words) for item, entity, row, risk, words in items if entity == subject.value}
        for row in dicts(model.select().where(model.id.in_(list(held)))) if held else ():
            item, risk, words = held[row["id"]]
            place = _place(subject, row, rules, reviewed)
            if (place["risk"], place["words"]) != (risk, words):
                _ITEM.update(**place).where(_ITEM.id == item).execute()
    has_more = len(items) == STEP
    models.Shop.update(sort_from=items[-1][0] if has_more else None).execute()
    return has_more


def is_sorted() -> bool:
    """Whether all that waits has its place by the rules as they are: one statement."""
    return models.Shop.select(models.Shop.sort_from).order_by(models.Shop.id).scalar() is None
