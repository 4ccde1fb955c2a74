"""A contact point as a form holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskui.domain.customer import ContactKind


@dataclass(frozen=True, slots=True)
class PointTyped:
    """A way to reach somebody, as typed."""

    kind: ContactKind
    value: str
    label: str = ""
    preferred: bool = False
    best_hours: str = ""
    may_use: str = ""
