"""A2: a name, an extension and working hours in the customer's hand, instead of "call the store in the morning"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.slips.printers import Printer, PrinterKind
from tests.exchange.slips.reading import pdf_text, printed
from tests.stories.test_a1_references import NUMBERS
from tests.ui.driving import NARROW, WIDE, at_the_counter

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from tests.ui.driving import Counter

WANTED = (
    "Case #1040",
    "Kitchen remodel, goods not found",
    "Rosa Lindqvist",
    "4417",
    "Mon-Fri 07:00-15:00",
    "Monday 23 November 2026, 07:00",
    "when the other three come, from Rosa",
    "by Tuesday 24 November 2026, 15:00",
    "Stephen Okafor",
    "4403",
    *NUMBERS,
)


def ben_gets_it(desk: Desk) -> None:
    ben = next(each for each in desk.shop.staff() if each.name == "Ben")
    desk.duty.hand_over(desk.cases.numbered("1040"), ben.id, "Find the other three.")


async def with_the_slip(counter: Counter) -> None:
    await counter.ask(ben_gets_it)
    await counter.open("PO 5122", "Delia Montrose")
    contact = (await counter.ask(lambda desk: desk.directory.contact_of(desk.cases.numbered("1040")))).availability
    assert contact == "opens Mon 07:00"
    await counter.press("h")
    await counter.sees("Hand-off slip for case #1040", "Rosa Lindqvist", "4417")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_it_comes_out_of_the_receipt_printer(
    demo_url: str, home: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        counter.app.printer = Printer(PrinterKind.FILE, str(tmp_path / "receipts"))
        await with_the_slip(counter)
        await counter.press("p")
        await counter.sees("Printed on printer")
    receipt = printed((tmp_path / "receipts").read_bytes())
    assert [words for words in WANTED if words not in receipt.words] == []
    assert max(map(len, receipt.text.splitlines())) <= 42
    async with at_the_counter(demo_url, home) as counter:
        await counter.open(receipt.code, "Delia Montrose")
        await counter.sees("Kitchen remodel", where="case")


async def test_it_is_saved_as_a_pdf(demo_url: str, home: Path, tmp_path: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        counter.app.files = tmp_path
        await with_the_slip(counter)
        await counter.press("f")
        await counter.until((tmp_path / "slip-1040.pdf").exists, "the PDF")
        await counter.sees("Slip saved as")
    text = pdf_text((tmp_path / "slip-1040.pdf").read_bytes())
    assert [words for words in WANTED if words not in text] == []


async def test_nothing_that_was_written_for_colleagues_is_on_it(demo_url: str, home: Path, tmp_path: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        counter.app.printer = Printer(PrinterKind.FILE, str(tmp_path / "receipts"))
        await with_the_slip(counter)
        await counter.press("p")
        await counter.sees("Printed on printer")
    words = printed((tmp_path / "receipts").read_bytes()).words
    for internal in ("Find the other three", "coupon", "wash", "Waived", "call the store", "badly"):
        assert internal not in words
