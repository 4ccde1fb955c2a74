"""Every figure of every group of the board, for a spreadsheet that takes none of it for a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from deskui.domain.board.report import CSV_HEADER, csv_rows
from deskui.domain.visible import visible
from deskui.exchange.cells import shielded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.board.groups import Group

_NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def board_csv(groups: Iterable[Group]) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheets want to read names by."""
    text = io.StringIO(newline="")
    out = csv.writer(text, lineterminator="\r\n")
    out.writerow(CSV_HEADER)
    out.writerows([_cell(each) for each in row] for row in csv_rows(groups))
    return text.getvalue().encode("utf-8-sig")


def _cell(said: str) -> str:
    """A number below nothing is one; anything else that begins like a formula is shielded."""
    return said if _NUMBER.fullmatch(said) else shielded(visible(said))
