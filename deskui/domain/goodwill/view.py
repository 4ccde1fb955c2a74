"""What the page of a customer shows of goodwill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskui.domain.goodwill.allowance import Allowance
    from deskui.domain.goodwill.approval import Approval
    from deskui.domain.goodwill.goodwill import Goodwill, GoodwillKind


@dataclass(frozen=True, slots=True)
class GoodwillView:
    """What a customer was given, what was asked for them, and what the person looking may decide."""

    given: tuple[Goodwill, ...]
    """Newest first, what was taken back among it."""
    asked: tuple[Approval, ...]
    """Newest first, whatever became of it."""
    allowances: tuple[Allowance, ...]
    """One for each kind; none where nobody is acting."""
    currency: str

    def allowance(self, kind: GoodwillKind) -> Allowance | None:
        """What may be decided of one kind."""
        return next((each for each in self.allowances if each.kind is kind), None)
