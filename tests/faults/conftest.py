from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from tests.ui.driving import demo_file

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["demo_file"]

if sys.platform == "win32":
    collect_ignore_glob = ["*"]


@pytest.fixture
def shop(demo_file: Path, tmp_path: Path) -> Path:
    """A copy of the sample shop for one test alone."""
    copy = tmp_path / "shop.sqlite3"
    shutil.copy(demo_file, copy)
    return copy


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where half-typed texts, logs and settings are kept."""
    return tmp_path / "home"
