from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.desk.counter import Counter
from tests.ui.driving import demo_file, demo_url, home

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["counter", "demo_file", "demo_url", "home"]


@pytest.fixture
def counter(url: str) -> Iterator[Counter]:
    """A desk of its own with a clock that the test turns."""
    made = Counter(url)
    with closing(made.desk):
        yield made
