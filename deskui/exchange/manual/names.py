"""Names of files made from titles: safe characters alone, never a path, whatever the title is."""

from __future__ import annotations

from typing import Final

from anyascii import anyascii

_LONGEST: Final = 60
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
"""What Windows takes for devices."""


def file_stem(title: str) -> str:
    """A title as a name without an ending, in small letters, digits and hyphens."""
    plain = "".join(sign if sign.isalnum() else "-" for sign in anyascii(title[:200]).lower())
    stem = "-".join(part for part in plain.split("-") if part)[:_LONGEST].strip("-")
    return f"article-{stem}".rstrip("-") if not stem or stem in _RESERVED else stem
