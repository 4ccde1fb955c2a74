"""Keys from a terminal that sends bytes of another encoding."""

from __future__ import annotations

import codecs
import sys
from functools import partial


class _Patient(codecs.getincrementaldecoder("utf-8")):  # type: ignore[misc]
    """Reads what is not UTF-8 as `�`, and takes nothing at all for the end, where Textual would ask for ever."""

    def decode(self, taken: bytes, final: bool = False) -> str:
        if not taken and not final:
            raise EOFError("the terminal is gone")
        text: str = super().decode(taken, final)
        return text


def forgive_bad_bytes() -> None:
    """Have bytes that are not UTF-8 read as `�`; Textual's reader ends at the first one, and the desk turns deaf.

    A terminal that is gone ends the reader, which ends the app.
    """
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver

    patient = partial(_Patient, errors="replace")
    linux_driver.getincrementaldecoder = lambda _encoding: patient  # type: ignore[attr-defined]
