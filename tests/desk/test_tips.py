"""Tips of the manual for what is in view, offered once, written down for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from peewee import DatabaseError

from deskui.desk.tips import OfferTyped
from deskui.domain.manual.typed import ArticleTyped
from deskui.domain.story.story import for_customer
from deskui.domain.tips import Fit, TipAnswer
from deskui.errors import BadInput, Conflict, NotAllowed, NotFound
from deskui.store import models
from tests.desk.counter import DAY
from tests.desk.merges import merge, separate
from tests.store.spying import full_scans, watched

if TYPE_CHECKING:
    from deskui.domain.done import Done
    from deskui.domain.ids import ArticleId, CaseId, CustomerId
    from deskui.domain.tips import TipInView
    from tests.desk.counter import Counter

TAKEN, DECLINED, NOT_NOW = TipAnswer.TAKEN, TipAnswer.DECLINED, TipAnswer.NOT_NOW
SAME_PRICE = "same price to buy, and 30 days to bring it back"


@pytest.fixture
def counter(counter: Counter) -> Counter:
    """A shop in which Ada, a supervisor, writes the manual."""
    models.Employee.update(role="supervisor").where(models.Employee.id == counter.ada.id).execute()
    counter.desk.post.look_again(counter.ada.id)
    return counter


def article(counter: Counter, title: str = SAME_PRICE, kind: str = "tip", **more: str) -> ArticleId:
    typed = ArticleTyped(kind, title, "Say it before they ask.", **more)  # type: ignore[arg-type]
    return counter.desk.manual.add(typed).subject  # type: ignore[return-value]


def seen(counter: Counter, who: CustomerId, case: CaseId | None = None) -> tuple[TipInView, ...]:
    return counter.desk.customers.view(who, case).tips


def offer(counter: Counter, who: CustomerId, tip: TipInView, answer: TipAnswer, words: str = "") -> Done:
    return counter.desk.tips.offer(who, OfferTyped(tip.tip.article_id, answer, words, tip.order_id, tip.case_id))


def test_a_tip_stands_on_the_order_it_goes_with_and_on_no_other(counter: Counter) -> None:
    who, note = counter.customer(), article(counter, "Pairs with two phones", "product note", products="headsets")
    headset = counter.order(who, "R-1", "Headset, noise cancelling")
    counter.order(who, "R-2", "Lamp")
    (found,) = seen(counter, who)
    assert (found.tip.article_id, found.order_id, found.case_id) == (note, headset, None)
    assert (found.fit, found.is_open, found.offered) == (Fit.PRODUCT_KIND, True, None)


def test_a_product_note_stands_behind_the_tips(counter: Counter) -> None:
    who = counter.customer()
    counter.order(who, "R-1", "Headset")
    article(counter, "Pairs with two phones", "product note", products="headset")
    article(counter, products="headset, lamp")
    assert [(each.tip.title, each.tip.is_note) for each in seen(counter, who)] == [
        (SAME_PRICE, False),
        ("Pairs with two phones", True),
    ]


@pytest.mark.parametrize("kind", ["policy", "guide"])
def test_a_policy_or_a_guide_is_no_tip(counter: Counter, kind: str) -> None:
    who = counter.customer()
    counter.order(who, "R-1", "Headset")
    article(counter, kind=kind, products="headset")
    assert seen(counter, who) == ()


def test_it_stands_in_the_case_of_its_kind_and_of_the_product_ordered_under_its_number(counter: Counter) -> None:
    who = counter.customer()
    article(counter, "By the kind", cases="rental")
    article(counter, "By the product", products="projector")
    order, case = counter.order(who, "R-1", "Projector"), counter.case(who, "Rental")
    counter.number(who, "R-1", case=case, order=order)
    found = [(each.tip.title, each.case_id, each.order_id) for each in seen(counter, who, case)]
    assert found == [
        ("By the product", case, None),
        ("By the kind", case, None),
        ("By the product", None, order),
    ]
    typed = OfferTyped(seen(counter, who, case)[0].tip.article_id, DECLINED, case_id=case)
    counter.desk.tips.offer(who, typed)
    assert [each.is_open for each in seen(counter, who, case)] == [True, False, False]


def test_a_closed_case_and_an_order_of_long_ago_have_no_tips(counter: Counter) -> None:
    who = counter.customer()
    article(counter, products="headset", cases="parcel")
    counter.order(who, "R-1", "Headset")
    case = counter.case(who)
    assert len(seen(counter, who)) == 2
    shown = counter.desk.customers.view(who).case
    assert shown is not None
    counter.desk.cases.close(shown, "Found.")
    assert [each.case_id for each in seen(counter, who, case)] == [None]
    counter.tick(366 * DAY)
    assert seen(counter, who, case) == ()


def test_what_the_manual_does_not_say_today_is_no_tip(counter: Counter) -> None:
    who = counter.customer()
    counter.order(who, "R-1", "Headset")
    later = article(counter, "Later", products="headset", valid_from="1 Dec")
    over = article(counter, "Over", products="headset", valid_until="30 Nov")
    retired = article(counter, "Retired", products="headset")
    counter.desk.manual.retire(retired, 1)
    assert [each.tip.article_id for each in seen(counter, who)] == [over]
    counter.tick(9 * DAY)
    assert [each.tip.article_id for each in seen(counter, who)] == [later]


def test_it_is_called_what_it_is_called_now_and_offered_under_that(counter: Counter) -> None:
    who, tip = counter.customer(), article(counter, products="headset")
    counter.order(who, "R-1", "Headset")
    counter.desk.manual.revise(tip, 1, ArticleTyped("tip", "A better name", "Said so.", products="headset", why="so"))
    (found,) = seen(counter, who)
    assert (found.tip.title, found.tip.version_id) == ("A better name", counter.desk.manual.versions(tip)[0].id)
    offer(counter, who, found, TAKEN)
    row = models.TipOffer.select().get()
    assert (row.title, row.article_version_id) == ("A better name", found.tip.version_id)


def test_what_was_offered_is_not_offered_again_and_says_who_and_what(counter: Counter) -> None:
    who = counter.customer()
    article(counter, products="headset")
    counter.order(who, "R-1", "Headset")
    counter.desk.act_as(counter.ben)
    offer(counter, who, seen(counter, who)[0], DECLINED, "has one at home")
    counter.desk.act_as(counter.paul)
    (found,) = seen(counter, who)
    assert not found.is_open
    assert found.offered is not None
    assert (found.offered.by, found.offered.answer, found.offered.words) == ("Ben", DECLINED, "has one at home")
    before = counter.entries()
    with pytest.raises(NotAllowed, match="by Ben already: declined"):
        offer(counter, who, found, NOT_NOW)
    assert counter.entries() == before
    offer(counter, who, found, TAKEN)
    assert seen(counter, who)[0].offered.answer is TAKEN  # type: ignore[union-attr]


def test_the_same_tip_is_offered_for_another_order_and_to_somebody_else(counter: Counter) -> None:
    who, other = counter.customer(), counter.customer("Ida Lamp")
    article(counter, products="headset")
    first = counter.order(who, "R-1", "Headset")
    offer(counter, who, seen(counter, who)[0], DECLINED)
    second = counter.order(who, "R-2", "Headset")
    counter.order(other, "R-3", "Headset")
    assert {each.order_id: each.is_open for each in seen(counter, who)} == {first: False, second: True}
    assert seen(counter, other)[0].is_open


def test_not_now_comes_back_after_thirty_days(counter: Counter) -> None:
    who = counter.customer()
    article(counter, products="headset")
    counter.order(who, "R-1", "Headset")
    offer(counter, who, seen(counter, who)[0], NOT_NOW)
    counter.tick(29 * DAY)
    assert not seen(counter, who)[0].is_open
    counter.tick(DAY)
    assert seen(counter, who)[0].is_open
    offer(counter, who, seen(counter, who)[0], NOT_NOW)


def test_undo_is_a_counter_entry_and_it_may_be_offered_again(counter: Counter) -> None:
    who = counter.customer()
    article(counter, products="headset")
    counter.order(who, "R-1", "Headset")
    offer(counter, who, seen(counter, who)[0], NOT_NOW)
    offer(counter, who, seen(counter, who)[0], DECLINED)
    counter.undo()
    assert seen(counter, who)[0].offered.answer is NOT_NOW  # type: ignore[union-attr]
    counter.undo()
    assert seen(counter, who)[0].offered is None
    assert models.TipOffer.select().count() == 4


def test_undo_of_one_that_was_offered_again_since_is_refused(counter: Counter) -> None:
    who = counter.customer()
    article(counter, products="headset")
    counter.order(who, "R-1", "Headset")
    mine = offer(counter, who, seen(counter, who)[0], NOT_NOW)
    counter.desk.act_as(counter.ben)
    offer(counter, who, seen(counter, who)[0], TAKEN)
    counter.desk.act_as(counter.ada)
    with pytest.raises(Conflict, match="offered again since"):
        counter.desk.own_entries.undo(mine)


def test_the_record_of_offers_cannot_be_rewritten(counter: Counter) -> None:
    who = counter.customer()
    article(counter, products="headset")
    counter.order(who, "R-1", "Headset")
    offer(counter, who, seen(counter, who)[0], DECLINED)
    for statement in (
        "UPDATE tip_offer SET answer = 'taken'",
        "UPDATE tip_offer SET customer_id = 2",
        "DELETE FROM tip_offer",
    ):
        with pytest.raises(DatabaseError, match="append-only"):
            counter.desk.store.database.execute_sql(statement)


def test_of_merged_customers_both_were_offered_it_and_it_goes_back_with_each(counter: Counter) -> None:
    kept, gone = counter.customer(), counter.customer("Shari Cadwell")
    article(counter, products="headset")
    order = counter.order(gone, "R-1", "Headset")
    offer(counter, gone, seen(counter, gone)[0], DECLINED)
    merge(counter, kept, gone)
    assert [(each.order_id, each.is_open) for each in seen(counter, kept)] == [(order, False)]
    separate(counter, kept)
    assert seen(counter, kept) == ()
    assert not seen(counter, gone)[0].is_open


def test_what_belongs_to_somebody_else_is_refused(counter: Counter) -> None:
    who, other = counter.customer(), counter.customer("Ida Lamp")
    tip = article(counter, products="headset", cases="parcel")
    order, case = counter.order(other, "R-1", "Headset"), counter.case(other)
    before = counter.entries()
    for typed in (
        OfferTyped(tip, TAKEN, order_id=order),  # type: ignore[arg-type]
        OfferTyped(tip, TAKEN, case_id=case),
        OfferTyped(99, TAKEN),  # type: ignore[arg-type]
    ):
        with pytest.raises(NotFound):
            counter.desk.tips.offer(who, typed)
    with pytest.raises(BadInput, match="What they said"):
        counter.desk.tips.offer(other, OfferTyped(tip, TAKEN, "x" * 5000, case_id=case))
    assert counter.entries() == before


def test_the_same_save_twice_is_one_offer(counter: Counter) -> None:
    who = counter.customer()
    article(counter, cases="parcel")
    case = counter.case(who)
    typed = OfferTyped(seen(counter, who)[0].tip.article_id, TAKEN, case_id=case)
    first = counter.desk.tips.offer(who, typed, "one key")
    assert counter.desk.tips.offer(who, typed, "one key").sequence == first.sequence
    assert models.TipOffer.select().count() == 1


def test_it_stands_in_the_story_of_the_case_and_not_in_the_customers_copy(counter: Counter) -> None:
    who = counter.customer()
    article(counter, cases="parcel")
    case = counter.case(who)
    offer(counter, who, seen(counter, who)[0], DECLINED, "has one at home")
    story = counter.desk.stories.of_case(case)
    (told,) = [each for each in story.entries if SAME_PRICE in each.words]
    assert (told.kind.value, told.words, told.by) == ("offered", f"{SAME_PRICE}: declined", "Ada")
    assert [each.text for each in told.lines] == ["has one at home"]
    assert SAME_PRICE not in repr(for_customer(story))
    counter.undo()
    assert SAME_PRICE not in repr(counter.desk.stories.of_case(case))


def test_all_tips_in_view_are_one_statement_over_indexes(counter: Counter) -> None:
    who = counter.customer()
    for number in range(40):
        article(counter, f"Tip {number}", products=f"headset {number}, lamp", cases="parcel")
    for number in range(3):
        counter.order(who, f"R-{number}", "Headset", "Lamp")
    case = counter.case(who)
    offer(counter, who, seen(counter, who)[0], DECLINED)
    view = counter.desk.customers.view(who, case)
    with watched(counter.desk.store.database) as ran:
        assert len(counter.desk.tips.in_view(who, view.orders.rows, view.case)) == 160
    assert len(ran) == 1
    assert full_scans(counter.desk.store.database, ran) == []


def test_who_has_nothing_that_tips_could_go_with_costs_no_statement(counter: Counter) -> None:
    with watched(counter.desk.store.database) as ran:
        assert counter.desk.tips.in_view(counter.customer(), (), None) == ()
    assert not [sql for sql, _ in ran.statements if "article_tie" in sql]
