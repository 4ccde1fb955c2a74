"""The call list: whom the rules find, what takes them off, who may call, and what came of it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from deskui.domain.benefits.benefit import BenefitKind, Worth
from deskui.domain.benefits.typed import BenefitTyped, TypeTyped
from deskui.domain.conversation import Channel, Direction, Mood
from deskui.domain.customer import ContactKind
from deskui.domain.due.follow_up import FollowUpKind
from deskui.domain.merging import MergeTyped
from deskui.domain.outreach.call_list import CallTyped, Outcome, Tally
from deskui.domain.outreach.rule import RuleKind, RuleTyped, typed_rule
from deskui.domain.points import PointTyped
from deskui.domain.profile import Profile
from deskui.domain.typed import ConversationTyped, FollowUpTyped, PromiseTyped
from deskui.errors import BadInput, Conflict, DatabaseTrouble, NoRight, NotAllowed
from deskui.store import journal, models
from deskui.store.writes import derived
from tests.desk.counter import DAY, HOUR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.desk.session import Session
    from deskui.domain.ids import BenefitTypeId, CustomerId
    from deskui.domain.outreach.call_list import Call
    from tests.desk.counter import Counter


def rule(counter: Counter, kind: RuleKind, **typed: Any) -> int:
    """A rule that is on, and its family."""
    with acting(counter, counter.ada):
        counter.desk.outreach.rules.add(RuleTyped(kind.value, kind, **typed))
    return max(each.family for each in counter.desk.outreach.rules.rules())


@contextmanager
def acting(counter: Counter, who: Any, desk: str = "") -> Iterator[None]:
    """Somebody else at the keys, or at another desk."""
    post = counter.desk.post
    before: Session = post.session
    post.session = replace(before, employee=who, desk=desk or before.desk)
    yield
    post.session = before


def names(counter: Counter) -> list[str]:
    return [each.customer for each in counter.desk.outreach.list().calls]


def only(counter: Counter) -> Call:
    (call,) = counter.desk.outreach.list().calls
    return call


def known(counter: Counter, name: str, **profile: Any) -> CustomerId:
    """A customer with a phone."""
    point = PointTyped(ContactKind.PHONE, "303 555 0199", preferred=True)
    done = counter.desk.customers.create(Profile(name, **profile), (point,))
    return done.subject  # type: ignore[return-value]


def met(counter: Counter, who: CustomerId, *, reached: bool = True, mood: Mood = Mood.EVEN) -> None:
    counter.desk.conversations.log(who, ConversationTyped("A word.", reached=reached, mood=mood))


# --- rules ------------------------------------------------------------------------------------------------


def test_a_new_shop_begins_with_rules_that_are_off(counter: Counter) -> None:
    known(counter, "Vera Pye", birthday="11-23")
    counter.tick(400 * DAY)
    listed = counter.desk.outreach.list()
    assert (listed.calls, listed.rules_on) == ((), 0)
    rules = counter.desk.outreach.rules.rules()
    assert {each.kind for each in rules} == set(RuleKind)
    assert not any(each.is_on for each in rules)
    assert all(each.script for each in rules)


def test_whoever_is_not_heard_of_is_listed_from_that_very_day_on(counter: Counter) -> None:
    rule(counter, RuleKind.QUIET, days="200")
    who = known(counter, "Vera Pye")
    met(counter, who)
    counter.tick(200 * DAY - HOUR)
    assert names(counter) == []
    counter.tick(HOUR)
    assert [each.about for each in counter.desk.outreach.list().calls] == ["not heard of for 200 days"]


def test_a_purchase_counts_as_being_heard_of_and_a_call_that_did_not_reach_them_does_not(counter: Counter) -> None:
    rule(counter, RuleKind.QUIET, days="100")
    bought, missed = known(counter, "Vera Pye"), known(counter, "Saul Weiss")
    counter.tick(90 * DAY)
    counter.order(bought, "R-1", "Kettle")
    met(counter, missed, reached=False)
    counter.tick(20 * DAY)
    assert names(counter) == ["Saul Weiss"]


def test_a_tier_is_meant_however_it_is_written(counter: Counter) -> None:
    rule(counter, RuleKind.QUIET, days="10", tiers="Premier, gold")
    for name, tier in (("Vera Pye", "PREMIER"), ("Saul Weiss", "silver"), ("Nell", ""), ("Opal", "Gold")):
        known(counter, name, tier=tier)
    counter.tick(11 * DAY)
    assert sorted(names(counter)) == ["Opal", "Vera Pye"]


def test_an_anniversary_comes_round_every_so_many_years_and_not_on_the_day_it_began(counter: Counter) -> None:
    rule(counter, RuleKind.ANNIVERSARY, days="7", years="5")
    for name, since in (
        ("ten years", "2016-11-25"),
        ("nine years", "2017-11-25"),
        ("today", "2021-11-23"),
        ("too late", "2016-12-01"),
        ("over", "2016-11-22"),
        ("a year alone", "2016"),
    ):
        known(counter, name, since=since)
    counter.tick(timedelta(days=4))  # they were met when they were added, as far as the rules know
    assert names(counter) == ["too late"]
    counter.tick(timedelta(days=361))
    with_words = {each.customer: each.about for each in counter.desk.outreach.list().calls}
    assert with_words == {"nine years": "customer for 10 years on 25 Nov"}


def test_what_comes_round_comes_round_over_the_end_of_the_year(counter: Counter) -> None:
    rule(counter, RuleKind.BIRTHDAY, days="7")
    for name, born in (("late", "1980-12-30"), ("early", "--01-03"), ("feast", "12-24"), ("odd", "soon?")):
        known(counter, name, birthday=born)
    counter.tick(35 * DAY)
    assert [(each.customer, each.about) for each in counter.desk.outreach.list().calls] == [
        ("late", "birthday on 30 Dec"),
        ("early", "birthday on 3 Jan 2027"),
    ]


def test_a_promise_kept_is_asked_about_unless_somebody_spoke_with_them_since(counter: Counter) -> None:
    rule(counter, RuleKind.KEPT, days="7")
    promises = counter.desk.promises
    people = {}
    for name in ("asked", "not asked", "taken back"):
        who = people[name] = known(counter, name)
        made = promises.make(who, PromiseTyped(what="the taps", due=counter.now + HOUR)).subject
        promises.keep(made)  # type: ignore[arg-type]
        if name == "taken back":
            counter.undo()
        met(counter, who)
    assert names(counter) == []
    counter.tick(4 * DAY)
    met(counter, people["asked"])
    assert (only(counter).customer, only(counter).about) == ("not asked", "promise kept 23 Nov: the taps")
    counter.tick(4 * DAY)
    assert names(counter) == []


@pytest.mark.parametrize(
    ("promise_ahead", "follow_up", "is_same_case", "is_listed"),
    [
        (None, None, False, True),
        (30 * DAY, None, False, True),
        (30 * DAY, None, True, False),
        (2 * DAY, None, False, False),
        (None, 30, False, True),
        (None, 30, True, False),
        (None, 1, False, False),
    ],
)
def test_nobody_is_asked_how_it_went_while_something_is_due_or_open_about_it(
    counter: Counter, promise_ahead: timedelta | None, follow_up: int | None, is_same_case: bool, is_listed: bool
) -> None:
    rule(counter, RuleKind.KEPT, days="7")
    desk, who = counter.desk, known(counter, "Vera Pye")
    case = counter.case(who)
    kept = desk.promises.make(who, PromiseTyped(what="the taps", due=counter.now + HOUR, case_id=case)).subject
    desk.promises.keep(kept)  # type: ignore[arg-type]
    about = case if is_same_case else None
    if promise_ahead is not None:
        desk.promises.make(who, PromiseTyped(what="the sink", due=counter.now + promise_ahead, case_id=about))
    if follow_up is not None:
        day = counter.now.date() + timedelta(days=follow_up)
        desk.follow_ups.add(who, FollowUpTyped("call about the sink", day, case_id=about))
    counter.tick(4 * DAY)
    assert names(counter) == (["Vera Pye"] if is_listed else [])


def test_a_closed_case_is_asked_about_for_a_while(counter: Counter) -> None:
    rule(counter, RuleKind.CLOSED, days="10")
    who = known(counter, "Vera Pye")
    case = counter.desk.cases.case(counter.case(who))
    counter.desk.cases.close(case, "Found.")
    counter.tick(9 * DAY)
    assert names(counter) == []
    counter.tick(1 * DAY)
    assert only(counter).about == f"case #{case.number} Missing parcel closed 23 Nov"
    counter.tick(21 * DAY)
    assert names(counter) == []


def test_a_case_opened_again_is_not_asked_about(counter: Counter) -> None:
    rule(counter, RuleKind.CLOSED, days="1")
    case = counter.case(known(counter, "Vera Pye"))
    counter.desk.cases.close(counter.desk.cases.case(case), "Found.")
    counter.tick(5 * DAY)
    assert names(counter) == ["Vera Pye"]
    counter.desk.cases.reopen(counter.desk.cases.case(case), "It is lost again.")
    assert names(counter) == []


def test_a_benefit_that_runs_out_is_listed_while_there_is_something_left_of_it(counter: Counter) -> None:
    rule(counter, RuleKind.BENEFIT, days="14")
    coupon = TypeTyped("10% off a purchase", BenefitKind.COUPON, Worth(1000), valid_days=20, by_clerk=True)
    made: BenefitTypeId = counter.desk.benefit_types.add(coupon).subject  # type: ignore[assignment]
    used, left, refused = (known(counter, name) for name in ("Vera Pye", "Saul Weiss", "Nell"))
    codes = {used: "USED-1", left: "LEFT-1", refused: "GONE-1"}
    given = {who: counter.desk.benefits.give(who, BenefitTyped(made, code=code)) for who, code in codes.items()}
    kept = counter.desk.customers.view(refused).customer
    counter.desk.customers.edit(refused, kept.version, Profile.of(kept), replace(Profile.of(kept), may_call="no"))
    counter.tick(4 * DAY)
    assert names(counter) == []
    counter.tick(3 * DAY)
    assert names(counter) == ["Vera Pye", "Saul Weiss"]
    counter.desk.benefits.redeem(used, given[used].subject)  # type: ignore[arg-type]
    assert only(counter).about == "coupon LEFT-1 expires on 13 Dec"
    counter.desk.outreach.log(only(counter), CallTyped(again="in 2 days"))
    counter.tick(6 * DAY)
    assert names(counter) == []  # reached about this one, though it has not run out yet


def test_each_customer_is_listed_once_with_every_reason(counter: Counter) -> None:
    rule(counter, RuleKind.QUIET, days="10")
    rule(counter, RuleKind.BIRTHDAY, days="7")
    known(counter, "Vera Pye", birthday="12-05")
    counter.tick(11 * DAY)
    assert sorted(each.words for each in only(counter).reasons) == ["birthday tomorrow", "not heard of for 11 days"]


def test_a_rule_lists_no_more_than_its_cap_a_day_however_many_were_called(counter: Counter) -> None:
    rule(counter, RuleKind.QUIET, days="10", cap="3")
    for row in range(6):
        known(counter, f"Customer {row}")
    counter.tick(11 * DAY)
    assert len(names(counter)) == 3
    for _ in range(2):
        counter.desk.outreach.log(counter.desk.outreach.list().calls[0], CallTyped())
    assert len(names(counter)) == 1
    (on,) = (each for each in counter.desk.outreach.rules.rules() if each.is_on)
    assert counter.desk.outreach.rules.would_list(typed_rule(on), on.family) == (1, 4)
    counter.tick(DAY)
    assert len(names(counter)) == 3


def test_a_preview_says_how_many_a_rule_would_list_before_it_is_kept(counter: Counter) -> None:
    for row in range(6):
        known(counter, f"Customer {row}", tier="gold" if row < 2 else "")
    counter.tick(11 * DAY)
    would = counter.desk.outreach.rules.would_list
    assert would(RuleTyped("x", days="10", cap="4")) == (4, 6)
    assert would(RuleTyped("x", days="10", tiers="gold")) == (2, 2)
    assert would(RuleTyped("x", days="12")) == (0, 0)
    assert counter.desk.outreach.rules.rules()[0].title != "x"
    with pytest.raises(BadInput):
        would(RuleTyped("x", days="none"))


def test_only_a_supervisor_changes_rules_and_each_change_is_a_version(counter: Counter) -> None:
    rules = counter.desk.outreach.rules
    first = rules.rules()[0]
    typed = replace(typed_rule(first), is_on=True, cap="2")
    with acting(counter, counter.ben), pytest.raises(NoRight):
        rules.edit(first.family, 1, typed)
    with acting(counter, counter.ben), pytest.raises(NoRight):
        rules.add(typed)
    rules.edit(first.family, 1, typed)
    assert [(each.number, each.is_on, each.cap) for each in rules.versions(first.family)] == [
        (2, True, 2),
        (1, False, first.cap),
    ]
    with pytest.raises(Conflict):
        rules.edit(first.family, 1, typed)
    counter.undo()
    assert [each.number for each in rules.versions(first.family)] == [1]
    rules.edit(first.family, 1, typed)
    assert rules.versions(first.family)[0].number == 3


def test_what_was_written_in_a_rule_cannot_be_rewritten(counter: Counter) -> None:
    row = models.OutreachRule
    for rewrite in (row.update(title="another"), row.update(is_on=True), row.delete()):
        with pytest.raises(DatabaseTrouble, match="outreach_rule keeps"), counter.desk.store.transaction():
            rewrite.execute()


def test_what_to_say_comes_from_the_manual_while_it_is_in_force(counter: Counter) -> None:
    from deskui.domain.manual.typed import ArticleTyped

    counter.desk.manual.add(ArticleTyped("guide", "Thanking people", "Thank you for *coming*."))
    rule(counter, RuleKind.QUIET, days="10", script="typed", article="thanking PEOPLE")
    known(counter, "Vera Pye")
    counter.tick(11 * DAY)
    assert only(counter).script == "Thank you for *coming*."
    (found,) = (each.edition for each in counter.desk.manual.find("thanking") if each.edition is not None)
    counter.desk.manual.retire(found.article.id, found.article.version)
    assert only(counter).script == "typed"
    with pytest.raises(BadInput, match="No article of the manual"):
        rule(counter, RuleKind.QUIET, article="nothing like it")


# --- who is left out, and who is marked ---------------------------------------------------------------------


def test_whoever_was_met_these_days_is_left_out(counter: Counter) -> None:
    rule(counter, RuleKind.BIRTHDAY, days="7")
    who = known(counter, "Vera Pye", birthday="12-05")
    counter.tick(8 * DAY)
    assert names(counter) == ["Vera Pye"]
    met(counter, who)
    assert names(counter) == []
    counter.tick(3 * DAY + HOUR)
    assert names(counter) == ["Vera Pye"]


def test_a_refusal_in_the_profile_leaves_them_out_and_taking_it_back_lists_them(counter: Counter) -> None:
    rule(counter, RuleKind.QUIET, days="10")
    who = known(counter, "Vera Pye")
    counter.tick(11 * DAY)
    kept = counter.desk.customers.view(who).customer
    counter.desk.customers.edit(who, kept.version, Profile.of(kept), replace(Profile.of(kept), may_call="no"))
    assert names(counter) == []
    counter.undo()
    assert names(counter) == ["Vera Pye"]


def test_a_number_that_is_wrong_or_refused_is_never_the_one_to_call(counter: Counter) -> None:
    rule(counter, RuleKind.QUIET, days="10")
    who = known(counter, "Vera Pye")
    counter.desk.points.add(who, PointTyped(ContactKind.PHONE, "303 555 0111", best_hours="never before 11"))
    counter.tick(11 * DAY)
    assert (only(counter).phone, only(counter).hours) == ("303 555 0199", "now fine")
    point = counter.desk.customers.view(who).known.points[0]
    counter.desk.points.edit(who, point.id, point.version, PointTyped(point.kind, point.value, may_use="no"))
    assert (only(counter).phone, only(counter).hours) == ("303 555 0111", "not before 11")


def test_a_call_we_owe_and_a_bad_last_contact_are_marked(counter: Counter) -> None:
    rule(counter, RuleKind.QUIET, days="10")
    who = known(counter, "Vera Pye")
    for mood in (Mood.GOOD, Mood.BAD):
        counter.desk.conversations.log(who, ConversationTyped("Where is it?", Channel.PHONE, mood=mood))
        counter.tick(HOUR)
    counter.tick(11 * DAY)
    assert (only(counter).call_owed, only(counter).went_badly) == (True, True)


def test_whom_they_ask_for_is_to_call_else_who_met_them_most_who_is_there(counter: Counter) -> None:
    rule(counter, RuleKind.QUIET, days="10")
    who = known(counter, "Vera Pye")
    for one, times in ((counter.ben, 2), (counter.paul, 1)):
        with acting(counter, one):
            for _ in range(times):
                met(counter, who)
    counter.tick(11 * DAY)
    assert only(counter).owner == "Ben"
    kept = counter.desk.customers.view(who).customer
    counter.desk.customers.prefer_clerk(who, kept.version, counter.paul.id)
    assert only(counter).owner == "Paul"
    counter.desk.duty.switch(counter.paul, False)
    assert only(counter).owner == "Ben"
    assert [each.customer for each in counter.desk.outreach.list(counter.ben).calls] == ["Vera Pye"]
    assert counter.desk.outreach.list(counter.paul).calls == ()


# --- calling ------------------------------------------------------------------------------------------------


@pytest.fixture
def listed(counter: Counter) -> Counter:
    """A desk with one customer on its list."""
    rule(counter, RuleKind.QUIET, days="10")
    known(counter, "Vera Pye")
    counter.tick(11 * DAY)
    return counter


@pytest.mark.parametrize(
    ("outcome", "reached", "back_in"),
    [(Outcome.REACHED, True, 10), (Outcome.MESSAGE, False, 3), (Outcome.MISSED, False, 1), (Outcome.WRONG, False, 1)],
)
def test_a_call_is_a_contact_of_ours_and_takes_the_row_off_for_a_while(
    listed: Counter, outcome: Outcome, reached: bool, back_in: int
) -> None:
    call = only(listed)
    listed.desk.outreach.log(call, CallTyped(outcome, "Her kitchen is done.", "good", "4"))
    talk = listed.desk.customers.view(call.customer_id).conversations.rows[0]
    assert (talk.direction, talk.channel, talk.reached) == (Direction.OUT, Channel.PHONE, reached)
    assert (talk.summary, talk.mood, talk.minutes) == ("Her kitchen is done.", Mood.GOOD, 4)
    done = listed.desk.outreach.list()
    assert (done.calls, done.mine) == ((), Tally(1, int(reached)))
    listed.tick((back_in - 1) * DAY)
    assert names(listed) == []
    listed.tick(DAY)
    assert names(listed) == ["Vera Pye"]


def test_a_call_without_words_says_what_it_was_for(listed: Counter) -> None:
    call = only(listed)
    listed.desk.outreach.log(call, CallTyped(Outcome.MESSAGE))
    talk = listed.desk.customers.view(call.customer_id).conversations.rows[0]
    assert talk.summary == "Outreach, left a message: not heard of for 11 days"


def test_the_date_that_was_said_takes_them_off_until_then(listed: Counter) -> None:
    listed.desk.outreach.log(only(listed), CallTyped(Outcome.MISSED, again="in 5 days"))
    listed.tick(4 * DAY)
    assert names(listed) == []
    listed.tick(DAY)
    assert (only(listed).tried, names(listed)) == ("not reached", ["Vera Pye"])


@pytest.mark.parametrize("again", ["today", "yesterday", "soon", "12/1"])
def test_a_date_that_makes_no_sense_leaves_no_trace(listed: Counter, again: str) -> None:
    call, before = only(listed), listed.entries()
    with pytest.raises(BadInput) as refused:
        listed.desk.outreach.log(call, CallTyped(Outcome.MISSED, again=again))
    assert refused.value.field == "Again on"
    assert listed.entries() == before
    assert names(listed) == ["Vera Pye"]


def test_asked_not_to_be_called_is_kept_in_the_profile_and_taken_back_with_the_call(listed: Counter) -> None:
    call = only(listed)
    listed.desk.outreach.log(call, CallTyped(Outcome.NO_CALLS))
    assert listed.desk.customers.view(call.customer_id).customer.may_call == "no"
    listed.tick(400 * DAY)
    assert names(listed) == []
    listed.undo()
    assert listed.desk.customers.view(call.customer_id).customer.may_call == ""
    assert names(listed) == ["Vera Pye"]


def test_a_wrong_number_is_marked_and_taken_back_with_the_call(listed: Counter) -> None:
    call = only(listed)
    listed.desk.outreach.log(call, CallTyped(Outcome.WRONG))
    assert listed.desk.customers.view(call.customer_id).known.points[0].may_use == "wrong"
    listed.tick(2 * DAY)
    assert only(listed).phone == ""
    listed.undo()
    assert only(listed).phone == "303 555 0199"


def test_a_row_is_skipped_with_a_reason_or_not_at_all(listed: Counter) -> None:
    call = only(listed)
    with pytest.raises(BadInput, match="The reason is empty"):
        listed.desk.outreach.skip(call, " ")
    with pytest.raises(BadInput):
        listed.desk.outreach.log(call, CallTyped(Outcome.SKIPPED))
    listed.desk.outreach.skip(call, "was here this morning")
    done = listed.desk.outreach.list()
    assert (done.calls, done.mine) == ((), Tally(0, 0))
    listed.undo()
    assert names(listed) == ["Vera Pye"]
    listed.desk.outreach.skip(only(listed), "on holiday", "in 2 days")
    listed.tick(2 * DAY)
    assert names(listed) == ["Vera Pye"]


def test_whoever_was_reached_about_a_day_is_not_called_again_for_the_same_one(counter: Counter) -> None:
    rule(counter, RuleKind.BIRTHDAY, days="20")
    known(counter, "Vera Pye", birthday="12-12")
    counter.tick(4 * DAY)
    counter.desk.outreach.log(only(counter), CallTyped(again="in 4 days"))
    counter.tick(8 * DAY)
    assert names(counter) == []
    counter.tick(356 * DAY)
    assert names(counter) == ["Vera Pye"]


# --- what was planned ---------------------------------------------------------------------------------------


def planned(counter: Counter, kind: FollowUpKind = FollowUpKind.OUTREACH) -> CustomerId:
    who = known(counter, "Vera Pye")
    task = FollowUpTyped("ask how the computer does", counter.day("in 2 days"), kind=kind)
    counter.desk.follow_ups.add(who, task)
    return who


def test_outreach_that_was_planned_is_listed_on_its_day_for_whoever_planned_it(counter: Counter) -> None:
    planned(counter)
    assert names(counter) == []
    counter.tick(2 * DAY)
    call = only(counter)
    assert (call.about, call.owner) == ("ask how the computer does, planned for today", "Ada")
    counter.desk.outreach.log(call, CallTyped(summary="It hums."))
    assert counter.desk.follow_ups.of_customer(call.customer_id) == ()
    assert counter.desk.due.counts().due_today.desk == 0
    counter.undo()
    assert only(counter).about == call.about
    assert counter.desk.due.counts().due_today.desk == 1


def test_planned_outreach_that_did_not_reach_them_moves_to_the_next_date(counter: Counter) -> None:
    who = planned(counter)
    counter.tick(2 * DAY)
    counter.desk.outreach.log(only(counter), CallTyped(Outcome.MISSED, again="in 3 days"))
    (task,) = counter.desk.follow_ups.of_customer(who)
    assert task.due_on == date(2026, 11, 28)


def test_other_tasks_are_no_calls(counter: Counter) -> None:
    planned(counter, FollowUpKind.TASK)
    counter.tick(2 * DAY)
    assert names(counter) == []


def test_planned_outreach_to_somebody_who_asked_for_no_calls_is_marked(counter: Counter) -> None:
    who = planned(counter)
    counter.tick(2 * DAY)
    kept = counter.desk.customers.view(who).customer
    counter.desk.customers.edit(who, kept.version, Profile.of(kept), replace(Profile.of(kept), may_call="no"))
    assert only(counter).no_calls


# --- two desks ----------------------------------------------------------------------------------------------


def test_two_desks_never_work_the_same_row(listed: Counter) -> None:
    call = only(listed)
    listed.desk.outreach.claim(call)
    with acting(listed, listed.ben, "Desk 2"):
        assert only(listed).claim is not None
        with pytest.raises(NotAllowed, match=r"Ada is calling Vera Pye at Desk 1; take another row\."):
            listed.desk.outreach.claim(call)
        with pytest.raises(NotAllowed):
            listed.desk.outreach.log(call, CallTyped())
        with pytest.raises(NotAllowed):
            listed.desk.outreach.skip(call, "no")
    listed.desk.outreach.claim(call)
    listed.desk.outreach.log(call, CallTyped(Outcome.MESSAGE))


def test_two_at_desks_of_one_name_never_work_the_same_row(listed: Counter) -> None:
    call = only(listed)
    listed.desk.outreach.claim(call)
    with acting(listed, listed.ben):
        with pytest.raises(NotAllowed, match="Ada is calling Vera Pye"):
            listed.desk.outreach.claim(call)
        with pytest.raises(NotAllowed):
            listed.desk.outreach.log(call, CallTyped())
        listed.desk.outreach.release(call.customer_id)
    with acting(listed, listed.paul, "Desk 2"), pytest.raises(NotAllowed):
        listed.desk.outreach.claim(call)
    listed.desk.outreach.log(call, CallTyped())


def test_a_row_that_was_taken_is_free_after_a_quarter_of_an_hour_or_when_it_is_given_up(listed: Counter) -> None:
    call = only(listed)
    listed.desk.outreach.claim(call)
    listed.tick(timedelta(minutes=15))
    with acting(listed, listed.ben, "Desk 2"):
        listed.desk.outreach.claim(call)
        listed.desk.outreach.release(call.customer_id)
    listed.desk.outreach.claim(call)


def test_whoever_comes_late_to_a_row_that_was_worked_is_told_by_whom(listed: Counter) -> None:
    call = only(listed)
    with acting(listed, listed.ben, "Desk 2"):
        listed.desk.outreach.log(call, CallTyped(Outcome.MESSAGE))
    before = listed.entries()
    for work in (
        lambda: listed.desk.outreach.claim(call),
        lambda: listed.desk.outreach.log(call, CallTyped()),
        lambda: listed.desk.outreach.skip(call, "no"),
    ):
        with pytest.raises(Conflict, match=r"Ben has been at Vera Pye meanwhile: left a message; take another row\."):
            work()
    assert listed.entries() == before


def test_taking_a_call_back_leaves_the_row_free_for_others(listed: Counter) -> None:
    call = only(listed)
    listed.desk.outreach.claim(call)
    listed.desk.outreach.log(call, CallTyped())
    listed.undo()
    with acting(listed, listed.ben, "Desk 2"):
        assert only(listed).claim is None
        listed.desk.outreach.claim(only(listed))


# --- what is derived ----------------------------------------------------------------------------------------


def facts() -> list[tuple[Any, ...]]:
    return sorted(models.OutreachFact.select().tuples())


def test_a_merge_takes_what_was_tried_along_and_gives_it_back(listed: Counter) -> None:
    call = only(listed)
    other = known(listed, "Vera Pie")
    listed.desk.outreach.log(call, CallTyped(Outcome.NO_CALLS))
    before = facts()
    versions = {each: listed.desk.customers.view(each).customer.version for each in (other, call.customer_id)}
    listed.desk.merging.merge(MergeTyped(other, call.customer_id, versions))
    assert listed.desk.customers.view(other).customer.may_call == "no"
    tries = models.OutreachTry.select(models.OutreachTry.customer).tuples()
    assert [row[0] for row in tries] == [other]
    assert [row[0] for row in facts()] == [other]
    listed.undo()
    assert facts() == before


def test_a_customer_who_was_taken_back_is_gone_from_the_list(counter: Counter) -> None:
    rule(counter, RuleKind.QUIET, days="1")
    known(counter, "Vera Pye")
    counter.tick(4 * DAY)
    assert names(counter) == ["Vera Pye"]
    counter.undo()
    assert names(counter) == []


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_written_the_facts_are_as_if_made_anew(counter: Counter, seed: int) -> None:
    rng, desk = Random(seed), counter.desk
    rule(counter, RuleKind.QUIET, days="2")
    people = [known(counter, f"Customer {row}", since="2016-05-04") for row in range(5)]
    for step in range(40):
        counter.tick(rng.randrange(40) * HOUR)
        who = rng.choice(people)
        kept = desk.customers.view(who).customer
        match rng.randrange(7):
            case 0:
                met(counter, who, reached=rng.random() < 0.6)
            case 1:
                counter.order(who, f"R-{step}", "Kettle")
            case 2:
                changed = {"tier": rng.choice(["", "GOLD"]), "birthday": rng.choice(["", "02-29"])}
                changed["may_call"] = rng.choice(["", "no", "yes"])
                desk.customers.edit(who, kept.version, Profile.of(kept), replace(Profile.of(kept), **changed))
            case 3 | 4:
                for call in desk.outreach.list().calls[:1]:
                    desk.outreach.log(
                        call, CallTyped(rng.choice([Outcome.REACHED, Outcome.MISSED, Outcome.NO_CALLS]))
                    )
            case 5:
                for call in desk.outreach.list().calls[:1]:
                    desk.outreach.skip(call, "no", "in 2 days")
            case _ if desk.own_entries.last().done.verb.startswith(("outreach.", "conversation.", "customer.edit")):
                counter.undo()
            case _:
                met(counter, who)
        kept_facts = facts()
        with desk.store.transaction():
            derived.rebuild(desk.store.database)
        assert facts() == kept_facts
    assert list(journal.broken_entries()) == []
