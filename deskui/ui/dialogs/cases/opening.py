"""A new case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.domain.ids import CaseId
from deskui.domain.typed import CaseTyped
from deskui.domain.typed_numbers import numbers_in
from deskui.ui.dialogs.cases.reference import numbers_hint
from deskui.ui.dialogs.doubts import ROOM
from deskui.ui.drafts import about
from deskui.ui.kit.fields import Field
from deskui.ui.kit.form_spec import FormSpec
from deskui.ui.kit.look import Looked, Offer
from deskui.ui.lines import Line, quiet
from deskui.ui.panels.fitting import cut

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.pages import CustomerView
    from deskui.ui.drafts import DraftOf
    from deskui.ui.screens.desk import DeskScreen


def open_case(desk: DeskScreen) -> None:
    """Open a case for the customer, and show it."""

    def show(done: Done) -> None:
        desk.show_case(CaseId(done.subject))
        desk.pane.activate("case")

    desk.app.open_form(case_form(desk.shown), show)


@dataclass(frozen=True, slots=True)
class CaseBegun:
    """What a new case begins with, and the half-typed text it is kept as."""

    subject: str = ""
    kind: str = ""
    numbers: str = ""
    draft: DraftOf | None = None


def case_form(view: CustomerView, begun: CaseBegun | None = None) -> FormSpec:
    """A new case for the customer."""
    begun = begun or CaseBegun()
    who = view.customer

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        numbers = tuple(numbers_in(typed["references"]))
        return desk.cases.open(who.id, CaseTyped(typed["subject"], typed["kind"], references=numbers), operation)

    fields = (
        Field("subject", "Subject", begun.subject, placeholder="e.g. Missing parcel"),
        Field("kind", "Kind", begun.kind, placeholder="e.g. delivery, repair, refund", below=1),
        Field(
            "references",
            "Numbers",
            begun.numbers,
            placeholder="e.g. R-88213, PO 4471, tracking 1Z999",
            hint=numbers_hint,
            also=("The number",),
        ),
    )
    draft = begun.draft or about(who, f"case:{who.number}", "new case", "case")
    return FormSpec(f"New case for {who.name}", fields, work, draft, said="Case opened", look=_kinds)


def _kinds(desk: Desk, typed: Mapping[str, str], _newest: tuple[str, ...]) -> Looked:
    """The kinds used before or listed that begin as what is typed, of which Ctrl+N takes the first."""
    begun = typed["kind"].strip().casefold()
    fit = [each for each in desk.cases.kinds() if each.casefold().startswith(begun) and each.casefold() != begun]
    if not fit:
        return Looked()
    said = cut(quiet(f"kinds here: {', '.join(fit)}"), ROOM)
    return Looked({"kind": (Line((said,)),)}, offer=Offer("kind", fit[0], fit[0]))
