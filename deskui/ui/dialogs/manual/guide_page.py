"""A guide of steps, read in the manual, and put on the case in view."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import uuid4

from textual.binding import Binding, BindingType

from deskui.errors import NotFound
from deskui.ui.kit.full_page import FullPage
from deskui.ui.lines import BLANK, Item, Line, Role, quiet, span, wrapped
from deskui.ui.panels.fitting import flowing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.steps.template import StepTemplate
    from deskui.ui.dialogs.manual.in_view import InView


def guide_items(guide: StepTemplate, width: int) -> list[Item]:
    """What it is, and its steps with their numbers."""
    whose = span("they may read it", Role.GOOD) if guide.for_customer else span("for the staff alone", Role.WARN)
    parts = (span("guide, step by step", Role.TITLE), quiet(guide.case_kind or "any case"), whose)
    lines: list[Line] = [*wrapped(guide.title, width, Role.STRONG), *flowing(parts, width), BLANK]
    for place, text in enumerate(guide.lines, 1):
        first, *rest = wrapped(text, width - 4)
        lines.append(Line((quiet(f"{place:>2}. "), *first.spans)))
        lines += [Line((quiet("    "), *each.spans)) for each in rest]
    return [Item((each,)) for each in lines]


class GuidePage(FullPage["StepTemplate"]):
    """One guide; g puts it on the case in view, to be ticked step by step."""

    KEYS: ClassVar[Sequence[tuple[str, str]]] = (("g", "put on the case in view"),)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("g", "attach", show=False)]

    def __init__(self, guide: StepTemplate, about: InView) -> None:
        super().__init__("Manual")
        self._guide, self._about = guide, about

    def question(self, desk: Desk) -> StepTemplate:
        """The guide as it is now."""
        try:
            return next(each for each in desk.steps.templates() if each.family == self._guide.family)
        except StopIteration:
            raise NotFound("That guide is no longer in use; go back to the list.") from None

    def rows(self, answer: StepTemplate, width: int) -> list[Item]:
        """Its steps."""
        return guide_items(answer, width)

    def action_attach(self) -> None:
        """Put it on the case in view."""
        case, guide, key = self._about.case, self.shown, str(uuid4())
        if guide is None:
            return
        if case is None:
            self.say("No case is in view to put it on; open one first.", Role.WARN)
            return
        said = f"On case #{case.number}: {span(guide.title).text}; {self.app.undo_key} takes it back"
        self.app.write_soon(lambda desk: desk.steps.start(case.id, guide.id, key), said)
