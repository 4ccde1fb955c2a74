"""One item that is to be reviewed, with all it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from peewee import fn

from deskui.domain.money import Money
from deskui.domain.note import Visibility
from deskui.domain.review.item import Item, Risk, Subject
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from deskui.store.reads.reviews import Place

_NOTE, _EMPLOYEE = models.Note, models.Employee
_FACTS: Final = ("fact", "preference")


def item(place: Place) -> Item | None:
    """An item with all it says, None where its row is gone: one statement."""
    subject, row, risk, words = place
    found = _QUERIES[subject].first_dict(row)
    if found is None or found.get("withdrawn_at") is not None:
        return None
    return _MAKERS[subject](found, risk, tuple(each for each in words.split(", ") if each))


def kept(subject: Subject, row: int) -> Item | None:
    """The same of any row, also one that was withdrawn; None where there is none: one statement."""
    found = _QUERIES[subject].first_dict(row)
    return None if found is None else _MAKERS[subject](found, Risk.REST, ())


def written_by(number: int) -> tuple[tuple[Subject, int], ...]:
    """The rows that an entry of the journal wrote, of those that can be items: one statement."""
    return tuple(dict.fromkeys((Subject(entity), row) for entity, row in _written.tuples(number)))


@compiled
def _written(number: Any) -> Any:
    change = models.Change
    wrote = change.select(change.entity, change.row).where(change.journal == number)
    return wrote.where(change.entity.in_([each.value for each in Subject])).order_by(change.id)


def _shared(row: dict[str, Any], subject: Subject, risk: Risk, found: tuple[str, ...]) -> dict[str, Any]:
    return {
        "subject": subject,
        "row": row["id"],
        "version": row.get("version", 1),
        "risk": risk,
        "found": found,
        "customer_id": row["customer"],
        "customer": row["whom"],
        "customer_number": row["whose_number"],
        "author": row["writer"] or "",
        "case_id": row.get("case"),
        "case_number": row.get("case_number"),
    }


def _note_item(row: dict[str, Any], risk: Risk, found: tuple[str, ...]) -> Item:
    return Item(
        **_shared(row, Subject.NOTE, risk, found),
        author_id=row["worded_by"] or row["author"],
        at=row["written_at"],
        label=row["kind"],
        text=row["text"],
        source=row["source"],
        confirmed_on=row["confirmed_on"],
        is_private=row["visibility"] == Visibility.PRIVATE,
        alert_from=row["alert_from"],
        alert_until=row["alert_until"],
        is_fact=row["kind"] in _FACTS,
    )


def _talk_item(row: dict[str, Any], risk: Risk, found: tuple[str, ...]) -> Item:
    minutes = f"{row['minutes']} min" if row["minutes"] else ""
    label = (row["channel"], "by us" if row["direction"] == "out" else "", minutes, row["mood"])
    return Item(
        **_shared(row, Subject.CONVERSATION, risk, found),
        author_id=row["worded_by"] or row["employee"],
        at=row["at"],
        label=", ".join(each for each in label if each),
        text=row["summary"],
        second=row["next_step"],
        conversation_id=row["id"],
    )


def _told_item(row: dict[str, Any], risk: Risk, found: tuple[str, ...]) -> Item:
    return Item(
        **_shared(row, Subject.STATEMENT, risk, found),
        author_id=row["by"],
        at=row["said_at"],
        label=row["basis"],
        text=row["text"],
        second=row["topic"],
        conversation_id=row["conversation"],
    )


def _given_item(row: dict[str, Any], risk: Risk, found: tuple[str, ...]) -> Item:
    minor = row["amount_minor"]
    return Item(
        **_shared(row, Subject.GOODWILL, risk, found),
        author_id=row["by"],
        at=row["at"],
        label=row["kind"],
        text=row["reason"],
        second=row["what"],
        amount=None if minor is None else Money(row["currency"], minor),
        approver_id=row["approved_by"],
        approver=row["approving"] or "",
    )


def _one(model: Any, author: Any, has_case: bool) -> Any:
    whom, case = models.Customer, models.Case
    shown: list[Any] = [whom.name.alias("whom"), whom.number.alias("whose_number"), _EMPLOYEE.name.alias("writer")]
    shown += [case.number.alias("case_number")] if has_case else []
    query = (
        model.select(model, *shown)
        .join(whom, on=(model.customer == whom.id))
        .join_from(model, _EMPLOYEE, "LEFT JOIN", on=(author == _EMPLOYEE.id))
    )
    return query.join_from(model, case, "LEFT JOIN", on=(model.case == case.id)) if has_case else query


@compiled
def _one_note(row: Any) -> Any:
    worded_by = fn.COALESCE(_NOTE.worded_by, _NOTE.author)
    return _one(_NOTE, worded_by, False).where(_NOTE.id == row)


@compiled
def _one_talk(row: Any) -> Any:
    talk = models.Conversation
    worded_by = fn.COALESCE(talk.worded_by, talk.employee)
    return _one(talk, worded_by, True).where(talk.id == row)


@compiled
def _one_told(row: Any) -> Any:
    told = models.Statement
    return _one(told, told.by, True).where(told.id == row)


@compiled
def _one_given(row: Any) -> Any:
    given, approver = models.Goodwill, models.Employee.alias("approver")
    query = _one(given, given.by, True).where(given.id == row)
    return query.join_from(given, approver, "LEFT JOIN", on=(given.approved_by == approver.id)).select_extend(
        approver.name.alias("approving")
    )


_QUERIES: Final = {
    Subject.NOTE: _one_note,
    Subject.CONVERSATION: _one_talk,
    Subject.STATEMENT: _one_told,
    Subject.GOODWILL: _one_given,
}
_MAKERS: Final = {
    Subject.NOTE: _note_item,
    Subject.CONVERSATION: _talk_item,
    Subject.STATEMENT: _told_item,
    Subject.GOODWILL: _given_item,
}
