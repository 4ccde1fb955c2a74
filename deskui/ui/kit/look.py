"""What the desk makes of a form while it is typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deskui.desk.desk import Desk
    from deskui.ui.lines import Line

    Look = Callable[[Desk, Mapping[str, str], tuple[str, ...]], "Looked"]
    """Desk, what was typed, the fields in which it was typed, newest first; runs on the lane, at every change and
    once more before saving."""

ALL_THE_SAME: Final = "saves it all the same"


@dataclass(frozen=True, slots=True)
class Offer:
    """What Ctrl+N puts into a field, and its name at the foot: `next open Mon 07:00`."""

    field: str
    value: str
    title: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What is said below the fields, and what is offered."""

    said: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()
    """What speaks against saving it, a full sentence each; asked once."""
    offer: Offer | None = None
    again: str = ALL_THE_SAME
    """What saving in spite of the doubts does, in a few words."""
