"""What was said to and by a customer, a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import fn

from deskui.domain.conversation import Channel, Conversation, Direction, Mood
from deskui.store import models
from deskui.store.reads.compiled import compiled
from deskui.store.reads.paging import PAGE, bounds, older, paged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.ids import CaseId, CustomerId
    from deskui.domain.pages import Cursor, Page


def of_customer(
    customer_id: CustomerId, after: Cursor | None = None, limit: int = PAGE, case_ids: Sequence[CaseId] = ()
) -> Page[Conversation]:
    """A page of conversations, newest first, of the customer or of these of their cases: one statement.

    The first page tells how many there are in all, which takes another where they do not fit on it.
    """
    cases = list(case_ids) or None
    rows = _talks.dicts(customer_id, cases, *bounds(after), limit + 1)
    count = None if after is not None else lambda: int(_count_talks.tuples(customer_id, cases)[0][0])
    return paged(rows, limit, "at", lambda shown: tuple(_conversation(row) for row in shown), count)


def _about(customer_id: Any, case_ids: Any) -> Any:
    talk = models.Conversation
    mine = (talk.customer == customer_id) & talk.withdrawn_at.is_null()
    return mine if case_ids is None else mine & talk.case.in_(case_ids)


def of_cases(case_ids: Sequence[CaseId], limit: int) -> tuple[Conversation, ...]:
    """The newest conversations about these cases, newest first: one statement."""
    return tuple(_conversation(row) for row in _in_cases.dicts(case_ids, limit))


def count_of_cases(case_ids: Sequence[CaseId]) -> int:
    """How many conversations there are about these cases: one statement."""
    return int(_count_in_cases.tuples(case_ids)[0][0])


@compiled
def _in_cases(case_ids: Any, limit: Any) -> Any:
    talk = models.Conversation
    return _listed(talk.case.in_(case_ids) & talk.withdrawn_at.is_null(), limit)


@compiled
def _count_in_cases(case_ids: Any) -> Any:
    talk = models.Conversation
    return talk.select(fn.COUNT(talk.id)).where(talk.case.in_(case_ids), talk.withdrawn_at.is_null())


def next_step(customer_id: CustomerId, page: Page[Conversation], case_ids: Sequence[CaseId]) -> Conversation | None:
    """The newest conversation that says what is to be done next, about one of the cases, or about none; else None.

    `page` is the first of the customer's conversations: only behind its end is there a statement to be asked.
    """
    about: set[CaseId | None] = {*case_ids} or {None}
    told = (each for each in page.rows if each.next_step and each.case_id in about)
    newest = next(told, None)
    if newest is None and page.after is not None:
        row = _next_steps.first_dict(customer_id, list(case_ids) or None, *bounds(page.after))
        newest = None if row is None else _conversation(row)
    return newest


@compiled
def _next_steps(customer_id: Any, case_ids: Any, moment: Any, than: Any) -> Any:
    talk = models.Conversation
    about = talk.case.is_null() if case_ids is None else talk.case.in_(case_ids)
    wanted = _about(customer_id, None) & about & (talk.next_step != "")
    return _listed(wanted & older(talk.at, talk.id, moment, than), 1)


def _conversation(row: dict[str, Any]) -> Conversation:
    return Conversation(
        id=row["id"],
        at=row["at"],
        channel=Channel(row["channel"]),
        direction=Direction(row["direction"]),
        reached=bool(row["reached"]),
        mood=Mood(row["mood"]),
        minutes=row["minutes"],
        summary=row["summary"],
        employee_id=row["employee"],
        employee=row["clerk"] or "",
        case_id=row["case"],
        case_number=row["case_number"],
        version=row["version"],
        next_step=row["next_step"],
    )


@compiled
def _talks(customer_id: Any, case_ids: Any, moment: Any, than: Any, limit: Any) -> Any:
    talk = models.Conversation
    return _listed(_about(customer_id, case_ids) & older(talk.at, talk.id, moment, than), limit)


def _listed(wanted: Any, limit: Any) -> Any:
    talk, person, case = models.Conversation, models.Employee, models.Case
    left = case.alias("left_case")
    number = fn.COALESCE(left.number, case.number)
    return (
        talk.select(talk, person.name.alias("clerk"), number.alias("case_number"))
        .join(person, "LEFT JOIN", on=(talk.employee == person.id))
        .switch(talk)
        .join(case, "LEFT JOIN", on=(talk.case == case.id))
        .join(left, "LEFT JOIN", on=(case.merged_into == left.id))
        .where(wanted)
        .order_by(talk.at.desc(), talk.id.desc())
        .limit(limit)
    )


@compiled
def _count_talks(customer_id: Any, case_ids: Any) -> Any:
    talk = models.Conversation
    return talk.select(fn.COUNT(talk.id)).where(_about(customer_id, case_ids))
