from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from deskui.exchange.file_import import opened
from deskui.exchange.locale_rules import LocaleRules
from tests.exchange.exports import SHOPIFY_CUSTOMERS, SHOPIFY_ORDERS, csv_text
from tests.exchange.test_order_rows import FIRST

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deskui.domain.importing.incoming import IncomingCustomer, IncomingOrder

    Fields = Callable[..., list[tuple[str, str]]]
    Read = Callable[..., list[IncomingCustomer]]

CARD = "4111 1111 1111 1111"
CARDS = (CARD, "5555-5555-5555-4444", "378282246310005")
BY_CHANCE = "5012345678908"
"""A number of Shopify's own that has the check digit of a card."""


@pytest.fixture
def fields(tmp_path: Path) -> Fields:
    """What each column of a table is read as, and what it may be."""

    def read(header: str, *rows: str, **mapping: str) -> list[tuple[str, str]]:
        path = tmp_path / "list.csv"
        path.write_text("\n".join((header, *rows)), encoding="utf-8")
        with opened(path, "auto", mapping) as export:
            return [(one.field, one.looks_like) for one in export.columns]

    return read


@pytest.mark.parametrize("column", "Name Email Phone Loyalty Id City Tier Birthday Colour Note".split())
def test_a_card_number_is_taken_from_no_column_and_told_without_repeating_it(read: Read, column: str) -> None:
    cells = {"Name": "Ada", "Company": "Acme"} | {column: CARD}
    (who,) = read(csv_text(list(cells), [cells]))
    assert len(who.doubts) == 1
    assert "has a payment card number in" in who.doubts[0]
    assert "1111" not in str(replace(who, rows=()))


def test_a_column_of_card_numbers_is_left_out_whatever_it_is_called_or_mapped_to(fields: Fields) -> None:
    rows = [f"Person {at},{card}" for at, card in enumerate((*CARDS, "none"))]
    for label in ("Card Number", "Loyalty", "Colour", "Id"):
        assert fields(f"Name,{label}", *rows) == [("name", ""), ("payment_card", "")]
    assert fields("Name,Karte", *rows, Karte="loyalty") == [("name", ""), ("payment_card", "")]


def test_a_column_of_card_numbers_stands_in_no_other_columns_way(fields: Fields) -> None:
    rows = [f"Person {at},{card},L-102{at}" for at, card in enumerate(CARDS)]
    assert fields("Name,Card Number,Club No", *rows)[1:] == [("payment_card", ""), ("custom", "loyalty")]
    assert fields("Name,Card Number,Member No", *rows)[1:] == [("payment_card", ""), ("loyalty", "")]


def test_a_few_card_numbers_among_notes_or_loyalty_numbers_cost_only_themselves(fields: Fields) -> None:
    assert fields("Name,Note", f"Ada,{CARDS[0]}", f"Ben,{CARDS[1]}") == [("name", ""), ("note", "")]
    assert fields("Name,Card No", f"Ada,{CARD}", "Ben,L-1", "Zoe,L-2") == [("name", ""), ("loyalty", "")]


def test_the_number_that_shopify_itself_gives_a_customer_is_no_card(read: Read) -> None:
    row = {"Customer ID": f"'{BY_CHANCE}", "First Name": "Ada"}
    for who in read(csv_text(SHOPIFY_CUSTOMERS, [row, row | {"Last Name": "Okafor"}])):
        assert (who.external_id, who.doubts) == (BY_CHANCE, ())


def test_a_phone_of_as_many_digits_as_the_shortest_cards_stays(read: Read) -> None:
    ada, ben = read("Name,Phone\nAda,5511 91234 5676\nBen,4111111111111111; 303 555 0142\n")
    assert [point.value for point in ada.points] == ["5511 91234 5676"]
    assert [point.value for point in ben.points] == ["303 555 0142"]
    assert ben.doubts == ('has a payment card number in "Phone", which is never kept',)


def test_a_card_number_in_an_order_is_left_out_and_its_row_named(
    read: Callable[..., list[IncomingOrder]], tmp_path: Path
) -> None:
    cells = {"Payment Reference": CARD, "Notes": CARD, "Id": BY_CHANCE, "Lineitem sku": BY_CHANCE}
    text = csv_text(SHOPIFY_ORDERS, [FIRST | cells])
    (order,) = read(text)
    assert [number for _, number in order.references] == ["#1001", "R-88213", BY_CHANCE]
    assert (order.note, order.lines[0].sku, len(order.doubts)) == ("", BY_CHANCE, 2)
    with opened(tmp_path / "export.csv", "auto", {}) as export:
        list(export.records(LocaleRules()))
        assert [row.line for row in export.doubts.listed] == [2]
