"""A slip on its way to printers that take it, that are off, out of paper, or say nothing at all."""

from __future__ import annotations

import os
import socket
import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import pytest

from deskui.domain.slips.content import SlipContent, SlipPromise
from deskui.domain.slips.printers import Printer, PrinterKind
from deskui.errors import PrinterTrouble
from deskui.exchange.slips import delivery
from deskui.exchange.slips.delivery import deliver
from tests.exchange.slips.reading import pdf_text, printed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SLIP: Final = SlipContent(
    "Alder & Finch", 1043, "Missing parcel", "Shari Caldwell", datetime(2026, 11, 22, 17, 42, tzinfo=UTC), "Sunday",
    promises=(SlipPromise("hub answer", "by Monday 23 November 2026, 12:00"),),
)  # fmt: skip
READY, PAPER, NO_PAPER, OFFLINE = 0x12, 0x12, 0x72, 0x1A


class TcpPrinter:
    """A printer on the network that answers how it is (or nothing), and keeps what it is sent."""

    def __init__(self, paper: int | None, state: int = READY) -> None:
        self._paper, self._state = paper, state
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.sent = b""
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    @property
    def address(self) -> str:
        host, port = self._listening.getsockname()
        return f"{host}:{port}"

    def _serve(self) -> None:
        caller, _ = self._listening.accept()
        with caller:
            while part := caller.recv(65536):
                for question, answer in ((b"\x10\x04\x04", self._paper), (b"\x10\x04\x01", self._state)):
                    if question in part and self._paper is not None and answer is not None:
                        part = part.replace(question, b"")
                        caller.sendall(bytes([answer]))
                self.sent += part

    def close(self) -> bytes:
        self.thread.join(10)
        self._listening.close()
        return self.sent


@contextmanager
def tcp_printer(paper: int | None, state: int = READY) -> Iterator[TcpPrinter]:
    made = TcpPrinter(paper, state)
    try:
        yield made
    finally:
        made._listening.close()


def refusal(printer: Printer) -> str:
    with pytest.raises(PrinterTrouble) as refused:
        deliver(SLIP, printer)
    assert refused.value.sentence.count(".") - refused.value.sentence.count("127.0.0.1") * 3 == 1
    return refused.value.sentence


def test_a_printer_on_the_network_gets_the_slip() -> None:
    with tcp_printer(PAPER) as there:
        deliver(SLIP, Printer(PrinterKind.NETWORK, there.address))
        receipt = printed(there.close())
    assert receipt.code == "#1043"
    assert "hub answer by Monday 23 November 2026, 12:00" in receipt.words


def test_one_that_never_says_how_it_is_gets_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "_SAYS", 0.05)
    with tcp_printer(None) as there:
        deliver(SLIP, Printer(PrinterKind.NETWORK, there.address))
        sent = there.close().replace(b"\x10\x04\x04", b"").replace(b"\x10\x04\x01", b"")
    assert printed(sent).code == "#1043"


@pytest.mark.parametrize(
    ("paper", "state", "said"),
    [(NO_PAPER, READY, "is out of paper; put a new roll in"), (PAPER, OFFLINE, "is not ready; see to its cover")],
)
def test_one_that_cannot_print_says_why_and_is_sent_nothing(paper: int, state: int, said: str) -> None:
    with tcp_printer(paper, state) as there:
        assert said in refusal(Printer(PrinterKind.NETWORK, there.address))
        assert there.close() == b""


def test_one_that_is_off_is_said_to_be() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    said = refusal(Printer(PrinterKind.NETWORK, f"127.0.0.1:{port}"))
    assert said == f"Printer 127.0.0.1:{port} does not answer; see that it is on and connected, then try again."


def test_without_a_printer_it_says_what_to_set() -> None:
    assert "[printer] in the settings file" in refusal(Printer())


def test_a_file_gathers_slips(tmp_path: Path) -> None:
    printer = Printer(PrinterKind.FILE, str(tmp_path / "receipts"))
    deliver(SLIP, printer)
    once = (tmp_path / "receipts").read_bytes()
    deliver(SLIP, printer)
    assert (tmp_path / "receipts").read_bytes() == once + once
    assert "cannot be written to" in refusal(Printer(PrinterKind.FILE, str(tmp_path / "no" / "receipts")))


def test_a_device_that_takes_nothing_does_not_hold_whoever_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "PATIENCE", 0.1)
    os.mkfifo(tmp_path / "stuck")
    assert "takes nothing; see that it has paper" in refusal(Printer(PrinterKind.FILE, str(tmp_path / "stuck")))
    (tmp_path / "stuck").open("rb").close()  # lets the writer go


LP: Final = """#!/bin/sh
echo "$@" > "$LP_SAID"
cat > "$LP_GOT"
[ -z "$LP_FAILS" ] || { echo "lp: $LP_FAILS" >&2; exit 1; }
"""


def test_the_systems_printer_gets_a_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lp = tmp_path / "lp"
    lp.write_text(LP)
    lp.chmod(0o700)
    for name, value in (
        ("PATH", f"{tmp_path}:/usr/bin:/bin"),
        ("LP_SAID", f"{tmp_path}/said"),
        ("LP_GOT", f"{tmp_path}/got"),
    ):
        monkeypatch.setenv(name, value)
    deliver(SLIP, Printer(PrinterKind.SYSTEM, "office"))
    assert (tmp_path / "said").read_text() == "-d office -t Case 1043 -\n"
    assert "hub answer by Monday 23 November" in pdf_text((tmp_path / "got").read_bytes())
    monkeypatch.setenv("LP_FAILS", "The printer or class does not exist")
    assert "did not take the slip (lp: The printer or class does not exist)" in refusal(Printer(PrinterKind.SYSTEM))


def test_a_machine_without_lp_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "has no lp command" in refusal(Printer(PrinterKind.SYSTEM))


def test_nothing_is_said_on_stdout_or_stderr(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    deliver(SLIP, Printer(PrinterKind.FILE, str(tmp_path / "receipts")))
    assert capfd.readouterr() == ("", "")
