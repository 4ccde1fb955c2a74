"""Web addresses of customers, shown in the browser of this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Final
from urllib.parse import urlsplit

from deskui.domain.visible import visible
from deskui.errors import BadInput, NotFound

PATIENCE: Final = 20.0
"""Seconds until a browser that does not come back is left alone."""
_OPEN: Final = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"


def web_address(value: str) -> str:
    """The address to open for a link as it is kept: `example.org` gets https.

    Raises: BadInput when it is of any other kind than http and https.
    """
    link = value.strip()
    address = link if "://" in link else f"https://{link}"
    try:
        parts = urlsplit(address)
        is_web = parts.scheme.casefold() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_web = False
    if not is_web or visible(address) != address or any(sign.isspace() for sign in address):
        raise BadInput("That is no web address; only http and https links are opened.")
    return address


def open_link(address: str) -> None:
    """Show the address in a browser; blocks until it has been handed over, so call it off the event loop.

    A process of its own does it, with no terminal: what a browser prints, or a browser of the terminal, would
    otherwise write over the screen. Raises: NotFound when this machine has no browser.
    """
    elsewhere = {name: value for name, value in os.environ.items() if name != "TERM"}
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run(
            [sys.executable, "-c", _OPEN, address],
            check=False, env=elsewhere, stdin=quiet, stdout=quiet, stderr=quiet, timeout=PATIENCE,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        done = None
    if done is None or done.returncode != 0:
        raise NotFound(f"This machine has no browser that answers; the link is {address}.")
