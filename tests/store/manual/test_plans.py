"""No question about the manual reads a table from end to end, however many articles there are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from deskui.domain.ids import ArticleId, ArticleVersionId
from deskui.store import manual_index
from deskui.store.reads import manual as reads
from tests.benchmarks.manual import fill
from tests.store.spying import full_scans, watched

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.store.store import Store

TODAY: Final = date(2026, 11, 22)
MOST: Final = 8
"""Statements of a search: titles and texts, twice where words are misspelt, what is in force, to come, and said."""
ASKED: Final[dict[str, Callable[[], object]]] = {
    "one": lambda: reads.edition(ArticleVersionId(3)),
    "its versions": lambda: reads.versions(ArticleId(4)),
    "in force": lambda: reads.version_in_force(ArticleId(4), TODAY),
    "policies": lambda: reads.policies_in_force(TODAY),
    "tied": lambda: reads.tied_to(["Headset, wireless", "Laptop"], ["repair"], TODAY, ["coupon"]),
    "ties": lambda: reads.ties(ArticleId(1)),
    "called": lambda: reads.called("Fee"),
}


@pytest.mark.parametrize("name", ASKED)
def test_what_is_asked_of_an_article_goes_by_an_index(store: Store, name: str) -> None:
    fill(store, 40)
    with watched(store.database) as ran:
        ASKED[name]()
    assert len(ran) == 1
    assert full_scans(store.database, ran) == []


@pytest.mark.parametrize("text", ["ret", "return fee", "retrun", "zzzz", "a b"])
@pytest.mark.parametrize("every", [False, True])
def test_a_search_goes_by_the_index_of_words_in_few_statements(store: Store, text: str, every: bool) -> None:
    fill(store, 40)
    with watched(store.database) as ran:
        manual_index.find(store.database, text, TODAY, every=every)
    assert len(ran) <= MOST + 3 * len(text.split())
    scans = full_scans(store.database, ran)
    # A part is what a LIMIT has left of the words with a key in a range.
    assert [each for each in scans if "VIRTUAL TABLE INDEX" not in each and not each.startswith("SCAN part")] == []


@pytest.mark.long
def test_twenty_thousand_articles_are_searched_within_a_frame(store: Store) -> None:
    from time import thread_time

    from tests.benchmarks.manual import typed

    fill(store, 20_000)
    took = []
    for _, text in [*typed()] * 2:
        started = thread_time()
        manual_index.find(store.database, text, TODAY)
        took.append(thread_time() - started)
    assert sorted(took[len(took) // 2 :])[len(took) // 2 * 99 // 100] < 0.02
