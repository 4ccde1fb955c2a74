"""What a form is told about itself, and what it answers with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.ui.kit.fields import FieldKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.ui.drafts import DraftOf
    from deskui.ui.kit.fields import Field
    from deskui.ui.kit.look import Look
    from deskui.ui.lines import Line

    Work = Callable[[Desk, Mapping[str, str], str, int], "Done | Saved"]
    """Desk, what was typed, the operation key, the version it was begun on; runs on the lane."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What was done, and the words that say so."""

    done: Done
    said: str


@dataclass(frozen=True, slots=True)
class FormSpec:
    """All that one form differs by from the others."""

    title: str
    """What stands in its frame."""
    fields: tuple[Field, ...]
    """From the top."""
    work: Work
    """The write; where its words hang on what was typed it returns Saved, else `said` are the words."""
    draft: DraftOf
    """Under what its half-typed text is kept."""
    said: str = "Saved"
    """What was done, where that is the same whatever was typed."""
    version: int = 0
    """The version of the row that is changed; 0 for a new one."""
    about: tuple[Line, ...] = ()
    """Lines above the fields."""
    focus: str = ""
    """The field the cursor begins in; without one, the first."""
    leaving: str = "leave, text is kept"
    """What Esc does, at the foot."""
    unchanged_closes: bool = False
    """Whether saving it as it was found only closes it."""
    look: Look | None = None
    """What the desk makes of it while it is typed."""
    enter_saves: bool = False
    """Whether Enter saves from every line."""

    @property
    def height(self) -> int:
        """Lines that what stands above and all fields take."""
        return len(self.about) + sum(field.height for field in self.fields)

    @property
    def secret(self) -> frozenset[str]:
        """The fields whose text is kept nowhere."""
        return frozenset(field.name for field in self.fields if field.kind is FieldKind.SECRET)

    def begun(self) -> dict[str, str]:
        """What stands in the fields before anything is typed."""
        return {field.name: field.value for field in self.fields}
