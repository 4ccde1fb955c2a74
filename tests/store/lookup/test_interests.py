from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.lookup import Matched

if TYPE_CHECKING:
    from tests.store.lookup.conftest import Shop


@pytest.mark.parametrize(
    "typed", ["likes: hot wheels", "LIKE:wheels hot", "likes: hot whe", "likes:ho", "hot wheels"]
)
def test_an_interest_finds_everyone_who_has_it(shop: Shop, typed: str) -> None:
    shop.add("Wes Heels", likes=["Cold Wheels"])
    shop.add("Shari Caldwell", likes=["Her book, on tour", "Hot Wheels\nsince childhood"])
    hits = shop.find(typed)
    assert [(hit.name, hit.matched, hit.text) for hit in hits] == [("Shari Caldwell", Matched.INTEREST, "Hot Wheels")]


def test_a_name_is_no_interest(shop: Shop) -> None:
    shop.add("Rose Fisher")
    shop.add("Ann Ames", likes=["Roses"])
    assert shop.names("likes: rose") == ["Ann Ames"]
    assert shop.names("rose") == ["Rose Fisher", "Ann Ames"]


@pytest.mark.parametrize(
    "columns",
    [
        {"visibility": "private"},
        {"review": "redacted"},
        {"kind": "caution"},
        {"kind": "fact", "visibility": "private"},
    ],
)
def test_other_and_private_notes_never_match(shop: Shop, columns: dict[str, str]) -> None:
    customer = shop.add("Ann Ames")
    shop.perform(lambda entry: shop.note(entry, customer, "Hot Wheels", **columns) and customer)
    for typed in ("likes: hot", "hot wheels", "likes: hot wheels"):
        assert shop.names(typed) == []
