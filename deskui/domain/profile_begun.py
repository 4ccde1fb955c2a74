"""What a new customer's profile begins with, from what somebody was looked for by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_FEWEST_DIGITS: Final = 3
"""So many make a number somebody can be called by, if only inside the house."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A name, a phone or an e-mail address; at most one of them is known."""

    name: str = ""
    phone: str = ""
    email: str = ""


def begin_profile(typed: str) -> Begun:
    """What was typed, as the thing it looks like; signs that are neither a name nor a number are left out."""
    text = typed.strip()
    if "@" in text:
        return Begun(email=text)
    if any(sign.isalpha() for sign in text):
        return Begun(name=text.title() if text.islower() else text)
    return Begun(phone=text) if sum(sign.isdigit() for sign in text) >= _FEWEST_DIGITS else Begun()
