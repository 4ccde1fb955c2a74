"""What customers were told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from deskui.domain.promises.promise import Basis
from deskui.domain.told.statement import Said, Statement, StatementState, states
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from deskui.domain.ids import CustomerId

_STATEMENT, _EMPLOYEE = models.Statement, models.Employee


def of_customer(customer_id: CustomerId | int, topic_key: str | None = None) -> tuple[Statement, ...]:
    """All a customer was ever told (about one topic), with the state of each, newest first: one statement."""
    rows = _rows.dicts(customer_id, topic_key)
    said = [_statement(row) for row in rows if row["kind"] == Said.SAID]
    found = states(said, [row["corrects"] for row in rows if row["kind"] == Said.TAKEN_BACK])
    return tuple(replace(each, state=found[each.id]) for each in said)


@compiled
def _rows(customer_id: Any, topic_key: Any) -> Any:
    query = (
        _STATEMENT.select(_STATEMENT, _EMPLOYEE.name.alias("who"))
        .join(_EMPLOYEE, "LEFT JOIN", on=(_STATEMENT.by == _EMPLOYEE.id))
        .where(_STATEMENT.customer == customer_id)
        .order_by(_STATEMENT.said_at.desc(), _STATEMENT.id.desc())
    )
    return query if topic_key is None else query.where(_STATEMENT.topic_key == topic_key)


def what_was_taken_back(row: int) -> int | None:
    """The statement that a row takes back; None where it is a statement itself: one statement."""
    found = next(iter(_taken_back.tuples(row)), None)
    return None if found is None else int(found[0])


@compiled
def _taken_back(row: Any) -> Any:
    is_it = (_STATEMENT.id == row) & (_STATEMENT.kind == Said.TAKEN_BACK)
    return _STATEMENT.select(_STATEMENT.corrects).where(is_it)


def taking_back(statement: int, customer_id: CustomerId | int) -> tuple[int, ...]:
    """The rows by which a statement was taken back: one statement."""
    return tuple(row for (row,) in _taking_back.tuples(statement, customer_id))


@compiled
def _taking_back(statement: Any, customer_id: Any) -> Any:
    takes_back = (_STATEMENT.corrects == statement) & (_STATEMENT.kind == Said.TAKEN_BACK)
    return _STATEMENT.select(_STATEMENT.id).where(_STATEMENT.customer == customer_id, takes_back)


def standing(customer_id: CustomerId | int) -> tuple[Statement, ...]:
    """What stands of all a customer was told, newest first: one statement."""
    return tuple(each for each in of_customer(customer_id) if each.state is StatementState.STANDING)


def _statement(row: dict[str, Any]) -> Statement:
    return Statement(
        id=row["id"],
        customer_id=row["customer"],
        topic=row["topic"],
        key=row["topic_key"],
        text=row["text"],
        date=row["date"],
        basis=Basis(row["basis"]),
        said_at=row["said_at"],
        said_by_id=row["by"],
        said_by=row["who"] or "",
        case_id=row["case"],
        conversation_id=row["conversation"],
        corrects=row["corrects"],
    )
