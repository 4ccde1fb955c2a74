from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.exchange.file_import import opened
from deskui.exchange.locale_rules import LocaleRules
from deskui.exchange.reading import MOST_AHEAD
from tests.exchange.exports import SHARI, SHOPIFY_CUSTOMERS, csv_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Read = Callable[..., dict[str, tuple[str, str]]]


@pytest.fixture
def columns(tmp_path: Path) -> Read:
    """Column to the field it is read as and the one it may be; keywords are the mapping of columns to fields."""

    def read(content: str, **mapping: str) -> dict[str, tuple[str, str]]:
        path = tmp_path / "list.csv"
        path.write_text(content, encoding="utf-8")
        with opened(path, "auto", mapping) as export:
            return {one.column: (one.field, one.looks_like) for one in export.columns}

    return read


def fields(columns: Read, header: str) -> list[str]:
    return [field for field, _ in columns(f"{header}\nx\n").values()]


@pytest.mark.parametrize(
    "label",
    ["Card no", "Card number", "card_no.", "Card #", "Member no", "Loyalty card", "Customer card", "Kundenkarte"],
)
def test_common_names_of_the_loyalty_number_are_understood(columns: Read, label: str) -> None:
    assert fields(columns, f"Name,{label}") == ["name", "loyalty"]


def test_of_two_columns_that_may_be_the_loyalty_number_neither_is_taken(columns: Read) -> None:
    assert fields(columns, "Name,Card no,Member no") == ["name", "custom", "custom"]
    assert [looks for _, looks in columns("Name,Card no,Member no\nx\n").values()] == ["", "loyalty", "loyalty"]


def test_a_card_number_beside_the_loyalty_number_is_kept_aside(columns: Read) -> None:
    assert columns("Name,Loyalty ID,Card number\nx\n")["Card number"] == ("custom", "")
    assert columns("Name,Karte,Card number\nx\n", Karte="loyalty")["Card number"] == ("custom", "")


def test_the_number_sign_is_the_word_for_number(columns: Read) -> None:
    assert fields(columns, "Name,Customer #") == ["name", "number"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        (["L-1021", "L-1022", "L-1023"], "loyalty"),
        (["10210001", "10210002", "10210003", "10210003", "10210004"], "loyalty"),
        (["a@example.org", "b@example.org", "c@example.org"], "email"),
        (["+1 303 555 0142", "(303) 555-0143", "303.555.0144"], "phone"),
        (["L-1021", "L-1022"], ""),
        (["L-1021", "L-1022", "L-1023", "L-1023", "L-1023"], ""),
        (["1980-05-01", "1981-06-02", "1982-07-03"], ""),
        (["12", "13", "14"], ""),
        (["18240.50", "1240.00", "1999.99"], ""),
        (["red", "green", "blue"], ""),
        (["L-1021", "L-1022", "none"], ""),
    ],
)
def test_a_column_kept_aside_looks_like_a_field_by_its_values(columns: Read, values: list[str], field: str) -> None:
    rows = "".join(f"Person {number},{value}\n" for number, value in enumerate(values))
    assert columns(f"Name,Club\n{rows}")["Club"] == ("custom", field)


def test_a_column_that_was_explained_is_not_asked_about(columns: Read) -> None:
    text = "Name,Club\nAda,L-1021\nBen,L-1022\nZoë,L-1023\n"
    assert columns(text, Club="custom")["Club"] == ("custom", "")
    assert columns(text, Club="ignore")["Club"] == ("ignore", "")


def test_a_column_without_a_name_cannot_be_mapped_and_is_not_asked_about(columns: Read) -> None:
    assert columns("Name,\nAda,L-1021\nBen,L-1022\nZoë,L-1023\n")[""] == ("custom", "")


def test_looking_ahead_loses_no_row(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Club\n" + "".join(f"Person {number},x,y\n" for number in range(MOST_AHEAD + 5)))
    with opened(path, "auto", {}) as export:
        assert [record.line for record in export.records(LocaleRules())] == list(range(2, MOST_AHEAD + 7))


def test_an_export_that_is_known_has_its_columns_told_too(columns: Read) -> None:
    read = columns(csv_text(SHOPIFY_CUSTOMERS, [SHARI]))
    assert read["Default Address Zip"] == ("postcode", "")
    assert read["Total Orders"] == ("custom", "")
