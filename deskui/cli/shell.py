"""Commands that a sentence offers, as they can be pasted into a shell."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from pathlib import Path
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


def command_line(*arguments: str) -> str:
    """The program with these arguments, called as it was this time: it need not be on the path."""
    return " ".join((*_program(Path(sys.argv[0])), *map(quoted, arguments)))


def _program(called: Path) -> tuple[str, ...]:
    if called.parts[-2:] == ("deskui", "__main__.py"):
        return quoted(sys.executable), "-m", "deskui"
    found = shutil.which("deskui")
    if called.stem != "deskui" or (found and called.exists() and Path(found).samefile(called)):
        return ("deskui",)
    return (quoted(str(called)),)
