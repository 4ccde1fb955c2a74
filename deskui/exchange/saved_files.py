"""Files that are saved for somebody: under a name that says what they are, never over another one."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from deskui.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path


def save_new(folder: Path, stem: str, suffix: str, content: bytes) -> Path:
    """Write a new file in the folder, which is made, as `slip-1043.pdf`, `slip-1043-2.pdf` and so on.

    Raises: BadInput in one sentence when it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in count(1):
            place = folder / f"{stem}{'' if number == 1 else f'-{number}'}{suffix}"
            try:
                with place.open("xb") as file:
                    file.write(content)
            except FileExistsError:
                continue
            return place
    except OSError as error:
        reason = error.strerror or type(error).__name__
        said = f"Nothing can be saved in {folder} ({reason}); set another folder as files in the settings."
        raise BadInput(said) from error
    raise AssertionError("numbers do not end")
