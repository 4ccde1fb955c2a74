"""A query whose text is kept finds what the same query finds that peewee writes anew."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import pytest
from peewee import SqliteDatabase, fn

from deskui.demo.everybody import EVERYBODY
from deskui.desk.opening import open_desk
from deskui.domain.case_work import LinkKind
from deskui.domain.ids import CaseId, CustomerId, EmployeeId, VisitId
from deskui.domain.merging import MergeTyped
from deskui.domain.typed import FollowUpTyped, StatementTyped
from deskui.store import models
from deskui.store.models.base import to_millis
from deskui.store.normalise.numbers import number_key
from deskui.store.reads import (
    balances,
    calling,
    case_history,
    case_list,
    case_work,
    cases,
    conversations,
    due,
    escalations,
    follow_ups,
    hand_overs,
    merges,
    news,
    notes,
    orders,
    people,
    promises,
    references,
    relationship,
    similar,
    staff,
    told,
    visits,
)
from deskui.store.reads.compiled import Compiled, compiled
from deskui.store.reads.rows import dicts, tuples
from tests.conftest import NOW
from tests.store.spying import compiled_asked, watched

if TYPE_CHECKING:
    from deskui.desk.desk import Desk
    from deskui.store.store import Store

ROOMS: Final = (
    balances,
    calling,
    case_history,
    case_work,
    case_list,
    cases,
    escalations,
    news,
    similar,
    due,
    follow_ups,
    hand_overs,
    conversations,
    orders,
    merges,
    notes,
    people,
    promises,
    references,
    relationship,
    staff,
    told,
    visits,
)
KEPT: Final = {each for room in ROOMS for each in vars(room).values() if isinstance(each, Compiled)}
DENVER: Final = ZoneInfo("America/Denver")
DELIA: Final = CustomerId(5)
TWICE: Final = CustomerId(len(EVERYBODY))
"""Delia once more, the last of all in the sample shop."""


def _ask_for_everything(desk: Desk) -> None:
    for who in [CustomerId(row.id) for row in models.Customer.select(models.Customer.id)]:
        view = desk.customers.view(who)
        orders.of_customer(who, limit=1)
        orders.of_customer(who, (1_795_000_000_000, 9), limit=2)
        conversations.of_customer(who, view.conversations.after, limit=3)
        notes.of_customer(who, None)
        notes.of_customer(who, EmployeeId(2), all_private=True)
        told.of_customer(who, "hub")
        for (said,) in models.Statement.select(models.Statement.id).where(models.Statement.customer == who).tuples():
            told.what_was_taken_back(said)
            told.taking_back(said, who)
        conversations.next_step(who, conversations.of_customer(who, limit=1), ())
        for bought in view.orders.rows:
            orders.one(bought.id)
            for number in bought.references:
                references.one(number.id)
                references.order_behind(who, number_key(number.number))
        case_list.of_customer(who, limit=1)
        for each in view.cases:
            references.of_cases([each.id], limit=1)
            references.supply([each.id], NOW.date())
            case_list.of_customer(who, (to_millis(each.opened_at), each.id))
            case_list.place(who, each.id)
            case_list.beside(who, each.id, 1)
            calling.of_numbers([each.id])
            calling.matters_of_cases([each.id])
            for call in calling.inquiries([each.id]):
                calling.inquiry(call.id)
            conversations.next_step(who, conversations.of_customer(who, limit=1), [each.id])
            promises.of_cases([each.id], NOW, DENVER)
            conversations.of_customer(who, case_ids=[each.id])
            conversations.of_cases([each.id], 3)
            conversations.count_of_cases([each.id])
            cases.numbers_taken([each.id])
            follow_ups.of_cases([each.id])
        for task in view.follow_ups:
            follow_ups.follow_up(task.id)
    promises.with_entries([row.id for row in models.Promise.select(models.Promise.id)])
    promises.case_kinds([1, 2, 3])
    for person in staff.directory():
        calling.matters_of(person.id)
    for whose in (None, *(each.id for each in staff.employees())):
        due.items(whose, NOW)
        due.counts(whose, NOW, DENVER)
        due.owed_among([CustomerId(row) for row in range(1, len(EVERYBODY))], NOW)
        for given in () if whose is None else hand_overs.waiting_for(whose):
            hand_overs.hand_over(given.id)


def _work_on_cases(desk: Desk) -> None:
    """A case watched, escalated, answered, linked and merged, so that all that is read of such finds something."""
    first, second, third = (CaseId(each) for each in (1, 3, 4))
    desk.watching.watch(first)
    desk.own_entries.undo(desk.told.say(CustomerId(1), StatementTyped("hub", "answers on Monday")))
    desk.follow_ups.add(CustomerId(1), FollowUpTyped("ask the hub", NOW.date(), case_id=first))
    margaret = desk.escalations.supervisors()[0]
    desk.escalations.escalate(first, margaret.id, "Why.")
    desk.links.link(first, third, LinkKind.RELATED)
    desk.links.merge(second, first)


def _ask_about_cases(desk: Desk) -> None:
    case = desk.cases.case(CaseId(1))
    desk.cases.history(case.id)
    desk.cases.kinds()
    desk.cases.case(CaseId(3))
    desk.links.around(case)
    desk.links.numbered(str(case.number))
    case_work.link(case.links[0].id, case.id)
    case_work.watches(case.ids, case.watchers[-1].employee_id)
    news.seen(case.watchers[-1].id)
    news.of(case.watchers[-1].employee_id)
    escalations.escalation(case.escalations[0].id)
    escalations.waiting_for(case.escalations[0].receiver_id)


def test_kept_text_finds_what_peewee_finds_that_writes_it_anew(demo_url: str) -> None:
    with closing(open_desk(demo_url, desk_name="Desk 1", employee="Stephen Okafor", clock=lambda: NOW)) as desk:
        _work_on_cases(desk)
        visit = VisitId(desk.visits.open(CustomerId(1)).subject)
        desk.duty.hand_over(CaseId(1), EmployeeId(5), "She calls at four.")
        desk.merging.merge(MergeTyped(DELIA, TWICE, {DELIA: 1, TWICE: 1}))
        models.Conversation.update(next_step="call them").where(models.Conversation.customer == 1).execute()
        with compiled_asked() as asked:
            _ask_for_everything(desk)
            _ask_about_cases(desk)
            visits.visit(visit)
            merges.desks_serving(CustomerId(1))
            merges.merge_of(TWICE)
            people.survivor(TWICE)
            staff.names()
        found = set()
        for query, values in asked:
            plain = tuples(query.query(*values))
            assert query.tuples(*values) == plain
            assert query.dicts(*values) == dicts(query.query(*values))
            if plain:
                found.add(query)
    assert {each.query.__name__ for each in KEPT - found} == set()


def _values(store: Store, query: Compiled, *values: Any) -> list[Any]:
    with watched(store.database) as ran:
        query.tuples(*values)
    ((_, parameters),) = ran.statements
    return list(parameters)


_TALK: Final = models.Conversation


def test_what_is_bound_is_converted_as_its_column_converts_it(demo: Store) -> None:
    talks = compiled(lambda who, since: _TALK.select(_TALK.id).where(_TALK.customer == who, _TALK.at >= since))
    since = NOW - timedelta(days=90)
    assert _values(demo, talks, models.Customer(id=1), since) == [1, int(since.timestamp() * 1000)]


def test_a_missing_value_makes_another_query(demo: Store) -> None:
    about = compiled(lambda case: _TALK.select(_TALK.id).where(_TALK.case == case))
    assert len(about.tuples(None)) == _TALK.select().where(_TALK.case.is_null()).count() > 0
    assert len(about.tuples(1)) == _TALK.select().where(_TALK.case == 1).count() > 0


HOSTILE = 'it\'s "so" \\ [red] \x1b[2J \x00 \n 漢字 \U0001f468\u200d\U0001f469 null'


def test_all_rows_come_at_once_as_they_come_one_by_one(demo: Store) -> None:
    told = HOSTILE if isinstance(demo.database, SqliteDatabase) else HOSTILE.replace("\0", "")
    _TALK.update(summary=told).where(_TALK.id == 1).execute()
    columns = (_TALK.id, _TALK.summary, _TALK.case, fn.COUNT(_TALK.id))
    talks = compiled(lambda least: _TALK.select(*columns).where(_TALK.id >= least).group_by(*columns[:3]))
    found = sorted(map(list, talks.at_once(1)))
    assert found == sorted(map(list, talks.tuples(1)))
    assert (found[0][1], len(found)) == (told, _TALK.select().count())
    assert talks.at_once(10**9) == []


def test_a_list_may_have_any_length(demo: Store) -> None:
    among = compiled(lambda ids: _TALK.select(_TALK.id).where(_TALK.id.in_(ids)).order_by(_TALK.id))
    for length in (0, 1, 2, 3, 5, 64, 65, 1500):
        wanted = list(range(1, length + 1))
        assert [row[0] for row in among.tuples(wanted)] == wanted
    assert len(_values(demo, among, list(range(33)))) == 64
    assert len(_values(demo, among, list(range(1500)))) == 1500


def test_a_text_is_written_once_for_many_calls_and_threads(demo: Store, demo_url: str) -> None:
    written = []

    @compiled
    def customer(who: Any) -> Any:
        written.append(who)
        return models.Customer.select(models.Customer.id).where(models.Customer.id == who)

    def ask(who: int) -> list[tuple[Any, ...]]:
        demo.connect()
        found = customer.tuples(who)
        demo.close()
        return found

    assert customer.tuples(1) == [(1,)]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(ask, range(1, 60))) == [[(who,)] for who in range(1, 60)]
    assert len(written) == 1


def test_a_value_that_the_query_does_not_ask_with_is_refused(demo: Store) -> None:
    forgetful = compiled(lambda who, case: _TALK.select(_TALK.id).where(_TALK.customer == who))
    with pytest.raises(AssertionError, match="not bound"):
        forgetful.tuples(1, 2)
