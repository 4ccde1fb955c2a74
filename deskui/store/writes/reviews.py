"""The queue of what waits for a supervisor, kept exact with the rows it is about; and what they say of them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.ids import FixRequestId, VerdictId
from deskui.domain.note import NoteKind, ReviewState, Visibility
from deskui.domain.review.item import Subject, Verdict
from deskui.domain.review.risk import Seen, risk_of
from deskui.domain.review.words import found_in, phrases
from deskui.domain.told.statement import Said
from deskui.store import models
from deskui.store.models.base import Table, to_millis
from deskui.store.normalise.letters import fold
from deskui.store.reads import reviews as reads
from deskui.store.reads.rows import dicts, first_dict, tuples

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from deskui.domain.ids import EmployeeId
    from deskui.domain.review.item import Item
    from deskui.domain.review.risk import Rules
    from deskui.store.entry import Entry

_ITEM, _CLAIM = models.ReviewItem, models.ReviewClaim
MODEL_OF: Final[dict[Subject, type[Table]]] = {
    Subject.NOTE: models.Note,
    Subject.CONVERSATION: models.Conversation,
    Subject.STATEMENT: models.Statement,
    Subject.GOODWILL: models.Goodwill,
}
HAS_STATE: Final = frozenset({Subject.NOTE, Subject.CONVERSATION})
"""Those on which it stands where they are with the supervisors."""
_ABOUT: Final[dict[str, Any]] = {"verdict": models.Verdict, "fix_request": models.FixRequest}


# --- the queue -------------------------------------------------------------------------------------------


def refresh(touched: Mapping[str, set[int]]) -> None:
    """Have these rows wait, or not any more; does nothing when no verb of these wrote anything to be judged."""
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
    if about:
        rules = reads.rules()
        for subject, row in sorted(about):
            _anew(subject, row, rules)


def _anew(subject: Subject, row: int, rules: Rules | None) -> None:
    found = first_dict(MODEL_OF[subject].select().where(MODEL_OF[subject].id == row))
    if found is None or rules is None:
        return
    if subject is Subject.STATEMENT and found["kind"] == Said.TAKEN_BACK:
        subject, row, waits = subject, found["corrects"], False
    else:
        waits = _waits(subject, found)
    _ITEM.delete().where(_ITEM.entity == subject.value, _ITEM.row == row).execute()
    if waits:
        _add(subject, found, rules)


def _waits(subject: Subject, row: dict[str, Any]) -> bool:
    if subject in HAS_STATE:
        return row["withdrawn_at"] is None and row["review"] == ReviewState.WAITING
    if subject is Subject.GOODWILL and reads.is_taken_back(row["id"]):
        return False
    return reads.waits(subject, row["id"])


def _add(subject: Subject, row: dict[str, Any], rules: Rules) -> None:
    author = row[_AUTHOR[subject]]
    if author is None:
        return  # it came with a file, or with the shop itself
    words = found_in(fold(" ".join(row[each] or "" for each in TEXTS[subject])), _folded(rules.words))
    seen = Seen(
        subject,
        row["id"],
        author,
        reads.reviewed(author, rules.first),
        words,
        over_limit=row.get("approved_by") is not None,
    )
    if subject is Subject.NOTE:
        seen = _of_note(seen, row)
    approver = row.get("approved_by")
    at = row[_WRITTEN[subject]]
    _ITEM.insert(
        entity=subject.value,
        row=row["id"],
        author=author,
        approver=approver,
        risk=risk_of(seen, rules).value,
        words=", ".join(words),
        at=at,
    ).execute()


def _of_note(seen: Seen, row: dict[str, Any]) -> Seen:
    return Seen(
        *(seen.subject, seen.row, seen.author, seen.reviewed, seen.found),
        note_kind=NoteKind(row["kind"]),
        visibility=Visibility(row["visibility"]),
        is_alert=row["alert_from"] is not None,
    )


TEXTS: Final = {
    Subject.NOTE: ("text", "source"),
    Subject.CONVERSATION: ("summary", "next_step"),
    Subject.STATEMENT: ("topic", "text"),
    Subject.GOODWILL: ("reason", "what"),
}
"""The columns that hold what was typed."""
_AUTHOR: Final = {
    Subject.NOTE: "author",
    Subject.CONVERSATION: "employee",
    Subject.STATEMENT: "by",
    Subject.GOODWILL: "by",
}
_WRITTEN: Final = {
    Subject.NOTE: "written_at",
    Subject.CONVERSATION: "created_at",
    Subject.STATEMENT: "said_at",
    Subject.GOODWILL: "at",
}


@lru_cache(8)
def _folded(listed: str) -> tuple[tuple[str, str], ...]:
    return tuple((fold(each), each) for each in phrases(listed))


def sort_again(rules: Rules) -> None:
    """Give everything that waits its place by other rules."""
    for entity, row in tuples(_ITEM.select(_ITEM.entity, _ITEM.row).order_by(_ITEM.id)):
        _anew(Subject(entity), row, rules)


# --- claims ----------------------------------------------------------------------------------------------


def claim(subject: Subject, row: int, by: EmployeeId, now: datetime, until: datetime) -> bool:
    """Take an item, or keep it longer; false when somebody else has it, which the engine decides in one step."""
    free = (_CLAIM.until <= to_millis(now)) | (_CLAIM.by == by)
    query = _CLAIM.insert(entity=subject.value, row=row, by=by, until=until).on_conflict(
        conflict_target=[_CLAIM.entity, _CLAIM.row],
        update={_CLAIM.by: by, _CLAIM.until: to_millis(until)},
        where=free,
    )
    return int(query.as_rowcount().execute()) == 1


def let_go(by: EmployeeId, items: Iterable[tuple[Subject, int]] | None = None) -> None:
    """Give back what somebody has before them, or these of it."""
    query = _CLAIM.delete().where(_CLAIM.by == by)
    if items is None:
        query.execute()
    for subject, row in items or ():
        query.where(_CLAIM.entity == subject.value, _CLAIM.row == row).execute()


# --- what is said ----------------------------------------------------------------------------------------


def add_verdict(entry: Entry, item: Item, verdict: Verdict, comment: str = "") -> VerdictId:
    """Add what the person acting says of an item."""
    said = {"verdict": verdict.value, "comment": comment, "by": entry.actor.employee_id, "at": entry.at}
    about = {"entity": item.subject.value, "row": item.row, "author": item.author_id}
    return VerdictId(entry.insert(models.Verdict, **about, **said))


def take_back_verdict(entry: Entry, row: int, said: dict[str, Any]) -> None:
    """Enter that a verdict was given by mistake; `said` has its columns."""
    about = {name: said[name] for name in ("entity", "row", "author")}
    doer = {"by": entry.actor.employee_id, "at": entry.at}
    entry.insert(models.Verdict, **about, **doer, verdict=Verdict.TAKEN_BACK.value, takes_back=row)


def set_columns(entry: Entry, item: Item, **columns: Any) -> None:
    """Change a note or conversation that is still as it was judged.

    Raises: Conflict when somebody changed it meanwhile.
    """
    entry.update(MODEL_OF[item.subject], item.row, item.version, **columns)


def ask_to_fix(entry: Entry, item: Item, author: EmployeeId, comment: str) -> FixRequestId:
    """Have the author put it right."""
    about = {"entity": item.subject.value, "row": item.row, "customer": item.customer_id, "author": author}
    said = {"comment": comment, "by": entry.actor.employee_id, "at": entry.at}
    return FixRequestId(entry.insert(models.FixRequest, **about, **said))


def is_fixed(entry: Entry, subject: Subject, row: int) -> None:
    """What was asked about a row is done: it was changed, or withdrawn."""
    request = models.FixRequest
    open_ones = request.select(request.id, request.version).where(
        *(request.entity == subject.value, request.row == row),
        *(request.done_at.is_null(), request.withdrawn_at.is_null()),
    )
    for each in dicts(open_ones):
        entry.update(request, each["id"], each["version"], done_at=entry.at)


def set_rules(entry: Entry, rules: Rules) -> int:
    """Write down by which rules the shop reviews, and give what waits its place by them; returns the shop's row."""
    row = int(models.Shop.select(models.Shop.id).order_by(models.Shop.id).scalar())
    columns = {"review_words": rules.words, "review_one_in": rules.one_in, "review_first": rules.first}
    entry.update(models.Shop, row, rules.version, **columns, review_stale=rules.stale_months)
    sort_again(rules)
    return row
