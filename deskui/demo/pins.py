"""PINs for everybody in the sample shop, where they are wanted."""

from __future__ import annotations

from contextlib import closing

from deskui.demo.staff import SUPERVISOR
from deskui.desk import pin_hashes
from deskui.desk.opening import open_desk
from deskui.store.reads import signing


def give_pins(url: str, pin: str) -> None:
    """Let everybody of the shop at `url` have that PIN, the administrator first.

    Raises: DatabaseTrouble when it cannot be written.
    """
    with closing(open_desk(url, employee=SUPERVISOR)) as desk:
        for each in sorted(desk.shop.staff(), key=lambda each: each.name != SUPERVISOR):
            desk.signing.set_pin(each.id, pin)


def is_pin_of(url: str, name: str, pin: str) -> bool:
    """Whether that is the PIN of somebody in the shop at `url`."""
    with closing(open_desk(url, create=False)) as desk:
        kept = next((signing.pin_of(each.id) for each in desk.shop.staff() if each.name == name), None)
        return kept is not None and bool(kept.hash) and pin_hashes.is_pin(kept.hash, pin)
