"""Keys from a terminal that sends bytes of another encoding."""

from __future__ import annotations

import codecs
import sys
from functools import partial


def forgive_bad_bytes() -> None:
    """Have bytes that are not UTF-8 read as `�`; Textual's reader ends at the first one, and the desk turns deaf."""
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver

    patient = partial(codecs.getincrementaldecoder("utf-8"), errors="replace")
    linux_driver.getincrementaldecoder = lambda _encoding: patient  # type: ignore[attr-defined]
