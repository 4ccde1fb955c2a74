from __future__ import annotations

from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

import pytest

from tests.desk.counter import Counter
from tests.ui.driving import demo_file, demo_url, home

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["counter", "demo_file", "demo_url", "home"]


@pytest.fixture
def counter(url: str) -> Iterator[Counter]:
    """A desk of its own with a clock that the test turns."""
    made = Counter(url)
    with closing(made.desk):
        yield made


@pytest.fixture
def make_counter(make_url: Callable[[], str]) -> Iterator[Callable[[], Counter]]:
    """Makes as many desks as asked for, each on a database of its own."""
    with ExitStack() as stack:

        def make() -> Counter:
            made = Counter(make_url())
            stack.callback(made.desk.close)
            return made

        yield make
