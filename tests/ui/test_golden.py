"""What a clerk sees, kept as readable text; `DESKUI_GOLDEN=write pytest tests/ui/test_golden.py` writes it anew."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from deskui.demo.staff import ACTING
from tests.pictures.scenes import SCENES
from tests.ui.driving import NARROW, NORMAL, VAST, WIDE, at_the_counter

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.ui.driving import Counter

    Steps = Callable[[Counter], Awaitable[None]]

FOLDER: Final = Path(__file__).with_name("golden")
WRITE: Final = os.environ.get("DESKUI_GOLDEN") == "write"
SIZES: Final = (NARROW, NORMAL, WIDE, VAST)


async def shari(counter: Counter) -> None:
    await counter.open("shari", "Shari Caldwell")
    await counter.sees("Missing parcel", where="case")


async def results(counter: Counter) -> None:
    await counter.find("caldwell")
    await counter.sees("4 found", where="results")
    if counter.app.screen.query_one("#preview").display:
        await counter.sees(counter.app.screen.find.hits[0].name, where="preview")


async def nobody(counter: Counter) -> None:
    await counter.find("quentin zabriskie")
    await counter.sees("Nobody found for quentin zabriskie")


async def note(counter: Counter) -> None:
    await shari(counter)
    await counter.press("n")
    await counter.sees("Note on Shari Caldwell")
    await counter.type("Keeps a spare key at the neighbours'.")
    await counter.sees("Keeps a spare key at the neighbours'.")


async def contact(counter: Counter) -> None:
    await shari(counter)
    await counter.press("c")
    await counter.sees("Contact with Shari Caldwell")


async def keys(counter: Counter) -> None:
    await shari(counter)
    await counter.press("question_mark")
    await counter.sees("Look somebody up, from anywhere")


async def manual(counter: Counter) -> None:
    await shari(counter)
    await counter.press("m")
    await counter.sees("About what is in view", where="choices")
    await counter.type("parcel")
    await counter.until(lambda: counter.app.screen.shown.typed == "parcel", "all of it was looked for")
    await counter.sees("Claims for lost and damaged parcels", where="choices")
    if counter.app.screen.query_one("#article").display:
        await counter.sees("The hub answers", where="article")


PLAYED: Final = (
    "due",
    "due-desk",
    "calls",
    "calls-desk",
    "board",
    "board-clerks",
    "setup",
    "review",
    "promises",
    "staff",
    "who-to-call",
    "faces",
    "desk-sparse",
    "palette",
)

SCREENS: Final[dict[str, Steps]] = {
    "desk": shari,
    "results": results,
    "nobody": nobody,
    "note": note,
    "contact": contact,
    "keys": keys,
    "manual": manual,
    **{name: SCENES[name].play for name in PLAYED},
}


def held_against(name: str, size: tuple[int, int], seen: str) -> None:
    """Compare with the kept screen line by line, or write it anew."""
    file = FOLDER / f"{name}-{size[0]}x{size[1]}.txt"
    if WRITE:
        FOLDER.mkdir(exist_ok=True)
        file.write_text(seen + "\n", "utf-8", newline="\n")
    kept = file.read_text("utf-8").splitlines()
    assert f"{seen}\n".splitlines() == kept, (
        f"{file.name} differs; DESKUI_GOLDEN=write keeps what is seen now:\n{seen}"
    )


@pytest.fixture(autouse=True)
def _plain_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/Denver")
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
async def test_the_screen_is_as_it_was(demo_url: str, home: Path, name: str, size: tuple[int, int]) -> None:
    employee = SCENES[name].employee if name in PLAYED else ACTING
    async with at_the_counter(demo_url, home, size=size, employee=employee) as counter:
        await counter.until(lambda: counter.app.day_counts.day is not None, "the counts of the first line")
        await SCREENS[name](counter)
        held_against(name, size, counter.screen())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_an_empty_shop_says_what_to_do(url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(url, home, size=size, employee="", ready=False) as counter:
        await counter.sees("Welcome. Shop and name, and the desk is yours.")
        await counter.type("Corner Shop\t\tKim Novak\x13")
        await counter.sees("Kim Novak, administrator", where="status")
        await counter.sees("No customers yet.", where="results")
        held_against("empty", size, counter.screen())


async def test_every_line_fills_the_screen_to_its_edge(demo_url: str, home: Path) -> None:
    from rich.cells import cell_len

    from tests.ui.driving import rows

    for size in SIZES:
        async with at_the_counter(demo_url, home, size=size) as counter:
            await shari(counter)
            assert [cell_len(row) for row in rows(counter.app)] == [size[0]] * size[1]
