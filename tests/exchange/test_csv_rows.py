from __future__ import annotations

import csv
import io
import tracemalloc
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deskui.domain.importing.incoming import Refused
from deskui.errors import BadInput, DeskError
from deskui.exchange.csv_rows import DELIMITERS, MOST_LINES, CsvRows, Row

if TYPE_CHECKING:
    from collections.abc import Iterator


def _lines(text: str) -> Iterator[tuple[int, str | None]]:
    return iter(list(enumerate(io.StringIO(text, newline=""), 1)))


def _read(text: str) -> tuple[CsvRows, list[Row | Refused]]:
    rows = CsvRows(_lines(text), "file.csv")
    return rows, list(rows)


def _cells(found: list[Row | Refused]) -> list[tuple[str, ...]]:
    return [row.cells for row in found if isinstance(row, Row)]


def test_rows_come_with_the_line_they_begin_on() -> None:
    _, found = _read('name,note\nAda,"one\ntwo"\n\n ,\nBen,x\n')
    assert found == [Row(2, ("Ada", "one\ntwo")), Row(6, ("Ben", "x"))]


@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_the_delimiter_is_the_most_frequent_one_outside_quotes(delimiter: str) -> None:
    rows, found = _read(f'"a,;|,;|\t\t"{delimiter}b{delimiter}c\n1{delimiter}2{delimiter}3\n')
    assert rows.delimiter == delimiter
    assert _cells(found) == [("1", "2", "3")]


def test_excel_may_name_the_delimiter_itself() -> None:
    rows, found = _read("sep=;\nname;a,b\nAda;1,2\n")
    assert rows.header == ("name", "a,b")
    assert _cells(found) == [("Ada", "1,2")]


def test_blanks_and_byte_order_marks_are_no_part_of_a_header() -> None:
    assert CsvRows(_lines("\ufeff Name , Email\n"), "x").header == ("Name", "Email")


def test_a_quote_that_is_never_closed_costs_its_own_line_only() -> None:
    rows = "".join(f"{number},Person\n" for number in range(3, 9))
    _, found = _read(f'id,name\n1,Ada\n2,"Ben\n{rows}')
    assert [row.line for row in found if isinstance(row, Refused)] == [3]
    assert len(_cells(found)) == 7


def test_a_quote_closed_by_the_next_rows_quote_costs_its_own_line_only() -> None:
    _, found = _read('id,name\n1,"Ada\n2,"Ben"\n3,"Cleo"\n')
    assert isinstance(found[0], Refused)
    assert _cells(found) == [("2", "Ben"), ("3", "Cleo")]


def test_a_quote_that_swallows_cells_is_noticed_by_their_number() -> None:
    _, found = _read('id,name,city\n1,"Ada,Denver\n2,Ben,"Boulder"\n3,Cleo,Denver\n')
    assert [row.line for row in found if isinstance(row, Refused)] == [2]
    assert len(_cells(found)) == 2


def test_a_quoted_cell_may_not_go_on_for_ever() -> None:
    _, found = _read('id,name\n1,"Ada\n' + "x,y\n" * (MOST_LINES + 10))
    assert isinstance(found[0], Refused)
    assert len(_cells(found)) == MOST_LINES + 10


def test_sloppy_quotes_inside_one_line_are_read_as_they_stand() -> None:
    _, found = _read('id,name\n1,"Al" Green\n2,6" pipe\n')
    assert _cells(found) == [("1", "Al Green"), ("2", '6" pipe')]


def test_a_row_with_too_many_cells_is_refused_and_a_short_one_is_not() -> None:
    _, found = _read("id,name\n1,Ada,Denver\n2,Ben,\n3\n")
    assert isinstance(found[0], Refused)
    assert "3 cells" in found[0].reason
    assert _cells(found) == [("2", "Ben"), ("3",)]


def test_a_line_that_is_too_long_is_refused_by_its_number() -> None:
    lines = iter([(1, "id,name\n"), (2, None), (3, "1,Ada\n"), (4, '2,"Ben\n'), (5, None), (6, "3,Cleo\n")])
    found = list(CsvRows(lines, "x"))
    assert [(row.line) for row in found if isinstance(row, Refused)] == [2, 4, 5]
    assert _cells(found) == [("1", "Ada"), ("3", "Cleo")]


@pytest.mark.parametrize("lines", [[(1, None)], [(1, "\n"), (2, " \n")], []])
def test_without_a_header_the_file_is_refused(lines: list[tuple[int, str | None]]) -> None:
    with pytest.raises(BadInput):
        CsvRows(iter(lines), "x")


_CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), max_size=20)


@given(
    width=st.integers(1, 6),
    delimiter=st.sampled_from(DELIMITERS),
    table=st.data(),
)
def test_what_a_csv_writer_wrote_is_read_back(width: int, delimiter: str, table: st.DataObject) -> None:
    cells = table.draw(st.lists(st.lists(_CELL, min_size=width, max_size=width), max_size=8))
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow([f"column{number}" for number in range(width)])
    writer.writerows(cells)
    rows, found = _read(out.getvalue())
    wanted = [tuple(row) for row in cells if any(cell and not cell.isspace() for cell in row)]
    if width > 1:
        assert rows.delimiter == delimiter
    if width > 1 or delimiter == ",":
        assert _cells(found) == wanted


@given(st.text(st.sampled_from('ab,;"\n\r\t|\ufeff'), max_size=80))
@example('a,b\n"\n"a"b"\n""')
def test_any_text_ends_in_rows_or_one_refusal(text: str) -> None:
    try:
        _, found = _read(text)
    except DeskError:
        return
    told = {row.line for row in found}
    assert len(told) == len(found)
    for number, line in enumerate(io.StringIO(text, newline=""), 1):
        if line.strip(' "\r\n\t,;|\ufeff') and number not in told and number != 1:
            before = max((at for at in told if at < number), default=1)
            assert before >= 1  # it belongs to a quoted cell that began before


def test_memory_does_not_grow_with_the_file() -> None:
    def endless(count: int) -> Iterator[tuple[int, str | None]]:
        yield 1, "id,name\n"
        for number in range(2, count):
            yield number, f'{number},"Ada\n' if number % 5000 == 0 else f"{number},Ada\n"

    tracemalloc.start()
    count = sum(1 for _ in CsvRows(endless(100_000), "x"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 99_998
    assert peak < 5_000_000
