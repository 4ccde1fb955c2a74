"""What stands in one cell: text, amounts, days and instants, as many programs write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from deskui.domain.moments import MONTHS
from deskui.domain.money import Money, exponent
from deskui.domain.text import without_hidden
from deskui.errors import BadInput

if TYPE_CHECKING:
    from deskui.exchange.locale_rules import LocaleRules

MOST_MINOR: Final = 10**15
"""Amounts beyond are a mistake in the file, not money."""

_SHIELD: Final = re.compile(r"'(?=[=+\-@\t\r\d'])")
_AMOUNT: Final = re.compile(r"\d+(?:[.,]\d*)*|[.,]\d+", re.ASCII)
_WRITTEN: Final = re.compile(
    r"(?:[^\w.,]|[^\W\d]{1,3}(?![^\W\d]))*"  # a sign, a currency in front
    r"[.,]?\d(?:[\d.,'\u2019\s]*\d)?[.,]?"
    r"(?:[^\w.,]|[^\W\d]{2,3}(?![^\W\d]))*[.,\-\u2013]*"  # a currency behind, or a dash for no cents
)
_NEGATIVE: Final = re.compile("\\s*\\(|[^0-9]*[-\u2212]|.*[0-9]-\\s*$")
_AROUND: Final = re.compile(r"[^\d.,]", re.ASCII)
_MONTHS: Final = tuple(name.lower() for name in MONTHS)
_YEAR_FIRST: Final = re.compile(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})", re.ASCII)
_NUMBERS: Final = re.compile(r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})", re.ASCII)
_DAY_NAMED: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?[ -]([a-z]{3,9})\.?,?[ -](\d{4}|\d{2})", re.ASCII)
_MONTH_NAMED: Final = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.ASCII)
_MONTH_DAY: Final = re.compile(r"(?:0000-|--|-)?(\d{1,2})-?(\d{2})", re.ASCII)
_TIME: Final = re.compile(
    r"(?P<day>.*?)(?:T|,? +)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?(?: ?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d))?",
    re.ASCII | re.IGNORECASE,
)


def tidy(cell: str) -> str:
    """The cell without hidden characters, blanks at its ends, and the apostrophe that shields it in spreadsheets.

    The apostrophe of a name such as 't Hooft stays: only before a digit or the signs of a formula it is a shield.
    """
    plain = cell if cell.isascii() and cell.isprintable() else without_hidden(cell)
    plain = plain.strip()
    return plain[1:].lstrip() if plain.startswith("'") and _SHIELD.match(plain) else plain


def shielded(cell: str) -> str:
    """The cell as a spreadsheet shows it without taking it for a formula; `tidy` takes the shield off again."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r", "'=", "'+", "'-", "'@")) else cell


def minor_units(cell: str, what: str, currency: str, rules: LocaleRules) -> int:
    """An amount such as `1.234,56`, `$1,234.56` or `(12.00)` in minor units of the currency.

    The last sign of two kinds is the decimal one; one that stands alone before three digits is read as the
    region does. Raises: BadInput naming `what`.
    """
    bare = _AROUND.sub("", cell)
    if not _AMOUNT.fullmatch(bare) or not _WRITTEN.fullmatch(cell):
        raise BadInput(f"{what} {_shown(cell)} is not an amount", what)
    try:
        minor = Money.from_decimal(Decimal(_plain(bare, currency, rules)), currency).minor
    except InvalidOperation as error:
        raise BadInput(f"{what} {_shown(cell)} is not an amount", what) from error
    if minor > MOST_MINOR:
        raise BadInput(f"{what} {_shown(cell)} is too large to be an amount", what)
    return -minor if _NEGATIVE.match(cell) else minor


def _plain(bare: str, currency: str, rules: LocaleRules) -> str:
    """The digits with a decimal point; empty when the signs between them make no sense."""
    last = next((sign for sign in reversed(bare) if sign in ".,"), "")
    if not last:
        return bare
    whole, _, rest = bare.rpartition(last)
    other = "," if last == "." else "."
    if other in whole:  # two kinds of signs: one groups, the other one is decimal
        return f"{whole.replace(other, '')}.{rest}" if last not in whole and _is_grouped(whole, other) else ""
    if last in whole:
        return bare.replace(last, "") if _is_grouped(bare, last) else ""
    in_threes = len(rest) == 3 and whole.strip("0") != "" and len(whole) <= 3
    if in_threes and exponent(currency) != len(rest) and last != rules.decimal_sign:
        return whole + rest
    return f"{whole or '0'}.{rest or '0'}"


def _is_grouped(whole: str, sign: str) -> bool:
    """Whether the digits stand in threes, or as in India in twos before the last three."""
    first, *others = whole.split(sign)
    return 1 <= len(first) <= 3 and len(others[-1]) == 3 and all(2 <= len(group) <= 3 for group in others)


def day(cell: str, what: str, rules: LocaleRules) -> date:
    """A day in ISO form, with a month's English name, or in figures in the region's order; times are dropped.

    Raises: BadInput naming `what` when there is no such day.
    """
    found = _TIME.fullmatch(cell)
    text = (found["day"] if found and found["day"] else cell).strip().lower()
    try:
        return _day(text, rules)
    except ValueError as error:
        raise BadInput(f"{what} {_shown(cell)} is not a date", what) from error


def _day(text: str, rules: LocaleRules) -> date:
    if found := _YEAR_FIRST.fullmatch(text):
        return date(int(found[1]), int(found[3]), int(found[4]))
    if found := _NUMBERS.fullmatch(text):
        first, second = int(found[1]), int(found[3])
        # Dots are the European way everywhere; dashes and slashes go by the region.
        day_first = rules.day_first or found[2] == "."
        if found[2] != "." and first != second and max(first, second) <= 12:
            rules.two_ways.note(text)
        return date(_year(found[4]), *((second, first) if day_first else (first, second)))
    if (found := _DAY_NAMED.fullmatch(text)) and found[2][:3] in _MONTHS:
        return date(_year(found[3]), _MONTHS.index(found[2][:3]) + 1, int(found[1]))
    if (found := _MONTH_NAMED.fullmatch(text)) and found[1][:3] in _MONTHS:
        return date(int(found[3]), _MONTHS.index(found[1][:3]) + 1, int(found[2]))
    raise ValueError(text)


def _year(digits: str) -> int:
    """Two digits mean the years 1969 to 2068, as POSIX reads them."""
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= 69 else 2000)


def instant(cell: str, what: str, rules: LocaleRules) -> datetime:
    """A day with its time in UTC; without a zone it is the shop's, without a time noon there.

    Raises: BadInput naming `what` when there is no such moment.
    """
    on = day(cell, what, rules)
    found = _TIME.fullmatch(cell)
    try:
        if found is None:
            return datetime.combine(on, time(12), rules.zone).astimezone(UTC)
        hour = int(found["hour"])
        if found["half"]:
            if not 1 <= hour <= 12:
                raise ValueError(hour)
            hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
        at = datetime.combine(on, time(hour, int(found["minute"]), int(found["second"] or 0)), rules.zone)
        if zone := found["zone"]:
            offset = "+0000" if zone[0].isalpha() else zone
            at = datetime.strptime(f"{at:%H:%M:%S} {offset}", "%H:%M:%S %z").replace(
                year=on.year, month=on.month, day=on.day
            )
        return at.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise BadInput(f"{what} {_shown(cell)} is not a date and time", what) from error


def birthday(cell: str, what: str, rules: LocaleRules) -> str:
    """A birthday as `1980-05-01`, or `--05-01` when the year is not known. Raises: BadInput naming `what`."""
    if found := _MONTH_DAY.fullmatch(cell):
        try:
            date(2000, int(found[1]), int(found[2]))
        except ValueError as error:
            raise BadInput(f"{what} {_shown(cell)} is not a date", what) from error
        return f"--{int(found[1]):02}-{int(found[2]):02}"
    return day(cell, what, rules).isoformat()


def _shown(cell: str) -> str:
    return f'"{cell[:40]}"'
