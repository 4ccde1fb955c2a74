"""A lane to the database: one thread, one connection, work in the order it was handed in."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Lane:
    """One worker thread; never more than one statement of it is under way."""

    def __init__(self, name: str) -> None:
        self._executor = ThreadPoolExecutor(1, thread_name_prefix=name)

    def submit(self, work: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Future[Result]:
        """Hand work in from any thread."""
        return self._executor.submit(work, *args, **kwargs)

    async def run(self, work: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Result:
        """Hand work in and wait for it without holding the event loop."""
        return await asyncio.wrap_future(self.submit(work, *args, **kwargs))

    def close(self, last: Callable[[], object] | None = None) -> None:
        """Finish what was handed in, then `last` on the lane's own thread, and end the thread."""
        if last is not None:
            self._executor.submit(last)
        self._executor.shutdown(wait=True)
