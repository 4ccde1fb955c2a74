"""The half-typed text of one form, and the operation key that belongs to exactly this text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import uuid4

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.ui.drafts import DraftOf, Drafts

_OPERATION: Final = "·operation"
"""Kept with a draft, so that a text saved just before a crash is not saved twice when it comes back."""


class Draft:
    """What stands in a form, kept at every key; it begins with what was typed there last time."""

    def __init__(
        self, drafts: Drafts, of: DraftOf, begun: Mapping[str, str], secret: frozenset[str] = frozenset()
    ) -> None:
        kept = {name: value for name, value in drafts.load(of.key).items() if name not in secret}
        self._secret = secret
        self._drafts, self._of, self._begun = drafts, of, dict(begun)
        self.operation = kept.get(_OPERATION) or str(uuid4())
        """The key by which the desk recognises that this very text has been saved already."""
        self.values = {name: kept.get(name, value) for name, value in begun.items()}
        """The text as it stands."""

    @property
    def is_as_begun(self) -> bool:
        """Whether nothing differs from what the form begins with."""
        return self.values == self._begun

    def keep(self, values: Mapping[str, str]) -> tuple[str, ...]:
        """Keep the text as it stands now; the names of the fields that changed.

        What is secret stays in the form alone. Another text is another write: only the very same one may be taken for
        a repeat of an earlier save.
        """
        changed = tuple(name for name, value in values.items() if value != self.values.get(name))
        if changed:
            self.values = dict(values)
            self.renew()
            told = {name: value for name, value in values.items() if name not in self._secret}
            if all(self._begun[name] == value for name, value in told.items()):
                self.drop()
            else:
                self._drafts.save(self._of, {**told, _OPERATION: self.operation})
        return changed

    def renew(self) -> None:
        """Saving from now on is another write."""
        self.operation = str(uuid4())

    def drop(self) -> None:
        """Forget the text: it has been saved for good, or thrown away."""
        self._drafts.drop(self._of.key)
