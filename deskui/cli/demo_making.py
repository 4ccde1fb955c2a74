"""Making the sample shop in a file, whole or not at all."""

from __future__ import annotations

import sys
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Progress = Callable[[str, int, int], None]


def make_shop(file: Path, url: str, customers: int) -> None:
    """Make the shop at `url`, which is that file; no half-made one is left behind when it is interrupted."""
    from deskui.demo.shop import make_demo

    now = datetime.now(UTC)
    with _whole_or_not_at_all(file):
        if not customers:
            make_demo(url, now=now)
            return
        with _progress() as progress:
            make_demo(url, customers, progress, now=now)


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """A bar on stderr, where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks = {"customers": bar.add_task("Customers", total=None), "index": bar.add_task("Lookup", total=None)}
        yield lambda what, done, total: bar.update(tasks[what], completed=done, total=total)


@contextmanager
def _whole_or_not_at_all(file: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        for leftover in ("", "-wal", "-shm", ".lock"):
            with suppress(OSError):
                file.with_name(file.name + leftover).unlink()
        raise
