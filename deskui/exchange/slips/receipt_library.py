"""The library of receipt printers, loaded so that it leaves the screen and the disk alone."""

from __future__ import annotations

import logging
import shutil
from functools import cache
from typing import Any

from deskui.exchange.extra_libraries import needs_extra


@cache
def printers() -> Any:
    """The module of its printers.

    Raises: MissingExtra where it is not installed.
    """
    root = logging.getLogger()
    if not root.handlers:
        # Or it would send what everybody logs to stderr, which is the screen.
        root.addHandler(logging.NullHandler())
    with needs_extra("printer", "A receipt printer"):
        from escpos import capabilities, printer
    # At every start it leaves what it knows of printers in a new folder of temporary files.
    shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)
    return printer
