from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.store.lookup.fulltext import ScannedText

if TYPE_CHECKING:
    from tests.store.lookup.conftest import Shop


@pytest.mark.embedded("compares its full text with none")
@pytest.mark.parametrize(
    "typed",
    ["a", "ann ames", "ames an", "annabella ame", "0142", "smi 0142", "likes: hot", "wheels", "aens", "L-5501"],
)
def test_without_full_text_the_same_customers_come_in_the_same_order(shop: Shop, typed: str) -> None:
    for at, name in enumerate(("Ann Ames", "Annabella Amesbury", "Jörg Smith", "Ann Ames", "Ames Aens")):
        shop.add(name, phones=[f"303 555 {at}142"], likes=["Hot Wheels"] * (at % 2), loyalty=[f"L-550{at}"])
    expected = shop.find(typed)
    shop.store.index.text = ScannedText(shop.store.index.statements)
    assert shop.find(typed) == expected
