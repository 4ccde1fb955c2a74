"""PINs as hashes of argon2id, which take a quarter of a second to try: never on the thread that takes keys."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher

TIME_COST = 3
MEMORY_KIB = 65_536


@cache
def _hasher(time_cost: int, memory: int) -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=time_cost, memory_cost=memory)


def hashed(pin: str) -> str:
    """The hash to be kept, with its own salt."""
    return _hasher(TIME_COST, MEMORY_KIB).hash(pin)


def is_pin(kept: str, pin: str) -> bool:
    """Whether that is the PIN behind the hash; an empty or broken hash is nobody's."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher(TIME_COST, MEMORY_KIB).verify(kept, pin)
    except (VerificationError, InvalidHashError):
        return False
