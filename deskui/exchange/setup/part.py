"""What one part of a set-up has to say of itself to be written out and brought in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from deskui.desk.desk import Desk

Values = dict[str, Any]
"""One entry of the file, by its keys."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing as the shop has it: as it stands in a file, and how it is made to say something else."""

    values: Values
    change: Callable[[Desk, Values], object]


def _nothing_told(_: Values) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Part:
    """One table of the file."""

    name: str
    known_by: tuple[str, ...]
    """The keys by which an entry is known again, whatever the case of their letters."""
    defaults: Values
    """What a new entry has where the file says nothing."""
    kept: Callable[[Desk], Sequence[Kept]]
    """What there is, in an order that hangs on nothing but what is in it."""
    plain: Callable[[Desk, Values], object]
    """What two entries have in common that say the same; refuses what makes no sense."""
    add: Callable[[Desk, Values], object]
    """Makes a new one."""
    about: str = ""
    """A comment above the part."""
    is_one: bool = False
    """Whether it stands there once."""
    told: Callable[[Values], str] = _nothing_told
    """What is said of an entry that came in, where it means more than meets the eye."""
    in_order: Callable[[Iterable[Values]], list[Values]] = list
    """In which order entries are brought in."""
    alike: Callable[[Values], Hashable] | None = None
    """In a new shop an entry takes the place of one that every shop begins with, where the two are alike by this."""

    def key(self, values: Values) -> Hashable:
        """What an entry is known by."""
        return tuple(_folded(str(values.get(name, ""))) for name in self.known_by)

    def called(self, values: Values) -> str:
        """`staff Ada`, `limit clerk credit`, `hours`."""
        return " ".join((self.name, *(str(values[name]) for name in self.known_by if values.get(name))))


def _folded(text: str) -> str:
    return " ".join(normalize("NFC", text).casefold().split())
