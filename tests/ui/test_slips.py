"""The slip at the desk: looked at, printed, kept when it does not come out, and tried again by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.slips.printers import Printer, PrinterKind
from deskui.errors import PrinterTrouble
from deskui.exchange.slips import delivery
from tests.exchange.slips.reading import pdf_text, printed
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exchange.slips.reading import Receipt
    from tests.ui.driving import Counter

OFF = "Printer 192.0.2.20 does not answer; see that it is on and connected, then try again."


async def open_slip(counter: Counter) -> None:
    await counter.open("#1043", "Shari Caldwell")
    await counter.press("h")
    await counter.sees("Hand-off slip for case #1043", "Alder & Finch", "WHO TO ASK FOR")


def receipt_in(file: Path) -> Receipt:
    return printed(file.read_bytes())


@pytest.fixture
def receipts(tmp_path: Path) -> Path:
    return tmp_path / "receipts"


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_it_is_looked_at_before_it_is_printed(
    demo_url: str, home: Path, receipts: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        counter.app.printer = Printer(PrinterKind.FILE, str(receipts))
        await open_slip(counter)
        await counter.sees("it is kept once it is printed or saved")
        await counter.press("end")
        await counter.sees("Bring this slip")
        await counter.press("p")
        await counter.sees("Printed on printer")
        await counter.press("home")
        await counter.sees("✓ printed today 10:42")
        await counter.press("escape")
        await counter.sees_not("Hand-off slip")
    assert "hub answer by Monday 23 November 2026, 12:00" in receipt_in(receipts).words
    with kept(demo_url) as desk:
        (slip,) = desk.slips.of_case(desk.cases.numbered("1043"))
    assert (slip.state.made_by, slip.state.printer) == ("Stephen Okafor", f"printer {receipts}")


async def test_without_a_printer_it_is_kept_and_said(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await open_slip(counter)
        await counter.press("p")
        await counter.sees("No printer is set for this desk", "The slip is kept; h shows it.", where="keys")
        await counter.press("escape")
        await counter.sees("! not printed: No printer is set", where="case")


async def test_one_that_did_not_come_out_is_tried_again_by_one_key(
    demo_url: str, home: Path, receipts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def off(*_: object) -> None:
        raise PrinterTrouble(OFF)

    async with at_the_counter(demo_url, home) as counter:
        counter.app.printer = Printer(PrinterKind.FILE, str(receipts))
        await open_slip(counter)
        with monkeypatch.context() as away:
            away.setattr(delivery, "deliver", off)
            await counter.press("p")
            await counter.sees("! not printed: Printer 192.0.2.20 does not answer")
            await counter.sees("The slip is kept; h shows it.", where="keys")
        await counter.press("escape", "h")
        await counter.sees("! not printed: Printer 192.0.2.20 does not answer")
        await counter.press("p")
        await counter.sees("✓ printed today 10:42")
    with kept(demo_url) as desk:
        (slip,) = desk.slips.of_case(desk.cases.numbered("1043"))
    assert not slip.state.is_waiting
    assert receipt_in(receipts).code == "#1043"


async def test_leaving_while_it_is_printed_loses_nothing(
    demo_url: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    gate = threading.Event()
    monkeypatch.setattr(delivery, "deliver", lambda *_: gate.wait(20))
    async with at_the_counter(demo_url, home) as counter:
        counter.app.printer = Printer(PrinterKind.NETWORK, "192.0.2.20")
        await open_slip(counter)
        try:
            await counter.press("p", "p")
            await counter.sees("on its way to the printer already")
            await counter.press("escape", "2")
            await counter.sees("Missing parcel. Explained", where="conversations")
        finally:
            gate.set()
        await counter.sees("Printed on printer 192.0.2.20", where="keys")
    with kept(demo_url) as desk:
        assert len(desk.slips.of_case(desk.cases.numbered("1043"))) == 1


async def test_it_is_saved_as_pdf_and_text(demo_url: str, home: Path, tmp_path: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        counter.app.files = tmp_path
        await open_slip(counter)
        await counter.press("f")
        await counter.until((tmp_path / "slip-1043.pdf").exists, "the PDF")
        await counter.sees("Slip saved as", "✓ saved today 10:42")
        await counter.press("t")
        await counter.until((tmp_path / "slip-1043.txt").exists, "the text")
        await counter.sees("slip-1043.txt")
    assert "Monday 23 November 2026, 12:00" in pdf_text((tmp_path / "slip-1043.pdf").read_bytes())
    with kept(demo_url) as desk:
        assert len(desk.slips.of_case(desk.cases.numbered("1043"))) == 1


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_those_of_before_are_listed_and_printed_again(
    demo_url: str, home: Path, receipts: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        counter.app.printer = Printer(PrinterKind.FILE, str(receipts))
        await counter.open("#1040", "Delia Montrose")
        await counter.press("h")
        await counter.sees("Hand-off slip for case #1040")
        await counter.press("l")
        await counter.sees("written Sat 14 Nov 10:38 by Paul", "✓ printed Sat 14 Nov 10:38, printer 192.0.2.20")
        await counter.press("enter")
        await counter.sees("Rosa Lindqvist, expediter", "4417")
        await counter.press("p")
        await counter.sees("Printed on printer")
    assert "Rosa Lindqvist" in receipt_in(receipts).text


async def test_a_new_one_says_what_is_known_now(demo_url: str, home: Path, tmp_path: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        counter.app.files = tmp_path
        await counter.open("#1040", "Delia Montrose")
        await counter.press("4", "end", "k", "enter")
        await counter.sees("✓ printed Sat 14 Nov 10:38", "find all four purchase orders")
        await counter.press("n")
        await counter.sees("when the other three come, from Rosa", "it is kept once it is printed or saved")
