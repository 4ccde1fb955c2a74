"""The code of a case, drawn: a QR code that phones and scanners read."""

from __future__ import annotations

from functools import lru_cache
from itertools import zip_longest
from typing import Final

_QUIET: Final = 2
"""Light modules around it."""
_HALVES: Final = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}


@lru_cache(8)
def modules(code: str) -> tuple[tuple[bool, ...], ...]:
    """The rows of the code, True where it is dark, with the quiet zone around them."""
    import segno

    drawn = segno.make(code, error="m", micro=False, boost_error=False)
    return tuple(tuple(map(bool, row)) for row in drawn.matrix_iter(border=_QUIET))


def drawn_in_text(code: str) -> list[str]:
    """The code in half blocks, two modules above each other in one sign; as wide as the code has modules."""
    rows = modules(code)
    pairs = zip_longest(rows[::2], rows[1::2], fillvalue=(False,) * len(rows[0]))
    return ["".join(_HALVES[two] for two in zip(upper, lower, strict=True)) for upper, lower in pairs]
