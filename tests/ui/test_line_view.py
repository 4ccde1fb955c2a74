from __future__ import annotations

from deskui.ui.lines import Item, line
from deskui.ui.widgets.item_list import ItemList


def rows(*keys: str) -> list[Item]:
    return [Item((line(key),), key) for key in keys]


def test_a_list_that_has_no_size_yet_knows_its_rows_all_the_same() -> None:
    listed = ItemList()
    listed.fill(lambda width: rows("old", "older"), keep=False)
    assert listed.key == "old"
    listed.fill(lambda width: rows("new", "newer"), keep=False)
    assert listed.key == "new"


def test_the_cursor_stays_on_its_row_or_near_where_it_was() -> None:
    listed = ItemList()
    listed.fill(lambda width: rows("a", "b", "c"))
    listed.point_at("b")
    listed.fill(lambda width: rows("x", "b"))
    assert listed.key == "b"
    listed.fill(lambda width: rows("x", "y"))
    assert listed.key == "y"
    listed.fill(lambda width: rows("z"))
    assert listed.key == "z"
    listed.fill(lambda width: rows("x", "y"))
    listed.point_at("y")
    listed.fill(lambda width: rows("x", "y"), keep=False)
    assert listed.key == "x"


def test_an_empty_list_has_nothing_under_its_cursor() -> None:
    listed = ItemList()
    listed.fill(lambda width: [Item((line("nothing here"),))])
    assert listed.key is None


def test_a_list_that_has_no_size_yet_does_not_scroll() -> None:
    listed = ItemList()
    listed.fill(lambda width: rows("a", "b", "c"))
    listed.point_at("c")
    assert (listed.key, listed._top) == ("c", 0)
