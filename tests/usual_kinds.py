"""The kinds of promise that the list of a shop begins with, as its migration writes them."""

from __future__ import annotations

from typing import Final

USUAL_KINDS: Final = (
    *("call back", "answer", "delivery", "parts"),
    *("repair", "refund", "pickup", "appointment"),
)
