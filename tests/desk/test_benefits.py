"""Benefits at the desk: given, redeemed, reissued, chosen; balances are sums that nobody edits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier, Thread
from typing import TYPE_CHECKING, Any

import pytest
from peewee import PeeweeException

from deskui.desk.verb import Verb
from deskui.domain.benefits.benefit import BenefitKind, BenefitState, EntryKind, Worth
from deskui.domain.benefits.typed import BenefitTyped, TypeTyped
from deskui.domain.done import Done
from deskui.domain.ids import BenefitId, BenefitSlipId, BenefitTypeId
from deskui.domain.merging import MergeTyped
from deskui.domain.money import Money
from deskui.domain.staff import Role
from deskui.errors import BadInput, Conflict, DeskError, NoRight, NotFound
from deskui.store import models
from tests.desk.counter import DAY, Counter

if TYPE_CHECKING:
    from deskui.domain.benefits.benefit import BenefitView
    from deskui.domain.ids import CustomerId
    from deskui.store.entry import Entry

TODAY = date(2026, 11, 23)
COUPON = TypeTyped("10% off a purchase", BenefitKind.COUPON, Worth(1000), valid_days=90, by_clerk=True)
GIFT = TypeTyped("Gift balance", BenefitKind.GIFT, Worth(0, Money("USD", 5000)), transferable=True, by_clerk=True)
PREMIER = TypeTyped(
    "Premier",
    BenefitKind.PERK,
    Worth(1000),
    tier="Premier",
    by_clerk=True,
    noun="category",
    choices=("Ink", "Paper", "Furniture", "Cleaning", "Coffee"),
    picks=4,
    change_months=3,
)


@pytest.fixture
def shari(counter: Counter) -> CustomerId:
    return counter.customer()


def promoted(counter: Counter, who: Any, role: Role = Role.SUPERVISOR) -> None:
    """Another role for somebody, and for a supervisor's acting at this desk."""

    def work(entry: Entry) -> tuple[int, None]:
        found = models.Employee.get_by_id(who.id)
        entry.update(models.Employee, who.id, found.version, role=role.value)
        return who.id, None

    counter.desk.customers.perform(Verb("staff.promote"), None, work)


def acting(counter: Counter, who: Any) -> None:
    fresh = next(each for each in counter.desk.shop.staff() if each.id == who.id)
    counter.desk.post.act_as(fresh)


def kind(counter: Counter, typed: TypeTyped) -> BenefitTypeId:
    """A type of benefit, written by Ada, who set the shop up; the clerk goes on acting."""
    acting(counter, counter.ada)
    added = counter.desk.benefit_types.add(typed).subject
    acting(counter, counter.ben)
    return BenefitTypeId(added)


@pytest.fixture
def clerk(counter: Counter) -> Counter:
    """The counter with Ben acting, who is a clerk, beside Paul, a supervisor."""
    promoted(counter, counter.paul)
    acting(counter, counter.ben)
    return counter


def given(counter: Counter, customer: CustomerId, typed: TypeTyped, **more: Any) -> BenefitId:
    made = BenefitTyped(kind(counter, typed), **more)
    return BenefitId(counter.desk.benefits.give(customer, made).subject)


def seen(counter: Counter, benefit: BenefitId) -> BenefitView:
    return counter.desk.benefits.one(benefit)


def usd(minor: int) -> Money:
    return Money("USD", minor)


def test_a_benefit_has_the_value_and_the_end_of_its_type(clerk: Counter, shari: CustomerId) -> None:
    view = seen(clerk, given(clerk, shari, COUPON))
    assert (view.state, view.left, view.benefit.expires) == (BenefitState.STANDING, 1, TODAY + timedelta(days=90))
    assert view.benefit.code
    assert view.benefit.given_by == "Ben"
    assert [each.benefit.id for each in clerk.desk.customers.view(shari).benefits] == [view.benefit.id]


def test_what_a_clerk_may_not_give_a_supervisor_gives(clerk: Counter, shari: CustomerId) -> None:
    made = BenefitTyped(kind(clerk, replace(COUPON, by_clerk=False)))
    before = models.Benefit.select().count()
    with pytest.raises(NoRight, match="Only a supervisor gives 10% off"):
        clerk.desk.benefits.give(shari, made)
    assert models.Benefit.select().count() == before
    acting(clerk, clerk.paul)
    assert clerk.desk.benefits.give(shari, made).subject


def test_a_code_is_there_once_however_it_is_written(clerk: Counter, shari: CustomerId) -> None:
    given(clerk, shari, COUPON, code="xk-2291")
    assert [each.benefit.code for each in clerk.desk.benefits.of_customer(shari)] == ["XK-2291"]
    with pytest.raises(BadInput, match="XK 2291 is the code of another"):
        given(clerk, shari, COUPON, code="XK 2291")
    with pytest.raises(PeeweeException):
        models.Benefit.insert(
            customer=shari, kind="coupon", title="twin", code="XK2291", key="XK2291", created_at=clerk.now
        ).execute()


@pytest.mark.parametrize("code", ["abc", "nodigits", "1", "a\x00b1", "XK-1" * 20, "%;--1234'"])
def test_a_code_that_cannot_be_said_is_refused(clerk: Counter, shari: CustomerId, code: str) -> None:
    with pytest.raises(BadInput):
        given(clerk, shari, COUPON, code=code)


def test_a_gift_balance_is_redeemed_in_parts_to_the_last_cent(clerk: Counter, shari: CustomerId) -> None:
    gift = given(clerk, shari, GIFT)
    clerk.desk.benefits.redeem(shari, gift, usd(1999))
    assert seen(clerk, gift).rest == usd(3001)
    assert clerk.desk.own_entries.last().title == f"redemption ($19.99 of {seen(clerk, gift).benefit.code})"
    with pytest.raises(BadInput, match=r"Only \$30\.01 is left"):
        clerk.desk.benefits.redeem(shari, gift, usd(3002))
    clerk.desk.benefits.redeem(shari, gift)
    assert (seen(clerk, gift).left, seen(clerk, gift).state) == (0, BenefitState.USED_UP)
    with pytest.raises(BadInput, match="used up"):
        clerk.desk.benefits.redeem(shari, gift, usd(1))


def test_a_coupon_is_used_once_and_a_perk_again_and_again(clerk: Counter, shari: CustomerId) -> None:
    coupon, perk = given(clerk, shari, COUPON), given(clerk, shari, PREMIER)
    clerk.desk.benefits.redeem(shari, coupon)
    with pytest.raises(BadInput, match="used up"):
        clerk.desk.benefits.redeem(shari, coupon)
    clerk.desk.benefits.redeem(shari, perk)
    clerk.desk.benefits.redeem(shari, perk)
    assert seen(clerk, perk).is_usable
    with pytest.raises(BadInput, match="no balance"):
        clerk.desk.benefits.redeem(shari, perk, usd(100))


def test_refused_are_other_currencies_what_is_over_and_what_has_not_begun(clerk: Counter, shari: CustomerId) -> None:
    gift = given(clerk, shari, GIFT)
    with pytest.raises(BadInput, match="is in USD, not in EUR"):
        clerk.desk.benefits.redeem(shari, gift, Money("EUR", 100))
    for minor in (0, -100):
        with pytest.raises(BadInput, match="more than nothing"):
            clerk.desk.benefits.redeem(shari, gift, usd(minor))
    later = given(clerk, shari, COUPON, valid_from=TODAY + timedelta(days=2), expires=TODAY + timedelta(days=90))
    with pytest.raises(BadInput, match="valid from Wednesday 25 November 2026"):
        clerk.desk.benefits.redeem(shari, later)
    over = given(clerk, shari, COUPON, expires=TODAY)
    clerk.desk.benefits.redeem(shari, over)
    clerk.undo()
    clerk.tick(DAY)
    with pytest.raises(BadInput, match="expired on Monday 23 November 2026"):
        clerk.desk.benefits.redeem(shari, over)


def test_what_is_of_somebody_else_is_refused_unless_it_may_be_passed_on(clerk: Counter, shari: CustomerId) -> None:
    other = clerk.customer("Delia Montrose")
    coupon, gift = given(clerk, shari, COUPON), given(clerk, shari, GIFT)
    with pytest.raises(BadInput, match="is another customer"):
        clerk.desk.benefits.redeem(other, coupon)
    clerk.desk.benefits.redeem(other, gift, usd(100))
    assert clerk.desk.benefits.ledger(gift)[-1].reason.startswith("for C-")


def test_a_lost_code_is_void_and_its_rest_goes_to_another(clerk: Counter, shari: CustomerId) -> None:
    gift = given(clerk, shari, GIFT, code="GB-5000")
    clerk.desk.benefits.redeem(shari, gift, usd(1000))
    new = BenefitId(clerk.desk.benefits.reissue(gift).subject)
    old, now = seen(clerk, gift), seen(clerk, new)
    assert (old.state, old.left, old.now) == (BenefitState.VOID, 0, now.benefit.code)
    assert (now.rest, now.benefit.expires, now.benefit.reissued_from_id) == (usd(4000), old.benefit.expires, gift)
    with pytest.raises(BadInput, match=f"GB-5000 is VOID: it was replaced by {now.benefit.code}"):
        clerk.desk.benefits.redeem(shari, gift, usd(1))
    with pytest.raises(BadInput, match="VOID"):
        clerk.desk.benefits.reissue(gift)


def test_a_second_reissue_takes_a_supervisor_who_is_named(clerk: Counter, shari: CustomerId) -> None:
    first = given(clerk, shari, COUPON)
    second = BenefitId(clerk.desk.benefits.reissue(first).subject)
    with pytest.raises(NoRight, match="was reissued before"):
        clerk.desk.benefits.reissue(second)
    acting(clerk, clerk.paul)
    third = BenefitId(clerk.desk.benefits.reissue(second).subject)
    assert seen(clerk, first).now == seen(clerk, third).benefit.code
    assert [each.by for each in clerk.desk.benefits.ledger(second)] == ["Ben", "Paul"]


def test_a_supervisor_agrees_to_a_second_one_by_their_own_pin_and_the_clerk_stays(
    clerk: Counter, shari: CustomerId
) -> None:
    acting(clerk, clerk.ada)
    for who, pin in ((clerk.ada, "135792"), (clerk.paul, "246813"), (clerk.ben, "975318")):
        clerk.desk.signing.set_pin(who.id, pin)
    acting(clerk, clerk.ben)
    second = BenefitId(clerk.desk.benefits.reissue(given(clerk, shari, COUPON)).subject)
    for who, pin in ((clerk.ben, "975318"), (clerk.paul, "135792"), (clerk.paul, "")):
        with pytest.raises(DeskError):
            clerk.desk.benefits.reissue(second, who.id, pin)
    assert seen(clerk, second).stands
    clerk.desk.benefits.reissue(second, clerk.paul.id, "246813")
    entry = clerk.desk.benefits.ledger(second)[-1]
    assert (entry.kind, entry.by, entry.agreed_by) == (EntryKind.REISSUED, "Ben", "Paul")


def test_a_reissue_taken_back_makes_the_old_code_good_again(clerk: Counter, shari: CustomerId) -> None:
    gift = given(clerk, shari, GIFT, code="GB-5000")
    clerk.desk.benefits.reissue(gift)
    clerk.undo()
    assert (seen(clerk, gift).rest, seen(clerk, gift).now) == (usd(5000), "")
    assert [each.benefit.code for each in clerk.desk.benefits.of_customer(shari)] == ["GB-5000"]
    kinds = [each.kind for each in clerk.desk.benefits.ledger(gift)]
    assert kinds == [EntryKind.ISSUED, EntryKind.REISSUED, EntryKind.TAKEN_BACK]


def test_what_was_done_with_the_new_code_keeps_the_reissue(clerk: Counter, shari: CustomerId) -> None:
    gift = given(clerk, shari, GIFT)
    done = clerk.desk.benefits.reissue(gift)
    clerk.desk.benefits.redeem(shari, BenefitId(done.subject), usd(100))
    last = clerk.desk.own_entries.last().done
    with pytest.raises(Conflict, match="Something has been done"):
        clerk.desk.own_entries.undo(done)
    clerk.desk.own_entries.undo(last)
    clerk.desk.own_entries.undo(done)
    assert seen(clerk, gift).rest == usd(5000)


def test_a_redemption_is_not_given_back_to_a_code_that_is_void_since(clerk: Counter, shari: CustomerId) -> None:
    gift = given(clerk, shari, GIFT)
    done = clerk.desk.benefits.redeem(shari, gift, usd(100))
    clerk.desk.benefits.reissue(gift)
    with pytest.raises(Conflict, match="void since"):
        clerk.desk.own_entries.undo(done)
    assert seen(clerk, gift).left == 0


def test_only_a_supervisor_makes_a_benefit_void(clerk: Counter, shari: CustomerId) -> None:
    gift = given(clerk, shari, GIFT)
    with pytest.raises(NoRight):
        clerk.desk.benefits.void(gift, "stolen")
    acting(clerk, clerk.paul)
    with pytest.raises(BadInput, match="reason"):
        clerk.desk.benefits.void(gift, " ")
    clerk.desk.benefits.void(gift, "stolen")
    assert (seen(clerk, gift).state, seen(clerk, gift).left) == (BenefitState.VOID, 0)
    clerk.undo()
    assert seen(clerk, gift).rest == usd(5000)


def test_a_choice_counts_from_its_day_and_changes_by_the_rule_of_the_perk(clerk: Counter, shari: CustomerId) -> None:
    perk = given(clerk, shari, PREMIER)
    for each in ("ink", "Paper", "Furniture"):
        clerk.desk.benefits.choose(perk, each)
    assert seen(clerk, perk).open_picks == 1
    with pytest.raises(BadInput, match="Ink is chosen already"):
        clerk.desk.benefits.choose(perk, "INK")
    with pytest.raises(BadInput, match="no category of that name"):
        clerk.desk.benefits.choose(perk, "Toys")
    clerk.desk.benefits.choose(perk, "Coffee")
    view = seen(clerk, perk)
    assert (view.open_picks, view.next_change) == (0, date(2027, 2, 23))
    with pytest.raises(BadInput, match="changed again from Tuesday 23 February 2027"):
        clerk.desk.benefits.choose(perk, "Cleaning", "Coffee")
    clerk.tick(92 * DAY)
    with pytest.raises(BadInput, match="say which category"):
        clerk.desk.benefits.choose(perk, "Cleaning")
    clerk.desk.benefits.choose(perk, "Cleaning", "coffee")
    assert [each.choice for each in seen(clerk, perk).picked] == ["Ink", "Paper", "Furniture", "Cleaning"]
    clerk.undo()
    assert [each.choice for each in seen(clerk, perk).picked] == ["Ink", "Paper", "Furniture", "Coffee"]


def test_what_was_picked_goes_along_with_a_new_code(clerk: Counter, shari: CustomerId) -> None:
    perk = given(clerk, shari, PREMIER)
    clerk.desk.benefits.choose(perk, "Ink")
    new = BenefitId(clerk.desk.benefits.reissue(perk).subject)
    assert [each.choice for each in seen(clerk, new).picked] == ["Ink"]


def test_the_ledger_and_what_was_given_cannot_be_rewritten(clerk: Counter, shari: CustomerId) -> None:
    gift = given(clerk, shari, GIFT)
    entry, benefit = models.BenefitEntry, models.Benefit
    for query in (
        entry.update(amount=9).where(entry.benefit == gift),
        entry.delete().where(entry.benefit == gift),
        benefit.update(amount_minor=9).where(benefit.id == gift),
        benefit.update(expires=None).where(benefit.id == gift),
        benefit.delete().where(benefit.id == gift),
    ):
        with pytest.raises(PeeweeException):
            query.execute()


def test_the_lookup_finds_who_has_a_code_and_says_of_void_ones_what_took_their_place(
    clerk: Counter, shari: CustomerId
) -> None:
    coupon = given(clerk, shari, COUPON, code="XK-2291")
    for typed in ("XK-2291", "xk 2291", "coupon xk-2291", "xk22", "2291"):
        hit = clerk.desk.lookup.find(typed)[0]
        assert (hit.customer_id, hit.benefit_id, hit.text) == (shari, coupon, "XK-2291"), typed
    new = seen(clerk, BenefitId(clerk.desk.benefits.reissue(coupon).subject)).benefit
    assert clerk.desk.lookup.find("XK-2291")[0].text == f"XK-2291 is VOID, now {new.code}"
    found = clerk.desk.lookup.find(new.code)[0]
    assert (found.exact, found.matched.value, found.benefit_id) == (True, "benefit", new.id)


def test_a_wrong_sign_in_a_code_is_said(clerk: Counter, shari: CustomerId) -> None:
    code = seen(clerk, given(clerk, shari, COUPON)).benefit.code
    assert clerk.desk.benefits.by_code(code.lower().replace("-", " ")).benefit.code == code
    swapped = code[1] + code[0] + code[2:] if code[0] != code[1] else code[:-1] + ("2" if code[-1] != "2" else "3")
    with pytest.raises(NotFound, match="is wrong, or two are swapped"):
        clerk.desk.benefits.by_code(swapped)
    with pytest.raises(NotFound, match="No benefit"):
        clerk.desk.benefits.by_code("12345")


def test_merged_customers_have_the_benefits_of_both(clerk: Counter, shari: CustomerId) -> None:
    other = clerk.customer("Sherry Caldwell")
    gift = given(clerk, other, GIFT)
    merging = clerk.desk.merging
    kept, gone = clerk.desk.customers.view(shari).customer, clerk.desk.customers.view(other).customer
    merging.merge(MergeTyped(kept.id, gone.id, {each.id: each.version for each in (kept, gone)}))
    assert [each.benefit.id for each in clerk.desk.benefits.of_customer(shari)] == [gift]
    clerk.desk.benefits.redeem(other, gift, usd(100))
    assert seen(clerk, gift).rest == usd(4900)


def test_two_desks_cannot_spend_the_same_balance(clerk: Counter, shari: CustomerId) -> None:
    gift = given(clerk, shari, GIFT)
    start, results = Barrier(2), []

    def spend() -> None:
        clerk.desk.connect()  # a connection of its own, as every desk has
        start.wait()
        for _ in range(5):
            try:
                clerk.desk.benefits.redeem(shari, gift, usd(800))
                results.append(800)
            except DeskError:
                results.append(0)
        clerk.desk.close()

    desks = [Thread(target=spend) for _ in range(2)]
    for each in desks:
        each.start()
    for each in desks:
        each.join()
    assert seen(clerk, gift).left == 5000 - sum(results)
    assert seen(clerk, gift).left >= 0
    assert sum(results) == 4800


def test_what_was_given_and_what_supervisors_write_is_taken_back(clerk: Counter, shari: CustomerId) -> None:
    given(clerk, shari, COUPON)
    clerk.undo()
    assert clerk.desk.benefits.of_customer(shari) == ()
    acting(clerk, clerk.paul)
    added = BenefitTypeId(clerk.desk.benefit_types.add(GIFT).subject)
    before = clerk.desk.benefit_types.all()
    clerk.desk.benefit_types.edit(added, 1, replace(GIFT, title="Gift card"))
    assert clerk.desk.benefit_types.one(added).title == "Gift card"
    clerk.undo()
    clerk.desk.benefit_types.retire(added, clerk.desk.benefit_types.one(added).version)
    assert added not in [each.id for each in clerk.desk.benefit_types.all()]
    clerk.undo()
    assert [replace(each, version=1) for each in clerk.desk.benefit_types.all()] == list(before)
    clerk.desk.benefits.give(shari, BenefitTyped(added))
    with pytest.raises(Conflict, match="A benefit of that type has been given"):
        clerk.desk.own_entries.undo(next(each for each in history(clerk) if each.verb == "benefit_type.add"))


def test_a_type_belongs_to_supervisors_and_the_second_of_two_changes_is_told(clerk: Counter) -> None:
    made = kind(clerk, GIFT)
    for change in (
        lambda: clerk.desk.benefit_types.add(COUPON),
        lambda: clerk.desk.benefit_types.edit(made, 1, COUPON),
        lambda: clerk.desk.benefit_types.retire(made, 1),
    ):
        with pytest.raises(NoRight):
            change()
    acting(clerk, clerk.paul)
    clerk.desk.benefit_types.edit(made, 1, COUPON)
    with pytest.raises(Conflict):
        clerk.desk.benefit_types.edit(made, 1, PREMIER)


def test_a_slip_is_kept_before_it_is_printed_and_holds_a_reissue_in_place(clerk: Counter, shari: CustomerId) -> None:
    new = BenefitId(clerk.desk.benefits.reissue(given(clerk, shari, COUPON, code="XK-2291")).subject)
    slips = clerk.desk.benefit_slips
    content = slips.content(new)
    assert (content.replaces, content.code) == ("XK-2291", seen(clerk, new).benefit.code)
    kept = BenefitSlipId(slips.keep(new, content).subject)
    slips.failed(kept, "printer 192.0.2.20", "Out of paper.")
    assert slips.one(kept).content == content
    assert slips.one(kept).state.is_waiting
    slips.printed(kept, "printer 192.0.2.20")
    assert not slips.one(kept).state.is_waiting
    reissued = next(each for each in history(clerk) if each.verb == "benefit.reissue")
    with pytest.raises(Conflict):
        clerk.desk.own_entries.undo(reissued)
    with pytest.raises(BadInput, match="VOID"):
        slips.content(clerk.desk.benefits.by_code("XK-2291").benefit.id)


def test_a_given_code_that_no_file_may_be_called_is_saved_under_another_name(
    clerk: Counter, shari: CustomerId
) -> None:
    made = given(clerk, shari, COUPON, code="A/B.C 1")
    assert clerk.desk.benefit_slips.content(made).file_name == "benefit-A-B-C-1"


def history(counter: Counter) -> list[Done]:
    rows = models.Journal.select().order_by(models.Journal.id.desc())
    return [Done(row.subject, row.customer, row.verb, row.id) for row in rows]
