from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.lookup import Matched
from deskui.store import models

if TYPE_CHECKING:
    from deskui.store.entry import Entry
    from deskui.store.models.base import Table
    from tests.store.lookup.conftest import Shop


@pytest.mark.parametrize(
    "typed",
    [
        "+1 303 555-0142",
        "3035550142",
        "(303) 555 0142",
        "303.555.0142",
        "1-303-555-0142",
        "001 303 555 0142",
        "011 1 303 555 0142",
        "0303 5550142",
        "5550142",
        "0142",
        "42",
        "303 555",
        "+1 303",
        "smi 0142",
        "0142 john",
    ],
)
def test_a_phone_is_found_in_any_format_and_by_its_last_digits(shop: Shop, typed: str) -> None:
    shop.add("Mary Smith", phones=["(720) 555-0199"])
    shop.add("John Smith", phones=["+1 303 555 0142", "+1 720 555 0111"])
    hits = shop.find(typed)
    assert [(hit.name, hit.matched, hit.text) for hit in hits] == [("John Smith", Matched.PHONE, "+1 303 555 0142")]


@pytest.mark.parametrize(
    "typed", ["+49 (0)30 123456", "030 12345", "0049 30 12", "30 12", "30 123456", "4930", "3456"]
)
def test_a_phone_of_another_country_is_found_as_dialled_there_and_here(shop: Shop, typed: str) -> None:
    shop.add("Jörg Müller", phones=["+49 30 123456"])
    assert shop.names(typed) == ["Jörg Müller"]


@pytest.mark.parametrize(
    ("typed", "exact"),
    [("+1 303 555 0142", True), ("3035550142", True), ("303555014", False), ("0142", False), ("5550142", False)],
)
def test_only_a_whole_phone_is_exact(shop: Shop, typed: str, exact: bool) -> None:
    shop.add("John Smith", phones=["(303) 555-0142"])
    assert [hit.exact for hit in shop.find(typed)] == [exact]


@pytest.mark.parametrize(("typed", "exact"), [("5550142", True), ("550142", False)])
def test_a_local_number_is_exact_with_all_its_digits(shop: Shop, typed: str, exact: bool) -> None:
    shop.add("John Smith", phones=["555-0142"])
    assert [hit.exact for hit in shop.find(typed)] == [exact]


def test_last_digits_that_begin_with_a_nought_are_no_number_without_it(shop: Shop) -> None:
    shop.add("John Smith", phones=["142 5550"])
    assert shop.names("0142") == []


def test_a_mail_service_that_many_use_finds_nobody(shop: Shop) -> None:
    shop.add("Ann Ames", emails=["ann@gmail.example"])
    assert shop.names("gmail") == []


def test_an_address_is_found_by_its_parts_and_as_typed(shop: Shop) -> None:
    shop.add("S. Caldwell", emails=["Shari.Books@blueheron.example"])
    shop.add("Sharon Stone")
    for typed in ("shari.books@blue", "books", "sharibooks", "@blueheron", "blueheron"):
        assert shop.names(typed) == ["S. Caldwell"], typed
    hit = shop.find("shari.books@BLUEHERON.example")[0]
    assert (hit.matched, hit.text, hit.exact) == (Matched.EMAIL, "Shari.Books@blueheron.example", True)
    assert not shop.find("shari.books@blue")[0].exact
    hit = shop.find("books")[0]
    assert (hit.matched, hit.text, hit.exact) == (Matched.EMAIL, "Shari.Books@blueheron.example", False)


@pytest.mark.parametrize(
    ("typed", "matched", "text"),
    [
        ("R-88213", Matched.RECEIPT, "R-88213"),
        ("r88213", Matched.RECEIPT, "R-88213"),
        ("88213", Matched.RECEIPT, "R-88213"),
        ("receipt 88213", Matched.RECEIPT, "R-88213"),
        ("PO 4471", Matched.PO, "4471"),
        ("4471", Matched.PO, "4471"),
        ("#2077", Matched.ORDER, "#2077"),
        ("sn 12-ab", Matched.SERIAL, "SN12AB"),
        ("1z 999 aa1", Matched.TRACKING, "1Z999AA1"),
        ("#1043", Matched.CASE, "#1043"),
        ("1043", Matched.CASE, "#1043"),
        ("case 1043", Matched.CASE, "#1043"),
        ("L-5501", Matched.LOYALTY, "L-5501"),
        ("l5501", Matched.LOYALTY, "L-5501"),
        ("C-7001", Matched.NUMBER, "C-7001"),
        ("c7001", Matched.NUMBER, "C-7001"),
        ("7001", Matched.NUMBER, "C-7001"),
        ("7210448301122", Matched.ALIAS, "7210448301122"),
    ],
)
def test_every_number_finds_its_customer(shop: Shop, typed: str, matched: Matched, text: str) -> None:
    shop.add("Somebody Else", receipt=["R-99999"], cases=[3000])
    shop.add(
        "Shari Caldwell",
        number="C-7001",
        cases=[1043],
        receipt=["R-88213"],
        PO=["4471"],
        order=["#2077"],
        serial=["SN12AB"],
        tracking=["1Z999AA1"],
        loyalty=["L-5501"],
        shopify=["7210448301122"],
    )
    hit = shop.find(typed)[0]
    assert (hit.name, hit.matched, hit.text, hit.exact) == ("Shari Caldwell", matched, text, True)


def test_the_digits_of_a_loyalty_number_find_its_customer(shop: Shop) -> None:
    shop.add("Shari Caldwell", loyalty=["L-5501"])
    for typed, exact in (("5501", True), ("550", False)):
        hit = shop.find(typed)[0]
        assert (hit.matched, hit.text, hit.exact) == (Matched.LOYALTY, "L-5501", exact)


def test_begun_numbers_come_after_whole_ones(shop: Shop) -> None:
    for receipt in ("R-1000", "R-100", "R-10"):
        shop.add("Ann Ames", receipt=[receipt])
    assert [(hit.text, hit.exact) for hit in shop.find("R-10")] == [
        ("R-10", True),
        ("R-100", False),
        ("R-1000", False),
    ]
    assert [hit.text for hit in shop.find("100")] == ["R-100", "R-1000"]


def test_of_cases_whose_number_begins_so_the_newest_comes_first(shop: Shop) -> None:
    for number in (1041, 1049, 1050):
        shop.add("Ann Ames", cases=[number])
    assert [(hit.text, hit.exact) for hit in shop.find("104")] == [("#1049", False), ("#1041", False)]


def test_of_a_customers_numbers_the_whole_one_tells(shop: Shop) -> None:
    shop.add("Ann Ames", cases=[1043], receipt=["104"])
    assert [(hit.text, hit.exact) for hit in shop.find("104")] == [("104", True)]


def test_a_number_sign_asks_for_numbers_alone(shop: Shop) -> None:
    shop.add("Ann Caller", phones=["303 555 1043"])
    shop.add("Shari Caldwell", cases=[1043])
    assert shop.names("1043") == ["Shari Caldwell", "Ann Caller"]
    assert shop.names("#1043") == ["Shari Caldwell"]


def test_one_digit_is_a_number_only_behind_a_number_sign(shop: Shop) -> None:
    shop.add("Shari Caldwell", cases=[1043])
    assert shop.names("1") == []
    assert shop.names("#1") == ["Shari Caldwell"]


@pytest.mark.parametrize(
    ("model", "typed"),
    [
        (models.ContactPoint, "ann@blueheron.example"),
        (models.Reference, "R-88213"),
        (models.Reference, "88213"),
        (models.Case, "#1043"),
        (models.Alias, "L-5501"),
    ],
)
def test_what_was_withdrawn_finds_nobody(shop: Shop, model: type[Table], typed: str) -> None:
    customer = shop.add(
        "Shari Caldwell", emails=["ann@blueheron.example"], receipt=["R-88213"], cases=[1043], loyalty=["L-5501"]
    )
    assert shop.names(typed) == ["Shari Caldwell"]

    def withdraw(entry: Entry) -> int:
        entry.update(model, 1, 1, withdrawn_at=entry.at)
        return customer

    shop.perform(withdraw)
    assert shop.names(typed) == []


def test_a_number_leads_to_its_case(shop: Shop) -> None:
    made: list[int] = []

    def work(entry: Entry) -> int:
        made.append(shop.case(entry, customer, 1043))
        shop.reference(entry, customer, "receipt", "R-88213", case=made[0])
        return customer

    customer = shop.add("Shari Caldwell", receipt=["R-88213"])
    shop.perform(work)
    assert [(hit.customer_id, hit.case_id) for hit in shop.find("88213")] == [(customer, made[0])]
    assert [(hit.customer_id, hit.case_id) for hit in shop.find("#1043")] == [(customer, made[0])]


def test_a_number_of_an_order_and_of_a_case_leads_to_both(shop: Shop) -> None:
    customer = shop.add("Shari Caldwell")
    made: list[int] = []

    def work(entry: Entry) -> int:
        made.extend((shop.order(entry, customer, "#1001"), shop.case(entry, customer, 7001)))
        shop.reference(entry, customer, "receipt", "R-88213", case=made[1])
        shop.reference(entry, customer, "receipt", "R-88213", order=made[0])
        return customer

    shop.perform(work)
    assert [(hit.order_id, hit.case_id) for hit in shop.find("R-88213")] == [tuple(made)]


def test_a_begun_number_leads_to_no_case_of_another_number(shop: Shop) -> None:
    customer = shop.add("Shari Caldwell", receipt=["R-1001"])

    def work(entry: Entry) -> int:
        shop.reference(entry, customer, "receipt", "R-1002", case=shop.case(entry, customer, 7001))
        return customer

    shop.perform(work)
    assert [(hit.text, hit.case_id) for hit in shop.find("R-100")] == [("R-1001", None)]


def test_the_number_of_a_shop_stays_in_view_among_many_phones(shop: Shop) -> None:
    for line in range(40):
        shop.add("Ann Caller", phones=[f"+1 303 {200 + line} 8821"])
    shop.add("Shari Caldwell", receipt=["R-88213"])
    assert "Shari Caldwell" in shop.names("8821")
    assert len(shop.find("8821")) == 30
