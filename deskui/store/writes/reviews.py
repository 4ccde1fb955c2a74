"""What supervisors have before them, and what they say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deskui.domain.ids import FixRequestId, VerdictId
from deskui.domain.review.item import Verdict
from deskui.store import models
from deskui.store.models.base import to_millis
from deskui.store.reads.rows import dicts, first_dict
from deskui.store.writes.review_queue import MODEL_OF, TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from deskui.domain.ids import EmployeeId
    from deskui.domain.review.item import Item, Subject
    from deskui.domain.review.risk import Rules
    from deskui.store.entry import Entry

_CLAIM = models.ReviewClaim


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


def has_claimed(subject: Subject, row: int, by: EmployeeId, now: datetime) -> bool:
    """Whether somebody has an item before them already: one statement."""
    theirs = (_CLAIM.by == by) & (_CLAIM.until > to_millis(now))
    query = _CLAIM.select(_CLAIM.id).where(_CLAIM.entity == subject.value, _CLAIM.row == row, theirs)
    return bool(query.exists())


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


def reworded(entry: Entry, subject: Subject, row: int, columns: dict[str, Any]) -> dict[str, Any]:
    """The columns with who wrote what stands there from now on, where they say something else than stood there."""
    fields = [MODEL_OF[subject]._meta.fields[name] for name in TEXTS[subject]]
    held = first_dict(MODEL_OF[subject].select(*fields).where(MODEL_OF[subject].id == row))
    if held is None or all(columns[name] == text for name, text in held.items()):
        return columns
    return {**columns, "worded_by": entry.actor.employee_id}


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
    """Write down by which rules the shop reviews, and return the row of the shop."""
    row = int(models.Shop.select(models.Shop.id).order_by(models.Shop.id).scalar())
    columns = {"review_words": rules.words, "review_one_in": rules.one_in, "review_first": rules.first}
    entry.update(models.Shop, row, rules.version, **columns, review_stale=rules.stale_months)
    return row
