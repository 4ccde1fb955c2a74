"""Where slips are printed: what the settings say of the printer of this desk."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from deskui.errors import BadInput

PORT: Final = 9100
"""Where receipt printers listen, unless the settings say otherwise."""
BAUD: Final = 9600
WIDTHS: Final = (32, 42, 48)
"""Columns of the receipts that printers print: 58 mm paper, 80 mm, and 80 mm in the usual font."""
_USB: Final = re.compile(r"([0-9a-fA-F]{4}):([0-9a-fA-F]{4})")
_HIGHEST_PORT: Final = 65_535


class PrinterKind(StrEnum):
    """How the printer is reached."""

    NONE = ""
    NETWORK = "network"
    USB = "usb"
    SERIAL = "serial"
    FILE = "file"
    SYSTEM = "system"


_WANTED: Final = {
    PrinterKind.NETWORK: 'an address, such as "192.0.2.20" or "192.0.2.20:9100"',
    PrinterKind.USB: 'vendor and product, such as "04b8:0e15"',
    PrinterKind.SERIAL: 'a port, such as "/dev/ttyUSB0" or "COM3", with its speed as in "COM3@19200" if not 9600',
    PrinterKind.FILE: 'a file or a device, such as "/dev/usb/lp0"',
}


@dataclass(frozen=True, slots=True)
class Printer:
    """The printer of this desk; `to` is its address in the form of its kind, `columns` how wide a receipt is."""

    kind: PrinterKind = PrinterKind.NONE
    to: str = ""
    columns: int = 42

    @property
    def is_set(self) -> bool:
        """Whether there is one at all."""
        return self.kind is not PrinterKind.NONE

    @property
    def words(self) -> str:
        """What it is called in a sentence: `printer 192.0.2.20`, `the system's printer`."""
        if self.kind is PrinterKind.SYSTEM and not self.to:
            return "the system's printer"
        return f"printer {self.to}"

    @property
    def host(self) -> tuple[str, int]:
        """Host and port of one on the network; an IPv6 address stands in brackets where a port follows."""
        host, _, port = self.to.rpartition(":")
        if host and port.isascii() and port.isdigit() and (":" not in host or host.endswith("]")):
            return host.strip("[]"), int(port)
        return self.to.strip("[]"), PORT

    @property
    def usb(self) -> tuple[int, int]:
        """Vendor and product of one on USB."""
        found = _USB.fullmatch(self.to)
        assert found is not None, "checked when the settings were read"
        return int(found[1], 16), int(found[2], 16)

    @property
    def serial(self) -> tuple[str, int]:
        """Port and speed of a serial one."""
        port, _, speed = self.to.rpartition("@")
        return (port, int(speed)) if port and speed.isdigit() else (self.to, BAUD)


def check_printer(printer: Printer) -> None:
    """Raises: BadInput in a clause, such as `columns must be 32, 42 or 48`, for one that makes no sense."""
    if printer.columns not in WIDTHS:
        raise BadInput(f"columns must be 32, 42 or 48, not {printer.columns}", "columns")
    wanted = _WANTED.get(printer.kind)
    if wanted is not None and not printer.to.strip():
        raise BadInput(f"to must be {wanted}", "to")
    if printer.kind is PrinterKind.USB and not _USB.fullmatch(printer.to):
        raise BadInput(f"to must be {wanted}, not {printer.to!r}", "to")
    if printer.kind is PrinterKind.NETWORK and not 0 < printer.host[1] <= _HIGHEST_PORT:
        raise BadInput(f"to must be {wanted}, not {printer.to!r}", "to")
    if printer.kind is PrinterKind.NONE and printer.to:
        raise BadInput("kind must say what sort of printer it is: network, usb, serial, file or system", "kind")
