from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.exchange.names import first_last

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.importing.incoming import IncomingCustomer

    Read = Callable[..., list[IncomingCustomer]]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("O'Brien, Seán", "Seán O'Brien"),
        ("von der Heide,Anna-Lena", "Anna-Lena von der Heide"),
        ("García Márquez , José A.", "José A. García Márquez"),
        ("Іваненко, Олена", "Олена Іваненко"),
    ],
)
def test_last_first_is_turned_when_it_is_plainly_that(written: str, said: str) -> None:
    parts = first_last(written)
    assert parts is not None
    assert " ".join(parts) == said


@pytest.mark.parametrize(
    "written",
    [
        "Ann Lee",
        "Lee, Ann, Dr",
        "Lee,",
        ", Ann",
        "Ann Lee, Jr.",
        "Ann Lee, Ph.D.",
        "Acme, Inc.",
        "Bäcker Müller, GmbH",
        "Studio 54, Ann",
        "Lee, Ann & Ben",
        "张, 伟",
    ],
)
def test_any_other_comma_stays_where_it_is(written: str) -> None:
    assert first_last(written) is None


def test_a_turned_name_has_its_two_parts_and_is_said_to_be_turned(read: Read) -> None:
    (who,) = read('Name\n"García Márquez, José A."\n')
    assert (who.name, who.given_name, who.family_name) == ("José A. García Márquez", "José A.", "García Márquez")
    assert (who.name_turned, who.doubts) == (True, ())


def test_columns_for_the_two_parts_are_believed_more_than_a_comma(read: Read) -> None:
    (who,) = read('Name,First Name,Last Name\n"Lee, Ann Mary",Ann,Lee\n')
    assert (who.name, who.given_name, who.family_name) == ("Ann Mary Lee", "Ann", "Lee")


def test_a_name_column_beside_first_names_holds_the_family_name(read: Read) -> None:
    (who,) = read("Name,First Name\nOkafor,Ada\n")
    assert (who.name, who.given_name, who.family_name) == ("Ada Okafor", "Ada", "Okafor")


@pytest.mark.parametrize(
    ("row", "doubt"),
    [
        (",ada@example.org,,", 'has no name and is called "ada" after the e-mail address'),
        (",,303 555 0142,", 'has no name and is called "303 555 0142" after the phone'),
        ("Ada,,12,", 'has a phone that is too short, "12"'),
        ("Ada,a@b,,", 'has an e-mail address that looks wrong, "a@b"'),
        ('"Lee, Ann, Dr",,,', 'has a comma in the name, "Lee, Ann, Dr"'),
    ],
)
def test_what_is_doubtful_is_kept_and_said(read: Read, row: str, doubt: str) -> None:
    (who,) = read(f"Name,Email,Phone,Company\n{row}\n")
    assert who.doubts == (doubt,)


@pytest.mark.parametrize(
    "row", [",,,Acme Ltd", "Ada,a@example.org,303 555 0142,", '"Acme, Inc.",,,', "Ada,,555-0142,"]
)
def test_nothing_is_doubtful_about_an_ordinary_row(read: Read, row: str) -> None:
    (who,) = read(f"Name,Email,Phone,Company\n{row}\n")
    assert who.doubts == ()
