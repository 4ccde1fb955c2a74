from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from deskui.domain.customer import AliasKind, ContactKind
from deskui.domain.importing.incoming import IncomingCustomer, IncomingPoint, Refused
from deskui.errors import BadInput, DeskError, Usage
from tests.exchange.exports import SHARI, SHOPIFY_CUSTOMERS, SQUARE_CUSTOMERS, csv_text

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[..., list[IncomingCustomer]]


def test_a_shopify_customer_comes_whole(read: Read) -> None:
    (who,) = read(csv_text(SHOPIFY_CUSTOMERS, [SHARI]))
    assert (who.source, who.external_id, who.name) == ("shopify", "7210448301122", "Shari Caldwell")
    assert who.points == (
        IncomingPoint(ContactKind.EMAIL, "Shari@example.org"),
        IncomingPoint(ContactKind.PHONE, "+13035550142"),
        IncomingPoint(ContactKind.ADDRESS, "123 Main St, Denver"),
    )
    assert (who.spend_minor, who.spend_currency) == (1824050, "USD")
    assert who.notes == ('Likes "Hot Wheels",\nhas thousands',)
    assert who.aliases == ((AliasKind.SHOPIFY, "7210448301122"),)
    assert who.custom == {"Tags": "vip, books", "Tax Exempt": "no"}


def test_a_square_customer_comes_whole(read: Read) -> None:
    (who,) = read(
        csv_text(
            SQUARE_CUSTOMERS,
            [
                {
                    "Reference ID": "L-77",
                    "First Name": "Shari",
                    "Last Name": "Caldwell",
                    "Nickname": "Sha",
                    "Phone Number": "'+13035550142",
                    "Birthday": "1980-05-01",
                    "Memo": "prefers text",
                    "Square Customer ID": "SQ1",
                    "First Visit": "2011-03-04",
                    "Lifetime Spend": "$1,240.00",
                    "Transaction Count": "12",
                }
            ],
        )
    )
    assert (who.source, who.external_id, who.number, who.preferred_name) == ("square", "SQ1", "L-77", "Sha")
    assert (who.birthday, who.since, who.spend_minor) == ("1980-05-01", date(2011, 3, 4), 124000)
    assert who.notes == ("prefers text",)
    assert who.custom == {"Transaction Count": "12"}
    assert who.aliases == ((AliasKind.SQUARE, "SQ1"),)


def test_headers_match_in_any_case_and_order_with_blanks_and_a_byte_order_mark(read: Read) -> None:
    (who,) = read("\ufeff tags ; EMAIL;accepts email marketing; last name\nvip;a@example.org;yes;Caldwell\n")
    assert (who.source, who.name) == ("shopify", "Caldwell")
    assert who.custom == {"tags": "vip", "accepts email marketing": "yes"}


def test_windows_1252_names_come_out_right(read: Read) -> None:
    (who,) = read("Name;Ort\nJörg Müller;Köln\n".encode("cp1252"))
    assert who.name == "Jörg Müller"
    assert who.points == (IncomingPoint(ContactKind.ADDRESS, "Köln"),)


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("Ada Okafor,,,,,", "Ada Okafor"),
        (",Ada,Okafor,,,", "Ada Okafor"),
        (",Ada,,,,", "Ada"),
        (",,,Acme Ltd,,", "Acme Ltd"),
        (",,,,ada.o@example.org,", "ada.o"),
        (",,,,,303 555 0142", "303 555 0142"),
        ("Okafor,Ada,,,,", "Ada Okafor"),
    ],
)
def test_a_missing_name_falls_back_to_what_there_is(read: Read, row: str, name: str) -> None:
    (who,) = read(f"Name,First Name,Last Name,Company,Email,Phone\n{row}\n")
    assert who.name == name


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",,,2020-01-01,,", "names nobody"),
        ("A" * 300 + ",,,,,", "300 characters"),
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_reason_and_the_rest_comes(
    read: Callable[..., list[object]], row: str, reason: str
) -> None:
    bad, good = read(f"Name,Email,Phone,Customer Since,Total Spent,Birthday\n{row}\nBen,,,,,\n")
    assert isinstance(bad, Refused)
    assert bad.line == 2
    assert reason in bad.reason
    assert bad.rows == (tuple(row.split(",")),)
    assert isinstance(good, IncomingCustomer)


@pytest.mark.parametrize(
    ("row", "doubt"),
    [
        ("Ada,,31/02/1970,,", 'has a birthday that cannot be read, "31/02/1970", and comes without it'),
        ("Ada,soon,,,", 'has a first day as a customer that cannot be read, "soon", and comes without it'),
        ("Ada,,,lots,", 'has an amount spent that cannot be read, "lots", and comes without it'),
        ("Ada,,,5,dollars", 'has a currency of what was spent that cannot be read, "dollars", and comes without it'),
    ],
)
def test_what_a_customer_can_do_without_is_left_out_and_told_when_it_cannot_be_read(
    read: Read, row: str, doubt: str
) -> None:
    (who,) = read(f"Name,Customer Since,Birthday,Total Spent,Currency\n{row}\n")
    assert (who.name, who.doubts) == ("Ada", (doubt,))
    assert (who.since, who.birthday, who.spend_minor, who.spend_currency) == (None, "", None, "")


def test_a_phone_without_digits_is_kept_aside_and_told(read: Read) -> None:
    (who,) = read("Name,Phone\nAda,call mother\n")
    assert (who.points, who.custom) == ((), {"Phone": "call mother"})
    assert who.doubts == ('has a phone that cannot be read, "call mother", which is kept aside',)


def test_several_values_in_one_cell_are_several_ways_to_reach_somebody(read: Read) -> None:
    (who,) = read(
        "Record ID,First Name,Last Name,Email,Phone Number\n101,Ada,Okafor,a@example.org; b@example.org,1;2\n"
    )
    assert [point.value for point in who.points] == ["a@example.org", "b@example.org", "1", "2"]
    assert (who.source, who.external_id) == ("csv:recordid", "101")


def test_salesforce_contacts_are_understood(read: Read) -> None:
    (who,) = read(
        "Id,LastName,FirstName,MailingStreet,MailingCity,Phone,MobilePhone,Email,Birthdate,OwnerId\n"
        "003A,Okafor,Ada,1 Main St,Denver,303 555 0142,303 555 0143,a@example.org,1980-05-01,005\n"
    )
    assert who.name == "Ada Okafor"
    assert [point.label for point in who.points if point.kind is ContactKind.PHONE] == ["", "mobile"]
    assert who.custom == {"OwnerId": "005"}


def test_columns_can_be_mapped_by_hand(read: Read) -> None:
    (who,) = read("Kunde,Karte,Info,Weg\nAda,77,x,y\n", Kunde="name", KARTE="loyalty", Weg="ignore")
    assert (who.name, who.loyalty, who.custom) == ("Ada", "77", {"Info": "x"})


@pytest.mark.parametrize(
    ("mapping", "said"),
    [({"Kunde": "nome"}, "the fields are name, given_name"), ({"Kunden": "name"}, "its columns are Kunde, Info")],
)
def test_a_wrong_mapping_is_refused_with_what_there_is(read: Read, mapping: dict[str, str], said: str) -> None:
    with pytest.raises(Usage, match=said):
        read("Kunde,Info\nAda,x\n", **mapping)


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "hello\n", "Ticket ID,Subject,Full name\n1,x,Ada\n"])
def test_a_file_of_no_known_kind_is_refused_with_what_to_do(read: Read, text: str) -> None:
    with pytest.raises(BadInput, match=r"--map|tickets"):
        read(text)


def test_columns_of_the_same_name_are_all_kept(read: Read) -> None:
    (who,) = read("Name,Size,Size,\nAda,M,L,x\n")
    assert who.custom == {"Size": "M", "Size (2)": "L", "(no name)": "x"}


def test_hidden_characters_are_dropped_and_cost_no_row(read: Read) -> None:
    (who,) = read("Name,Note\nAda\u202e\x1b[31m Ok\x00afor,[red]hi\x07\n")
    assert who.name == "Ada[31m Okafor"
    assert who.notes == ("[red]hi",)


def test_a_vcard_named_csv_is_still_refused_as_csv(read: Read) -> None:
    with pytest.raises(DeskError):
        read("BEGIN:VCARD\nFN:Ada\nEND:VCARD\n", kind="csv")
