"""Payment card numbers, which are never kept: how they are told from the numbers that a shop gives out.

The check digit is that of ISO/IEC 7812-1, Annex B (the Luhn formula); the first digits are those that the same
standard gives to the issuers of payment cards.
"""

from __future__ import annotations

import re
from typing import Final

_WRITTEN: Final = re.compile(r"\d(?:[\s\u2010-\u2015-]*\d){12,18}")
"""13 to 19 digits, in groups apart by blanks or dashes as on the card, or in one."""
_BETWEEN: Final = re.compile(r"[\s\u2010-\u2015-]+")
_ISSUERS: Final = re.compile("[3-6]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720")
_TELEPHONE: Final = re.compile(r"35\d{13}")
"""The serial number of a mobile telephone (IMEI) has the same check digit; cards that begin so have 16 digits."""


def is_payment_card(text: str) -> bool:
    """Whether a text is the number of a payment card and nothing else."""
    if not _WRITTEN.fullmatch(text):
        return False
    digits = bare(text)
    return bool(_ISSUERS.match(digits)) and not _TELEPHONE.fullmatch(digits) and _has_check_digit(digits)


def bare(number: str) -> str:
    """A number without the blanks and dashes between its digits."""
    return _BETWEEN.sub("", number)


def _has_check_digit(digits: str) -> bool:
    """Every second digit from the right is doubled, with the digits of the result summed: all end in 0."""
    doubled = (2 * int(digit) for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(twice - 9 * (twice > 9) for twice in doubled)) % 10 == 0
