"""Two customers who are one person: merged with all that hangs on them, and separated again exactly."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from peewee import PeeweeException

from deskui.domain.customer import ContactKind
from deskui.domain.ids import CustomerId, MergeId
from deskui.domain.note import NoteKind
from deskui.domain.points import PointTyped
from deskui.domain.profile import Profile
from deskui.domain.typed import (
    ConversationTyped,
    FollowUpTyped,
    NoteTyped,
    PromiseTyped,
    StatementTyped,
    WrapUpTyped,
)
from deskui.errors import BadInput, Conflict, DeskError, NotAllowed
from deskui.store import models
from deskui.store.journal import broken_entries
from deskui.store.reads import merges
from tests import postgres
from tests.desk.counter import DAY, HOUR
from tests.desk.histories import (
    MINUTE,
    NAMES,
    anything,
    derived_anew,
    derived_rows,
    due,
    everything,
    found,
    seen,
)
from tests.desk.merges import as_seen, merge, separate

if TYPE_CHECKING:
    from tests.desk.counter import Counter


def two(counter: Counter, random: Random) -> tuple[CustomerId, CustomerId]:
    """Two customers with a profile at random each."""
    made = []
    for _ in range(2):
        name, say = random.choice(NAMES), random.choice(("", "SHA-ree"))
        tier = random.choice((("", ""), ("Premier", "2011"), ("Gold", "2019")))
        since, birthday = random.choice(("", "2011-05-30")), random.choice(("", "14 March"))
        profile = Profile(name, "", say, "", "", *tier, since, birthday)
        made.append(counter.desk.customers.create(profile).subject)
    return made[0], made[1]  # type: ignore[return-value]


@settings(
    max_examples=8 if postgres.SERVER else 25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 10**9), length=st.integers(0, 25))
def test_whatever_happened_a_merge_shows_both_and_taking_it_back_leaves_no_trace(
    counter: Counter, seed: int, length: int
) -> None:
    random = Random(seed)
    pair = two(counter, random)
    for _ in range(length):
        anything(counter, random, random.choice(pair))
    kept, gone = pair if random.random() < 0.5 else pair[::-1]
    rows, both = everything(counter), (seen(counter, kept), seen(counter, gone))
    lists, hits = due(counter), found(counter)
    merge(counter, kept, gone)
    one = seen(counter, kept)
    assert seen(counter, gone) == one
    for panel in ("cases", "notes", "follow_ups"):
        assert ids(one, panel) == ids(both[0], panel) | ids(both[1], panel)
    for panel in ("orders", "conversations"):
        assert rows_of(one, panel) == rows_of(both[0], panel) | rows_of(both[1], panel)
    assert {each["id"] for each in one["told"]} == {each["id"] for side in both for each in side["told"]}
    assert {each["promise"]["id"] for each in one["promises"]} == {
        each["promise"]["id"] for side in both for each in side["promises"]
    }
    assert derived_rows(counter) == derived_anew(counter)
    counter.undo()
    assert (seen(counter, kept), seen(counter, gone)) == both
    assert everything(counter) == rows
    assert (due(counter), found(counter)) == (lists, hits)
    assert derived_rows(counter) == derived_anew(counter)


def ids(shown: dict, panel: str) -> set[str]:  # type: ignore[type-arg]
    return {each["id"] for each in shown["view"][panel]}


def rows_of(shown: dict, panel: str) -> set[str]:  # type: ignore[type-arg]
    return {each["id"] for each in shown["view"][panel]["rows"]}


@pytest.mark.parametrize("typed", ["C-1002", "1002", "c1002"])
def test_the_old_number_finds_the_one_who_stays(counter: Counter, typed: str) -> None:
    kept, gone = counter.customer("Shari Caldwell"), counter.customer("S. Caldwel")
    merge(counter, kept, gone)
    (hit,) = counter.desk.lookup.find(typed)
    assert (hit.customer_id, hit.exact) == (kept, True)


# --- what hangs on them -----------------------------------------------------------------------------------


def test_every_table_with_a_customer_goes_along_or_is_known_not_to() -> None:
    whose = {
        str(model._meta.table_name)
        for model in models.MODELS
        for each in model._meta.sorted_fields
        if each.column_name == "customer_id"
    }
    moved = {str(model._meta.table_name) for model in merges.HANGING}
    assert whose - moved == {"opening"}
    derived = {
        str(model._meta.table_name)
        for model in models.MODELS
        for each in model._meta.sorted_fields
        if each.column_name == "customer"
    }
    # The journal says what was done, on whom it was done then; the others are made anew from what was moved.
    assert derived == {"journal", "open_promise", "outreach_fact", "owed_call", "search_doc"}


def test_a_phone_that_both_have_is_kept_once_with_what_either_says_of_it(counter: Counter) -> None:
    kept, gone = counter.customer(), counter.customer()
    add = counter.desk.points.add
    add(kept, PointTyped(ContactKind.PHONE, "303 555 0142"))
    add(gone, PointTyped(ContactKind.PHONE, "(303) 555-0142", "mobile", True, "mornings"))
    add(gone, PointTyped(ContactKind.EMAIL, "shari@example.org"))
    merge(counter, kept, gone)
    points = counter.desk.customers.view(kept).known.points
    assert [(each.value, each.label, each.preferred, each.best_hours) for each in points] == [
        ("303 555 0142", "mobile", True, "mornings"),
        ("shari@example.org", "", False, ""),
    ]
    counter.undo()
    (phone,) = counter.desk.customers.view(kept).known.points
    assert (phone.value, phone.label, phone.preferred) == ("303 555 0142", "", False)
    assert len(counter.desk.customers.view(gone).known.points) == 2


@pytest.mark.parametrize(("mine", "its", "both"), [("yes", "no", "no"), ("no", "yes", "no"), ("", "wrong", "wrong")])
def test_what_was_refused_of_a_phone_that_both_have_stays_refused(
    counter: Counter, mine: str, its: str, both: str
) -> None:
    kept, gone = counter.customer(), counter.customer()
    for who, said in ((kept, mine), (gone, its)):
        counter.desk.points.add(who, PointTyped(ContactKind.PHONE, "303 555 0142", may_use=said))
    merge(counter, kept, gone)
    assert [each.may_use for each in counter.desk.customers.view(kept).known.points] == [both]


def test_the_preferred_way_to_reach_them_stays_the_one_of_who_stays(counter: Counter) -> None:
    kept, gone = counter.customer(), counter.customer()
    for whom, phone in ((kept, "303 555 0142"), (gone, "303 555 0143")):
        counter.desk.points.add(whom, PointTyped(ContactKind.PHONE, phone, preferred=True))
    merge(counter, kept, gone)
    points = counter.desk.customers.view(kept).known.points
    assert [(each.value, each.preferred) for each in points] == [("303 555 0142", True), ("303 555 0143", False)]


def test_the_value_chosen_stays_and_the_better_one_where_nobody_chose(counter: Counter) -> None:
    create = counter.desk.customers.create
    one = create(Profile("Shari Caldwell", say_as="SHA-ree", tier="Gold", tier_since="2011", since="2012")).subject
    two = create(Profile("S. Caldwell", company="Books", tier="Premier", tier_since="2019", since="2009")).subject
    kept, gone = CustomerId(one), CustomerId(two)
    merge(counter, kept, gone, name=gone)
    who = counter.desk.customers.view(kept).customer
    assert (who.number, who.name, who.family_name, who.say_as, who.company) == (
        *("C-1001", "S. Caldwell", "Caldwell"),
        *("SHA-ree", "Books"),
    )
    assert (who.tier, str(who.tier_since), str(who.since)) == ("Premier", "2019-01-01", "2009-01-01")
    assert [hit.customer_id for hit in counter.desk.lookup.find("shari caldwell")] == [kept]
    counter.undo()
    assert counter.desk.customers.view(kept).customer.name == "Shari Caldwell"


def test_what_both_spent_elsewhere_adds_up_and_extra_columns_are_all_kept(counter: Counter) -> None:
    kept, gone = counter.customer(), counter.customer()
    customer = models.Customer
    customer.update(spend_minor=150_00, spend_currency="USD", custom='{"Club":"A"}').where(
        customer.id == kept
    ).execute()
    customer.update(custom='{"Club":"B","Shoe":"9"}').where(customer.id == gone).execute()
    models.Order.insert(
        customer=gone, number="1", placed_at=counter.now, currency="USD", total_minor=80_00, created_at=counter.now
    ).execute()
    merge(counter, kept, gone)
    view = counter.desk.customers.view(kept)
    assert [(each.currency, each.minor) for each in view.known.value] == [("USD", 230_00)]
    assert view.customer.custom == {"Club": "A", "Club (C-1002)": "B", "Shoe": "9"}


def test_a_promise_is_about_the_product_that_the_other_one_bought(counter: Counter) -> None:
    kept, gone = counter.customer(), counter.customer()
    counter.order(gone, "R-88213", "Dishwasher")
    case = counter.case(kept)
    counter.number(kept, "R-88213", case=case)
    typed = PromiseTyped(what="dishwasher here", due=counter.now + HOUR, kind="parts", case_id=case)
    counter.desk.promises.make(kept, typed)
    product = models.PromiseLike.select(models.PromiseLike.product)
    assert product.scalar() is None
    merge(counter, kept, gone)
    assert product.scalar() == "dishwasher"
    counter.undo()
    assert product.scalar() is None


# --- who may not be merged --------------------------------------------------------------------------------


def test_nobody_is_merged_with_themselves(counter: Counter) -> None:
    whom = counter.customer()
    entries = counter.entries()
    with pytest.raises(BadInput, match="one customer already"):
        merge(counter, whom, whom)
    assert counter.entries() == entries


def test_of_two_desks_that_merge_the_same_two_the_second_is_told_who_was_faster(counter: Counter) -> None:
    one, two = counter.customer(), counter.customer()
    late = as_seen(counter, two, one)
    merge(counter, one, two)
    rows = everything(counter)
    with pytest.raises(NotAllowed, match=r"C-1002 was merged into C-1001 meanwhile by Ada; look at that one first\."):
        counter.desk.merging.merge(late)
    assert everything(counter) == rows


def test_nobody_is_merged_into_one_who_was_merged_meanwhile(counter: Counter) -> None:
    one, two, three = (counter.customer() for _ in range(3))
    late = as_seen(counter, two, three)
    merge(counter, one, two)
    with pytest.raises(NotAllowed, match="C-1002 was merged into C-1001"):
        counter.desk.merging.merge(late)


def test_a_profile_changed_meanwhile_is_compared_again(counter: Counter) -> None:
    one, two = counter.customer("Shari Caldwell"), counter.customer("S. Caldwell")
    late = as_seen(counter, one, two)
    who = counter.desk.customers.view(two).customer
    counter.desk.customers.edit(two, who.version, Profile.of(who), replace(Profile.of(who), company="Books"))
    with pytest.raises(NotAllowed, match=r"The profile of S\. Caldwell was changed meanwhile"):
        counter.desk.merging.merge(late)


def test_a_repeated_merge_is_recognised_by_its_key(counter: Counter) -> None:
    one, two = counter.customer(), counter.customer()
    typed = as_seen(counter, one, two)
    first = counter.desk.merging.merge(typed, "one key")
    again = counter.desk.merging.merge(typed, "one key")
    assert (again.sequence, again.repeated) == (first.sequence, True)


# --- another desk still shows the one who went ------------------------------------------------------------


def test_what_another_desk_writes_about_the_one_who_went_is_about_the_one_who_stays(counter: Counter) -> None:
    kept, gone = counter.customer(), counter.customer()
    counter.desk.told.say(kept, StatementTyped("hub", "answers Friday"))
    merge(counter, kept, gone)
    desk = counter.desk
    desk.notes.write(gone, NoteTyped("hot wheels", NoteKind.INTEREST))
    desk.promises.make(gone, PromiseTyped("call back tomorrow noon"))
    desk.told.say(gone, StatementTyped("hub", "answers Monday"))
    desk.follow_ups.add(gone, FollowUpTyped("ask how it does", counter.day("tomorrow")))
    desk.wrap_up.finish(gone, WrapUpTyped(ConversationTyped("Asked about it")))
    view = desk.customers.view(kept)
    assert [each.text for each in view.notes] == ["hot wheels"]
    assert [each.promise.what for each in view.promises] == ["call back"]
    assert [each.text for each in view.told] == ["answers Monday"]
    assert [each.what for each in view.follow_ups] == ["ask how it does"]
    assert [each.summary for each in view.conversations.rows] == ["Asked about it"]
    assert [hit.customer_id for hit in desk.lookup.find("likes: hot wheels")] == [kept]
    assert derived_rows(counter) == derived_anew(counter)


def test_their_profile_is_not_changed_behind_the_merge(counter: Counter) -> None:
    kept, gone = counter.customer(), counter.customer("S. Caldwell")
    who = counter.desk.customers.view(gone).customer
    merge(counter, kept, gone)
    with pytest.raises(NotAllowed, match="merged into Shari Caldwell, C-1001, meanwhile"):
        counter.desk.customers.edit(gone, who.version, Profile.of(who), replace(Profile.of(who), company="Books"))


def test_a_visit_at_another_desk_goes_on_with_the_one_who_stays(counter: Counter) -> None:
    kept, gone = counter.customer(), counter.customer()
    counter.desk.visits.open(gone)
    assert counter.desk.merging.party(gone).at_desks == ("Desk 1",)
    merge(counter, kept, gone)
    counter.tick(5 * MINUTE)
    talk = ConversationTyped("Asked about it")
    counter.desk.wrap_up.finish(gone, WrapUpTyped(talk))
    assert counter.desk.customers.view(kept).conversations.rows[0].minutes == 5
    counter.desk.visits.open(gone)
    visit = counter.desk.visits.current()
    assert visit is not None
    assert visit.customer_id == kept


def test_ones_own_entry_on_the_one_who_went_is_still_taken_back(counter: Counter) -> None:
    kept, gone = counter.customer(), counter.customer()
    desk = counter.desk
    note = desk.notes.write(gone, NoteTyped("hot wheels", NoteKind.INTEREST))
    said = desk.told.say(gone, StatementTyped("hub", "answers Friday"))
    promise = desk.promises.make(gone, PromiseTyped("call back tomorrow noon"))
    merge(counter, kept, gone)
    for done in (note, said, promise):
        desk.own_entries.undo(done)
    view = desk.customers.view(kept)
    assert (view.notes, view.told, view.promises) == ((), (), ())
    assert desk.lookup.find("likes: hot wheels") == []
    assert derived_rows(counter) == derived_anew(counter)


# --- separated again --------------------------------------------------------------------------------------


def test_anybody_separates_them_later_and_each_has_their_own_again(counter: Counter) -> None:
    kept, gone = counter.customer(), counter.customer("S. Caldwell")
    counter.desk.notes.write(gone, NoteTyped("hot wheels", NoteKind.INTEREST))
    merge(counter, kept, gone)
    counter.tick(90 * DAY)
    counter.desk.notes.write(kept, NoteTyped("trail running", NoteKind.INTEREST))
    counter.desk.act_as(counter.ben)
    (merged,) = counter.desk.customers.view(kept).known.merged
    assert (merged.number, merged.name, merged.by) == ("C-1002", "S. Caldwell", "Ada")
    counter.desk.merging.separate(merged.id)
    assert [each.text for each in counter.desk.customers.view(kept).notes] == ["trail running"]
    assert [each.text for each in counter.desk.customers.view(gone).notes] == ["hot wheels"]
    assert counter.desk.customers.view(kept).known.merged == ()
    assert [hit.customer_id for hit in counter.desk.lookup.find("C-1002")] == [gone]
    with pytest.raises(DeskError):
        counter.desk.merging.separate(merged.id)
    assert derived_rows(counter) == derived_anew(counter)


def test_what_was_written_since_in_a_case_goes_with_the_case(counter: Counter) -> None:
    kept, gone = counter.customer(), counter.customer()
    case, desk = counter.case(gone), counter.desk
    merge(counter, kept, gone)
    talk = desk.conversations.log(kept, ConversationTyped("Asked about it", case_id=case))
    desk.promises.make(kept, PromiseTyped("call back tomorrow noon", case_id=case))
    desk.told.say(kept, StatementTyped("hub", "answers Friday", case_id=case))
    counter.number(kept, "R-88213", case=case)
    separate(counter, kept)
    view = desk.customers.view(gone)
    assert [each.id for each in view.conversations.rows] == [talk.subject]
    assert [each.promise.what for each in view.promises] == ["call back"]
    assert [each.text for each in view.told] == ["answers Friday"]
    assert [hit.customer_id for hit in desk.lookup.find("R-88213")] == [gone]
    assert desk.customers.view(kept).conversations.rows == ()
    assert derived_rows(counter) == derived_anew(counter)
    desk.own_entries.undo(talk)
    assert desk.customers.view(gone).conversations.rows == ()


def test_what_was_corrected_since_across_both_cannot_be_told_apart(counter: Counter) -> None:
    kept, gone = counter.customer(), counter.customer()
    case = counter.case(kept)
    counter.desk.told.say(gone, StatementTyped("hub", "answers Friday"))
    merge(counter, kept, gone)
    counter.desk.told.say(kept, StatementTyped("hub", "answers Monday", case_id=case))
    rows = everything(counter)
    with pytest.raises(Conflict, match="A statement written since belongs to both of them"):
        separate(counter, kept)
    assert everything(counter) == rows


def test_what_was_between_them_before_is_no_reason_to_keep_them_one(counter: Counter) -> None:
    """A mother's call about her son's case leaned on it before they were merged by mistake."""
    kept, gone = counter.customer(), counter.customer()
    for whom, other in ((kept, gone), (gone, kept)):
        counter.desk.conversations.log(whom, ConversationTyped("Asked about it", case_id=counter.case(other)))
    rows = everything(counter)
    merge(counter, kept, gone)
    counter.undo()
    assert everything(counter) == rows


def test_a_profile_changed_since_stays_as_somebody_wanted_it(counter: Counter) -> None:
    kept, gone = counter.customer("S. Caldwell"), counter.customer("Shari Caldwell")
    merge(counter, kept, gone)
    who = counter.desk.customers.view(kept).customer
    assert who.name == "Shari Caldwell"
    after = replace(Profile.of(who), name="Shari Caldwell-Hayes", company="Books")
    counter.desk.customers.edit(kept, who.version, Profile.of(who), after)
    separate(counter, kept)
    now = counter.desk.customers.view(kept).customer
    assert (now.name, now.company) == ("Shari Caldwell-Hayes", "Books")
    assert counter.desk.customers.view(gone).customer.name == "Shari Caldwell"


def test_merges_one_upon_the_other_are_taken_apart_from_the_last_one_on(counter: Counter) -> None:
    one, two, three = (counter.customer(name) for name in ("Ann Ames", "Anne Ames", "Anna Ames"))
    for whom in (one, two, three):
        counter.desk.notes.write(whom, NoteTyped(f"note of {whom}"))
    rows = everything(counter)
    first = merge(counter, two, one)
    second = merge(counter, three, two)
    assert [hit.customer_id for hit in counter.desk.lookup.find("C-1001")] == [three]
    view = counter.desk.customers.view(one)
    assert (view.customer.id, len(view.notes)) == (three, 3)
    assert [each.number for each in view.known.merged] == ["C-1002", "C-1001"]
    with pytest.raises(Conflict, match="Anne Ames was merged into another customer since; separate those two first"):
        counter.desk.merging.separate(MergeId(first.subject))
    counter.desk.merging.separate(MergeId(second.subject))
    assert len(counter.desk.customers.view(two).notes) == 2
    counter.desk.merging.separate(MergeId(first.subject))
    assert everything(counter) == rows
    assert list(broken_entries()) == []


def test_they_may_be_merged_again_the_other_way_round(counter: Counter) -> None:
    one, two = counter.customer("Ann Ames"), counter.customer("Anne Ames")
    merge(counter, one, two)
    counter.undo()
    merge(counter, two, one)
    assert [hit.customer_id for hit in counter.desk.lookup.find("C-1001")] == [two]
    assert derived_rows(counter) == derived_anew(counter)


def test_who_stays_is_not_taken_back_from_under_the_one_who_went(counter: Counter) -> None:
    kept, gone = counter.desk.customers.create(Profile("Ann Ames")), counter.customer("Anne Ames")
    merge(counter, CustomerId(kept.subject), gone)
    with pytest.raises(Conflict, match="written about that customer since"):
        counter.desk.own_entries.undo(kept)


# --- what nobody can rewrite ------------------------------------------------------------------------------


@pytest.fixture
def told_before(counter: Counter) -> tuple[CustomerId, CustomerId]:
    """Two customers, merged; each was promised and told something, and a third was as well."""
    kept, gone, third = (counter.customer() for _ in range(3))
    for whom in (kept, gone, third):
        counter.desk.promises.make(whom, PromiseTyped("call back tomorrow noon"))
        counter.desk.told.say(whom, StatementTyped("hub", "answers Friday"))
    merge(counter, kept, gone)
    return kept, gone


def _columns() -> list[tuple[str, str]]:
    tables = (models.Promise, models.PromiseEntry, models.Statement, models.MovedRow, models.CustomerMerge)
    every = {(str(each._meta.table_name), field.column_name) for each in tables for field in each._meta.sorted_fields}
    return sorted(every - {("customer_merge", "withdrawn_at"), ("customer_merge", "version")})


@pytest.mark.parametrize(("table", "column"), _columns())
@pytest.mark.usefixtures("told_before")
def test_after_a_merge_no_column_of_what_was_said_can_be_rewritten(counter: Counter, table: str, column: str) -> None:
    database = counter.desk.store.database
    counter.desk.promises.keep(1)  # type: ignore[arg-type]
    kind = "'x'" if column in TEXTS else "TRUE" if column == "told" else "3"
    with pytest.raises(PeeweeException, match="append-only"):
        database.execute_sql(f'UPDATE {table} SET "{column}" = {kind} WHERE id = 2 OR id = 1')


TEXTS = frozenset({"what", "kind", "basis", "source_key", "reason", "topic", "topic_key", "text"}) | frozenset(
    {"entity", "came", "newest"}
)


@pytest.mark.parametrize("table", ["promise", "statement"])
def test_a_row_goes_back_along_its_merge_and_nowhere_else(
    counter: Counter, told_before: tuple[CustomerId, CustomerId], table: str
) -> None:
    kept, gone = told_before
    move = f"UPDATE {table} SET customer_id = {{}} WHERE id = {{}}"
    database = counter.desk.store.database
    # One that was theirs all along, one moved to somebody who has no part in it, one moved with another change.
    for refused in (move.format(gone, 1), move.format(3, 2), f"UPDATE {table} SET customer_id = {gone}, basis = 'x'"):
        with pytest.raises(PeeweeException, match="append-only"):
            database.execute_sql(refused)
    database.execute_sql(move.format(gone, 2))
    database.execute_sql(move.format(kept, 2))
    counter.undo()
    with pytest.raises(PeeweeException, match="append-only"):
        database.execute_sql(move.format(kept, 2))


@pytest.mark.parametrize("table", ["customer_merge", "moved_row"])
@pytest.mark.parametrize("statement", ["DELETE FROM {0}", postgres.PAST_TRIGGERS])
@pytest.mark.usefixtures("told_before")
def test_a_merge_cannot_be_made_never_to_have_been(counter: Counter, table: str, statement: str) -> None:
    with pytest.raises(PeeweeException, match="append-only"):
        counter.desk.store.database.execute_sql(statement.format(table))


# --- who may be the same ----------------------------------------------------------------------------------


def test_those_for_whom_most_speaks_are_offered_first_and_a_family_is_left_alone(counter: Counter) -> None:
    create = counter.desk.customers.create
    phone = (PointTyped(ContactKind.PHONE, "303 555 0142"), PointTyped(ContactKind.EMAIL, "Shari@example.org"))
    shari = create(Profile("Shari Caldwell", birthday="14 March"), phone).subject
    son = create(Profile("Marcus Caldwell"), phone[:1]).subject
    create(Profile("Nobody Near"), (PointTyped(ContactKind.PHONE, "303 555 0199"),))
    create(Profile("Wendell Ishikawa"), phone[1:])
    create(Profile("Shary Caldwell", birthday="14 March"), phone)
    home = models.Household.insert(name="Caldwell", created_at=counter.now).execute()
    models.Customer.update(household=home).where(models.Customer.id.in_((shari, son))).execute()
    offered = counter.desk.merging.likely(CustomerId(shari))
    assert [(each.hit.name, each.reasons) for each in offered] == [
        ("Shary Caldwell", ("same phone", "same e-mail", "similar name", "same birthday")),
        ("Wendell Ishikawa", ("same e-mail",)),
    ]
