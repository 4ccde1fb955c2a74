"""Take the README's picture anew: `python -m tests.pictures`."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from deskui.demo.shop import make_demo
from tests.conftest import NOW
from tests.ui.driving import WIDE, at_the_counter

PICTURE = Path(__file__).with_name("desk.svg")


async def take(folder: Path) -> None:
    """The desk with Shari Caldwell on it, as the program's own screenshot."""
    url = f"sqlite:///{(folder / 'demo.sqlite3').as_posix()}"
    make_demo(url, now=NOW)
    async with at_the_counter(url, folder, size=WIDE) as counter:
        await counter.open("shari", "Shari Caldwell")
        PICTURE.write_text(counter.app.export_screenshot(title="deskui"), encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(take(Path(folder)))
