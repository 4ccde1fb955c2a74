"""The call list is read off indexes: one statement a rule and one for each question, in a shop of any size."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from deskui.demo.shop import make_demo
from deskui.desk.opening import open_desk
from deskui.domain.outreach.rule import RuleKind, RuleTyped
from deskui.store import models
from deskui.store.reads import outreach, outreach_people, outreach_rules
from tests.conftest import NOW
from tests.store.spying import full_scans, plan, watched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.desk.desk import Desk


@pytest.fixture
def desk(url: str) -> Iterator[Desk]:
    make_demo(url, 400, now=NOW)
    with closing(open_desk(url, employee="Margaret Liu", clock=lambda: NOW)) as opened:
        yield opened


@pytest.mark.parametrize("kind", RuleKind)
@pytest.mark.parametrize("tiers", ["", "premier", "premier, gold"])
def test_whom_a_rule_finds_is_read_off_indexes(desk: Desk, kind: RuleKind, tiers: str) -> None:
    with watched(desk.store.database) as ran:
        desk.outreach.rules.would_list(RuleTyped("x", kind, "30" if kind is not RuleKind.CLOSED else "5", tiers))
    assert len(ran) <= 4, [sql for sql, _ in ran.statements]
    assert full_scans(desk.store.database, ran) == []


def test_the_whole_list_takes_as_many_statements_for_many_as_for_few(desk: Desk) -> None:
    counts = []
    for _ in range(2):
        with watched(desk.store.database) as ran:
            listed = desk.outreach.list()
        counts.append((len(ran), len(listed.calls) > 3))
        assert full_scans(desk.store.database, ran) == []
        models.OutreachFact.update(met_at=NOW).execute()
    assert counts[0][1]
    assert not counts[1][1]
    assert counts[0][0] <= 18
    assert counts[1][0] <= counts[0][0]


@pytest.mark.parametrize("tiers", ["", "premier"])
@pytest.mark.embedded("about its plans")
def test_what_runs_out_first_is_found_without_sorting_all_that_runs_out(desk: Desk, tiers: str) -> None:
    database = desk.store.database
    with watched(database) as ran:
        desk.outreach.rules.would_list(RuleTyped("x", RuleKind.BENEFIT, "30", tiers))
    (steps,) = (plan(database, *each) for each in ran.statements if 'FROM "benefit"' in each[0])
    assert "SEARCH t1 USING INDEX benefit_expires_id (expires>? AND expires<?)" in steps
    assert steps == [step for step in steps if "TEMP B-TREE" not in step]


@pytest.mark.parametrize("tiers", [[], ["premier"]])
@pytest.mark.embedded("about its plans")
def test_who_was_not_heard_of_for_longest_is_found_without_sorting_everybody(desk: Desk, tiers: list[str]) -> None:
    database = desk.store.database
    values = (NOW.date(), NOW, tiers or None, [], 10)
    with watched(database) as ran:
        outreach._not_heard_of.tuples(*values)
    ((sql, params),) = ran.statements
    steps = [row[-1] for row in database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", params).fetchall()]
    assert steps == [step for step in steps if "TEMP B-TREE" not in step]
    assert any("outreach_fact_" in step for step in steps)


def test_what_has_to_be_known_of_those_found_is_one_statement_each(desk: Desk) -> None:
    who = [each.customer_id for each in desk.outreach.list().calls]
    for read in (
        lambda: outreach_people.parties(who),
        lambda: outreach_people.numbers(who),
        lambda: outreach_people.met(who),
        lambda: outreach_people.claims(who, NOW),
        lambda: outreach_people.last_tries(who),
        lambda: outreach_people.worked(None, NOW),
        lambda: outreach_rules.rules(),
    ):
        with watched(desk.store.database) as ran:
            read()
        assert len(ran) == 1
        assert full_scans(desk.store.database, ran) == []
