"""Where a printer is: what the settings may say."""

from __future__ import annotations

import pytest

from deskui.domain.slips.printers import Printer, PrinterKind, check_printer
from deskui.errors import BadInput


@pytest.mark.parametrize(
    ("to", "host"),
    [
        ("192.0.2.20", ("192.0.2.20", 9100)),
        ("192.0.2.20:9101", ("192.0.2.20", 9101)),
        ("printer.example.org:515", ("printer.example.org", 515)),
        ("[2001:db8::20]:9101", ("2001:db8::20", 9101)),
        ("2001:db8::20", ("2001:db8::20", 9100)),
        ("[2001:db8::20]", ("2001:db8::20", 9100)),
    ],
)
def test_a_printer_on_the_network_has_a_host_and_a_port(to: str, host: tuple[str, int]) -> None:
    assert Printer(PrinterKind.NETWORK, to).host == host


def test_a_serial_one_has_a_port_and_a_speed() -> None:
    assert Printer(PrinterKind.SERIAL, "COM3@19200").serial == ("COM3", 19200)
    assert Printer(PrinterKind.SERIAL, "/dev/ttyUSB0").serial == ("/dev/ttyUSB0", 9600)


def test_one_on_usb_has_a_vendor_and_a_product() -> None:
    assert Printer(PrinterKind.USB, "04b8:0E15").usb == (0x04B8, 0x0E15)


@pytest.mark.parametrize(
    ("printer", "field"),
    [
        (Printer(PrinterKind.NETWORK), "to"),
        (Printer(PrinterKind.NETWORK, "192.0.2.20:0"), "to"),
        (Printer(PrinterKind.NETWORK, "192.0.2.20:99999"), "to"),
        (Printer(PrinterKind.USB, "epson"), "to"),
        (Printer(PrinterKind.SERIAL, " "), "to"),
        (Printer(PrinterKind.FILE), "to"),
        (Printer(PrinterKind.FILE, "/dev/usb/lp0", 40), "columns"),
        (Printer(to="192.0.2.20"), "kind"),
    ],
)
def test_what_makes_no_sense_is_refused(printer: Printer, field: str) -> None:
    with pytest.raises(BadInput) as refused:
        check_printer(printer)
    assert refused.value.field == field


@pytest.mark.parametrize("printer", [Printer(), Printer(PrinterKind.SYSTEM), Printer(PrinterKind.SYSTEM, "office")])
def test_no_printer_and_the_systems_own_make_sense(printer: Printer) -> None:
    check_printer(printer)
