from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskui.store.normalise.phones import bare_digits, national_digits, phone_key, phone_shown, subscriber_digits

REGIONS = st.sampled_from(["US", "DE", "GB", "FR", "IT", "BR", "CN", "RU", "HU", "MX"])
AMERICAN = st.from_regex("[2-9][0-9]{2}[2-9][0-9]{6}", fullmatch=True)


@pytest.mark.parametrize(
    ("typed", "region", "key"),
    [
        ("+1 303 555-0142", "US", "+13035550142"),
        ("(303) 5550142", "US", "+13035550142"),
        ("1-303-555-0142", "US", "+13035550142"),
        ("303.555.0142 x44", "US", "+13035550142"),
        ("030 123456", "DE", "+4930123456"),
        ("+49 (0)30 123456", "US", "+4930123456"),
        ("0049 30 123456", "GB", "+4930123456"),
        ("011 49 30 123456", "US", "+4930123456"),
        ("02 1234 5678", "IT", "+390212345678"),
        ("00 48 34 3526", "BR", "+5548343526"),
        ("٣٠٣٥٥٥٠١٤٢", "US", "+13035550142"),
        ("555-0142", "US", "5550142"),
        ("0142", "US", "0142"),
        ("٠١٤٢", "US", "0142"),
        ("none", "US", ""),
        ("", "US", ""),
    ],
)
def test_numbers_are_read_as_people_of_the_region_dial(typed: str, region: str, key: str) -> None:
    assert phone_key(typed, region) == key


@pytest.mark.parametrize(
    ("key", "dialled", "subscriber"),
    [
        ("+13035550142", "3035550142", "3035550142"),
        ("+4930123456", "030123456", "30123456"),
        ("+390212345678", "0212345678", "0212345678"),
        ("+3612345678", "0612345678", "12345678"),
        ("+48512345678", "512345678", "512345678"),
        ("+353851234567", "0851234567", "851234567"),
        ("5550142", "5550142", "5550142"),
    ],
)
def test_digits_are_those_dialled_inside_the_country(key: str, dialled: str, subscriber: str) -> None:
    assert national_digits(key, "US") == dialled
    assert subscriber_digits(key) == subscriber


def test_numbers_are_shown_in_national_form_at_home_only() -> None:
    assert phone_shown("+13035550142", "US") == "(303) 555-0142"
    assert phone_shown("+13035550142", "DE") == "+1 303-555-0142"
    assert phone_shown("5550142", "US") == "5550142"
    assert phone_shown("+1", "US") == "+1"


@settings(deadline=None)
@given(AMERICAN, st.lists(st.sampled_from(["", " ", "-", ".", ") ", "/"]), min_size=10, max_size=10))
def test_how_a_number_is_written_makes_no_difference(digits: str, between: list[str]) -> None:
    written = "".join(digit + sign for digit, sign in zip(digits, between, strict=True))
    assert phone_key(written, "US") == phone_key(digits, "US") == f"+1{digits}"


@settings(deadline=None)
@given(st.text(alphabet="0123456789 -+()/.x#*a٣", max_size=24), REGIONS)
def test_the_key_of_a_key_is_itself(text: str, region: str) -> None:
    key = phone_key(text, region)
    assert phone_key(key, region) == key


@settings(deadline=None)
@given(st.text(max_size=300), REGIONS)
def test_any_text_has_a_key_of_digits(text: str, region: str) -> None:
    key = phone_key(text, region)
    assert key.removeprefix("+") == bare_digits(key)
    assert national_digits(key, region).isdigit() or not key
    assert isinstance(phone_shown(key, region), str)


@settings(deadline=None)
@given(st.sampled_from(sorted(phonenumbers.SUPPORTED_REGIONS)))
def test_example_numbers_of_every_region_keep_their_key_in_national_form(region: str) -> None:
    number = phonenumbers.example_number(region)
    national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    key = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    assert phone_key(national, region) == phone_key(key, "US") == key
