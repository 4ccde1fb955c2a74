"""A bar on stderr of how much of a file has been read."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.domain.importing.benefits import AnyIncoming
    from deskui.domain.importing.incoming import Refused
    from deskui.exchange.source_file import SourceFile

    Records = Iterator[AnyIncoming | Refused]


@contextmanager
def followed(records: Records, file: SourceFile) -> Iterator[Records]:
    """The records, with a bar that follows them where stderr is a terminal."""
    if not sys.stderr.isatty():
        yield records
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Reading"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("read", total=file.size)

        def steps() -> Records:
            for count, record in enumerate(records):
                if count % 100 == 0:
                    bar.update(task, completed=file.position)
                yield record

        yield steps()
