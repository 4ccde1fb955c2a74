"""Promising by keys, whatever is asked before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.ui.driving import Counter


async def promise(counter: Counter, line: str, said: str) -> None:
    """Promise that to the customer on screen, in spite of what speaks against it, and wait for what is said then."""
    await counter.press("p")
    await counter.sees("A promise to")
    await counter.type(f"{line}\n")
    await in_spite(counter, said)


async def in_spite(counter: Counter, said: str) -> None:
    """Answer the question before saving, if there is one, and wait for what is said when it is saved."""
    await counter.until(
        lambda: "Enter again saves" in counter.read("foot") or said in counter.read("keys"), "asked or saved"
    )
    if said not in counter.read("keys"):
        await counter.press("enter")
    await counter.sees(said, where="keys")
