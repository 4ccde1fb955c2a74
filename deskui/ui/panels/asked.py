"""What a supervisor asked to be put right: above the form that changes it, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.review.item import Subject
from deskui.ui.lines import BLANK, Role, wrapped

if TYPE_CHECKING:
    from deskui.domain.review.item import FixRequest
    from deskui.ui.lines import Line

_WIDTH: Final = 70
_HOW: Final = {
    Subject.STATEMENT: "Tell them anew what is right; then x in the due list says that it is put right.",
    Subject.GOODWILL: "What is wrong is taken back and given anew; then x in the due list says that it is put right.",
}
"""How that is put right which nobody can change."""


def asked_lines(asked: FixRequest | None) -> tuple[Line, ...]:
    """All of it, and a blank line; nothing where nothing was asked."""
    return () if asked is None else (*wrapped(f"! {asked.words}", _WIDTH, Role.WARN), BLANK)


def asked_below(asked: FixRequest | None, width: int, indent: int) -> tuple[Line, ...]:
    """The same below what nobody can change, with how it is put right."""
    if asked is None:
        return ()
    how = wrapped(_HOW[asked.subject], width, Role.QUIET, indent) if asked.subject in _HOW else ()
    return (*wrapped(f"! {asked.words}", width, Role.WARN, indent), *how)
