from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from deskui.demo.shop import make_demo
from deskui.store.store import Store
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def _made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("demo") / "demo.sqlite3"
    make_demo(f"sqlite:///{file.as_posix()}", now=NOW)
    return file


@pytest.fixture
def demo_url(_made_once: Path, tmp_path: Path) -> str:
    """A copy of the sample shop for one test alone."""
    copy = tmp_path / "demo.sqlite3"
    shutil.copy(_made_once, copy)
    return f"sqlite:///{copy.as_posix()}"


@pytest.fixture
def demo(demo_url: str) -> Iterator[Store]:
    store = Store.open(demo_url)
    yield store
    store.close()
