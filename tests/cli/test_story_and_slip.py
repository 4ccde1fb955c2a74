"""`deskui story` and `deskui slip`: a case as a file or on stdout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import run
from tests.exchange.slips.reading import pdf_text, printed
from tests.ui.driving import demo_file, demo_url

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

__all__ = ["demo_file", "demo_url"]


def test_a_story_is_told_on_stdout(deskui: Callable[..., Outcome], demo_url: str) -> None:
    told = deskui("--database", demo_url, "story", "1043")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("Case #1043: Missing parcel\n")
    assert "internal                    | Third call about the parcel." in told.out
    theirs = deskui("--database", demo_url, "story", "--customer", "#1043").out
    assert "hub answers by Mon 12:00" in theirs
    assert "Third call" not in theirs


@pytest.mark.parametrize(
    ("name", "begins"), [("s.html", b"<!doctype html>"), ("s.pdf", b"%PDF"), ("s", b"Case #1043")]
)
def test_the_ending_of_the_file_says_what_to_write(
    deskui: Callable[..., Outcome], demo_url: str, tmp_path: Path, name: str, begins: bytes
) -> None:
    done = deskui("--database", demo_url, "story", "case", "1043", "--output", tmp_path / name)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_slip_is_written_in_every_format(deskui: Callable[..., Outcome], demo_url: str, tmp_path: Path) -> None:
    text = deskui("--database", demo_url, "slip", "1040")
    assert text.code == 0
    assert "Case #1040" in text.out
    assert "PO 5122" in text.out
    assert "Coupon" not in text.out
    deskui("--database", demo_url, "slip", "1040", "--output", tmp_path / "slip.pdf")
    assert "PO 5122" in pdf_text((tmp_path / "slip.pdf").read_bytes())
    deskui("--database", demo_url, "slip", "1040", "--format", "escpos", "--output", tmp_path / "slip")
    receipt = printed((tmp_path / "slip").read_bytes())
    assert ("PO 5122" in receipt.text, receipt.code) == (True, "#1040")


@pytest.mark.parametrize("command", ["story", "slip"])
@pytest.mark.parametrize(
    ("case", "said", "code"),
    [("1999", "There is no case #1999", 1), ("R-88213", "'R-88213' is not the number of a case", 1)],
)
def test_a_case_that_is_not_there_is_refused_in_a_sentence(
    deskui: Callable[..., Outcome], demo_url: str, command: str, case: str, said: str, code: int
) -> None:
    refused = deskui("--database", demo_url, command, case)
    assert (refused.code, said in refused.sentence) == (code, True)


def test_a_file_that_cannot_be_written_is_named(
    deskui: Callable[..., Outcome], demo_url: str, tmp_path: Path
) -> None:
    refused = deskui("--database", demo_url, "slip", "1043", "--output", tmp_path / "no" / "slip.txt")
    assert refused.code == 2
    assert "slip.txt cannot be written: No such file or directory." in refused.sentence


WITHOUT_EXTRAS = """
import sys
for name in ("fpdf", "escpos"):
    sys.modules[name] = None
from deskui.__main__ import main
sys.exit(main())
"""


@pytest.mark.parametrize(
    ("arguments", "extra"),
    [(("story", "1043", "--format", "pdf"), "pdf"), (("slip", "1043", "--format", "escpos"), "printer")],
)
def test_what_is_not_installed_is_named_with_how_to_install_it(
    demo_url: str, arguments: tuple[str, ...], extra: str
) -> None:
    refused = run(["-c", WITHOUT_EXTRAS, "--database", demo_url, *arguments], {})
    assert refused.code == 1
    assert refused.sentence.endswith(f"in the folder of deskui, pip install '.[{extra}]' adds it.")
