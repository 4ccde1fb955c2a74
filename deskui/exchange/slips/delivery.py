"""A slip on its way to the printer of this desk, and in one sentence why it did not come out."""

from __future__ import annotations

import socket
import subprocess
import threading
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.slips.printers import PrinterKind
from deskui.errors import DeskError, MissingExtra, PrinterTrouble
from deskui.exchange.extra_libraries import missing
from deskui.exchange.slips.escpos import slip_escpos
from deskui.exchange.slips.pdf import slip_pdf
from deskui.exchange.slips.receipt_library import printers
from deskui.exchange.slips.text import slip_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.benefits.slip import BenefitSlip
    from deskui.domain.slips.content import SlipContent
    from deskui.domain.slips.printers import Printer

NO_PRINTER: Final = "No printer is set for this desk; name one as [printer] in the settings file, or save the slip."
PATIENCE: Final = 20.0
"""Seconds until a printer that takes nothing is given up."""
_ANSWERS: Final = 4.0
"""Seconds for a printer on the network to be reached."""
_SAYS: Final = 1.0
"""Seconds for a printer to say how it is; many never do."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed: its title, how it is made for a receipt printer of so many columns, and for any other."""

    title: str
    receipt: Callable[[int], bytes]
    document: Callable[[], bytes]
    """A PDF where one can be made, else text."""


def deliver(content: SlipContent | BenefitSlip, printer: Printer) -> None:
    """Print a slip; returns when the printer has taken it, so call it off the event loop.

    Raises: PrinterTrouble in one sentence with what to do, MissingExtra where a library for it is not installed.
    """
    send(Printed(content.title, partial(slip_escpos, content), lambda: _document(content)), printer)


def send(printed: Printed, printer: Printer) -> None:
    """Print anything that can be made for a printer; waits and raises as `deliver` does."""
    if not printer.is_set:
        raise PrinterTrouble(NO_PRINTER)
    _within(PATIENCE, printer, lambda: _SENDERS[printer.kind](printed, printer))


def _document(content: SlipContent | BenefitSlip) -> bytes:
    try:
        return slip_pdf(content)
    except MissingExtra:
        return slip_text(content).encode()


def _within(seconds: float, printer: Printer, work: Callable[[], None]) -> None:
    """Do it on a thread that nobody waits for at the end: a device that blocks would hold the program for good."""
    failed: list[BaseException] = []

    def go() -> None:
        try:
            work()
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=go, name="printer", daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise _trouble(printer, "takes nothing; see that it has paper and is ready, then try again")
    if failed:
        raise failed[0] if isinstance(failed[0], DeskError) else _unreachable(printer, failed[0])


def _to_network(printed: Printed, printer: Printer) -> None:
    host, port = printer.host
    receipt = printed.receipt(printer.columns)
    # Not opened by the library: it knows no IPv6, and leaves a line open that was refused.
    with socket.create_connection((host, port), timeout=_ANSWERS) as line:
        device = printers().Network(host, port)
        device.device = line
        _print(device, printer, receipt)


def _to_usb(printed: Printed, printer: Printer) -> None:
    vendor, product = printer.usb
    receipt = printed.receipt(printer.columns)
    _opened(printers().Usb(vendor, product, timeout=int(_ANSWERS * 1000)), printer, receipt)


def _to_serial(printed: Printed, printer: Printer) -> None:
    port, speed = printer.serial
    receipt = printed.receipt(printer.columns)
    _opened(printers().Serial(port, speed, timeout=_SAYS), printer, receipt)


def _to_file(printed: Printed, printer: Printer) -> None:
    """Behind what is in it already: a file gathers slips, and a device has no end."""
    receipt = printed.receipt(printer.columns)
    with Path(printer.to).expanduser().open("ab") as file:
        file.write(receipt)


def _to_system(printed: Printed, printer: Printer) -> None:
    """As a PDF where one can be made, else as text: the system knows how to print both."""
    document = printed.document()
    command = ["lp", *(["-d", printer.to] if printer.to else []), "-t", printed.title.replace("#", ""), "-"]
    try:
        done = subprocess.run(command, input=document, capture_output=True, check=False, timeout=PATIENCE)
    except FileNotFoundError as error:
        said = "This machine has no lp command to print with; set another kind of printer, or save the slip."
        raise PrinterTrouble(said) from error
    if done.returncode:
        reason = " ".join(done.stderr.decode(errors="replace").split()) or "no reason given"
        raise _trouble(printer, f"did not take the slip ({reason}); see to it, then try again")


_SENDERS: Final = {
    PrinterKind.NETWORK: _to_network,
    PrinterKind.USB: _to_usb,
    PrinterKind.SERIAL: _to_serial,
    PrinterKind.FILE: _to_file,
    PrinterKind.SYSTEM: _to_system,
}


def _opened(device: Any, printer: Printer, receipt: bytes) -> None:
    """Print on a device that has to be opened first."""
    device.open()
    try:
        _print(device, printer, receipt)
    finally:
        with suppress(Exception):
            device.close()


def _print(device: Any, printer: Printer, receipt: bytes) -> None:
    """Send it, after asking whether there is paper, and ask again: a roll may end in the middle of a slip."""
    speaks = _see_whether_ready(device, printer)
    device._raw(receipt)
    if speaks:
        _see_whether_ready(device, printer)


def _see_whether_ready(device: Any, printer: Printer) -> bool:
    """Whether the printer says how it is at all.

    Raises: PrinterTrouble when it says that it has no paper, or is not ready.
    """
    if printer.kind is PrinterKind.NETWORK:
        device.device.settimeout(_SAYS)
    try:
        has_paper, is_ready = device.paper_status() != 0, device.is_online()
    except (TimeoutError, NotImplementedError):
        return False
    finally:
        if printer.kind is PrinterKind.NETWORK:
            device.device.settimeout(_ANSWERS)
    if not has_paper:
        raise _trouble(printer, "is out of paper; put a new roll in, then try again")
    if not is_ready:
        raise _trouble(printer, "is not ready; see to its cover and its lights, then try again")
    return True


def _unreachable(printer: Printer, error: BaseException) -> DeskError:
    if isinstance(error, ImportError | RuntimeError):
        return missing("printer", "That printer")
    if printer.kind is PrinterKind.FILE:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
        return _trouble(printer, f"cannot be written to ({reason}); see that it is there and on, then try again")
    return _trouble(printer, "does not answer; see that it is on and connected, then try again")


def _trouble(printer: Printer, what: str) -> PrinterTrouble:
    words = printer.words
    return PrinterTrouble(f"{words[:1].upper()}{words[1:]} {what}.")
