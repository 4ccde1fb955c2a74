"""Each customer once, the most pressing first, with who is to call."""

from __future__ import annotations

from dataclasses import replace

from deskui.domain.case import Priority
from deskui.domain.ids import CustomerId, EmployeeId, FollowUpId
from deskui.domain.outreach.call_list import Call, Reason, Tally, by_pressing, in_order, is_mine, owned, tally_words
from deskui.domain.outreach.calling_hours import NOT_TODAY, NOW_FINE
from deskui.domain.staff import Employee, Role

ADA = Employee(EmployeeId(1), "Ada", Role.CLERK, "", "", "Denver", True, (), 1)
BEN = Employee(EmployeeId(2), "Ben", Role.CLERK, "", "", "Boulder", True, (), 1)
STAFF = {each.id: each for each in (ADA, BEN)}
QUIET = Reason("Missed", "not heard of for 200 days", Priority.NORMAL, family=1)
KEPT = Reason("How did it go?", "promise kept", Priority.HIGH, family=2)


def call(row: int, *reasons: Reason, hours: str = NOW_FINE) -> Call:
    who = CustomerId(row)
    return Call(who, f"C{row}", "", by_pressing(reasons), None, "", "", "303", None, "", hours)


def test_the_most_pressing_come_first_then_more_reasons_then_who_can_be_called_now() -> None:
    listed = [
        call(1, QUIET, hours=NOT_TODAY),
        call(2, QUIET, hours="not before 9"),
        call(3, QUIET),
        call(4, QUIET, replace(QUIET, family=3)),
        call(5, KEPT, hours=NOT_TODAY),
        call(6, QUIET, KEPT),
    ]
    assert [each.customer_id for each in in_order(listed)] == [6, 5, 4, 3, 2, 1]


def test_what_a_colleague_planned_comes_before_rules_that_press_as_much() -> None:
    planned = Reason("planned", "ask", Priority.HIGH, follow_up_id=FollowUpId(1))
    assert by_pressing([QUIET, KEPT, planned]) == (planned, KEPT, QUIET)


def test_the_same_reason_by_two_rules_is_said_once() -> None:
    assert call(1, QUIET, replace(QUIET, family=9), KEPT).about == "promise kept · not heard of for 200 days"


def test_whom_the_rule_names_calls_else_who_knows_them_else_anybody() -> None:
    named = replace(QUIET, employee_id=BEN.id)
    assert owned(call(1, named), ADA, STAFF).owner == "Ben"
    assert owned(call(1, replace(QUIET, branch="Boulder")), ADA, STAFF).branch == "Boulder"
    assert owned(call(1, QUIET), ADA, STAFF).owner == "Ada"
    assert owned(call(1, QUIET), None, STAFF).owner_id is None
    assert owned(call(1, replace(QUIET, employee_id=EmployeeId(99))), ADA, STAFF).owner == "Ada"


def test_anybodys_call_is_mine_and_that_of_my_branch() -> None:
    anybody = call(1, QUIET)
    assert is_mine(anybody, ADA)
    assert not is_mine(replace(anybody, owner_id=BEN.id), ADA)
    assert [is_mine(replace(anybody, branch="denver"), each) for each in (ADA, BEN)] == [True, False]


def test_the_day_in_words() -> None:
    assert tally_words(Tally(12, 7), 3) == "12 called, 7 reached, 3 left"
