"""However many cases a customer has, and a case numbers, a view is read by the same statements off indexes."""

from __future__ import annotations

import random
from contextlib import closing
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from deskui.desk.opening import open_desk
from deskui.domain.arrivals import supply
from deskui.domain.ids import CaseId, CustomerId
from deskui.domain.profile import Profile
from deskui.store import models
from deskui.store.reads import case_list, references
from tests.conftest import NOW
from tests.crowd import crowd
from tests.store.spying import full_scans, steps, watched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.desk.desk import Desk

TODAY = NOW.date()
LISTED = ("case_listed_open", "case_listed_closed")


@pytest.fixture
def desk(url: str) -> Iterator[Desk]:
    with closing(open_desk(url, clock=lambda: NOW)) as made:
        made.shop.set_up("Alder", "Desk 1", "Ada", zone="America/Denver")
        yield made


def customer_with(desk: Desk, name: str, cases: int, numbers: int) -> tuple[CustomerId, CaseId, CaseId]:
    who = CustomerId(desk.customers.create(Profile(name)).subject)
    return (who, *crowd(desk.store.database, who, cases, numbers))


def test_a_view_of_ten_thousand_cases_takes_few_more_statements_than_one_of_ten_and_none_reads_them_all(
    desk: Desk,
) -> None:
    few, many = (customer_with(desk, name, *size) for name, size in (("Few", (10, 10)), ("Many", (10_000, 500))))
    counts = []
    for who, newest, oldest in (few, many):
        for case in (newest, oldest):
            with watched(desk.store.database) as ran:
                view = desk.customers.view(who, case)
            assert full_scans(desk.store.database, ran) == []
            assert len(view.cases) <= 50
            assert view.case is not None
            assert len(view.case.references) <= 50
            counts.append(len(ran))
    newest_of_few, oldest_of_few, newest_of_many, oldest_of_many = counts
    assert newest_of_few - oldest_of_few == 0
    assert newest_of_many - newest_of_few == 4, "how many cases, how many numbers, and what is on order"
    assert oldest_of_many - oldest_of_few <= 5, "and which place it has"


@pytest.mark.embedded("the plans of a server depend on its statistics")
def test_the_list_and_each_step_in_it_are_read_off_the_indexes_without_sorting(desk: Desk) -> None:
    who, newest, oldest = customer_with(desk, "Many", 300, 0)
    with watched(desk.store.database) as ran:
        page = case_list.of_customer(who)
        case_list.of_customer(who, page.after)
        for case in (newest, oldest):
            case_list.place(who, case)
            case_list.beside(who, case, 1)
            case_list.beside(who, case, -1)
    for sql, params in ran.statements:
        steps = [row[-1] for row in desk.store.database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", params).fetchall()]
        assert all("TEMP B-TREE" not in each for each in steps), sql
        assert all(any(name in each for name in (*LISTED, "PRIMARY KEY")) for each in steps), (sql, steps)


@pytest.mark.embedded("counts the steps of its machine")
def test_a_crowd_costs_no_more_than_counting_it(desk: Desk) -> None:
    few, many = (customer_with(desk, name, *size) for name, size in (("Few", (10, 10)), ("Many", (10_000, 500))))

    takes = {
        who: steps(desk.store.database, lambda w=who, c=newest: desk.customers.view(w, c))
        for who, newest, _ in (few, many)
    }
    assert takes[many[0]] - takes[few[0]] < 12 * 10_000, "her cases are counted, and none of them is read"


@pytest.mark.parametrize("limit", [1, 3, 7, 50])
def test_pages_put_together_and_steps_one_after_the_other_are_the_whole_list(desk: Desk, limit: int) -> None:
    who, _, _ = customer_with(desk, "Some", 23, 0)
    wanted = in_order(who)
    listed, after = [], None
    while True:
        page = case_list.of_customer(who, after, limit)
        assert page.total == (23 if after is None else None)
        listed += [each.id for each in page.rows]
        if (after := page.after) is None:
            break
    assert listed == wanted
    assert [case_list.place(who, each) for each in wanted] == list(range(1, 24))
    for step in (1, -1):
        around = [wanted[0]]
        for _ in wanted:
            around.append(case_list.beside(who, around[-1], step))  # type: ignore[arg-type]
        assert around == [wanted[place * step % 23] for place in range(24)]


def in_order(who: CustomerId) -> list[CaseId]:
    """The cases as they are to be listed, sorted here."""
    rows = models.Case.select().where(models.Case.customer == who, models.Case.withdrawn_at.is_null())
    found = sorted(rows, key=lambda each: (each.status == "closed", -each.opened_at.timestamp(), -each.id))
    return [each.id for each in found]


def test_cases_opened_at_the_same_moment_are_neither_lost_nor_shown_twice(desk: Desk) -> None:
    who, _, _ = customer_with(desk, "Some", 20, 0)
    models.Case.update(opened_at=NOW).execute()
    listed, after = [], None
    while True:
        page = case_list.of_customer(who, after, 3)
        listed += [each.id for each in page.rows]
        if (after := page.after) is None:
            break
    assert listed == in_order(who)
    assert len(set(listed)) == 20


def test_a_case_of_somebody_else_or_one_taken_back_has_no_place(desk: Desk) -> None:
    who, newest, _ = customer_with(desk, "Some", 3, 0)
    other, theirs, _ = customer_with(desk, "Other", 3, 0)
    assert (case_list.place(who, theirs), case_list.beside(other, newest, 1)) == (0, None)
    models.Case.update(withdrawn_at=NOW).where(models.Case.id == newest).execute()
    assert case_list.place(who, newest) == 0
    assert desk.customers.view(who, newest).case_place == (1, 2)
    assert desk.customers.view(who, theirs).case_place == (1, 2)


@pytest.mark.parametrize("seed", range(8))
def test_what_is_on_order_is_counted_as_if_all_numbers_were_read(desk: Desk, seed: int) -> None:
    """The statements and the rule say the same, whatever the numbers are."""
    chance = random.Random(seed)
    _, case, _ = customer_with(desk, "Some", 1, 120)
    few = chance.choice((1, 5, 60, 120))

    def day() -> date | None:
        return chance.choice((None, TODAY + timedelta(days=chance.randrange(-4, 5))))

    for row in models.Reference.select(models.Reference.id):
        models.Reference.update(
            kind=chance.choice(("PO", "receipt", "tracking")),
            supplier=chance.choice(("", "", "Alder")),
            expected=day(),
            received=day() if chance.random() < few / 120 else None,
            withdrawn_at=chance.choice((None, None, NOW)),
        ).where(models.Reference.id == row.id).execute()
    every = references.of_cases([case], limit=1000).rows
    assert references.supply([case], TODAY) == supply(every, TODAY)


def test_pages_of_numbers_put_together_are_all_of_them(desk: Desk) -> None:
    _, case, _ = customer_with(desk, "Some", 1, 23)
    seen, after = [], None
    while True:
        page = references.of_cases([case], after, 5)
        assert page.total == (23 if after is None else None)
        seen += [each.number for each in page.rows]
        if (after := page.after) is None:
            break
    assert seen == [f"PO {7000 + row}" for row in range(1, 24)]
