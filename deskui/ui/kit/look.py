"""What the desk makes of a form while it is typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deskui.desk.desk import Desk
    from deskui.ui.lines import Line


@dataclass(frozen=True, slots=True)
class Offer:
    """What Ctrl+N puts into a field, and its name at the foot: `next open Mon 07:00`."""

    field: str
    value: str
    title: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What is said below the fields, what is offered, and what is asked once before saving."""

    said: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)
    ask: str = ""
    offer: Offer | None = None


if TYPE_CHECKING:
    Look = Callable[[Desk, Mapping[str, str]], Looked]
    """Reads what was typed; runs on the lane, at every change and once more before saving."""
