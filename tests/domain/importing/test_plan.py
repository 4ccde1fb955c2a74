from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.importing.incoming import Tally
from deskui.domain.importing.memory import Last
from deskui.domain.importing.merge import Person
from deskui.domain.importing.orders import name_key, plan_orders
from deskui.domain.importing.people import Kept, People
from deskui.domain.importing.plan import plan_customers
from tests.domain.importing.import_rows import last, order, row

if TYPE_CHECKING:
    from deskui.domain.importing.plan import Planned
    from deskui.domain.prepared import PreparedCustomer

MAIL = ("email", "home@example.org")


def planned(
    *rows: PreparedCustomer, before: dict[str, Last] | None = None, kept: dict[int, Person] | None = None
) -> Planned:
    return plan_customers(rows, before or {}, People(Kept(kept or {})), str.casefold)


def ada(**columns: str) -> Person:
    return Person(1, folded="ada", columns={"name": "Ada", **columns})


def test_people_are_told_apart_and_remembered_by_their_keys() -> None:
    plan = planned(row("Ada", MAIL), row("Ben", MAIL))
    assert plan.tally == Tally(new=2)
    assert [person.columns["name"] for person in plan.new] == ["Ada", "Ben"]
    assert [one.key for one in plan.remembered] == ["reach:home@example.org|ada", "reach:home@example.org|ben"]


def test_what_says_the_same_as_last_time_is_left_alone() -> None:
    said = row("Ada", MAIL)
    plan = planned(said, before={said.key: last(said)}, kept={1: ada()})
    assert plan.tally == Tally(unchanged=1)
    assert (plan.new, plan.changed, plan.remembered) == ((), (), ())


def test_what_changed_in_the_file_changes_whom_it_was_imported_as() -> None:
    then, now = row("Ada", MAIL, tier="silver"), row("Ada", MAIL, tier="gold")
    plan = planned(now, before={then.key: last(then, id=5)}, kept={1: ada(tier="silver")})
    assert plan.tally == Tally(updated=1)
    assert [person.changed for person in plan.changed] == [{"tier": "gold"}]
    assert [(one.id, one.text) for one in plan.remembered] == [(5, now.text)]


def test_a_customer_who_was_withdrawn_stays_so_and_the_change_is_remembered() -> None:
    then, now = row("Ada", MAIL, tier="silver"), row("Ada", MAIL, tier="gold")
    plan = planned(now, before={then.key: last(then)})
    assert plan.tally == Tally(unchanged=1)
    assert (plan.new, [one.person for one in plan.remembered]) == ((), [None])


def test_one_number_in_two_lists_is_two_people_unless_name_or_address_is_the_same() -> None:
    then = row("Ada", MAIL, id="1")
    other = row("Ben", ("email", "ben@example.org"), id="1")
    plan = planned(other, before={then.key: last(then)}, kept={1: ada()})
    assert plan.tally == Tally(new=1)
    assert [one.key for one in plan.remembered] == ["id:1~ben"]
    renamed = planned(row("Ada Brown", MAIL, id="1"), before={then.key: last(then)}, kept={1: ada()})
    assert renamed.tally == Tally(updated=1)


def test_a_row_about_the_person_of_an_earlier_one_is_merged() -> None:
    plan = planned(row("Ada", MAIL), row("Ada", MAIL, times=2, tier="gold"))
    assert plan.tally == Tally(new=1, merged=1)
    assert plan.new[0].columns["tier"] == "gold"


def test_who_was_met_in_an_earlier_chunk_of_the_file_is_merged_too() -> None:
    then, now = row("Ada", MAIL), row("Ada", MAIL, times=2, tier="gold")
    before, met = {then.key: last(then)}, ada()
    assert planned(now, before=before, kept={1: met}).tally == Tally(updated=1)
    met.met = True
    assert planned(row("Ada", MAIL, times=3, company="Acme"), before=before, kept={1: met}).tally == Tally(merged=1)
    assert planned(then, before=before, kept={1: ada()}).about == {1}


def test_rows_that_share_a_bare_name_are_one_person_only_when_they_are_equal() -> None:
    city = {"custom": {"City": "Denver"}}
    assert len(planned(row("Ada", **city), row("Ada", **city, times=2)).new) == 1
    assert len(planned(row("Ada", **city), row("Ada", times=2)).new) == 2


def test_an_order_is_new_changed_the_same_or_twice_in_the_file() -> None:
    buyer = row("Ada", MAIL)
    before = {"1": last(order("1", buyer), order=4), "2": last(order("2", buyer), order=5)}
    orders = [
        order("1", buyer),
        order("2", buyer, status="refunded"),
        order("3", buyer),
        order("3", buyer, status="torn", repeated=True),
    ]
    plan = plan_orders(orders, before, People(Kept()), lambda _: set())
    assert [one.key for one, _ in plan.new] == ["3"]
    assert [(one.key, found.order) for one, found in plan.changed] == [("2", 5)]
    assert (plan.unchanged, [refused.line for refused in plan.refused]) == (1, [7])


def test_orders_by_a_bare_name_go_to_the_only_namesake_and_else_to_one_new_customer() -> None:
    by_name = [order("1", row("Ada")), order("2", row("Ada"))]
    assert {who for _, who in plan_orders(by_name, {}, People(Kept()), lambda _: {9}).new} == {9}
    plan = plan_orders(by_name, {}, People(Kept()), lambda _: {8, 9})
    assert len(plan.buyers) == 1
    assert {who for _, who in plan.new} == set(plan.buyers)
    assert [key for key, _ in plan.by_name] == [name_key(row("Ada"))]
    known = {name_key(row("Ada")): Last(1, "", "{}", 3)}
    assert {who for _, who in plan_orders(by_name, known, People(Kept()), lambda _: {8, 9}).new} == {3}
