"""What a supervisor asked to be put right, above the form that changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.ui.lines import BLANK, Role, wrapped

if TYPE_CHECKING:
    from deskui.domain.review.item import FixRequest
    from deskui.ui.lines import Line

_WIDTH: Final = 70


def asked_lines(asked: FixRequest | None) -> tuple[Line, ...]:
    """All of it, and a blank line; nothing where nothing was asked."""
    return () if asked is None else (*wrapped(f"! {asked.words}", _WIDTH, Role.WARN), BLANK)
