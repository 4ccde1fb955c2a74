"""How many keys an errand takes from the open customer, what is typed not counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.ui.driving import at_the_counter

if TYPE_CHECKING:
    from pathlib import Path

MOST: Final = {
    "promise": 2,
    "contact wrapped up": 3,
    "note": 2,
    "due list to customer": 3,
    "settle a promise": 2,
    "goodwill": 6,
}
"""The most keys each errand may take."""

ERRANDS: Final = {
    "promise": (("p", "type:call back 1 dec 12:00", "enter"), "Promised for Tue 1 Dec 12:00"),
    "contact wrapped up": (("c", "type:Brought the lamp back.", "ctrl+s"), "Contact logged"),
    "note": (("n", "type:Has a spare key.", "ctrl+s"), "Note saved"),
    "due list to customer": (("f2", "end", "enter"), ""),
    "settle a promise": (("P", "x"), "Kept"),
    "goodwill": (("w", "type:19", "tab", "type:parcel", "tab", "1", "ctrl+s"), "Waived parcel, $19.00"),
}
"""What is pressed and typed for each, and what the last line says then."""

_MINE: Final = ("anselm", "Anselm Kirchhoff")
"""Whose promise is one's own; a colleague's is settled after a question."""


def test_every_errand_of_the_table_is_tried() -> None:
    assert ERRANDS.keys() == MOST.keys()


@pytest.mark.parametrize("errand", MOST)
async def test_an_errand_takes_no_more_keys_than_that(demo_url: str, home: Path, errand: str) -> None:
    steps, said = ERRANDS[errand]
    async with at_the_counter(demo_url, home) as counter:
        await counter.open(*(_MINE if errand == "settle a promise" else ("shari", "Shari Caldwell")))
        for step in steps:
            await (counter.type(step[5:]) if step.startswith("type:") else counter.press(step))
        if said:
            await counter.sees(said)
        else:
            await counter.until(lambda: counter.opened() not in ("", "Shari Caldwell"), "another customer is open")
        assert sum(not step.startswith("type:") for step in steps) <= MOST[errand]
