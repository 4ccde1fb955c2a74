"""Take pictures of the program: `python -m tests.pictures` takes the README's anew, with a folder every scene.

`python -m tests.pictures FOLDER` writes each scene as text and as SVG, in the sizes and themes worth looking at;
`--scene`, `--size`, `--theme` and `--shop` say which, and may be given several times.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path

from tests.pictures.gallery import SIZES, THEMES, the_readmes, walk
from tests.pictures.scenes import SCENES

PICTURE = Path(__file__).with_name("desk.svg")


def asked() -> argparse.Namespace:
    """What is to be taken, from the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="where to; without it, the README's picture is taken")
    parser.add_argument("--scene", action="extend", nargs="+", choices=SCENES, metavar="NAME")
    parser.add_argument("--size", action="extend", nargs="+", choices=SIZES, metavar="80x24")
    parser.add_argument("--theme", action="extend", nargs="+", metavar="NAME")
    parser.add_argument("--shop", choices=("demo", "empty"))
    return parser.parse_args()


async def take(wanted: argparse.Namespace) -> None:
    """Take what was asked for."""
    if wanted.folder is None:
        PICTURE.write_text(await the_readmes(), encoding="utf-8")
        return
    names = wanted.scene or [name for name, scene in SCENES.items() if wanted.shop in (None, scene.shop)]
    wanted.folder.mkdir(parents=True, exist_ok=True)
    await walk(wanted.folder, names, wanted.size or list(SIZES), wanted.theme or THEMES)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder
        asyncio.run(take(asked()))
