"""Scenes played and kept: as text for reading, as SVG for looking."""

from __future__ import annotations

import shutil
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from deskui.demo.shop import make_demo
from deskui.demo.staff import ACTING, DESK
from deskui.desk.opening import open_desk
from tests.conftest import NOW
from tests.pictures.scenes import SCENES
from tests.ui.driving import NARROW, NORMAL, VAST, WIDE, at_the_counter

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES: Final = {f"{width}x{height}": (width, height) for width, height in (NARROW, NORMAL, WIDE, VAST)}
THEMES: Final = ("textual-dark", "textual-light")


async def walk(folder: Path, names: Sequence[str], sizes: Sequence[str], themes: Sequence[str]) -> None:
    """Play each scene in each size and theme on a shop of its own; what does not come as it should is said."""
    shops = {shop: _made(shop) for shop in {SCENES[name].shop for name in names}}
    for name in names:
        for size in sizes:
            for theme in themes:
                await _keep(folder / f"{name}-{size}-{theme}", name, shops[SCENES[name].shop], SIZES[size], theme)


async def the_readmes() -> str:
    """The desk with Shari Caldwell on it, as the program's own screenshot."""
    url, home = _copied(_made("demo"))
    async with at_the_counter(url, home, size=WIDE) as counter:
        await SCENES["desk"].play(counter)
        return counter.app.export_screenshot(title="deskui")


async def _keep(stem: Path, name: str, shop: Path, size: tuple[int, int], theme: str) -> None:
    url, home = _copied(shop)
    async with at_the_counter(url, home, size=size, theme=theme, employee=SCENES[name].employee) as counter:
        try:
            await SCENES[name].play(counter)
        except AssertionError as error:
            print(f"{stem.name}: {str(error).splitlines()[0]}", file=sys.stderr)  # noqa: T201
        stem.with_suffix(".txt").write_text(counter.screen() + "\n", encoding="utf-8")
        stem.with_suffix(".svg").write_text(counter.app.export_screenshot(title="deskui"), encoding="utf-8")


def _made(shop: str) -> Path:
    """A new database: the sample shop, or one with its staff and nothing else."""
    file = Path(tempfile.mkdtemp()) / f"{shop}.sqlite3"
    url = f"sqlite:///{file.as_posix()}"
    if shop == "demo":
        make_demo(url, now=NOW)
        return file
    with closing(open_desk(url, desk_name=DESK, clock=lambda: NOW)) as desk:
        desk.shop.set_up("Alder Street", DESK, ACTING, zone="America/Denver")
    return file


def _copied(shop: Path) -> tuple[str, Path]:
    home = Path(tempfile.mkdtemp())
    copy = home / "shop.sqlite3"
    shutil.copy(shop, copy)
    return f"sqlite:///{copy.as_posix()}", home
