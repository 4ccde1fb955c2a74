"""The manual through the desk: articles in versions, what is in force on a day, and what is tied to what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import pytest

from deskui.domain.manual.typed import ArticleTyped
from deskui.errors import BadInput, Conflict, DatabaseTrouble, NoRight, NotAllowed, NotFound
from deskui.store import models
from deskui.store.reads import manual as reads

if TYPE_CHECKING:
    from deskui.domain.ids import ArticleId
    from tests.desk.counter import Counter

WAIVER: Final = ArticleTyped(
    "policy",
    "Truck rental: waiving the fee",
    "Waive the **return fee** when the truck was late because of us.",
    tags="truck, rental, fee",
    valid_from="2026-06-01",
    may_quote=True,
    decides="supervisor",
    about="waive fee",
    cases="truck rental",
)


@pytest.fixture
def manual(counter: Counter) -> Counter:
    """A shop in which Ada, a supervisor, is acting."""
    models.Employee.update(role="supervisor").where(models.Employee.id == counter.ada.id).execute()
    return counter


def add(counter: Counter, typed: ArticleTyped = WAIVER) -> ArticleId:
    return counter.desk.manual.add(typed).subject  # type: ignore[return-value]


def revise(counter: Counter, article: ArticleId, typed: ArticleTyped) -> None:
    counter.desk.manual.revise(
        article, counter.desk.manual.article(article).version, replace(typed, why=typed.why or "so")
    )


def text_on(counter: Counter, article: ArticleId, day: date) -> str | None:
    found = counter.desk.manual.in_force(article, day)
    return None if found is None else found.version.text


def take_back(counter: Counter) -> None:
    counter.desk.own_entries.undo(counter.desk.own_entries.last().done)


def test_an_article_is_kept_with_all_that_was_typed(manual: Counter) -> None:
    found = manual.desk.manual.in_force(add(manual))
    assert found is not None
    said = found.version
    assert (found.title, found.article.tags) == (WAIVER.title, ("truck", "rental", "fee"))
    assert (said.text, said.valid_from, said.valid_until) == (WAIVER.text, date(2026, 6, 1), None)
    assert (said.may_quote, said.decides, said.about, said.number) == (True, "supervisor", ("waive fee",), 1)
    assert said.by == "Ada"


def test_each_change_is_a_version_and_the_day_says_which_is_in_force(manual: Counter) -> None:
    article = add(manual)
    revise(manual, article, replace(WAIVER, text="Never.", valid_from="2026-12-01", why="costs too much"))
    revise(manual, article, replace(WAIVER, text="At Christmas.", valid_from="2026-12-20", valid_until="2026-12-26"))
    assert text_on(manual, article, date(2026, 5, 31)) is None
    assert text_on(manual, article, date(2026, 11, 30)) == WAIVER.text
    assert text_on(manual, article, date(2026, 12, 1)) == "Never."
    assert text_on(manual, article, date(2026, 12, 26)) == "At Christmas."
    assert text_on(manual, article, date(2026, 12, 27)) == "Never."
    assert [(each.number, each.why) for each in manual.desk.manual.versions(article)] == [
        (3, "so"),
        (2, "costs too much"),
        (1, ""),
    ]


def test_policies_in_force_are_those_of_the_day_by_title(manual: Counter) -> None:
    first = add(manual)
    add(manual, replace(WAIVER, title="Returns within 30 days", valid_from="2027-01-01"))
    add(manual, replace(WAIVER, kind="guide", title="A guide is no policy"))
    add(manual, replace(WAIVER, title="An old one", valid_until="2026-08-01"))
    assert [each.article.id for each in manual.desk.manual.policies()] == [first]
    later = manual.desk.manual.policies(date(2027, 1, 1))
    assert [each.title for each in later] == ["Returns within 30 days", WAIVER.title]


def test_what_is_tied_is_found_by_the_words_of_a_product_and_by_kinds(manual: Counter) -> None:
    tied = replace(WAIVER, kind="product note", cases="Repairs", products="wireless headset, Hot Wheels")
    add(manual, replace(tied, title="Headsets"))
    add(manual, replace(tied, title="Coupons", products="", cases="", benefits="coupon"))
    find = manual.desk.manual.tied_to
    assert [each.title for each in find(["Jabra Wireless Headsets, black"])] == ["Headsets"]
    assert [each.title for each in find(["hot wheel track set"])] == ["Headsets"]
    assert find(["Wireless mouse", "headset stand"]) == ()
    assert [each.title for each in find([], ["repair"])] == ["Headsets"]
    assert [each.title for each in find([], [], ["Coupon"])] == ["Coupons"]
    assert find([]) == ()


def test_ties_alone_can_be_changed_and_taken_back(manual: Counter) -> None:
    article = add(manual)
    kept = manual.desk.manual.article(article)
    manual.desk.manual.tie(article, kept.version, replace(WAIVER, cases="", products="truck"))
    assert [(each.what, each.text) for each in manual.desk.manual.ties(article)] == [("product", "truck")]
    assert len(manual.desk.manual.versions(article)) == 1
    take_back(manual)
    assert [(each.what, each.text) for each in manual.desk.manual.ties(article)] == [("case", "truck rental")]


def test_a_retired_article_is_no_longer_in_force_until_it_is_used_again(manual: Counter) -> None:
    article = add(manual)
    manual.desk.manual.retire(article, 1)
    assert manual.desk.manual.in_force(article) is None
    assert manual.desk.manual.tied_to([], ["truck rental"]) == manual.desk.manual.policies() == ()
    with pytest.raises(NotAllowed, match="was retired"):
        revise(manual, article, WAIVER)
    manual.desk.manual.restore(article, 2)
    assert manual.desk.manual.in_force(article) is not None


def test_only_a_supervisor_writes_the_manual(counter: Counter) -> None:
    models.Employee.update(role="clerk").execute()
    with pytest.raises(NoRight, match="supervisor"):
        add(counter)
    assert models.Article.select().count() == 0


def test_a_change_needs_a_reason_and_a_new_article_none(manual: Counter) -> None:
    article = add(manual)
    with pytest.raises(BadInput, match="Say why it is changed") as refused:
        manual.desk.manual.revise(article, 1, replace(WAIVER, text="Never."))
    assert refused.value.field == "Why it is changed"
    assert len(manual.desk.manual.versions(article)) == 1


def test_a_policy_is_about_kinds_of_goodwill_that_there_are(manual: Counter) -> None:
    with pytest.raises(BadInput, match=r"margaret.* is no kind of goodwill; there are waive fee, credit"):
        add(manual, replace(WAIVER, about="credit, waive feeAsk Margaret"))
    found = manual.desk.manual.in_force(add(manual, replace(WAIVER, about="Waive  Fee, credit, CREDIT")))
    assert found is not None
    assert found.version.about == ("waive fee", "credit")


def test_two_who_change_an_article_at_once_do_not_overwrite_each_other(manual: Counter) -> None:
    article = add(manual)
    manual.desk.manual.revise(article, 1, replace(WAIVER, text="Theirs.", why="so"))
    with pytest.raises(Conflict):
        manual.desk.manual.revise(article, 1, replace(WAIVER, text="Mine.", why="so"))
    assert [each.text for each in manual.desk.manual.versions(article)] == ["Theirs.", WAIVER.text]


def test_a_change_taken_back_puts_the_version_before_in_force_and_its_number_is_not_used_again(
    manual: Counter,
) -> None:
    article = add(manual)
    revise(manual, article, replace(WAIVER, title="Other", text="Never."))
    take_back(manual)
    assert manual.desk.manual.article(article).title == WAIVER.title
    assert text_on(manual, article, date(2026, 12, 1)) == WAIVER.text
    revise(manual, article, replace(WAIVER, text="Always."))
    assert [each.number for each in manual.desk.manual.versions(article)] == [3, 1]


def test_a_new_article_taken_back_is_gone(manual: Counter) -> None:
    article = add(manual)
    take_back(manual)
    assert manual.desk.manual.in_force(article) is None
    with pytest.raises(NotFound):
        manual.desk.manual.article(article)


def test_a_new_article_that_was_changed_since_is_not_taken_back(manual: Counter) -> None:
    first = manual.desk.manual.add(WAIVER)
    revise(manual, first.subject, replace(WAIVER, text="Other."))  # type: ignore[arg-type]
    with pytest.raises(Conflict, match="changed or used since"):
        manual.desk.own_entries.undo(first)


def test_a_retired_article_comes_back_when_that_is_taken_back(manual: Counter) -> None:
    article = add(manual)
    manual.desk.manual.retire(article, 1)
    take_back(manual)
    assert manual.desk.manual.in_force(article) is not None
    manual.desk.manual.retire(article, 3)
    manual.desk.manual.restore(article, 4)
    take_back(manual)
    assert manual.desk.manual.in_force(article) is None


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"kind": "rumour"}, "The kind"),
        ({"title": " "}, "The title"),
        ({"text": ""}, "The text"),
        ({"text": "a\x1b[2J"}, "The text"),
        ({"valid_from": "someday"}, "Valid from"),
        ({"valid_until": "2026-05-31"}, "Valid until"),
        ({"decides": "expediter"}, "Who decides"),
        ({"tags": "x" * 81}, "The tags"),
    ],
)
def test_what_is_not_accepted_names_its_field_and_keeps_nothing(
    manual: Counter, change: dict[str, str], field: str
) -> None:
    with pytest.raises(BadInput) as refused:
        add(manual, replace(WAIVER, **change))
    assert refused.value.field == field
    assert models.Article.select().count() == 0


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM article_version",
        "UPDATE article_version SET text = 'other'",
        "UPDATE article_version SET valid_from = '2020-01-01'",
        "UPDATE article_version SET number = 7",
    ],
)
def test_the_database_itself_refuses_to_change_what_an_article_said(manual: Counter, statement: str) -> None:
    add(manual)
    with pytest.raises(DatabaseTrouble), manual.desk.store.transaction():
        manual.desk.store.database.execute_sql(statement)
    assert models.ArticleVersion.select().count() == 1


def test_the_day_decides_as_the_versions_themselves_say(manual: Counter) -> None:
    from deskui.domain.manual.article import in_force

    article = add(manual)
    for month, until in ((3, ""), (9, "2026-10-01"), (9, ""), (1, "2026-12-31")):
        revise(manual, article, replace(WAIVER, valid_from=f"2026-{month:02}-01", valid_until=until))
    known = manual.desk.manual.versions(article)
    for days in range(0, 500, 3):
        day = date(2025, 12, 1) + timedelta(days)
        found, expected = reads.version_in_force(article, day), in_force(known, day)
        assert (found and found.version) == expected, day
