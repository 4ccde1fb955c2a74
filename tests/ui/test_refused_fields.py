"""Every form: what is refused about a field puts the cursor there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.demo.staff import SUPERVISOR
from deskui.ui.kit.fields import FieldKind
from tests.ui.driving import at_the_counter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.driving import Counter

UNSEEN = "a\u202eb"
"""Words with a character that cannot be seen: no field takes them."""
VALID = {
    "summary": "Asked about it.",
    "line": "call back 1 dec 12:00",
    "when": "1 dec 12:00",
    "reason": "the van is late",
    "text": "Keeps a spare key.",
    "subject": "Missing parcel",
    "number": "R-1",
    "name": "Kim Somebody",
    "value": "303 555 0100",
    "shop": "Alder",
    "desk": "Desk 1",
    "zone": "UTC",
    "region": "US",
    "currency": "USD",
}
FORMS = {
    "contact": ("c",),
    "note": ("n",),
    "interest": ("i",),
    "promise": ("p",),
    "move": ("P", "enter"),
    "let off": ("P", "r"),
    "told": ("t",),
    "follow-up": ("f",),
    "case": ("o",),
    "reference": ("r",),
    "hand-over": ("a",),
    "profile": ("E",),
    "point": ("A", "a"),
}


async def refused(counter: Counter) -> list[str]:
    """The fields of the form on top whose refusal leaves the cursor elsewhere."""
    await counter.until(lambda: any(each.region for each in counter.app.screen.query("#foot")), "the form is open")
    form = counter.app.screen
    rows = [each for each in form.body.rows if each.field.kind is not FieldKind.CHOICE]
    lost = []
    for row in rows:
        for each in rows:
            each.value = UNSEEN if each is row else VALID.get(each.field.name, "")
        next(each for each in form.body.rows if each is not row or len(form.body.rows) == 1).enter()
        await counter.pilot.pause()
        for _ in range(2):
            await counter.press("ctrl+s")
            await counter.until(lambda: not form.busy, "the save has ended")
        if counter.app.screen is not form:
            lost.append(f"{row.field.name} was saved")
            return lost
        if getattr(counter.app.focused, "id", "") != row.field.name:
            lost.append(f"{row.field.name}: {counter.read('foot')}")
    return lost


@pytest.mark.parametrize("name", FORMS)
async def test_a_refusal_puts_the_cursor_into_its_field(demo_url: str, home: Path, name: str) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press(*FORMS[name])
        assert await refused(counter) == []


@pytest.mark.parametrize("keys", [("f7",), ("f6", "n"), ("f6", "home", "h")])
async def test_a_refusal_puts_the_cursor_into_its_field_at_home_too(
    demo_url: str, home: Path, keys: tuple[str, ...]
) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.press(*keys)
        assert await refused(counter) == []


async def test_at_the_first_start_the_cursor_goes_where_something_is_missing(url: str, home: Path) -> None:
    async with at_the_counter(url, home, employee="", ready=False) as counter:
        await counter.sees("Welcome. Shop and name")
        await counter.press("tab", "tab", "ctrl+s")
        await counter.sees("The shop's name is empty; type it first.", where="foot")
        await counter.until(lambda: getattr(counter.app.focused, "id", "") == "shop", "the cursor is in the shop")
        assert await refused(counter) == []
