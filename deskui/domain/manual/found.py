"""What a search of the manual finds: a title and a piece of the text, with the words that were looked for marked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from deskui.domain.ids import ArticleVersionId
    from deskui.domain.manual.article import ArticleKind, Edition, Tie
    from deskui.domain.steps.template import StepTemplate

Pieces = tuple[tuple[str, bool], ...]
"""A line in pieces, each with whether it is a word that was looked for."""


class Standing(StrEnum):
    """Whether what an article says holds on the day."""

    IN_FORCE = "in force"
    LATER = "later"
    """It holds from a later day on."""
    OVER = "over"
    """Its days are over, or another version stands in its place."""
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Found:
    """An article in the version that fits, or a guide of steps that can be put on a case."""

    kind: ArticleKind
    title: Pieces
    excerpt: Pieces
    standing: Standing
    edition: Edition | None = None
    steps: StepTemplate | None = None
    changes_on: date | None = None
    """The day from which a later version holds."""

    @property
    def key(self) -> tuple[str, int]:
        """What it is told from others by."""
        if self.steps is not None:
            return "steps", self.steps.family
        assert self.edition is not None, "it is one or the other"
        return "article", self.edition.article.id


@dataclass(frozen=True, slots=True)
class Opened:
    """An article as it is read: one version, whether it holds on the day, and what it belongs to."""

    edition: Edition
    standing: Standing
    ties: tuple[Tie, ...]
    day: date


def standing_of(edition: Edition, in_force: ArticleVersionId | None, day: date) -> Standing:
    """Where a version stands on a day, of whose article that one is in force."""
    if edition.article.retired_at is not None:
        return Standing.RETIRED
    if edition.version.id == in_force:
        return Standing.IN_FORCE
    return Standing.LATER if edition.version.valid_from > day else Standing.OVER
