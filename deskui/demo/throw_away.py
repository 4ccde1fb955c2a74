"""A folder that is gone when the demo ends, or when the next one starts if this one was killed."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX: Final = "deskui-demo-"
_IN_USE: Final = "in-use"
_STARTING: Final = 60
"""Seconds after which a folder without a lock is taken for abandoned."""


@contextmanager
def throw_away_folder() -> Iterator[Path]:
    """A new private folder, removed at the end of the block; those of demos that were killed go first.

    A lock, which the system drops when a process dies, tells the living from the dead.
    """
    _sweep(Path(tempfile.gettempdir()))
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    handle = os.open(folder / _IN_USE, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _try_lock(handle)
        yield folder
    finally:
        os.close(handle)
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(place: Path) -> None:
    """Remove the folders of demos that are no longer running; what cannot be removed stays."""
    for folder in place.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if _is_ours(folder) and _is_abandoned(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """Whether it is a real folder of this user: others may write to the temporary folder too."""
    found = folder.stat(follow_symlinks=False)
    is_mine = sys.platform == "win32" or found.st_uid == os.getuid()
    return is_mine and folder.is_dir() and not folder.is_symlink()


def _is_abandoned(folder: Path) -> bool:
    try:
        handle = os.open(folder / _IN_USE, os.O_RDWR)
    except FileNotFoundError:
        return time.time() - folder.stat().st_mtime > _STARTING
    try:
        return _try_lock(handle)
    finally:
        os.close(handle)


def _try_lock(handle: int) -> bool:
    """Take the lock if nobody holds it; it ends when the handle is closed."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
