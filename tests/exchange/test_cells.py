from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.errors import BadInput
from deskui.exchange import cells
from deskui.exchange.locale_rules import LocaleRules

US = LocaleRules.of("US", "USD", ZoneInfo("America/Denver"))
DE = LocaleRules.of("DE", "EUR", ZoneInfo("Europe/Berlin"))
GB = LocaleRules.of("GB", "GBP", ZoneInfo("Europe/London"))
KW = LocaleRules.of("KW", "KWD", ZoneInfo("Asia/Kuwait"))
JP = LocaleRules.of("JP", "JPY", ZoneInfo("Asia/Tokyo"))


@pytest.mark.parametrize(
    ("written", "rules", "minor"),
    [
        ("1.234,56", US, 123456),
        ("1.234,56", DE, 123456),
        ("1,234.56", DE, 123456),
        ("$1,234.56", US, 123456),
        ("12,50 €", DE, 1250),
        ("EUR 12", DE, 1200),
        ("1 234,56", DE, 123456),
        ("1'234.50", US, 123450),
        ("1,23,456.00", US, 12345600),
        ("1.234", DE, 123400),
        ("1,234", US, 123400),
        ("1.234", US, 123),
        ("1.234", KW, 1234),
        ("0.125", US, 13),
        ("1234", JP, 1234),
        ("(12.00)", US, -1200),
        ("-12.00", US, -1200),
        ("12,50-", DE, -1250),
        ("12.-", US, 1200),
        (".5", US, 50),
    ],
)
def test_amounts_are_read_in_the_shops_locale(written: str, rules: LocaleRules, minor: int) -> None:
    assert cells.minor_units(written, "Total", rules.currency, rules) == minor


@pytest.mark.parametrize("written", ["", "$", "abc", "12x", "1e5", "1.2.3", "1,2,3.4", "1,234.56.78", "9" * 30, "٣"])
def test_what_is_no_amount_is_refused_by_name(written: str) -> None:
    with pytest.raises(BadInput, match="Total"):
        cells.minor_units(written, "Total", "USD", US)


@pytest.mark.parametrize(
    ("written", "rules", "on"),
    [
        ("2024-05-01", US, date(2024, 5, 1)),
        ("2024-05-01 10:00:00 +0000", US, date(2024, 5, 1)),
        ("20240501", US, date(2024, 5, 1)),
        ("5/1/2024", US, date(2024, 5, 1)),
        ("5/1/2024", GB, date(2024, 1, 5)),
        ("01.05.2024", US, date(2024, 5, 1)),
        ("1/5/24", DE, date(2024, 5, 1)),
        ("May 1, 2024", US, date(2024, 5, 1)),
        ("1 May 2024", GB, date(2024, 5, 1)),
        ("1-May-24", US, date(2024, 5, 1)),
        ("1/1/69", US, date(1969, 1, 1)),
    ],
)
def test_days_are_read_in_the_shops_order(written: str, rules: LocaleRules, on: date) -> None:
    assert cells.day(written, "Since", rules) == on


@pytest.mark.parametrize("written", ["2024-02-30", "13/13/2024", "0000-00-00", "yesterday", "12:30", "1/2-2024", ""])
def test_impossible_days_are_refused_by_name(written: str) -> None:
    with pytest.raises(BadInput, match="Since"):
        cells.day(written, "Since", US)


def test_the_regions_order_is_not_bent_to_make_a_date_possible() -> None:
    with pytest.raises(BadInput):
        cells.day("13/04/2024", "Since", US)


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("2024-05-01 10:00:00 +0000", datetime(2024, 5, 1, 10, tzinfo=UTC)),
        ("2024-05-01 10:00:00 -0400", datetime(2024, 5, 1, 14, tzinfo=UTC)),
        ("2024-05-01T10:00:00.123Z", datetime(2024, 5, 1, 10, tzinfo=UTC)),
        ("2024-05-01 10:00", datetime(2024, 5, 1, 16, tzinfo=UTC)),
        ("5/1/2024, 10:30 pm", datetime(2024, 5, 2, 4, 30, tzinfo=UTC)),
        ("5/1/2024 12:05 AM", datetime(2024, 5, 1, 6, 5, tzinfo=UTC)),
        ("2024-05-01", datetime(2024, 5, 1, 18, tzinfo=UTC)),
    ],
)
def test_instants_without_a_zone_are_the_shops(written: str, at: datetime) -> None:
    assert cells.instant(written, "Created at", US) == at


@pytest.mark.parametrize(
    "written", ["2024-05-01 25:00", "2024-05-01 13:00 pm", "2024-05-01 10:00 +99:99", "0001-01-01 00:00 +1400"]
)
def test_impossible_instants_are_refused(written: str) -> None:
    with pytest.raises(BadInput, match="Created at"):
        cells.instant(written, "Created at", US)


@pytest.mark.parametrize(
    ("written", "kept"),
    [("1980-05-01", "1980-05-01"), ("0000-05-01", "--05-01"), ("--0501", "--05-01"), ("5/1/1980", "1980-05-01")],
)
def test_a_birthday_may_lack_its_year(written: str, kept: str) -> None:
    assert cells.birthday(written, "Birthday", US) == kept


def test_only_the_apostrophe_of_a_spreadsheet_is_taken_off() -> None:
    assert [cells.tidy(cell) for cell in ("'7210", "'+1415", "'=1", "'t Hooft", " x ", "a\x1b[1mb\u202e")] == [
        *("7210", "+1415", "=1", "'t Hooft", "x", "a[1mb"),
    ]


@given(st.text(max_size=30))
def test_a_shielded_cell_is_no_formula_and_tidies_to_the_same(cell: str) -> None:
    safe = cells.shielded(cell)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cells.tidy(safe) == cells.tidy(cell) or cell.startswith(("\t", "\r"))


@given(st.text(max_size=30))
def test_no_cell_raises_anything_but_a_refusal(cell: str) -> None:
    for read in (cells.day, cells.instant, cells.birthday):
        with suppress(BadInput):
            read(cell, "X", US)
    with suppress(BadInput):
        cells.minor_units(cell, "X", "USD", DE)


@given(st.integers(-(10**12), 10**12))
def test_an_amount_written_either_way_is_the_same(minor: int) -> None:
    american = f"{'-' if minor < 0 else ''}{abs(minor) // 100:,}.{abs(minor) % 100:02}"
    european = american.translate(str.maketrans(",.", ".,"))
    for rules in (US, DE):
        assert cells.minor_units(american, "X", "USD", rules) == minor
        assert cells.minor_units(european, "X", "USD", rules) == minor
