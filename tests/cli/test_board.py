"""`deskui board`: the board on the command line, in every format, of whoever the settings name."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from deskui.domain.board.figures import FIGURES
from tests.cli.conftest import looks
from tests.ui.driving import demo_file, demo_url

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

__all__ = ["demo_file", "demo_url"]

DAYS = ("--period", "24 oct 2026 - 22 nov 2026")
MARGARET = {"DESKUI_EMPLOYEE": "Margaret Liu"}


def test_a_supervisor_gets_every_level_as_a_table(deskui: Callable[..., Outcome], demo_url: str) -> None:
    done = deskui("--database", demo_url, "board", *DAYS, "--format", "csv", **MARGARET)
    assert (done.code, done.err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(done.out.removeprefix("\ufeff"))))
    assert {row["level"] for row in rows} == {"whole desk", "kind of case", "clerk"}
    assert [row["figure"] for row in rows[: len(FIGURES)]] == [each.title for each in FIGURES]


def test_a_clerk_gets_their_own(deskui: Callable[..., Outcome], demo_url: str) -> None:
    done = deskui("--database", demo_url, "board", *DAYS, DESKUI_EMPLOYEE="Ben")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Alder & Finch: the board of Ben\n")
    assert looks(demo_url)[-1] == ("export", "board of 24 Oct - 22 Nov 2026, text, on the command line")
    assert "Ada" not in done.out


@pytest.mark.parametrize(("name", "begins"), [("b.html", b"<!doctype html>"), ("b.pdf", b"%PDF")])
def test_the_ending_of_the_file_says_what_to_write(
    deskui: Callable[..., Outcome], demo_url: str, tmp_path: Path, name: str, begins: bytes
) -> None:
    done = deskui("--database", demo_url, "board", "--days", "30", "--output", tmp_path / name, **MARGARET)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_what_is_no_period_is_refused(deskui: Callable[..., Outcome], demo_url: str) -> None:
    done = deskui("--database", demo_url, "board", "--period", "soon", **MARGARET)
    assert done.code != 0
    assert done.sentence.endswith("write 30, last month, or two days such as 1 nov - 20 nov.")
