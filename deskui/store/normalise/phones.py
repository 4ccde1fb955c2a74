"""Phone numbers of every country, comparable however they are typed."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_NORTH_AMERICA: Final = 1


def phone_key(value: str, region: str) -> str:
    """The number as "+" and country code and digits (E.164), read as people of `region` (ISO 3166) dial it.

    What no country's numbers look like keeps its bare digits, and an extension is dropped. Taking the
    key of a key changes nothing.
    """
    bare = bare_digits(value)
    return _read(value, region) or _read(bare, region) or bare


def national_digits(key: str, region: str) -> str:
    """The digits dialled inside the number's own country, with the trunk prefix where there is one.

    Bare digits, which belong to no country, come back as they are; `region` is where they were taken down.
    """
    if not key.startswith("+"):
        return key
    code, trunk = _country(key[1:4])
    return trunk + key[1 + len(code) :]


def subscriber_digits(key: str) -> str:
    """The digits without country code and trunk prefix; bare digits come back as they are."""
    return key[1 + len(_country(key[1:4])[0]) :] if key.startswith("+") else key


def phone_shown(key: str, region: str) -> str:
    """The number as people of `region` write it: national form at home, international form for all others."""
    if not key.startswith("+"):
        return key
    import phonenumbers

    try:
        number = phonenumbers.parse(key, None)
    except phonenumbers.NumberParseException:
        return key
    forms = phonenumbers.PhoneNumberFormat
    at_home = number.country_code == phonenumbers.country_code_for_region(region)
    return phonenumbers.format_number(number, forms.NATIONAL if at_home else forms.INTERNATIONAL)


def bare_digits(value: str) -> str:
    """The decimal digits alone, those of other scripts as 0-9."""
    if value.isascii():
        return "".join(filter(str.isdigit, value))
    return "".join(str(unicodedata.decimal(char)) for char in value if char.isdecimal())


def _read(value: str, region: str) -> str:
    """The key of a number that some country could have; empty for all others."""
    import phonenumbers

    try:
        number = phonenumbers.parse(value, region)
    except phonenumbers.NumberParseException:
        return ""
    if phonenumbers.is_possible_number_with_reason(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return ""
    key = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    stable = key == value or number.country_code == _NORTH_AMERICA
    return key if stable else _read(key, region)  # reading it again may drop a carrier code or trunk zero


@lru_cache(maxsize=1000)
def _country(start: str) -> tuple[str, str]:
    """The country code that the digits begin with, and the trunk prefix dialled before numbers at home."""
    import phonenumbers

    for length in (1, 2, 3):
        code = start[:length]
        regions = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(int(code or 0))
        if regions:
            metadata = phonenumbers.PhoneMetadata.metadata_for_region(regions[0])
            trunk = (metadata.national_prefix if metadata else None) or ""
            return code, "" if int(code) == _NORTH_AMERICA else trunk
    return "", ""
