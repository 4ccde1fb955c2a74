"""The fields a form is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class FieldKind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    SECRET = "secret"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in the values, its label, what it holds at first, and what may be said about it."""

    name: str
    label: str
    value: str = ""
    kind: FieldKind = FieldKind.LINE
    options: tuple[tuple[str, str], ...] = ()
    placeholder: str = ""
    hint: Callable[[str], str] | None = None
    """What to say below the field about what is typed; cheap, called on every key."""
    below: int = 0
    """Lines kept free below the field for what the form's look says of it."""
    rows: int = 7
    """Height of a field of several lines."""
    unless: tuple[str, str] = ("", "")
    """Another field, and the value of it at which this one is not asked for."""
    also: tuple[str, ...] = ()
    """What the desk calls it in refusals, beside its label and its name."""

    @property
    def height(self) -> int:
        """Lines it takes, with those kept free below."""
        hint = max(self.below, self.hint is not None)
        return (self.rows if self.kind is FieldKind.TEXT else 1) + hint

    def is_called(self, name: str) -> bool:
        """Whether a refusal that names this is about the field."""
        calls = (self.label, self.name, *self.also)
        return name.casefold() in {call.casefold() for each in calls for call in (each, f"the {each}")}


def secret(name: str, label: str) -> Field:
    """A line whose signs are not shown, such as a PIN; it is kept in no draft, and cannot be copied."""
    return Field(name, label, kind=FieldKind.SECRET)


def text(name: str, label: str, value: str = "", *, rows: int = 7) -> Field:
    """A field of several lines, `rows` of them in view."""
    return Field(name, label, value, FieldKind.TEXT, rows=rows)


def choice(name: str, label: str, options: Iterable[str | tuple[str, str]], value: str = "") -> Field:
    """A row of words of which one is chosen; an option is its word, or (value, word)."""
    pairs = tuple((each, each) if isinstance(each, str) else each for each in options)
    return Field(name, label, value or (pairs[0][0] if pairs else ""), FieldKind.CHOICE, pairs)


def yes_no(name: str, label: str, value: bool = False) -> Field:
    """Yes or no."""
    return choice(name, label, (("yes", "yes"), ("no", "no")), "yes" if value else "no")
