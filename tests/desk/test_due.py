"""What is due and what we owe: read from small tables that are exactly what a slow look at everything finds."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import pytest

from deskui.domain.case import CaseStatus
from deskui.domain.conversation import Channel, Direction
from deskui.domain.due.contact_balance import balance
from deskui.domain.due.due_list import Counts, DueGroup, DueKind, Share, group_of
from deskui.domain.due.follow_up import FollowUpKind
from deskui.domain.due.owed import Met, customer_balance
from deskui.domain.promises.standing import Outcome, standing
from deskui.domain.typed import ConversationTyped, FollowUpTyped, PromiseTyped
from deskui.errors import Conflict, DeskError, NotAllowed
from deskui.store import models
from deskui.store.reads import promises as reads
from deskui.store.writes import derived
from tests.desk.counter import DAY, HOUR
from tests.store.spying import SMALL, full_scans, watched

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.ids import CaseId, CustomerId
    from deskui.domain.staff import Employee
    from tests.desk.counter import Counter


def _contact(
    counter: Counter,
    whom: CustomerId,
    direction: Direction = Direction.IN,
    *,
    case: CaseId | None = None,
    reached: bool = True,
    channel: Channel = Channel.PHONE,
) -> None:
    counter.tick(HOUR)
    typed = ConversationTyped("About the parcel", channel, direction, reached, case_id=case)
    counter.desk.conversations.log(whom, typed)


def _owed(counter: Counter) -> tuple[int, int]:
    return counter.desk.due.counts().we_owe


def test_a_call_is_owed_after_two_contacts_until_we_reach_them(counter: Counter) -> None:
    whom = counter.customer()
    _contact(counter, whom)
    assert _owed(counter) == (0, 0)
    _contact(counter, whom)
    assert _owed(counter) == (1, 1)
    (call,) = counter.desk.due.list()
    assert (call.kind, call.customer, call.times, call.owner) == (DueKind.CALL, "Shari Caldwell", 2, "Ada")
    assert counter.desk.customers.view(whom).balance.owed  # type: ignore[union-attr]
    _contact(counter, whom, Direction.OUT, reached=False)
    assert _owed(counter) == (1, 1)
    _contact(counter, whom, Direction.OUT)
    assert (_owed(counter), counter.desk.due.list()) == ((0, 0), ())
    counter.undo()
    assert _owed(counter) == (1, 1)


def test_a_contact_of_theirs_at_the_very_moment_we_reach_them_is_answered_by_that(counter: Counter) -> None:
    whom = counter.customer()
    _contact(counter, whom)
    counter.desk.conversations.log(whom, ConversationTyped("Told her", Channel.PHONE, Direction.OUT))
    _contact(counter, whom)
    assert (_owed(counter), counter.desk.due.list()) == ((0, 0), ())


def test_going_to_them_at_the_counter_answers_a_call_we_owe(counter: Counter) -> None:
    whom = counter.customer()
    for _ in range(2):
        _contact(counter, whom)
    _contact(counter, whom, Direction.OUT, channel=Channel.COUNTER)
    assert (_owed(counter), counter.desk.due.list()) == ((0, 0), ())


def test_two_cases_of_a_customer_that_wait_for_a_call_are_one_call_owed(counter: Counter) -> None:
    whom = counter.customer()
    newer, waits_longest = counter.case(whom), counter.case(whom)
    for case in (waits_longest, newer):
        for _ in range(2):
            _contact(counter, whom, case=case)
    assert _owed(counter) == (1, 1)
    assert [(each.customer_id, each.case_id) for each in counter.desk.due.list()] == [(whom, waits_longest)]


def test_the_owner_of_the_case_owes_the_call_and_a_closed_case_none(counter: Counter) -> None:
    whom = counter.customer()
    case = counter.case(whom, owner=counter.paul)
    for _ in range(3):
        _contact(counter, whom, case=case, channel=Channel.COUNTER)
    assert _owed(counter) == (0, 1)
    (call,) = counter.desk.due.list(counter.paul)
    assert (call.what, call.case_id, call.times) == ("Missing parcel", case, 3)
    counter.desk.duty.hand_over(case, counter.ada.id, "")
    assert _owed(counter) == (1, 1)
    _contact(counter, whom, Direction.OUT, case=case)
    assert _owed(counter) == (0, 0)
    _contact(counter, whom, case=case)
    _contact(counter, whom, case=case)
    shown = counter.desk.cases.case(case)
    assert shown.balance is not None
    assert (shown.balance.theirs, shown.balance.ours_reached, shown.balance.owed) == (5, 1, True)
    _contact(counter, whom, Direction.OUT)
    assert _owed(counter) == (1, 1)
    counter.desk.cases.close(counter.desk.cases.case(case), "Found.")
    assert _owed(counter) == (0, 0)
    counter.undo()
    assert _owed(counter) == (1, 1)


def test_visits_to_the_counter_outside_a_case_leave_no_call_owed(counter: Counter) -> None:
    whom = counter.customer()
    for _ in range(3):
        _contact(counter, whom, channel=Channel.COUNTER)
    assert _owed(counter) == (0, 0)
    assert counter.desk.customers.view(whom).balance.theirs == 3  # type: ignore[union-attr]


def test_contacts_with_the_customer_as_a_whole_count_for_ninety_days(counter: Counter) -> None:
    whom = counter.customer()
    _contact(counter, whom)
    counter.tick(DAY)
    _contact(counter, whom)
    counter.tick(89 * DAY - HOUR)
    assert _owed(counter) == (1, 1)
    counter.tick(HOUR)
    assert _owed(counter) == (0, 0)


def test_a_broken_promise_is_overdue_until_it_is_settled(counter: Counter) -> None:
    whom = counter.customer()
    row = counter.desk.promises.make(whom, PromiseTyped("call back today 17:00")).subject
    counter.desk.act_as(counter.ben)
    assert counter.desk.due.counts() == Counts(Share(0, 1), Share(0, 0), Share(0, 0))
    assert counter.desk.due.counts(counter.ada) == Counts(Share(1, 1), Share(0, 0), Share(0, 0))
    counter.now = counter.desk.promises.one(row).due  # type: ignore[arg-type]
    assert counter.desk.due.counts(counter.ada) == Counts(Share(1, 1), Share(0, 0), Share(0, 0))
    counter.tick(timedelta(milliseconds=1))
    assert counter.desk.due.counts(counter.ada) == Counts(Share(0, 0), Share(1, 1), Share(0, 0))
    counter.desk.promises.keep(row)  # type: ignore[arg-type]
    assert counter.desk.due.counts(counter.ada) == Counts(Share(0, 0), Share(0, 0), Share(0, 0))


def test_nothing_is_due_of_a_customer_who_is_no_longer_kept(counter: Counter) -> None:
    whom = counter.customer()
    counter.desk.promises.make(whom, PromiseTyped("call back today 17:00"))
    counter.desk.follow_ups.add(whom, FollowUpTyped("ask the hub", counter.day("today")))
    for _ in range(2):
        _contact(counter, whom)
    models.Customer.update(withdrawn_at=counter.now).execute()
    assert counter.desk.due.list() == ()
    assert counter.desk.due.counts() == Counts(Share(0, 0), Share(0, 0), Share(0, 0))


def test_outreach_is_due_beside_other_follow_ups_and_settles_as_they_do(counter: Counter) -> None:
    whom = counter.customer()
    counter.desk.follow_ups.add(whom, FollowUpTyped("ask the hub", counter.day("today")))
    row = counter.desk.follow_ups.add(
        whom, FollowUpTyped("how is the laptop?", counter.day("today"), kind=FollowUpKind.OUTREACH)
    )
    assert [(each.kind, each.what) for each in counter.desk.due.list(counter.ada)] == [
        (DueKind.FOLLOW_UP, "ask the hub"),
        (DueKind.OUTREACH, "how is the laptop?"),
    ]
    assert [each.kind for each in counter.desk.follow_ups.of_customer(whom)] == ["task", "outreach"]
    assert counter.desk.due.counts() == Counts(Share(2, 2), Share(0, 0), Share(0, 0))
    counter.desk.follow_ups.settle(row.subject, 1)  # type: ignore[arg-type]
    assert [each.what for each in counter.desk.due.list()] == ["ask the hub"]


def test_a_promise_says_how_often_it_was_moved_less_what_was_taken_back(counter: Counter) -> None:
    row = counter.desk.promises.make(counter.customer(), PromiseTyped("call back tomorrow 17:00")).subject

    def moved() -> int:
        (promise,) = counter.desk.due.list()
        return promise.moved

    assert moved() == 0
    for day in (2, 3):
        counter.desk.promises.move(row, counter.now + day * DAY, "the hub is late", True)  # type: ignore[arg-type]
    assert moved() == 2
    counter.undo()
    assert moved() == 1
    counter.desk.promises.keep(row)  # type: ignore[arg-type]
    counter.undo()
    assert moved() == 1


def test_my_list_begins_with_what_was_handed_to_me_until_i_acknowledge_it(counter: Counter) -> None:
    case = counter.case(counter.customer())
    counter.desk.duty.hand_over(case, counter.ben.id, "She prefers text.")
    assert counter.desk.due.mine() == ()
    counter.desk.act_as(counter.ben)
    (given,) = counter.desk.due.mine()
    assert given.given is not None
    assert (given.kind, given.customer, given.what) == (DueKind.HAND_OVER, "Shari Caldwell", "Missing parcel")
    assert (given.given.giver, given.given.note) == ("Ada", "She prefers text.")
    assert group_of(given, counter.now, counter.desk.session.zone) is DueGroup.HANDED
    counter.desk.due.settle(given)
    assert counter.desk.due.mine() == ()
    with pytest.raises(NotAllowed, match="acknowledged already"):
        counter.desk.due.settle(given)


def test_whatever_is_due_settles_in_its_own_way_and_once(counter: Counter) -> None:
    whom = counter.customer()
    counter.desk.promises.make(whom, PromiseTyped("call back tomorrow 17:00"))
    counter.desk.follow_ups.add(whom, FollowUpTyped("ask the hub", counter.day("fri")))
    counter.desk.follow_ups.add(
        whom, FollowUpTyped("how is the laptop?", counter.day("fri"), kind=FollowUpKind.OUTREACH)
    )
    listed = counter.desk.due.mine()
    assert len({each.key for each in listed}) == 3
    for each in listed:
        counter.desk.due.settle(each)
    assert counter.desk.due.mine() == ()
    for each in listed:
        with pytest.raises((NotAllowed, Conflict)):
            counter.desk.due.settle(each)
    for _ in listed:
        counter.undo()
    assert [each.key for each in counter.desk.due.mine()] == [each.key for each in listed]


def test_a_call_we_owe_is_settled_by_reaching_them_alone(counter: Counter) -> None:
    whom = counter.customer()
    for _ in range(2):
        _contact(counter, whom)
    (call,) = counter.desk.due.mine()
    with pytest.raises(NotAllowed, match="Reaching them settles a call we owe; c logs it"):
        counter.desk.due.settle(call)
    _contact(counter, whom, Direction.OUT)
    assert counter.desk.due.mine() == ()


def test_five_dates_and_ten_calls_without_one_of_ours_cannot_be_edited_away_and_owe_a_call(counter: Counter) -> None:
    whom = counter.customer("Marguerite Dubois")
    case = counter.case(whom, "kitchen", counter.paul)
    row = counter.desk.promises.make(whom, PromiseTyped("kitchen fri 5pm", kind="delivery", case_id=case)).subject
    for week in range(1, 5):
        for _ in range(2):
            _contact(counter, whom, case=case)
        counter.tick(7 * DAY - 2 * HOUR)
        counter.desk.promises.move(row, counter.now + 4 * DAY, f"supplier, week {week}", False)  # type: ignore[arg-type]
    for _ in range(2):
        _contact(counter, whom, case=case)
    counter.tick(30 * DAY)
    shown = counter.desk.cases.case(case)
    assert shown.balance is not None
    assert (shown.balance.theirs, shown.balance.ours_reached, shown.balance.owed) == (10, 0, True)
    assert shown.since_promise == shown.balance
    (promise,) = shown.promises
    assert promise.first_said == "first said Fri 27 Nov 2026 17:00, moved 4x after it was broken"
    assert promise.standing.outcome is Outcome.BROKEN
    assert [each.reason for each in promise.entries] == [f"supplier, week {week}" for week in range(1, 5)]
    assert counter.desk.due.counts(counter.paul) == Counts(Share(0, 0), Share(1, 1), Share(1, 1))
    assert [(group, len(items)) for group, items in counter.groups()] == [(DueGroup.OVERDUE, 1), (DueGroup.TODAY, 1)]


class Slow(NamedTuple):
    """What a look at every row finds: the due items of each owner, and the customers owed a call by owner."""

    promises: list[tuple[int, int | None, datetime, int]]
    tasks: list[tuple[int, int | None, date]]
    owed: dict[int, set[int | None]]


def _slowly(counter: Counter) -> Slow:
    owners = dict(models.Case.select(models.Case.id, models.Case.owner).tuples())
    every = reads.with_entries([row.id for row in models.Promise.select()])
    promised = []
    for promise, behind in every:
        found = standing(promise, behind, counter.now)
        if found.outcome in (Outcome.OPEN, Outcome.BROKEN):
            owner = owners.get(promise.case_id) or promise.made_by_id  # type: ignore[arg-type]
            promised.append((int(promise.id), owner, found.due, found.moved))
    tasks = [
        (row.id, row.owner, row.due_on)
        for row in models.FollowUp.select()
        if row.settled_at is None and row.withdrawn_at is None
    ]
    return Slow(promised, tasks, _owed_slowly(counter.now, owners))


def _owed_slowly(now: datetime, owners: dict[int, int]) -> dict[int, set[int | None]]:
    talks = [row for row in models.Conversation.select() if row.withdrawn_at is None]
    talks.sort(key=lambda row: (row.at, row.id))
    owed: dict[int, set[int | None]] = {}
    for case in models.Case.select():
        own = [row for row in talks if row.case == case.id]
        contacts = [(Direction(row.direction), row.reached, row.at) for row in own]
        if case.withdrawn_at is None and case.status != "closed" and balance(contacts, None).owed:
            owed.setdefault(case.customer, set()).add(owners[case.id])
    for customer in models.Customer.select():
        own = [row for row in talks if row.customer == customer.id]
        met = [Met(Direction(row.direction), row.reached, row.at, Channel(row.channel), row.case) for row in own]
        if customer.id not in owed and customer_balance(met, now).owed:
            asking = [row for row in own if row.direction == "in" and (row.case or row.channel != "counter")]
            owed[customer.id] = {asking[-1].employee}
    return owed


def _counted(slow: Slow, counter: Counter, me: int) -> Counts:
    now, zone = counter.now, counter.desk.session.zone
    today = now.astimezone(zone).date()

    def count(mine: bool, late: bool) -> int:
        dues = [due for _, owner, due, _ in slow.promises if not mine or owner == me]
        days = [day for _, owner, day in slow.tasks if not mine or owner == me]
        if late:
            return sum(due < now for due in dues) + sum(day < today for day in days)
        ahead = (due for due in dues if due >= now)
        return sum(due.astimezone(zone).date() == today for due in ahead) + sum(day == today for day in days)

    owed = sum(me in owners for owners in slow.owed.values())
    return Counts(
        Share(count(True, False), count(False, False)),
        Share(count(True, True), count(False, True)),
        Share(owed, len(slow.owed)),
    )


def _same_rows(counter: Counter) -> None:
    """What is kept small is what making it anew makes."""
    tables = (models.OpenPromise, models.PromiseLike, models.OwedCall)

    def rows() -> list[list[tuple[object, ...]]]:
        found = []
        for table in tables:
            shown = [field for field in table._meta.sorted_fields if field.name != "id"]
            found.append(sorted(table.select(*shown).tuples(), key=repr))
        return found

    before = rows()
    with counter.desk.store.transaction():
        derived.rebuild(counter.desk.store.database)
    assert rows() == before


def _random_step(counter: Counter, rng: Random, people: list[CustomerId], cases: list[CaseId]) -> None:
    desk, whom = counter.desk, rng.choice(people)
    about = rng.choice([None, *cases])
    if about is not None:
        whom = desk.cases.case(about).customer_id
    desk.act_as(rng.choice([counter.ada, counter.ben]))
    still = [row[0] for row in models.OpenPromise.select(models.OpenPromise.promise).tuples()]
    kind = rng.randrange(12)
    if kind <= 2:
        way = rng.choice([Direction.IN, Direction.IN, Direction.OUT])
        channel = rng.choice([Channel.PHONE, Channel.COUNTER])
        _contact(counter, whom, way, case=about, reached=rng.random() < 0.7, channel=channel)
    elif kind <= 4:
        due = counter.now + timedelta(hours=rng.randrange(1, 90))
        what = rng.choice(["x", "kettle here", "taps"])
        desk.promises.make(whom, PromiseTyped(what=what, due=due, kind="parts", case_id=about))
    elif kind == 5 and still:
        desk.promises.move(rng.choice(still), counter.now + rng.randrange(1, 50) * HOUR, "late", True)
    elif kind == 6 and still:
        rng.choice([desk.promises.keep, lambda row: desk.promises.release(row, "gone")])(rng.choice(still))
    elif kind == 7:
        days = rng.choice(["today", "tomorrow", "in 3 days"])
        of_kind = rng.choice(list(FollowUpKind))
        desk.follow_ups.add(
            whom, FollowUpTyped("ask", counter.day(days), rng.choice([None, counter.ben.id]), about, kind=of_kind)
        )
    elif kind == 8 and about is not None:
        status = rng.choice([CaseStatus.READY, CaseStatus.OPEN])
        case = desk.cases.case(about)
        desk.cases.close(case, "Done.") if rng.random() < 0.5 else desk.cases.set_status(case, status)
    elif kind == 9 and about is not None:
        desk.duty.hand_over(about, rng.choice([counter.ada, counter.ben]).id, "")
    elif kind == 10 and desk.own_entries.last().done.verb not in ("case.open", "customer.create"):
        counter.undo()
    elif kind == 11:
        _something_bought(counter, rng, whom, about)


def _something_bought(counter: Counter, rng: Random, whom: CustomerId, about: CaseId | None) -> None:
    number = rng.choice(["R-1", "R-2"])
    if about is not None and rng.random() < 0.5:
        counter.number(whom, number.lower(), case=about)
    else:
        counter.order(whom, number, *rng.sample(["Kettle", "Kitchen tap", "Tap", "Parts"], rng.randrange(1, 4)))


@pytest.mark.parametrize("seed", range(4))
def test_counts_and_list_are_what_a_slow_look_finds(counter: Counter, seed: int) -> None:
    rng = Random(seed)
    people = [counter.customer(f"Customer {each}") for each in range(3)]
    cases = [counter.case(people[0]), counter.case(people[1], owner=counter.ben)]
    for each, case in zip(people, cases, strict=False):
        counter.number(each, "R-1", case=case)
        counter.order(each, "R-1", "Kettle")
    most = [0, 0, 0]
    for _ in range(70):
        counter.tick(timedelta(minutes=rng.randrange(1, 500)))
        try:
            _random_step(counter, rng, people, cases)
        except DeskError:
            continue
        slow = _slowly(counter)
        most = [max(seen, len(each)) for seen, each in zip(most, slow, strict=True)]
        for who in (counter.ada, counter.ben):
            assert counter.desk.due.counts(who) == _counted(slow, counter, who.id)
        _check_list(counter, slow, None)
        _check_list(counter, slow, counter.ben)
    _same_rows(counter)
    assert models.PromiseLike.select().where(models.PromiseLike.product.is_null(False)).exists()
    assert min(most) > 0, "the history had nothing of one kind"


def _check_list(counter: Counter, slow: Slow, whose: Employee | None) -> None:
    listed = counter.desk.due.list(whose)
    mine = [each for each in slow.promises if whose is None or each[1] == whose.id]
    found = [each for each in listed if each.kind is DueKind.PROMISE]
    shown = ((each.promise_id, each.owner_id, each.due, each.moved) for each in found)
    assert sorted(shown) == sorted(mine)  # type: ignore[type-var]
    tasks = [each for each in slow.tasks if whose is None or each[1] == whose.id]
    found = [each for each in listed if each.kind in (DueKind.FOLLOW_UP, DueKind.OUTREACH)]
    assert sorted((each.follow_up_id, each.owner_id, each.due_on) for each in found) == sorted(tasks)  # type: ignore[type-var]
    owed = {who for who, owners in slow.owed.items() if whose is None or whose.id in owners}
    calls = [each.customer_id for each in listed if each.kind is DueKind.CALL]
    assert sorted(calls) == sorted(owed)


def test_counts_and_list_take_three_statements_and_no_full_scan(counter: Counter) -> None:
    derived_ones = {"open_promise", "owed_call"}
    for read in (lambda: counter.desk.due.counts(), lambda: counter.desk.due.list(counter.ada)):
        with watched(counter.desk.store.database) as ran:
            read()
        assert len(ran) == 3
        scans = full_scans(counter.desk.store.database, ran)
        assert [each for each in scans if not any(name in each for name in derived_ones | SMALL)] == []
    with watched(counter.desk.store.database) as ran:
        counter.desk.due.counts()
    assert full_scans(counter.desk.store.database, ran) == []
