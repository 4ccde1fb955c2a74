"""Whom to call about a case, what somebody is called about, and the calls that were made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.domain.case import CaseStatus
from deskui.domain.directory import Inquiry, Matter
from deskui.errors import NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.ids import CaseId, EmployeeId, InquiryId

_CASE, _NUMBER, _CUSTOMER, _CALL = models.Case, models.Reference, models.Customer, models.Inquiry
SHOWN: Final = 5
"""Calls that stand in the panel of a case."""
MOST: Final = 500
"""Cases and numbers that are offered for one call."""


def of_numbers(case_ids: Sequence[CaseId]) -> dict[EmployeeId, tuple[str, ...]]:
    """Whom to call about single numbers of cases, and which these are: one statement."""
    found: dict[EmployeeId, tuple[str, ...]] = {}
    for contact, number in _of_numbers.tuples(case_ids):
        found[contact] = (*found.get(contact, ()), number)
    return found


@compiled
def _of_numbers(case_ids: Any) -> Any:
    theirs = _NUMBER.select(_NUMBER.contact, _NUMBER.number).where(
        _NUMBER.case.in_(case_ids), _NUMBER.contact.is_null(False), _NUMBER.withdrawn_at.is_null()
    )
    return theirs.order_by(_NUMBER.id)


def inquiries(case_ids: Sequence[CaseId], limit: int = SHOWN) -> tuple[Inquiry, ...]:
    """The newest calls that were about these cases or numbers in them, newest first: one statement."""
    return tuple(Inquiry(*row) for row in _inquiries.tuples(case_ids, limit))


@compiled
def _inquiries(case_ids: Any, limit: Any) -> Any:
    about = models.InquiryReference
    these = about.select(about.inquiry).where(about.case.in_(case_ids), about.withdrawn_at.is_null())
    return _calls().where(_CALL.id.in_(these)).order_by(_CALL.at.desc(), _CALL.id.desc()).limit(limit)


def inquiry(inquiry_id: InquiryId) -> tuple[Inquiry, tuple[Matter, ...]]:
    """A call, and all that it was about, in the order of cases and numbers: two statements.

    Raises: NotFound when it was taken back.
    """
    found = _one.tuples(inquiry_id)
    if not found:
        raise NotFound("That call is no longer kept; somebody has taken it back.")
    return Inquiry(*found[0]), tuple(Matter(*row) for row in _covered.tuples(inquiry_id))


@compiled
def _one(inquiry_id: Any) -> Any:
    return _calls().where(_CALL.id == inquiry_id)


def _calls() -> Any:
    who, by = models.Employee.alias("who"), models.Employee.alias("caller")
    columns = (_CALL.id, _CALL.contact, who.name, _CALL.at, _CALL.by, by.name, _CALL.reached, _CALL.summary)
    return (
        _CALL.select(*columns)
        .join(who, on=(_CALL.contact == who.id))
        .switch(_CALL)
        .join(by, "LEFT JOIN", on=(_CALL.by == by.id))
        .where(_CALL.withdrawn_at.is_null())
    )


@compiled
def _covered(inquiry_id: Any) -> Any:
    about = models.InquiryReference
    return (
        about.select(*_OF_CASE, _CASE.contact, _CASE.version, _NUMBER.id, _NUMBER.number)
        .join(_CASE, on=(about.case == _CASE.id))
        .join(_CUSTOMER, on=(_CASE.customer == _CUSTOMER.id))
        .join(_NUMBER, "LEFT JOIN", on=(about.reference == _NUMBER.id))
        .where(about.inquiry == inquiry_id, about.withdrawn_at.is_null())
        .order_by(_CASE.number, about.id)
    )


_OF_CASE: Final = (_CASE.id, _CASE.number, _CASE.subject, _CUSTOMER.id, _CUSTOMER.name)


def matters_of_cases(case_ids: Sequence[CaseId]) -> tuple[Matter, ...]:
    """Cases as a whole, and every number in them, each with whom one calls about it: two statements."""
    return tuple(Matter(*row) for row in (*_whole_cases.tuples(case_ids), *_their_own_numbers.tuples(case_ids)))


@compiled
def _whole_cases(case_ids: Any) -> Any:
    return _cases().where(_CASE.id.in_(case_ids)).order_by(_CASE.number)


@compiled
def _their_own_numbers(case_ids: Any) -> Any:
    return _numbers().where(_NUMBER.case.in_(case_ids)).order_by(_NUMBER.id).limit(MOST)


def matters_of(contact: EmployeeId) -> tuple[Matter, ...]:
    """All that one calls somebody about in cases that are not closed, by case: two statements."""
    found = [Matter(*row) for row in (*_their_cases.tuples(contact), *_their_numbers.tuples(contact))]
    return tuple(sorted(found, key=lambda each: (each.case_number, each.reference_id or 0)))


@compiled
def _their_cases(contact: Any) -> Any:
    return _cases().where(_CASE.contact == contact, _CASE.status != CaseStatus.CLOSED.value).limit(MOST)


@compiled
def _their_numbers(contact: Any) -> Any:
    theirs = _numbers().where(_NUMBER.contact == contact, _CASE.status != CaseStatus.CLOSED.value)
    return theirs.order_by(_NUMBER.id).limit(MOST)


def _cases() -> Any:
    rows = _CASE.select(*_OF_CASE, _CASE.contact, _CASE.version).join(_CUSTOMER, on=(_CASE.customer == _CUSTOMER.id))
    return rows.where(_CASE.withdrawn_at.is_null())


def _numbers() -> Any:
    columns = (*_OF_CASE, _NUMBER.contact, _NUMBER.version, _NUMBER.id, _NUMBER.number)
    rows = _NUMBER.select(*columns).join(_CASE, on=(_NUMBER.case == _CASE.id))
    rows = rows.join(_CUSTOMER, on=(_CASE.customer == _CUSTOMER.id))
    return rows.where(_NUMBER.withdrawn_at.is_null(), _CASE.withdrawn_at.is_null())
