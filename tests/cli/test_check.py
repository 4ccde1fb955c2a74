"""`deskui check`: what it prints, and how it ends."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome


def test_a_whole_database(deskui: Callable[..., Outcome], shop: str) -> None:
    done = deskui("--database", shop, "check")
    assert (done.code, done.err) == (0, "")
    *checks, last = done.out.splitlines()
    assert [line.split()[:2] for line in checks] == [
        [each, "ok"] for each in ("file", "schema", "journal", "contents", "rows")
    ]
    assert last.startswith("The newest entry is 4:")
    again = deskui("--database", shop, "check", "--known", last.split()[4].rstrip(";"), "--json")
    assert again.code == 0
    assert json.loads(again.out)["newest"].startswith("4:")


@pytest.mark.embedded("changes the file past the program")
def test_what_is_wrong_ends_with_1_and_cannot_steer_the_terminal(deskui: Callable[..., Outcome], shop: str) -> None:
    with sqlite3.connect(shop.removeprefix("sqlite:///")) as file:
        file.execute("UPDATE employee SET name = 'for\x1b[31mged'")
    done = deskui("--database", shop, "check")
    assert done.code == 1
    assert "rows      WRONG" in done.out
    assert "Row 1 of employee holds another name than was written." in done.out
    assert "\x1b" not in done.out


@pytest.mark.parametrize("known", ["7", "newest"])
def test_an_entry_it_cannot_read_is_refused(deskui: Callable[..., Outcome], shop: str, known: str) -> None:
    done = deskui("--database", shop, "check", "--known", known)
    assert done.code == 2
    assert "number and digest" in done.sentence
