"""Libraries that are only installed where somebody wants what they do."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from deskui.errors import MissingExtra

if TYPE_CHECKING:
    from collections.abc import Iterator


def missing(extra: str, what: str) -> MissingExtra:
    """What is said where the libraries of `extra` are not installed."""
    how = f"in the folder of deskui, pip install '.[{extra}]' adds it"
    return MissingExtra(f"{what} needs a library that is not installed; {how}.")


@contextmanager
def needs_extra(extra: str, what: str) -> Iterator[None]:
    """Raises: MissingExtra saying how to install `extra`, where an import inside the block finds no library."""
    try:
        yield
    except ImportError as error:
        raise missing(extra, what) from error
