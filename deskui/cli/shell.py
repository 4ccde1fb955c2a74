"""Commands that a sentence offers, as they can be pasted into a shell."""

from __future__ import annotations

import re
import shlex
import sys
from typing import Final

_PLAIN: Final = re.compile(r"[^\"$`\\!%]*")
"""What every shell leaves alone between double quotes."""


def quoted(argument: str) -> str:
    """One argument, quoted where it has to be."""
    if shlex.quote(argument) == argument:
        return argument
    if _PLAIN.fullmatch(argument) or sys.platform == "win32":
        return '"' + argument.replace('"', '""') + '"'
    return shlex.quote(argument)
