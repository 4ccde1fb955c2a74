"""The search of the manual: what is found, in which order, and what is left out."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import pytest

from deskui.domain.manual.found import Standing
from deskui.domain.manual.typed import ArticleTyped
from deskui.domain.steps.step_list import ListKind
from deskui.domain.steps.template import TemplateTyped
from deskui.store import manual_index, models
from deskui.store.lookup.statements import Statements
from deskui.store.manual.documents import Documents
from tests.desk.conftest import counter as counter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.ids import ArticleId
    from deskui.domain.manual.found import Found, Pieces
    from tests.desk.counter import Counter

TODAY: Final = date(2026, 11, 23)
TIP: Final = ArticleTyped("tip", "Same price to buy", "A **rented** headset costs as much as a new one.")


@pytest.fixture
def shop(counter: Counter) -> Counter:
    models.Employee.update(role="supervisor").execute()
    return counter


def add(shop: Counter, title: str, text: str = "Nothing much.", **more: object) -> ArticleId:
    return shop.desk.manual.add(replace(TIP, title=title, text=text, why="so", **more)).subject  # type: ignore[arg-type, return-value]


def revise(shop: Counter, article: ArticleId, title: str, text: str, **more: object) -> None:
    kept = shop.desk.manual.article(article)
    shop.desk.manual.revise(article, kept.version, replace(TIP, title=title, text=text, why="so", **more))  # type: ignore[arg-type]


def titles(shop: Counter, typed: str, *, every: bool = False) -> list[str]:
    return ["".join(piece for piece, _ in each.title) for each in found(shop, typed, every=every)]


def found(shop: Counter, typed: str, *, every: bool = False) -> tuple[Found, ...]:
    return shop.desk.manual.find(typed, every=every)


def marked(pieces: Pieces) -> list[str]:
    return [piece for piece, is_hit in pieces if is_hit]


def test_words_of_the_title_tags_and_text_find_it_however_they_are_begun(shop: Counter) -> None:
    add(shop, "Waiving the fee", "When the **truck** was late.", tags="rental, U-Haul")
    for typed in ("wai", "FEE", "truck", "rent", "u-haul", "late waiving", "the fee wa"):
        assert titles(shop, typed) == ["Waiving the fee"], typed
    assert titles(shop, "waiving zebra") == titles(shop, "!!!") == []


def test_titles_go_before_texts_and_newer_before_older(shop: Counter) -> None:
    add(shop, "Returns")
    add(shop, "Claims", "See returns.")
    add(shop, "Late returns")
    assert titles(shop, "return") == ["Late returns", "Returns", "Claims"]


def test_a_tag_counts_as_a_title_does(shop: Counter) -> None:
    add(shop, "Money back", tags="refund")
    add(shop, "Claims", "A refund is rare.")
    assert titles(shop, "refund") == ["Money back", "Claims"]


def test_misspelt_words_still_find(shop: Counter) -> None:
    add(shop, "Truck rental", "Waive the mileage.")
    for typed in ("rentla", "trcuk rental", "milage", "mileag", "waeve"):
        assert titles(shop, typed) == ["Truck rental"], typed


def test_a_word_that_is_there_is_not_taken_for_another(shop: Counter) -> None:
    add(shop, "Parcels")
    add(shop, "Parcelle")
    add(shop, "Panels")
    assert titles(shop, "parcels") == ["Parcels"]
    assert titles(shop, "parcals") == ["Parcels"]


def test_the_hit_is_shown_in_context_with_its_words_marked(shop: Counter) -> None:
    add(
        shop,
        "Headsets",
        f"# Before\n\n{'Words and more words. ' * 20}\n\n- **Rented** [ones](http://x.test/rent) cost.",
    )
    (hit,) = found(shop, "rented head")
    assert marked(hit.title) == ["Headsets"]
    assert marked(hit.excerpt) == ["Rented"]
    text = "".join(piece for piece, _ in hit.excerpt)
    assert text.startswith("… ")
    assert "Rented ones cost." in " ".join(text.split())
    assert "http" not in text


def test_letters_with_marks_are_found_without_them_and_marked_with_them(shop: Counter) -> None:
    add(shop, "Café crème", "Für Müller’s Kaffee.")
    (hit,) = found(shop, "cafe muller")
    assert (marked(hit.title), marked(hit.excerpt)) == (["Café"], ["Müller’s"])


def test_what_is_over_or_retired_is_left_out_unless_it_is_asked_for(shop: Counter) -> None:
    add(shop, "Summer sale", valid_from="2026-06-01", valid_until="2026-08-31")
    gone = add(shop, "Sale of the old till")
    shop.desk.manual.retire(gone, 1)
    add(shop, "Winter sale")
    assert titles(shop, "sale") == ["Winter sale"]
    assert [(each.standing, "".join(p for p, _ in each.title)) for each in found(shop, "sale", every=True)] == [
        (Standing.IN_FORCE, "Winter sale"),
        (Standing.RETIRED, "Sale of the old till"),
        (Standing.OVER, "Summer sale"),
    ]


def test_what_expires_by_the_clock_alone_is_left_out_from_then_on(shop: Counter) -> None:
    add(shop, "Sale", valid_until="2026-11-25")
    assert titles(shop, "sale") == ["Sale"]
    shop.now += timedelta(days=3)
    assert titles(shop, "sale") == []


def test_what_holds_later_says_so_and_stands_behind(shop: Counter) -> None:
    add(shop, "Returns now")
    add(shop, "Returns in January", valid_from="2027-01-01")
    first, second = found(shop, "returns")
    assert [first.standing, second.standing] == [Standing.IN_FORCE, Standing.LATER]
    assert titles(shop, "returns") == ["Returns now", "Returns in January"]


def test_a_version_to_come_is_announced_on_the_one_in_force(shop: Counter) -> None:
    article = add(shop, "Fee", "Ten dollars.")
    revise(shop, article, "Fee", "Twenty dollars.", valid_from="2026-12-01")
    (hit,) = found(shop, "fee")
    assert hit.edition is not None
    assert (hit.edition.version.text, hit.changes_on) == ("Ten dollars.", date(2026, 12, 1))
    (later,) = found(shop, "twenty")
    assert later.standing is Standing.LATER


def test_an_older_version_is_found_only_when_it_is_asked_for(shop: Counter) -> None:
    article = add(shop, "Fee", "Ten dollars.")
    revise(shop, article, "Fee", "Twenty dollars.")
    assert titles(shop, "ten") == []
    (old,) = found(shop, "ten", every=True)
    assert old.standing is Standing.OVER
    assert old.edition is not None
    assert old.edition.version.number == 1
    (now,) = found(shop, "dollars", every=True)
    assert now.standing is Standing.IN_FORCE


def test_a_version_for_a_while_lets_the_one_before_come_back(shop: Counter) -> None:
    article = add(shop, "Hours", "Open until six.", valid_from="2026-01-01")
    revise(shop, article, "Hours", "Open until nine.", valid_from="2026-11-20", valid_until="2026-11-26")
    assert (titles(shop, "six"), titles(shop, "nine")) == ([], ["Hours"])
    shop.now += timedelta(days=5)
    assert (titles(shop, "six"), titles(shop, "nine")) == (["Hours"], [])


def test_guides_of_steps_are_found_beside_articles(shop: Counter) -> None:
    typed = TemplateTyped(ListKind.GUIDE, "Move your files", "plug in the drive\ncopy them", for_customer=True)
    shop.desk.steps.add_template(typed)
    shop.desk.steps.add_template(replace(typed, kind=ListKind.CHECKLIST, title="Drive check"))
    add(shop, "Drives")
    assert titles(shop, "drive") == ["Drives", "Move your files"]
    (_, guide) = found(shop, "drive")
    assert (guide.key, marked(guide.excerpt)) == (("steps", 1), ["drive"])


def test_without_words_the_newest_come_first(shop: Counter) -> None:
    for title in ("One", "Two", "Three"):
        add(shop, title)
    assert titles(shop, "") == ["Three", "Two", "One"]


def test_what_was_taken_back_is_found_no_more_and_what_it_hid_is_again(shop: Counter) -> None:
    article = add(shop, "Fee", "Ten dollars.")
    revise(shop, article, "Charge", "Twenty dollars.")
    shop.desk.own_entries.undo(shop.desk.own_entries.last().done)
    assert (titles(shop, "ten"), titles(shop, "twenty", every=True), titles(shop, "charge")) == (["Fee"], [], [])


def test_what_people_type_is_never_query_syntax(shop: Counter) -> None:
    add(shop, "Fee")
    hostile = (
        '"',
        "fee*",
        "fee OR x",
        "NEAR(fee",
        "title:fee",
        "-fee",
        "fee'); --",
        "a" * 5000,
        "\0",
        "{text}",
        "fee & !",
    )
    for typed in hostile:
        titles(shop, typed)
    assert titles(shop, "fee*") == titles(shop, "fee & !") == ["Fee"]


@pytest.mark.parametrize("seed", range(3))
def test_the_index_is_what_it_would_be_if_it_were_made_anew(shop: Counter, seed: int) -> None:
    """After any sequence of verbs, one reading finds what another, without an index, would find."""
    dice = random.Random(seed)
    words = ("fee", "truck", "return", "coupon", "late")
    articles: list[ArticleId] = []
    for _ in range(25):
        text, day = " ".join(dice.choices(words, k=2)), TODAY + timedelta(dice.randint(-20, 20))
        until = (day + timedelta(dice.randint(0, 20))).isoformat() if dice.random() < 0.4 else ""
        if not articles or dice.random() < 0.4:
            articles.append(add(shop, dice.choice(words), text, valid_from=day.isoformat(), valid_until=until))
            continue
        article = dice.choice(articles)
        kept = shop.desk.manual.article(article)
        if kept.retired_at is not None:
            shop.desk.manual.restore(article, kept.version)
        elif dice.random() < 0.2:
            shop.desk.manual.retire(article, kept.version)
        else:
            revise(shop, article, dice.choice(words), text, valid_from=day.isoformat(), valid_until=until)
    for days in range(-25, 45, 5):
        day = TODAY + timedelta(days)
        for word in words:
            hits = manual_index.find(shop.desk.store.database, word, day)
            held = {each.edition.version.id for each in hits if each.standing is Standing.IN_FORCE and each.edition}
            assert held == set(_holding(shop, articles, word, day)) or day < TODAY, (word, day)
    before = _docs()
    Documents(Statements(shop.desk.store.database)).refresh(articles, shop.now.date() - timedelta(days=1))
    assert _docs() == before


def _holding(shop: Counter, articles: Iterable[ArticleId], word: str, day: date) -> Iterable[int]:
    for article in articles:
        edition = shop.desk.manual.in_force(article, day)
        if edition is not None and word in f"{edition.version.title} {edition.version.text}".split():
            yield edition.version.id


def _docs() -> list[tuple[object, ...]]:
    return list(models.ArticleDoc.select().order_by(models.ArticleDoc.rank).tuples())
