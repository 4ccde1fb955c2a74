"""What the journal finds, beside a look at all entries, and how few of them it looks at."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from deskui.domain.journal.asked import JournalAsked
from deskui.domain.typed import FollowUpTyped, NoteTyped
from deskui.store.models import Journal
from deskui.store.reads import journal_pages
from tests.desk.counter import DAY, HOUR
from tests.store.spying import full_scans, plan, watched

if TYPE_CHECKING:
    from tests.desk.counter import Counter

VERBS = ("note.write", "customer.create", "visit.open", "follow_up.add", "pin.set")


@pytest.fixture
def busy(counter: Counter) -> Counter:
    """A desk at which much was done, by several people, some of it at the same instant."""
    rng, desk = Random(1), counter.desk
    people = [counter.customer(f"Customer {row}") for row in range(4)]
    for step in range(60):
        desk.post.act_as(rng.choice([counter.ada, counter.ben]))
        match rng.randrange(3):
            case 0:
                desk.follow_ups.add(rng.choice(people), FollowUpTyped(f"call {step}", counter.now.date()))
            case _:
                desk.notes.write(rng.choice(people), NoteTyped(f"note {step}"))
        counter.tick(rng.choice([0, 0, 1, 30]) * HOUR)
    desk.post.act_as(counter.ada)
    return counter


def expected(asked: JournalAsked, between: Any) -> list[int]:
    """The numbers of the entries, from all there are."""
    found = [
        (each.at, each.id)
        for each in Journal.select()
        if (not asked.customers or each.customer in asked.customers)
        and (not asked.employees or each.employee in asked.employees)
        and (not asked.verbs or each.verb in asked.verbs)
        and (between is None or between[0] <= each.at < between[1])
    ]
    return [number for _, number in sorted(found, reverse=True)]


@pytest.mark.parametrize("seed", range(10))
def test_page_after_page_finds_what_looking_at_every_entry_finds(busy: Counter, seed: int) -> None:
    rng = Random(seed)
    people = [row[0] for row in Journal.select(Journal.customer).distinct().tuples() if row[0]]
    for _ in range(6):
        asked = JournalAsked(
            customers=tuple(rng.sample(people, rng.choice([0, 0, 1, 2]))),
            employees=tuple(rng.sample([busy.ada.id, busy.ben.id, busy.paul.id], rng.choice([0, 1, 2]))),
            verbs=tuple(rng.sample(VERBS, rng.choice([0, 1, 3]))),
        )
        began = busy.now - rng.randrange(20) * DAY
        between = rng.choice([None, (began, began + DAY)])
        found, after = [], None
        while True:
            page = journal_pages.page(asked, between, after, rng.choice([1, 2, 7, 50]))
            found += [each.number for each in page.rows]
            if (after := page.after) is None:
                break
        assert found == expected(asked, between)


@pytest.mark.parametrize(
    ("typed", "index"),
    [
        ("", "journal_at_id"),
        ("merged", "journal_verb_at_id_employee_id (verb=?"),
        ("note", "journal_verb_at_id_employee_id (verb=?"),
        ("ada", "journal_employee_id_at_id (employee_id=?"),
        ("ben note", "journal_verb_at_id_employee_id (verb=?"),
        ("C-1 note ben", "journal_customer (customer=?"),
    ],
)
@pytest.mark.embedded("about its plans")
def test_a_search_goes_down_one_index_and_sorts_no_more_than_it_found(busy: Counter, typed: str, index: str) -> None:
    database = busy.desk.store.database
    number = busy.desk.customers.view(busy.customer("Vera Pye")).customer.number
    asked = busy.desk.journal.asked(typed.replace("C-1", number))
    with watched(database) as ran:
        busy.desk.journal.page(asked)
    (search,) = ((sql, values) for sql, values in ran.statements if "undone_verb" in sql)
    steps = plan(database, *search)
    assert any(index in step for step in steps), steps
    assert not any(step.startswith("SCAN t1") and typed for step in steps), steps
    inside = [at for at, step in enumerate(steps) if "TEMP B-TREE" in step]
    assert inside in ([], [len(steps) - 1]), steps
    assert [each for each in full_scans(database, ran) if "USING INDEX" not in each and "SCAN part" not in each] == []
