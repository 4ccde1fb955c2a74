from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.lookup import Matched

if TYPE_CHECKING:
    from tests.store.lookup.conftest import Shop


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Shari Caldwell", "shari"),
        ("Shari Caldwell", "cald sha"),
        ("Shari Caldwell", "CALDWELL, SHARI"),
        ("MÜLLER", "Muller"),
        ("Jörg Müller", "mueller"),
        ("Jörg Müller", "jo\u0308rg mu\u0308ller"),
        ("Jo\u0308rg Mu\u0308ller", "joerg mueller"),
        ("Łukasz Nowak", "Lukasz"),
        ("Søren Ørsted", "oersted"),
        ("Siobhán O’Brien", "obrien"),
        ("Siobhán O'Brien", "o brien"),
        ("Anna-Lena Groß", "annalena gross"),
        ("Anna-Lena Groß", "lena"),
        ("Наталья Иванова", "ivanova natal"),
        ("José María García López", "garcia lop jose"),
    ],
)
def test_a_name_is_found_in_any_order_begun_and_without_its_accents(shop: Shop, name: str, typed: str) -> None:
    shop.add("Somebody Else")
    shop.add(name)
    assert shop.names(typed) == [name]
    assert shop.find(typed)[0].matched is Matched.NAME
    assert shop.find(typed)[0].text == name


def test_names_of_several_words_are_found_as_one(shop: Shop) -> None:
    shop.add("Elena de la Cruz", given_name="Elena", family_name="de la Cruz")
    assert shop.names("delacruz") == ["Elena de la Cruz"]


def test_the_preferred_name_and_other_names_find_a_customer(shop: Shop) -> None:
    shop.add("Robert Winter", preferred_name="Bobby", name=["Roberta Sommer"])
    assert shop.find("bobby")[0].matched is Matched.NAME
    former = shop.find("sommer")[0]
    assert (former.matched, former.text, former.exact) == (Matched.ALIAS, "Roberta Sommer", False)
    assert shop.find("sommer roberta")[0].exact


def test_a_company_finds_its_people(shop: Shop) -> None:
    shop.add("Ada Byron", company="Analytical Engines Ltd.")
    hit = shop.find("engin")[0]
    assert (hit.matched, hit.text, hit.company) == (Matched.COMPANY,) + ("Analytical Engines Ltd.",) * 2


@pytest.mark.parametrize(
    "typed",
    ["jonh smith", "jhon smiht", "smitth john", "jon smth", "johnn smyth", "xohn smith", "Caldwel Jon", "cadwlel"],
)
def test_slips_of_the_finger_are_forgiven(shop: Shop, typed: str) -> None:
    shop.add("John Smith Caldwell")
    shop.add("Maria Garcia")
    assert shop.names(typed) == ["John Smith Caldwell"]


def test_two_slips_in_a_short_word_are_another_name(shop: Shop) -> None:
    shop.add("Anna Ames")
    assert shop.names("anxn") == []


def test_a_name_that_many_have_was_meant_as_it_was_typed(shop: Shop) -> None:
    for number in range(30):
        shop.add(f"Smith {number}")
    shop.add("Smyth Jonathan")
    assert shop.names("smith jonathan") == []


def test_a_misspelt_beginning_of_a_long_name_is_forgiven(shop: Shop) -> None:
    shop.add("Ann Featherstone")
    hit = shop.find("faethe")[0]
    assert (hit.name, hit.matched, hit.exact) == ("Ann Featherstone", Matched.SIMILAR, False)


def test_a_number_is_not_a_misspelt_name(shop: Shop) -> None:
    shop.add("John Smith")
    assert shop.names("99120773") == []


def test_whole_words_come_before_begun_ones_and_these_before_misspelt_ones(shop: Shop) -> None:
    for name in ("Peter Marta", "Peter Mart", "Peter Martin", "Peter Marte"):
        shop.add(name)
    assert shop.names("peter mart") == ["Peter Mart", "Peter Marte", "Peter Martin", "Peter Marta"]
    found = shop.find("peter marta")
    assert found[0].name == "Peter Marta"
    assert {hit.matched for hit in found[1:]} == {Matched.SIMILAR}


def test_a_whole_word_comes_first_however_few_rows_there_are(shop: Shop) -> None:
    for name in ("Ann Ames", "Anna Avery"):
        shop.add(name)
    assert shop.names("ann", limit=1) == ["Ann Ames"]


def test_of_several_words_those_typed_whole_but_for_the_last_come_first(shop: Shop) -> None:
    for name in ("Ann Ames", "Anna Amory"):
        shop.add(name)
    assert shop.names("ann am") == ["Ann Ames", "Anna Amory"]


def test_a_long_beginning_is_looked_at_to_its_end(shop: Shop) -> None:
    for name in ("Christophine", *["Christopher"] * 4):
        shop.add(f"Ann {name}")
    for limit in (1, 30):
        found = [hit.name for hit in shop.find("christophi", limit) if hit.matched is Matched.NAME]
        assert found == ["Ann Christophine"]


def test_the_closest_of_misspelt_names_comes_first(shop: Shop) -> None:
    shop.add("Carla Hofmann")
    shop.add("Carla Hoffmeier")
    shop.add("Carla Hoofmanns")
    assert shop.names("hofman")[0] == "Carla Hofmann"
    assert shop.names("hofmanm")[0] == "Carla Hofmann"
    for name in ("Ann Martin", "Anna Martini"):
        shop.add(name)
    assert shop.names("martim") == ["Ann Martin", "Anna Martini"]
    assert shop.names("anna martim") == ["Anna Martini", "Ann Martin"]


def test_among_equals_the_most_recently_seen_comes_first(shop: Shop) -> None:
    first, second, third = (shop.add(f"Ann {family}") for family in ("Ames", "Avery", "Allen"))
    assert [hit.customer_id for hit in shop.find("ann")] == [third, second, first]
    shop.store.index.seen([second, first])
    assert [hit.customer_id for hit in shop.find("ann")] == [first, second, third]
    assert [hit.customer_id for hit in shop.find("a")] == [first, second, third]


def test_only_a_whole_name_is_exact(shop: Shop) -> None:
    shop.add("John Smith")
    assert [hit.exact for hit in shop.find("smith john")] == [True]
    assert [hit.exact for hit in shop.find("john smit")] == [False]
    assert [hit.exact for hit in shop.find("john")] == [False]
