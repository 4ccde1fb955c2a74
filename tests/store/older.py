"""Databases as an older version of this program made them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from deskui.store import schema
from deskui.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def make_older(url: str, before: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the database at `url` with the migrations alone that came before that one, such as `0012`."""
    older = folder / "migrations"
    older.mkdir()
    for each in schema.MIGRATIONS.glob("*.py"):
        if each.name < before or not each.name[0].isdigit():
            shutil.copy(each, older)
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", older)
        Store.open(url).close()
