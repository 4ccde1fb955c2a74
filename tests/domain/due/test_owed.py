from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from deskui.domain.conversation import Channel, Direction
from deskui.domain.due.contact_balance import Balance
from deskui.domain.due.owed import Met, customer_balance
from deskui.domain.ids import CaseId

IN, OUT = Direction.IN, Direction.OUT
NOW = datetime(2026, 11, 23, 17, tzinfo=UTC)
DAY = timedelta(days=1)


def _met(
    ago: timedelta, direction: Direction = IN, channel: Channel = Channel.PHONE, case: CaseId | None = None
) -> Met:
    return Met(direction, True, NOW - ago, channel, case)


@pytest.mark.parametrize(("case", "owed"), [(None, False), (CaseId(1), True)])
def test_visits_to_the_counter_ask_for_a_call_only_where_a_case_waits(case: CaseId | None, owed: bool) -> None:
    visits = [_met(days * DAY, channel=Channel.COUNTER, case=case) for days in (1, 2)]
    assert customer_balance(visits, NOW) == Balance(2, 0, 0, owed)


def test_going_to_them_at_the_counter_answers_their_calls() -> None:
    calls = [_met(3 * DAY), _met(2 * DAY)]
    assert customer_balance(calls, NOW).owed
    assert customer_balance([*calls, _met(DAY, OUT, Channel.COUNTER)], NOW) == Balance(2, 1, 0, owed=False)


def test_a_contact_counts_for_ninety_days_to_the_instant() -> None:
    last = _met(90 * DAY)
    assert customer_balance([_met(DAY), last], NOW) == Balance(2, 0, 0, owed=True)
    gone = last._replace(at=last.at - timedelta(milliseconds=1))
    assert customer_balance([_met(DAY), gone], NOW) == Balance(1, 0, 0, owed=False)
