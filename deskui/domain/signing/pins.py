"""Which PINs are taken: long enough, and none of those that everybody tries first."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from deskui.errors import BadInput

SHORTEST: Final = 6
LONGEST: Final = 12

_DIGITS: Final = re.compile(rf"[0-9]{{{SHORTEST},{LONGEST}}}")
_TRIED_FIRST: Final = frozenset(
    "101112 102030 110110 111222 112233 112358 121314 123321 123654 142536 147258 147852 159357 159753 "
    "202122 223344 258456 314159 332211 456852 741852 753159 778899 789456 852456 963852 987123".split()
)


def read_pin(typed: str) -> str:
    """A PIN as it may have been set; only its length and its signs are looked at.

    Raises: BadInput, which never quotes it, when it can be none.
    """
    if not typed:
        raise BadInput("Type the PIN.", "PIN")
    if _DIGITS.fullmatch(typed) is None:
        raise BadInput(f"A PIN is {SHORTEST} to {LONGEST} digits.", "PIN")
    return typed


def new_pin(typed: str) -> str:
    """A PIN that somebody wants to have from now on.

    Raises: BadInput when it is none, or one that is guessed at once.
    """
    pin = read_pin(typed)
    if _is_row(pin) or _repeats(pin) or pin in _TRIED_FIRST:
        raise BadInput("That PIN is among the first that anybody would try; choose another.", "PIN")
    return pin


def _is_row(pin: str) -> bool:
    """Whether it counts up or down, such as 123456 or 109876."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return steps in ({1}, {9})


def _repeats(pin: str) -> bool:
    """Whether it is one to three digits again and again, such as 000000 or 123123."""
    return any(pin == (pin[:length] * len(pin))[: len(pin)] for length in (1, 2, 3))
