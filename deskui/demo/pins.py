"""PINs for everybody in the sample shop, where they are wanted."""

from __future__ import annotations

from contextlib import closing

from deskui.demo.staff import SUPERVISOR
from deskui.desk.opening import open_desk


def give_pins(url: str, pin: str) -> None:
    """Let everybody of the shop at `url` have that PIN, the administrator first.

    Raises: DatabaseTrouble when it cannot be written.
    """
    with closing(open_desk(url, employee=SUPERVISOR)) as desk:
        for each in sorted(desk.shop.staff(), key=lambda each: each.name != SUPERVISOR):
            desk.signing.set_pin(each.id, pin)
