"""The verbs of the trade: each is declared beside the function that carries it out, and known here by its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.domain.staff import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

_KNOWN: Final[dict[str, Verb]] = {}


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing a person can do at the desk; its `name` is what the journal keeps."""

    name: str
    title: str = ""
    """What it is called in a sentence; a verb without one cannot be taken back."""
    about: str = ""
    """The table and column that name its subject, such as `note.text`; empty where it has no words of its own."""
    needs: Role = Role.CLERK
    """Who may do it: this role and those above it."""
    when_locked: bool = False
    """Whether it goes on at a locked desk, where nobody is acting."""


def verb(name: str, title: str = "", about: str = "", needs: Role = Role.CLERK, *, when_locked: bool = False) -> Verb:
    """Declare a verb; two of the same name are a mistake."""
    assert name not in _KNOWN, f"{name} is declared twice"
    _KNOWN[name] = made = Verb(name, title, about, needs, when_locked)
    return made


def known() -> Mapping[str, Verb]:
    """Every verb of the desk by its name, once the desk is loaded."""
    return _KNOWN
