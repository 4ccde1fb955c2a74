"""Praise and coaching, for the two it is between: there is no read that gives it to anybody else."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from peewee import Case as SqlCase
from peewee import fn

from deskui.domain.feedback import About, Feedback, FeedbackAnswer, FeedbackKind
from deskui.domain.note import Visibility
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.ids import CaseId, CustomerId, EmployeeId, FeedbackId

_SAID, _ANSWER = models.Feedback, models.FeedbackAnswer
LISTED: Final = 200


class Whose(NamedTuple):
    """Whose work something is, and about whom and which case."""

    employee_id: EmployeeId | None
    customer_id: CustomerId
    case_id: CaseId | None


def whose(about: About, row: int) -> Whose:
    """Whose work a row is: one statement.

    Raises: NotFound when it is gone.
    """
    model, doer, case = _WORK[about]
    columns = (doer, model.customer, model.customer if case is None else case)
    query = model.select(*columns).where(model.id == row)
    if "withdrawn_at" in model._meta.fields:
        query = query.where(model.withdrawn_at.is_null())
    found = next(iter(tuples(query)), None)
    if found is None:
        raise NotFound("That is no longer kept; open the customer again.")
    return Whose(found[0], found[1], None if case is None else found[2])


_CASE, _PROMISE, _STATEMENT = models.Case, models.Promise, models.Statement
_TALK, _NOTE, _GIVEN = models.Conversation, models.Note, models.Goodwill
_WORK: Final[dict[About, tuple[Any, Any, Any]]] = {
    About.CONVERSATION: (_TALK, _TALK.employee, _TALK.case),
    About.NOTE: (_NOTE, fn.COALESCE(_NOTE.worded_by, _NOTE.author), None),
    About.CASE: (_CASE, _CASE.owner, _CASE.id),
    About.PROMISE: (_PROMISE, _PROMISE.by, _PROMISE.case),
    About.STATEMENT: (_STATEMENT, _STATEMENT.by, _STATEMENT.case),
    About.GOODWILL: (_GIVEN, _GIVEN.by, _GIVEN.case),
}


def one(feedback_id: FeedbackId, reader: EmployeeId) -> Feedback:
    """One feedback with its answers, for one of the two: two statements.

    Raises: NotFound for anybody else, as if there were none.
    """
    row = _one.first_dict(feedback_id, reader)
    if row is None:
        raise NotFound("There is no such feedback for you.")
    return _with_answers([row])[0]


@compiled
def _one(feedback_id: Any, reader: Any) -> Any:
    return _given(reader, (_SAID.whose == reader) | (_SAID.by == reader)).where(_SAID.id == feedback_id)


def of(reader: EmployeeId) -> tuple[Feedback, ...]:
    """All that was said to somebody and by them, and where something was said last first: two statements."""
    return tuple(sorted(_with_answers(_of.dicts(reader, LISTED)), key=lambda each: each.newest, reverse=True))


@compiled
def _of(reader: Any, limit: Any) -> Any:
    mine = (_SAID.whose == reader) | (_SAID.by == reader)
    return _given(reader, mine).order_by(_SAID.at.desc(), _SAID.id.desc()).limit(limit)


def unseen(reader: EmployeeId) -> tuple[Feedback, ...]:
    """What is new in it for somebody, the oldest first: two statements."""
    return _with_answers(_unseen.dicts(reader))


@compiled
def _unseen(reader: Any) -> Any:
    said_back = _ANSWER.select(_ANSWER.feedback).where(
        _ANSWER.seen_at.is_null(), _ANSWER.withdrawn_at.is_null(), _ANSWER.by != reader
    )
    to_me = (_SAID.whose == reader) & _SAID.seen_at.is_null()
    back = ((_SAID.whose == reader) | (_SAID.by == reader)) & _SAID.id.in_(said_back)
    return _given(reader, to_me | back).order_by(_SAID.at, _SAID.id)


def _given(reader: Any, which: Any) -> Any:
    to, giver = (models.Employee.alias(name) for name in ("receiver", "giver"))
    whom, case = models.Customer, models.Case
    shown = (whom.name.alias("whom"), case.number.alias("case_number"))
    query = (
        _SAID.select(_SAID, to.name.alias("got"), giver.name.alias("gave"), *shown, _words(case).alias("work"))
        .join(whom, on=(_SAID.customer == whom.id))
        .join_from(_SAID, case, "LEFT JOIN", on=(_SAID.case == case.id))
        .join_from(_SAID, to, on=(_SAID.whose == to.id))
        .join_from(_SAID, giver, on=(_SAID.by == giver.id))
        .where(which, _SAID.withdrawn_at.is_null())
    )
    for about in (each for each in About if each is not About.CASE):
        model = _WORK[about][0]
        is_it = (_SAID.about == about.value) & (model.id == _SAID.row)
        if model is _NOTE:
            is_it &= (_NOTE.visibility == Visibility.SHARED.value) | (_NOTE.author == reader)
        if "withdrawn_at" in model._meta.fields:
            is_it &= model.withdrawn_at.is_null()
        query = query.join_from(_SAID, model, "LEFT JOIN", on=is_it)
    return query


def _words(case: Any) -> Any:
    """What it is about; a private note of somebody else's has no words here."""
    of_case = SqlCase(None, [(_SAID.about == About.CASE.value, case.subject)])
    of_goodwill = fn.COALESCE(fn.NULLIF(_GIVEN.what, ""), _GIVEN.reason)
    return fn.COALESCE(_NOTE.text, _TALK.summary, _PROMISE.what, _STATEMENT.text, of_goodwill, of_case, "")


def _with_answers(rows: Sequence[dict[str, Any]]) -> tuple[Feedback, ...]:
    answers: defaultdict[int, list[FeedbackAnswer]] = defaultdict(list)
    for row in _answers.dicts([each["id"] for each in rows]) if rows else ():
        answers[row["feedback"]].append(
            FeedbackAnswer(row["id"], row["by"], row["who"], row["text"], row["at"], row["seen_at"], row["version"])
        )
    return tuple(_feedback(row, answers[row["id"]]) for row in rows)


@compiled
def _answers(feedback_ids: Any) -> Any:
    person = models.Employee
    return (
        _ANSWER.select(_ANSWER, person.name.alias("who"))
        .join(person, on=(_ANSWER.by == person.id))
        .where(_ANSWER.feedback.in_(feedback_ids), _ANSWER.withdrawn_at.is_null())
        .order_by(_ANSWER.at, _ANSWER.id)
    )


def _feedback(row: dict[str, Any], answers: Sequence[FeedbackAnswer]) -> Feedback:
    return Feedback(
        id=row["id"],
        kind=FeedbackKind(row["kind"]),
        about=About(row["about"]),
        row=row["row"],
        comment=row["comment"],
        whose_id=row["whose"],
        whose=row["got"],
        by_id=row["by"],
        by=row["gave"],
        at=row["at"],
        seen_at=row["seen_at"],
        customer_id=row["customer"],
        customer=row["whom"],
        case_id=row["case"],
        case_number=row["case_number"],
        version=row["version"],
        answers=tuple(answers),
        work=row["work"],
    )
