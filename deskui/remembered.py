"""What the program remembers by itself between two starts, apart from the user's settings."""

from __future__ import annotations

import contextlib
import json
import os
import re
import tempfile
from pathlib import Path


def without_password(address: str) -> str:
    """The address of a database as it may be written into files: who and where, without the password."""
    return re.sub(r"(?<=[?&])password=[^&]*", "", re.sub(r"(?<=://)([^/@:]*):[^/@]*@", r"\1@", address))


class Remembered:
    """A few names with texts, such as the theme chosen last; losing them costs nothing but a choice."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def get(self, name: str, default: str = "") -> str:
        """What was remembered under the name; a missing or broken file remembers nothing."""
        return self._read().get(name, default)

    def set(self, name: str, value: str) -> None:
        """Remember the value; the file is replaced in one step, or left where it cannot be written."""
        values = self._read() | {name: value}
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._replace(json.dumps(values, indent=1, sort_keys=True))

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {name: value for name, value in found.items() if isinstance(value, str)}

    def _replace(self, text: str) -> None:
        """Write beside the file and rename over it; mkstemp makes the new one readable by its owner only."""
        handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=f".{self.path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            Path(name).replace(self.path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
