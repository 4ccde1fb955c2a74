"""Codes that can be read aloud: no sign looks or sounds like another digit, and a slip of one sign is noticed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LETTERS: Final = "ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without I, L and O."""
DIGITS: Final = "23456789"
SIGNS: Final = DIGITS + LETTERS
"""31 of them, a prime: so each slip of one sign, and each two that are swapped, give another check sign."""
_OURS: Final = re.compile(r"([A-Z]{2})([2-9]{4})([2-9]{3})([2-9A-Z])")


def new_code(choose: Callable[[Sequence[str]], str]) -> str:
    """A code such as `XK-4739-284T`: two letters, seven digits and a check sign, each chosen by `choose`.

    One in 1.1 thousand million, so that no code can be guessed from another.
    """
    signs = [choose(LETTERS) for _ in range(2)] + [choose(DIGITS) for _ in range(7)]
    bare = "".join(signs)
    return spelt(bare + check_sign(bare))


def spelt(key: str) -> str:
    """A code of ours with its dashes; any other as it is."""
    found = _OURS.fullmatch(key)
    return key if found is None else f"{found[1]}-{found[2]}-{found[3]}{found[4]}"


def check_sign(bare: str) -> str:
    """The sign that ends a code: a weighted sum over the places."""
    return SIGNS[sum(place * SIGNS.index(sign) for place, sign in enumerate(bare, 1)) % len(SIGNS)]


def is_mistyped(key: str) -> bool:
    """Whether it has the form of a code of ours, but its check sign says that one sign is wrong."""
    bare = key[:-1]
    return _OURS.fullmatch(key) is not None and all(sign in SIGNS for sign in bare) and check_sign(bare) != key[-1]
