"""Earlier concessions and refused requests, found from a case, with what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from deskui.domain.goodwill.goodwill import Footing, GoodwillKind, GoodwillTyped
from deskui.domain.goodwill.precedent import PrecedentCount, Source
from deskui.domain.manual.typed import ArticleTyped
from deskui.domain.promises.standing import Outcome
from deskui.domain.typed import CaseTyped, PromiseTyped
from deskui.store import models
from deskui.store.models.base import to_millis
from deskui.store.writes import precedents as writes
from deskui.store.writes.bulk import insert_rows
from tests.desk.counter import DAY, HOUR
from tests.desk.merges import merge, separate
from tests.store.spying import full_scans, steps, watched

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.case import Case
    from deskui.domain.goodwill.precedent import Precedent
    from deskui.domain.ids import ArticleVersionId, CaseId, CustomerId
    from tests.desk.counter import Counter

WAIVE, CREDIT = GoodwillKind.WAIVE_FEE, GoodwillKind.CREDIT


@pytest.fixture
def counter(counter: Counter) -> Counter:
    """A shop in which Ada, an administrator without limits, decides, and Ben may ask."""
    models.Employee.update(role="administrator").where(models.Employee.id == counter.ada.id).execute()
    counter.desk.post.look_again(counter.ada.id)
    return counter


def give(
    counter: Counter,
    who: CustomerId,
    case: CaseId | None = None,
    reason: str = "we were late",
    kind: GoodwillKind = WAIVE,
    **more: Any,
) -> int:
    counter.tick(HOUR)
    typed = GoodwillTyped(kind, reason, "19", case_id=case, **more)
    return counter.desk.goodwill.give(who, typed).subject


def refuse(counter: Counter, who: CustomerId, case: CaseId | None, reason: str, words: str) -> int:
    counter.desk.act_as(counter.ben)
    asked = counter.desk.approvals.ask(who, GoodwillTyped(CREDIT, reason, "500", case_id=case)).subject
    counter.desk.act_as(counter.ada)
    counter.desk.approvals.refuse(asked, words)  # type: ignore[arg-type]
    return asked


def matter(counter: Counter, who: CustomerId, subject: str, kind: str = "travel") -> CaseId:
    return counter.desk.cases.open(who, CaseTyped(subject, kind)).subject  # type: ignore[return-value]


def shown(counter: Counter, case: CaseId) -> Case:
    return counter.desk.cases.case(case)


def near(counter: Counter, who: CustomerId, case: CaseId | None, **more: Any) -> tuple[Precedent, ...]:
    return counter.desk.precedents.nearest(who, None if case is None else shown(counter, case), **more)


def rows(found: Iterable[Precedent]) -> list[tuple[Source, int]]:
    return [(each.ref.source, each.ref.row) for each in found]


def test_theirs_first_then_the_kind_of_case_then_words(counter: Counter) -> None:
    who, other = counter.customer(), counter.customer("Ida Lamp")
    case = matter(counter, who, "Lounge fee at the airport")
    by_words = give(counter, other, matter(counter, other, "Airport lounge closed", "complaint"))
    by_kind = give(counter, other, matter(counter, other, "Missed train"))
    own = give(counter, who)
    give(counter, other, matter(counter, other, "Broken wheel", "repair"), "wheel came off")
    found = near(counter, who, case)
    assert rows(found) == [(Source.GIVEN, each) for each in (own, by_kind, by_words)]
    assert [each.customer for each in found] == ["Shari Caldwell", "Ida Lamp", "Ida Lamp"]


def test_without_a_case_it_is_what_the_customer_was_given_and_refused(counter: Counter) -> None:
    who, other = counter.customer(), counter.customer("Ida Lamp")
    give(counter, other)
    first = give(counter, who)
    counter.tick(DAY)
    refused = refuse(counter, who, None, "half of the trip back", "too much for a delay")
    (newest, oldest) = near(counter, who, None)
    assert rows((newest, oldest)) == [(Source.REFUSED, refused), (Source.GIVEN, first)]
    assert newest.is_refused
    assert (newest.by, newest.decided_by, newest.words) == ("Ben", "Ada", "too much for a delay")
    assert (oldest.by, oldest.decided_by, oldest.words) == ("Ada", "", "")


def test_a_policy_makes_near_what_rests_on_it_or_departs_from_it(counter: Counter) -> None:
    who, other = counter.customer(), counter.customer("Ida Lamp")
    article = counter.desk.manual.add(
        ArticleTyped("policy", "Truck rental", "May be waived.", cases="rental")
    ).subject
    version: ArticleVersionId = counter.desk.manual.versions(article)[0].id  # type: ignore[arg-type]
    departed = give(counter, other, policy_version=version, footing=Footing.DEPARTS)
    case, elsewhere = matter(counter, who, "Truck", "rental"), matter(counter, who, "Truck", "parcel")
    (found,) = near(counter, who, case)
    assert (found.ref.row, found.policy, found.concession.footing) == (departed, "Truck rental", Footing.DEPARTS)
    assert near(counter, who, elsewhere) == ()
    assert rows(near(counter, who, elsewhere, policy=version)) == [(Source.GIVEN, departed)]


def test_the_reason_that_is_typed_counts_as_words(counter: Counter) -> None:
    who, other = counter.customer(), counter.customer("Ida Lamp")
    row = give(counter, other, reason="coupon went through the wash")
    assert near(counter, who, None) == ()
    assert rows(near(counter, who, None, reason="the coupon was in the wash")) == [(Source.GIVEN, row)]


def test_it_says_what_became_of_it(counter: Counter) -> None:
    who, other = counter.customer(), counter.customer("Ida Lamp")
    before = matter(counter, other, "Missed train")
    promise = counter.desk.promises.make(other, PromiseTyped(line="call back tomorrow noon", case_id=before)).subject
    give(counter, other, before, promise_id=promise)
    counter.desk.promises.keep(promise)  # type: ignore[arg-type]
    counter.desk.cases.close(shown(counter, before), "Rebooked.")
    counter.tick(3 * DAY)
    counter.order(other, "R-1", "Suitcase")
    (found,) = near(counter, who, matter(counter, who, "Missed flight"))
    assert found.case is not None
    assert (found.case.outcome, found.case.kind) == ("Rebooked.", "travel")
    assert found.became.promise is not None
    assert found.became.promise.standing.outcome is Outcome.KEPT_EARLY
    assert found.became.came_back is not None
    assert (found.became.came_back - found.ref.at).days == 3


def test_what_was_taken_back_is_no_precedent_and_neither_is_what_waits(counter: Counter) -> None:
    who = counter.customer()
    give(counter, who)
    assert len(near(counter, who, None)) == 1
    counter.undo()
    assert near(counter, who, None) == ()
    counter.desk.act_as(counter.ben)
    counter.desk.approvals.ask(who, GoodwillTyped(CREDIT, "a lot", "500"))
    assert near(counter, who, None) == ()


def test_merged_customers_have_the_precedents_of_both_until_they_are_separated(counter: Counter) -> None:
    kept, gone = counter.customer(), counter.customer("Shari Cadwell")
    mine, theirs = give(counter, kept), give(counter, gone)
    refused = refuse(counter, gone, None, "more", "no")
    merge(counter, kept, gone)
    assert {row for _, row in rows(near(counter, kept, None))} == {mine, theirs, refused}
    assert rows(near(counter, gone, None)) == rows(near(counter, kept, None))
    assert counter.desk.precedents.count(kept, None) == PrecedentCount(3, 0)
    separate(counter, kept)
    assert rows(near(counter, kept, None)) == [(Source.GIVEN, mine)]
    assert len(near(counter, gone, None)) == 2


def test_they_are_counted_each_once(counter: Counter) -> None:
    who, other = counter.customer(), counter.customer("Ida Lamp")
    case = matter(counter, who, "Missed flight")
    give(counter, who, case)
    give(counter, who)
    give(counter, other, matter(counter, other, "Missed train"))
    refuse(counter, other, matter(counter, other, "Missed bus"), "a day", "no")
    assert counter.desk.customers.view(who, case).precedents == PrecedentCount(2, 2)
    assert counter.desk.precedents.count(who, None) == PrecedentCount(2, 0)


def test_what_they_are_found_by_is_the_same_when_made_anew(counter: Counter) -> None:
    who, other = counter.customer(), counter.customer("Shari Cadwell")
    give(counter, who, matter(counter, who, "Missed flight"), "she waited three hours")
    refuse(counter, other, matter(counter, other, "Müller's Zug"), "a day", "no")
    give(counter, who)
    counter.undo()
    merge(counter, who, other)
    kept = sorted(models.PrecedentTrait.select().tuples())
    writes.rebuild(counter.desk.store.database)
    assert sorted(models.PrecedentTrait.select().tuples()) == kept
    assert len(kept) > 6


MANY = 100_000


@pytest.fixture
def many(counter: Counter) -> tuple[CustomerId, CaseId]:
    """A hundred thousand concessions, a fifth of them in cases of the kind."""
    who, other = counter.customer(), counter.customer("Ida Lamp")
    case = matter(counter, who, "Lounge fee at the airport")
    cases = [matter(counter, other, f"Lounge fee {number}") for number in range(20)]
    at, me = to_millis(counter.now), counter.ada.id
    said = ("we were late", "promised by a colleague", "lounge was full", "airport fee", "many calls")
    columns = (
        "customer",
        "case",
        "kind",
        "amount_minor",
        "currency",
        "reason",
        "by",
        "charged_to",
        "at",
        "counts_at",
    )
    given = (
        (
            *(
                who if number % 1000 == 0 else other,
                cases[number % 20] if number % 5 == 0 else None,
                WAIVE.value,
                1900,
            ),
            *("USD", said[number % 5], me, me, at - number * 60_000, at),
        )
        for number in range(MANY)
    )
    database = counter.desk.store.database
    with counter.desk.store.transaction():
        insert_rows(database, models.Goodwill, columns, given)
        writes.rebuild(database)
    return who, case


@pytest.mark.embedded("counts the steps of its machine")
def test_of_a_hundred_thousand_the_nearest_come_at_once(counter: Counter, many: tuple[CustomerId, CaseId]) -> None:
    who, case = many
    seen, desk = shown(counter, case), counter.desk.precedents
    with watched(counter.desk.store.database) as ran:
        found = desk.nearest(who, seen, WAIVE)
        counted = desk.count(who, seen)
    assert full_scans(counter.desk.store.database, ran) == []
    assert len(ran) < 16
    assert len(found) == 50
    assert all(each.customer_id == who for each in found)
    assert counted == PrecedentCount(100, 100)
    database = counter.desk.store.database
    assert steps(database, lambda: (desk.nearest(who, seen, WAIVE, most=3), desk.count(who, seen))) < 25_000
