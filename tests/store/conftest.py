from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.store.store import Store
from tests.ui.driving import demo_file, demo_url, home

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["demo", "demo_file", "demo_url", "home"]


@pytest.fixture
def demo(demo_url: str) -> Iterator[Store]:
    """The sample shop, open."""
    store = Store.open(demo_url)
    yield store
    store.close()
