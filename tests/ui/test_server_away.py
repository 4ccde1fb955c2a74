"""The server is restarted, or away for a while, while the desk is open: one sentence, and on it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import postgres
from tests.ui.driving import at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.server

OFFLINE = "The database server is offline"


async def test_a_restart_is_not_even_noticed(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        postgres.hang_up(demo_url)
        await counter.open("shari", "Shari Caldwell")
        postgres.hang_up(demo_url)
        await counter.press("i")
        await counter.type("kites\n")
        await counter.sees("Interest noted", where="keys")


async def test_while_it_is_away_it_is_said_and_what_was_typed_is_kept(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("i")
        await counter.type("kites")
        postgres.hang_up(demo_url, stays_away=True)
        await counter.press("ctrl+s")
        await counter.sees(OFFLINE, "kites")
        postgres.hang_up(demo_url)
        await counter.press("ctrl+s")
        await counter.sees("Interest noted", where="keys")
    with kept(demo_url) as desk:
        notes = desk.customers.view(desk.lookup.find("shari")[0].customer_id).notes
        assert [note.text for note in notes].count("kites") == 1


async def test_looking_somebody_up_while_it_is_away_is_refused_and_later_answered(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        postgres.hang_up(demo_url, stays_away=True)
        await counter.type("/shari")
        await counter.sees(OFFLINE)
        await counter.press("f2")
        await counter.press("escape", "escape")
        postgres.hang_up(demo_url)
        await counter.open("shari", "Shari Caldwell")
